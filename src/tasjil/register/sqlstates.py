"""What a PostgreSQL server's errors mean, by their code or by how a connection fails.

Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html. The server's
own words are never told: they quote rows.
"""

from tasjil.errors import LogBroken, RegisterError
from tasjil.register.meaning import (
    BUSY,
    DAMAGED,
    FULL,
    ONLY_GROWS,
    TOO_LARGE,
    Meaning,
)

LOST = Meaning(
    RegisterError,
    "the connection to the PostgreSQL server was lost and nothing of this action is "
    "sure to be kept; check that the server runs and the network holds, then run it "
    "again: what was kept is not kept twice",
)
UNREACHABLE = Meaning(
    RegisterError,
    "the PostgreSQL server cannot be reached; check that it runs, and the host and "
    "port (or the socket's folder) and the TLS settings in DATABASE_URL",
)
NOT_LET_IN = Meaning(
    RegisterError,
    "the PostgreSQL server did not let this user in; check the user and the password "
    "in DATABASE_URL, and that the server's pg_hba.conf allows them from here",
)
NO_DATABASE = Meaning(
    RegisterError,
    "the PostgreSQL server has no such database; check the name at the end of "
    "DATABASE_URL, or have the database made (docs/decisions/postgresql.md)",
)
NO_SCHEMA = Meaning(
    LogBroken,
    "expected this case's register in the database, found no tables of it, or not "
    "all; check that DATABASE_URL names the database where the case was made, or go "
    "back to your last backup",
)
NO_RIGHT = Meaning(
    RegisterError,
    "the PostgreSQL server does not allow this user to do that; have it done by the "
    "owner of the register, or give the rights (docs/decisions/postgresql.md)",
)
LOCKED = Meaning(
    RegisterError,
    "the register cannot be written to: the PostgreSQL server is read-only (a copy "
    "that follows another, perhaps); write to the server that it follows",
)
TOO_MANY = Meaning(
    RegisterError,
    "the PostgreSQL server has no room for one more connection; close programs that "
    "use it, or raise its max_connections, and try again",
)
DISK_FAILED = Meaning(
    RegisterError,
    "the PostgreSQL server's disk failed while reading or writing; have the server's "
    "log and disk looked at before anything else is written",
)
TOO_OLD = Meaning(
    RegisterError, "expected PostgreSQL 14 or newer, found an older one; upgrade it"
)
NUL = Meaning(
    RegisterError,
    "expected text without the NUL character, found one, which PostgreSQL cannot "
    "hold; mend it where it was made",
)
OUT_OF_MEMORY = Meaning(
    RegisterError,
    "the PostgreSQL server ran out of memory and nothing of this action was kept; "
    "close other programs there, and run it again",
)

CODES = {
    "TJ001": ONLY_GROWS,
    "08": LOST,
    "25006": LOCKED,
    "28": NOT_LET_IN,
    "3D000": NO_DATABASE,
    "3F000": NO_SCHEMA,
    "42P01": NO_SCHEMA,
    "42501": NO_RIGHT,
    "40001": BUSY,
    "40P01": BUSY,
    "55P03": BUSY,
    "57014": BUSY,
    "25P03": LOST,
    "53100": FULL,
    "53200": OUT_OF_MEMORY,
    "53300": TOO_MANY,
    "54": TOO_LARGE,
    "57P": LOST,
    "57P03": UNREACHABLE,
    "58": DISK_FAILED,
    "XX001": DAMAGED,
    "XX002": DAMAGED,
}
"""By code, or by how a code begins; the longest that fits holds."""

WORDS = {
    "no password supplied": NOT_LET_IN,
    "authentication failed": NOT_LET_IN,
    "no pg_hba.conf entry": NOT_LET_IN,
    'role "': NOT_LET_IN,
    'database "': NO_DATABASE,
    "too many": TOO_MANY,
    "remaining connection slots": TOO_MANY,
}
"""By words of a refusal to connect, which comes without a code; in English only."""

CLOSED = ("connection is closed", "connection already closed", "consuming input failed")
CUT = ("server closed the connection", "terminating connection", "connection is lost")


def meaning(code: str | None, words: str, connecting: bool) -> Meaning | None:
    """Say what an error of the server, or on the way to it, means; None for others.

    Args:
        code: Its SQLSTATE, where the server answered.
        words: Its message, which is looked at and never told.
        connecting: It is an error of the connection and not of a statement.

    Example:
        >>> meaning("55P03", "", False) is BUSY, meaning("57P01", "", True) is LOST
        (True, True)
    """
    if code is not None:
        fits = [begin for begin in CODES if code.startswith(begin)]
        return CODES[max(fits, key=len)] if fits else None
    if "cannot contain NUL" in words:
        return NUL
    if "or later is required" in words:
        return TOO_OLD
    if not connecting:
        return None
    if any(each in words for each in (*CLOSED, *CUT)):
        return LOST
    told = (each for part, each in WORDS.items() if part in words)
    return next(told, UNREACHABLE)
