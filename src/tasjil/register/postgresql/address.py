"""Where a register stands on a server: DATABASE_URL, and a schema for each case.

The address may hold a password: no message, and no file of a case, ever tells it.
"""

import os
import re
import secrets
from collections.abc import Mapping
from typing import Any

from tasjil.errors import RegisterError

VARIABLE = "DATABASE_URL"
EXAMPLE = "postgresql://user@host/database"
SCHEMA = re.compile(r"case_[0-9a-f]{16}")
TEMPORARY = "pg_temp"
"""The schema that is each connection's own, and gone with it."""

BUSY_SECONDS = 20.0
"""How long to wait for another program that writes, before saying it is busy."""

ALWAYS = {"client_min_messages": "warning"}
WRITING = {
    # An action that was acknowledged survives a power cut.
    "synchronous_commit": "on",
    # One who holds the log and falls asleep must not hold it for ever.
    "idle_in_transaction_session_timeout": "300000",
}
LOOKING = {
    "default_transaction_read_only": "on",
    # All questions of a check are about one moment, whoever appends meanwhile.
    "default_transaction_isolation": r"repeatable\ read",
}


def given(environment: Mapping[str, str] = os.environ) -> str | None:
    """Give the address of the server that a person set; None where there is none."""
    return environment.get(VARIABLE) or None


def new_schema() -> str:
    """Draw a name for a case's schema; it says nothing about the case."""
    return f"case_{secrets.token_hex(8)}"


def postgresql(schema: str, url: str | None, *, writes: bool = True) -> dict[str, Any]:
    """Say to Django how to open a case's schema on a server.

    Args:
        schema: As `new_schema` drew it.
        url: What DATABASE_URL says; also a socket (`?host=/folder`), TLS (`sslmode`
            and the like), or a service.
        writes: False for a connection on which the server refuses every write.

    Raises:
        RegisterError: There is no address, or it is none; or psycopg is missing.
    """
    if not url:
        raise RegisterError(
            "this case's register stands on a PostgreSQL server, and DATABASE_URL is "
            f"not set; set it to the server's address ({EXAMPLE}) and try again"
        )
    if not SCHEMA.fullmatch(schema):
        raise RegisterError(
            "expected the name of a case's schema (case_ and 16 letters) in the case's "
            "keys, found something else; go back to your last backup of the case folder"
        )
    parts = _parts(url)
    # The temporary schema last: nobody can put a table of theirs before the case's.
    settings = {"search_path": rf"{schema},\ {TEMPORARY}"} | ALWAYS
    settings |= {"lock_timeout": f"{BUSY_SECONDS * 1000:.0f}"}
    settings |= WRITING if writes else LOOKING
    return {
        "ENGINE": "tasjil.register.postgresql",
        "NAME": parts.pop("dbname", ""),
        "OPTIONS": {
            "connect_timeout": 15,
            "application_name": "tasjil",
            **parts,
            "options": _options(parts.get("options"), settings),
        },
        "TAKES_TURNS": writes,
    }


def scratch_beside(database: Mapping[str, Any]) -> dict[str, Any]:
    """Say to Django how to open an empty database on the server of another.

    Args:
        database: As `postgresql` gave it.
    """
    options = database["OPTIONS"]
    writing = {"search_path": TEMPORARY, "default_transaction_read_only": "off"}
    return {
        "ENGINE": database["ENGINE"],
        "NAME": database["NAME"],
        "OPTIONS": options | {"options": _options(options["options"], writing)},
    }


def _options(given: str | None, settings: Mapping[str, str]) -> str:
    """Write settings of a connection; those that come last hold."""
    asked = (f"-c {name}={value}" for name, value in settings.items())
    return " ".join([given or "", *asked]).strip()


def _parts(url: str) -> dict[str, Any]:
    """Take an address apart as PostgreSQL's own library does."""
    try:
        # The one door to psycopg, which a plain install is without.
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        raise RegisterError(
            "DATABASE_URL asks for PostgreSQL, and the package for it is not installed "
            'here; install it: pip install "tasjil[postgres]"'
        ) from None
    try:
        if not url.startswith(("postgresql://", "postgres://")):
            raise ProgrammingError
        parts = dict(conninfo_to_dict(url))
    except ProgrammingError:
        parts = {}
    if not parts.get("dbname") and not parts.get("service"):
        # Not `from wrong`, and nothing of the address: it may hold a password.
        raise RegisterError(
            f"expected DATABASE_URL to be an address such as {EXAMPLE}, found "
            "something else (it is not shown, as it may hold a password); correct it"
        ) from None
    return parts
