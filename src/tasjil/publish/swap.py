"""Puts a finished folder in place of the old one: readers never see half a site."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tasjil.errors import PublishError
from tasjil.model.output import OUTPUT_MARK

MARKER_TEXT = (
    "This folder is written by tasjil and replaced as a whole at each build.\n"
)


def take_away(out: Path) -> bool:
    """Remove pages that an earlier build wrote; False where there are none of ours.

    What a build that was killed left beside them goes too.

    Raises:
        PublishError: The disk refuses.
    """
    try:
        if out.absolute().parent.is_dir():
            with _turn(out.absolute().parent):
                _remove_left(out.absolute())
        if out.is_symlink() or not (out / OUTPUT_MARK).is_file():
            return False
        shutil.rmtree(out)
    except OSError as wrong:
        reason = os.strerror(wrong.errno) if wrong.errno else type(wrong).__name__
        raise PublishError(
            f"expected to remove the pages in {out}, and the disk refused ({reason}); "
            "they may show what is withheld now: remove them by hand"
        ) from None
    return True


@contextmanager
def swapped_in(out: Path, look: Callable[[], None] | None = None) -> Iterator[Path]:
    """Give an empty folder beside `out`, and put it in its place at the end.

    `look` is called just before, while nobody can take pages away: what it raises
    leaves `out` as it was, and so does what the body raises. Where the program is
    killed, the next call clears away what was left or puts the old folder back.

    Raises:
        PublishError: `out` is something that tasjil did not write, or the disk refuses.
    """
    try:
        with _swapped(out.absolute(), look) as fresh:
            yield fresh
    except BrokenPipeError:
        raise
    except OSError as wrong:
        reason = os.strerror(wrong.errno) if wrong.errno else type(wrong).__name__
        raise PublishError(
            f"expected to write the pages to {out}, and the disk refused ({reason}); "
            "what was there before is unchanged. Free some space, see that you may "
            "write there and that no other build of the case is running, or give "
            "another folder with --out, and build again"
        ) from None


@contextmanager
def _swapped(out: Path, look: Callable[[], None] | None) -> Iterator[Path]:
    out.parent.mkdir(parents=True, exist_ok=True)
    with _turn(out.parent):
        _recover(out)
        _refuse_foreign(out)
        _remove_left(out)
        # Only its owner can look into it, from the first moment on.
        fresh = Path(tempfile.mkdtemp(prefix=f"{_making(out)}-", dir=out.parent))
        held = _hold(fresh)
    try:
        (fresh / OUTPUT_MARK).write_text(MARKER_TEXT, encoding="utf-8")
        yield fresh
        with _turn(out.parent):
            if look is not None:
                look()
            _exchange(out, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        os.close(held)


def _making(out: Path) -> str:
    return f".{out.name}.tasjil-new"


def _old(out: Path) -> Path:
    return out.with_name(f".{out.name}.tasjil-old")


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """Let one build at a time change what stands in a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _hold(folder: Path) -> int:
    """Say that a program works in a folder, for as long as that program lives."""
    handle = os.open(folder, os.O_RDONLY)
    _lock(handle, wait=False)
    return handle


def _lock(handle: int, *, wait: bool = True) -> bool:
    """Take an open folder for this program alone; False where another has it."""
    try:
        import fcntl  # not there on Windows, where two builds at once are not held
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _remove_left(out: Path) -> None:
    """Remove folders that killed builds left; one in which a build works stays."""
    for left in out.parent.glob(f"{_making(out)}*"):
        if left.is_symlink() or not left.is_dir():
            _remove_ours(left)
            continue
        handle = os.open(left, os.O_RDONLY)
        try:
            if _lock(handle, wait=False):
                _remove_ours(left)
        finally:
            os.close(handle)


def _recover(out: Path) -> None:
    """Finish what a killed run left: put the old folder back, or clear it away."""
    old = _old(out)
    if old.exists() and not out.exists():
        old.rename(out)
    _remove_ours(old)


def _remove_ours(folder: Path) -> None:
    if not folder.exists():
        return
    ours = folder.is_dir() and not folder.is_symlink()
    if not ours or not ((folder / OUTPUT_MARK).is_file() or not any(folder.iterdir())):
        raise PublishError(
            f"expected {folder} to be left from an earlier build, found something "
            "else there; move it away and build again"
        )
    shutil.rmtree(folder)


def _refuse_foreign(out: Path) -> None:
    """Refuse to replace anything but an empty folder or one of ours."""
    if not out.exists() and not out.is_symlink():
        return
    if out.is_symlink() or not out.is_dir():
        raise PublishError(
            f"expected a folder at {out}, found a file or a link; move it away or "
            "give another folder with --out"
        )
    if any(out.iterdir()) and not (out / OUTPUT_MARK).is_file():
        raise PublishError(
            f"expected {out} to be empty or written by an earlier build, found other "
            "files in it; nothing was changed. Give another folder with --out, or "
            "move those files away"
        )


def _exchange(out: Path, fresh: Path) -> None:
    old = _old(out)
    _recover(out)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    if old.exists():
        shutil.rmtree(old)
