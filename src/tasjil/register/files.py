"""How files of a register come to be: whole or not at all, and private at once."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tasjil.errors import RegisterError

ONLY_YOU = 0o700
"""For a folder that is made here; one that is there keeps its mode."""


def write_private(path: Path, data: bytes) -> None:
    """Write a file that its owner alone can read, in place of what is there.

    A crash leaves the old file or the new one, never half of one.
    """
    handle, name = tempfile.mkstemp(".writing", f".{path.name}.", path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
    keep_names(path.parent)


@contextmanager
def in_the_making(path: Path) -> Iterator[Path]:
    """Give a name beside a file's place to make it under; it is moved when whole.

    Raises:
        FileExistsError: There is a file already.
    """
    handle, name = tempfile.mkstemp(".creating", f".{path.name}.", path.parent)
    os.close(handle)
    try:
        yield Path(name)
        _move(Path(name), path)
    finally:
        for leftover in (name, f"{name}-wal", f"{name}-shm", f"{name}-journal"):
            Path(leftover).unlink(missing_ok=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Make a folder, and hold it while keys and store are made to fit each other."""
    try:
        folder.mkdir(mode=ONLY_YOU, parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as wrong:
        raise unwritable(folder, wrong) from None
    try:
        _hold(handle)
        yield
    except OSError as wrong:
        raise unwritable(folder, wrong) from None
    finally:
        os.close(handle)


def _hold(handle: int) -> None:
    try:
        import fcntl  # not there on Windows, where two creations at once are not held
    except ImportError:
        return
    fcntl.flock(handle, fcntl.LOCK_EX)


def write_over(file: BinaryIO) -> None:
    """Fill a file that lost its name with zeros, so that less of it stays behind."""
    left = file.seek(0, os.SEEK_END)
    file.seek(0)
    while left > 0:
        left -= file.write(bytes(min(left, 1 << 20)))
    file.flush()
    os.fsync(file.fileno())


def unwritable(folder: Path, wrong: OSError) -> RegisterError:
    """Say that a register cannot be made in a folder."""
    reason = os.strerror(wrong.errno) if wrong.errno else type(wrong).__name__
    return RegisterError(
        f"cannot make a register in {folder.name}: {reason}; check the folder and the "
        "free space"
    )


def _move(made: Path, path: Path) -> None:
    """Give the file its name, never over a file that is there."""
    try:
        os.link(made, path)
    except OSError as wrong:
        if wrong.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP):
            raise
        # No hard links here (a USB stick): two programs creating the same register
        # in the same instant is a smaller risk than not working at all.
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists") from None
        os.rename(made, path)
    keep_names(path.parent)


def keep_names(folder: Path) -> None:
    """Have the disk keep the names of the files in a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
