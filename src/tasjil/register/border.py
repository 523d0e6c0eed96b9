"""The one border where a database's errors become ours, with what to do about them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error
from sqlcipher3 import dbapi2 as sqlcipher

from tasjil.errors import LogBroken, RegisterError
from tasjil.register import sqlstates
from tasjil.register.meaning import (
    BUSY,
    DAMAGED,
    FULL,
    ONLY_GROWS,
    TOO_LARGE,
    Meaning,
)

MEANINGS = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_NOTADB: Meaning(
        LogBroken,
        "expected a register, found a file that its key does not open: it is damaged, "
        "or belongs to other keys; go back to your last backup",
    ),
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_READONLY: Meaning(
        RegisterError,
        "the register cannot be written to; check that you own the file and its folder "
        "and that the disk is not read-only",
    ),
    sqlite3.SQLITE_CANTOPEN: Meaning(
        RegisterError,
        "the register cannot be opened; check that you may read and write the file and "
        "its folder. If its disk is read-only, `tasjil verify` works there; for the "
        "rest, copy the case to a disk that you can write to",
    ),
    sqlite3.SQLITE_IOERR: Meaning(
        RegisterError,
        "the disk failed while reading or writing the register; check that it has free "
        "space, and its cable; then copy the case elsewhere and run `tasjil verify` on "
        "the copy",
    ),
    # No room for the file that programs share while they have the register open.
    sqlite3.SQLITE_IOERR_SHMSIZE: FULL,
    sqlite3.SQLITE_TOOBIG: TOO_LARGE,
}
"""By SQLite's result code, extended or primary (https://www.sqlite.org/rescode.html)."""


DRIVERS = (sqlite3.Error, sqlcipher.Error)


def meaning_of(error: Exception) -> RegisterError:
    """Say in our words what a database error means; nothing of its values is told."""
    first = (error.__cause__ or error) if isinstance(error, Error) else error
    if isinstance(first, DRIVERS):
        meaning = _of_a_file(getattr(first, "sqlite_errorcode", 0), str(first))
        name = getattr(first, "sqlite_errorname", type(first).__name__)
    else:
        code: str | None = getattr(first, "sqlstate", None)
        kind = type(first).__name__
        connecting = kind in ("OperationalError", "InterfaceError")
        meaning = sqlstates.meaning(code, str(first), connecting)
        name = f"{kind} {code or ''}".strip()
    if meaning is not None:
        return meaning.error()
    return RegisterError(
        f"the register's store refused with {name}; check that its disk has free "
        "space, then run `tasjil verify` on the case, and report this name if it is "
        "whole"
    )


def _of_a_file(code: int, words: str) -> Meaning | None:
    if "Could not decode to UTF-8" in words:
        return DAMAGED
    if "append-only: " in words:  # the words of our own guards
        return ONLY_GROWS
    return MEANINGS.get(code) or MEANINGS.get(code & 0xFF)


@contextmanager
def translated() -> Iterator[None]:
    """Turn whatever the database raises inside into a `RegisterError`."""
    try:
        yield
    except (Error, *DRIVERS) as wrong:
        # Not `from wrong`: SQLite quotes damaged text in its messages, and a message
        # ends up in logs and bug reports.
        raise meaning_of(wrong) from None
