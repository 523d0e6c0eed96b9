"""How a register's file comes to be: whole or not at all, and private at once."""

import errno
import os
import tempfile
from pathlib import Path

from tasjil.errors import NoRegister, RegisterError
from tasjil.register.store import Store, sqlite

ONLY_YOU = 0o700
"""For a folder that is made here; one that is there keeps its mode."""


def require(path: Path) -> None:
    """Raise `NoRegister` where there is no file."""
    if not path.is_file():
        raise NoRegister(
            f"expected a register at {path.name}, found no such file; build the case "
            "first: tasjil build CASE"
        )


def create(path: Path) -> None:
    """Make an empty register; a crash on the way leaves no register at all.

    It is made beside its place under another name, and moved there when it is whole.
    The file can be read by its owner alone, as are the files SQLite puts beside it.

    Raises:
        RegisterError: There is a file already, or the folder cannot be written.
    """
    try:
        path.parent.mkdir(mode=ONLY_YOU, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".creating", f".{path.name}.", path.parent)
        os.close(handle)
        try:
            store = Store(sqlite(Path(name)))
            try:
                store.migrate()
            finally:
                store.close()
            _move(Path(name), path)
        finally:
            for leftover in (name, f"{name}-wal", f"{name}-shm"):
                Path(leftover).unlink(missing_ok=True)
    except FileExistsError:
        raise RegisterError(
            f"expected no file at {path.name}, found one; open it instead"
        ) from None
    except OSError as wrong:
        reason = os.strerror(wrong.errno) if wrong.errno else type(wrong).__name__
        raise RegisterError(
            f"cannot make a register at {path.name}: {reason}; check the folder and "
            "the free space"
        ) from wrong


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
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
