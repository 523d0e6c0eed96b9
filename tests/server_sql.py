"""A case's schema on a server, as whoever owns it can open it with any program."""

import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psycopg

from postgres import programs
from tasjil.register.keys import keyfile
from tasjil.register.postgresql import address

TRIGGERS = """
    SELECT c.oid::regclass::text, t.tgname FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal
"""
TABLES = """
    SELECT oid::regclass::text FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
"""


class OnServer:
    """Plain SQL on a case's schema, with the words that a file's tests use."""

    def __init__(self, folder: Path) -> None:
        """Open the schema that a case's keys name."""
        schema = keyfile.read(folder).store.schema
        url = address.given()
        assert url is not None
        self._open = psycopg.connect(url, autocommit=True)
        self._open.execute(f"SET search_path = {schema}")

    def execute(self, script: str) -> Any:
        """Run one statement or several; bytes are written as SQLite writes them."""
        return self._open.execute(script.replace("x'00'", r"'\x00'::bytea"))

    executescript = execute

    def close(self) -> None:
        """Close it."""
        self._open.close()

    def __enter__(self) -> Self:
        """Take the guards away."""
        self._guards = self.execute(TRIGGERS).fetchall()
        for table, name in self._guards:
            self.execute(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put them back as they were."""
        for table, name in self._guards:
            self.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
        self.close()


def change_on_server(folder: Path, script: str) -> None:
    """Change a register as somebody would who takes the guards away and back."""
    with OnServer(folder) as case:
        case.execute(script)


def rows_in_clear(folder: Path) -> bytes:
    """Every row of every table, as bytes; not what the server's disk still holds."""
    case = OnServer(folder)
    held = []
    for (table,) in case.execute(TABLES).fetchall():
        with case._open.cursor().copy(f"COPY {table} TO STDOUT (FORMAT binary)") as out:
            held += [bytes(each) for each in out]
    case.close()
    return b"".join(held)


def copied(folder: Path, to: Path, *, dump: str | None = None) -> Path:
    """Copy a case or a register, with all that it holds, so that each is its own.

    On a server the copy of a folder alone would be a second way to the same schema:
    the schema is copied too, as its operator would, and the copy's keys name it.

    Args:
        folder: The case, or its register.
        to: Where the copy goes.
        dump: What `dumped` gave, where many copies of one are made.
    """
    shutil.copytree(folder, to)
    keys = [each for each in (to, to / "register") if (each / keyfile.NAME).exists()]
    if keys and address.given():
        file = keys[0] / keyfile.NAME
        old, new = keyfile.read(keys[0]).store.schema or "", address.new_schema()
        script = (dump or dumped(keys[0])).replace(old, new)
        with psycopg.connect(address.given() or "") as server:
            server.execute(script.encode())
        file.write_text(file.read_text().replace(old, new))
    return to


def dumped(register: Path) -> str:
    """A register's schema as a script of plain statements; nothing for a file."""
    url = address.given()
    if url is None:
        return ""
    schema = keyfile.read(register).store.schema or ""
    program = str(programs() / "pg_dump")
    asked = [program, "--no-owner", "--inserts", "--schema", schema, url]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    # A newer pg_dump frames its script with words that only psql understands.
    lines = done.stdout.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("\\"))
