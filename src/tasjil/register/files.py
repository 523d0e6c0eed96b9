"""How files of a register come to be: whole or not at all, and private at once."""

import errno
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tasjil.errors import RegisterError
from tasjil.register.meaning import FULL

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
def in_the_making(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give a name beside a file's place to make it under; it is moved when whole.

    Args:
        path: Its place.
        replace: A file that is there may go.

    Raises:
        FileExistsError: There is a file already.
    """
    handle, name = tempfile.mkstemp(".creating", f".{path.name}.", path.parent)
    os.close(handle)
    try:
        yield Path(name)
        if replace:
            os.replace(name, path)
            keep_names(path.parent)
        else:
            move(Path(name), path)
    finally:
        for leftover in (name, f"{name}-wal", f"{name}-shm", f"{name}-journal"):
            Path(leftover).unlink(missing_ok=True)


class _Held(threading.local):
    """The folders that this thread holds."""

    def __init__(self) -> None:
        self.folders: set[Path] = set()


_held = _Held()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Make a folder, and hold it while keys or store in it are made or changed.

    Others wait; who holds it already goes on.

    Raises:
        RegisterError: The disk refuses what is done inside.
    """
    try:
        folder.mkdir(mode=ONLY_YOU, parents=True, exist_ok=True)
        with held(folder):
            yield
    except OSError as wrong:
        raise unwritable(folder, wrong) from None


@contextmanager
def held(folder: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold a folder; without waiting, say False where another program has it."""
    real = folder.resolve()
    if real in _held.folders:
        yield True
        return
    handle = os.open(real, os.O_RDONLY)
    try:
        if not _lock(handle, wait):
            yield False
            return
        _held.folders.add(real)
        yield True
    finally:
        _held.folders.discard(real)
        os.close(handle)


def _lock(handle: int, wait: bool) -> bool:
    try:
        import fcntl  # not there on Windows, where two creations at once are not held
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def write_over(file: BinaryIO) -> None:
    """Fill a file that lost its name with zeros, so that less of it stays behind."""
    left = file.seek(0, os.SEEK_END)
    file.seek(0)
    while left > 0:
        left -= file.write(bytes(min(left, 1 << 20)))
    file.flush()
    os.fsync(file.fileno())


def unwritable(folder: Path, wrong: OSError) -> RegisterError:
    """Say that a register or its keys cannot be written in a folder."""
    reason = os.strerror(wrong.errno) if wrong.errno else type(wrong).__name__
    return RegisterError(
        f"cannot write the register or its keys in {folder.name}: {reason}; nothing "
        "of this was kept. Check that you own the folder and that its disk has free "
        "space, and try again"
    )


def move(made: Path, path: Path) -> None:
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


@contextmanager
def disk_said() -> Iterator[None]:
    """Turn what a disk refuses into a sentence; it names no file and no folder."""
    try:
        yield
    except FileExistsError:
        raise RegisterError(
            "expected no file of that name, found one; choose another name, or let it "
            "be replaced with --replace"
        ) from None
    except OSError as wrong:
        if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
            raise FULL.error() from None
        reason = os.strerror(wrong.errno) if wrong.errno else type(wrong).__name__
        raise RegisterError(
            f"the copy cannot be read or written ({reason}); check its name, its disk, "
            "and that you may write there"
        ) from None


def keep(path: Path) -> None:
    """Have the disk keep what a file holds."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
