"""The one border where a parser's failure becomes a sentence about the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasjil.capture.printable import shown
from tasjil.errors import CannotCapture, TasjilError


def name_of(path: Path, root: Path | None) -> str:
    """Tell a file's name from its root, with / between folders.

    Example:
        >>> name_of(Path("case/reports/a.txt"), Path("case"))
        'reports/a.txt'
        >>> name_of(Path("elsewhere/a.txt"), Path("case"))
        'a.txt'
    """
    if root is not None and path.is_relative_to(root) and path != root:
        return path.relative_to(root).as_posix()
    return path.name


@contextmanager
def guarded(path: Path, root: Path | None) -> Iterator[str]:
    """Let nothing but `CannotCapture` out, and put the file's name in front of it.

    The words of a foreign error are not passed on: they may quote the file, and with
    it a witness. Only the error's kind is named.

    Raises:
        CannotCapture: Whatever went wrong inside.
    """
    name = name_of(path, root)
    try:
        yield name
    except CannotCapture as wrong:
        raise CannotCapture(f"{shown(name)}: {wrong}") from None
    except TasjilError as wrong:
        kind = type(wrong).__name__
        raise CannotCapture(f"{shown(name)}: {_damaged(kind)}") from None
    except Exception as wrong:  # any parser may fail in any way on a hostile file
        kind = type(wrong).__name__
        raise CannotCapture(f"{shown(name)}: {_damaged(kind)}") from None


def _damaged(kind: str) -> str:
    return (
        f"it is damaged or not what its name says ({kind}); get it again, or save its "
        "words as .txt"
    )
