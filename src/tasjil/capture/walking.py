"""Finding the files of a batch, in an order that is the same on every machine."""

import errno
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from tasjil.capture.kinds import REPORT_KINDS, Kind, kind_of
from tasjil.model.output import OUTPUT_MARK


def walk(
    paths: Sequence[Path], kinds: Collection[Kind] = REPORT_KINDS
) -> Iterator[Path]:
    """List the files to read: those named, and those of the right kind in folders.

    Hidden files, sidecars and folders we wrote ourselves are passed over, and links
    that lead out of the folder are not followed. A file that is named directly is
    always listed, whatever its kind, so that it is refused with a reason and not
    silently. A path listed twice is read once.

    Args:
        paths: Files and folders, in any order.
        kinds: What to look for in folders; reports, unless you ask for lists.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _walk_folder(path, kinds) if _is_folder(path) else (path,):
            if found not in seen:
                seen.add(found)
                yield found


def _walk_folder(folder: Path, kinds: Collection[Kind]) -> Iterator[Path]:
    """Walk one folder, each folder's files before its subfolders, sorted by name."""
    top = os.path.realpath(folder)
    been: set[str] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in been or not _inside(real, top) or _is_output(here):
            continue
        been.add(real)
        folders: list[Path] = []
        names = _names(here)
        if names is None:
            yield here
            continue
        for name in names:
            path = here / name
            kind, is_folder = kind_of(path), _is_folder(path)
            untold = is_folder is None and kind is None
            if is_folder:
                folders.append(path)
            elif untold or (kind in kinds and _inside(os.path.realpath(path), top)):
                yield path
        waiting.extend(reversed(folders))


def _names(folder: Path) -> list[str] | None:
    """List a folder; None where it is closed to us, and it is then listed itself.

    The door refuses it with a reason, so that its files do not go missing in silence.
    """
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return None


def _is_folder(path: Path) -> bool | None:
    """Tell a folder from a file; None where the system will not say.

    A folder that may be listed but not entered does not say what is in it, nor does
    one so deep that its path is longer than the system takes.
    """
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except OSError as wrong:
        gone = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
        return False if wrong.errno in gone else None


def _is_output(folder: Path) -> bool:
    return os.path.lexists(folder / OUTPUT_MARK)


def _inside(real: str, top: str) -> bool:
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)
