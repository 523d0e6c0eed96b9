"""The one border where a database's errors become ours, with what to do about them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.db import Error

from tasjil.errors import AppendOnly, LogBroken, RegisterError


class Meaning(NamedTuple):
    """What a foreign error means here."""

    kind: type[RegisterError]
    text: str


DAMAGED = Meaning(
    LogBroken,
    "expected a whole register, found a damaged file; keep a copy of it as it is, then "
    "go back to your last backup",
)
BUSY = Meaning(
    RegisterError,
    "the register is busy: another program is writing to it; wait until that one has "
    "finished, or close it, and try again",
)
MEANINGS = {
    sqlite3.SQLITE_FULL: Meaning(
        RegisterError,
        "the disk is full and nothing of this action was kept; free some space and run "
        "it again",
    ),
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_NOTADB: Meaning(
        LogBroken,
        "expected a register, found a file that is no database (or is encrypted); "
        "check the path, or go back to your last backup",
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
        "the disk failed while reading or writing the register; check the disk and its "
        "cable, copy the case elsewhere and run `tasjil verify` on the copy",
    ),
    sqlite3.SQLITE_TOOBIG: Meaning(
        RegisterError,
        "expected contents under 1 GB each, found a larger one; split the file before "
        "you capture it",
    ),
}
"""By SQLite's primary result code (https://www.sqlite.org/rescode.html)."""


def meaning_of(error: Error | sqlite3.Error) -> RegisterError:
    """Say in our words what a database error means; nothing of its values is told."""
    first = error if isinstance(error, sqlite3.Error) else error.__cause__
    code: int = getattr(first, "sqlite_errorcode", 0)
    if "Could not decode to UTF-8" in str(first):
        code = sqlite3.SQLITE_CORRUPT
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return AppendOnly(
            "the log only grows: expected a new entry at its end, found an attempt to "
            "change, remove or skip one; append an entry that says what is so now"
        )
    meaning = MEANINGS.get(code & 0xFF)
    if meaning is None:
        name = getattr(first, "sqlite_errorname", type(error).__name__)
        return RegisterError(
            f"the register's store refused with {name}; run `tasjil verify` on the "
            "case, and report this name if the case is whole"
        )
    return meaning.kind(meaning.text)


@contextmanager
def translated() -> Iterator[None]:
    """Turn whatever the database raises inside into a `RegisterError`."""
    try:
        yield
    except (Error, sqlite3.Error) as wrong:
        # Not `from wrong`: SQLite quotes damaged text in its messages, and a message
        # ends up in logs and bug reports.
        raise meaning_of(wrong) from None
