"""The inside of a bundle: entries and contents in an encrypted database of its own."""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlcipher3 import dbapi2 as driver

from tasjil.register import files
from tasjil.register.content import unpacked
from tasjil.register.entry import LogEntry
from tasjil.register.log import COLUMNS
from tasjil.register.offices.manifest import Manifest, read
from tasjil.register.parcels import parcel
from tasjil.register.parcels.kinds import BUNDLE
from tasjil.register.parcels.ways import Brought
from tasjil.register.secret import Secret

TABLES = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB)",
    "CREATE TABLE entry (seq INTEGER PRIMARY KEY, kind TEXT, at TEXT, by TEXT, "
    "because TEXT, body TEXT, previous TEXT, digest TEXT)",
    "CREATE TABLE content (digest TEXT PRIMARY KEY, size INTEGER, data BLOB)",
)
MARKS = ", ".join("?" * len(COLUMNS))
Kept = tuple[str, int, bytes]
"""A content as the register keeps it: its digest, its size, packed bytes."""


def _open(path: Path, key: Secret, *pragmas: str) -> Any:
    file = driver.connect(str(path), isolation_level=None)
    for pragma in (f"key = \"x'{key.hex()}'\"", "temp_store = MEMORY", *pragmas):
        file.execute(f"PRAGMA {pragma}")
    return file


class Packing:
    """A payload that is being written."""

    def __init__(self, path: Path, key: Secret) -> None:
        """Begin one in an empty place."""
        # Nobody reads it before it is whole, and it is made anew where that fails.
        self._file = _open(path, key, "journal_mode = OFF", "synchronous = OFF")
        for table in TABLES:
            self._file.execute(table)
        self._file.execute("BEGIN")

    def entries(self, entries: Iterable[LogEntry]) -> None:
        """Put entries in."""
        rows = ([getattr(each, column) for column in COLUMNS] for each in entries)
        self._file.executemany(f"INSERT INTO entry VALUES ({MARKS})", rows)

    def contents(self, contents: Iterable[Kept]) -> None:
        """Put contents in, as they are packed."""
        self._file.executemany("INSERT INTO content VALUES (?, ?, ?)", contents)

    def close(self, manifest: bytes, signature: bytes) -> None:
        """Finish it with what it says about itself."""
        about = [("manifest", manifest), ("signature", signature)]
        self._file.executemany("INSERT INTO about VALUES (?, ?)", about)
        self._file.execute("COMMIT")
        self._file.close()


class Payload:
    """A payload that is being read; whatever is wrong with it is a `BadBundle`."""

    def __init__(self, path: Path, key: Secret) -> None:
        """Open one."""
        self._file = _open(path, key, "query_only = ON", "trusted_schema = OFF")

    def __enter__(self) -> Self:
        """Read it for the length of a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self._file.close()

    def manifest(self) -> Manifest:
        """Give what it says about itself, under its office's signature."""
        about = dict(self._rows("SELECT name, value FROM about"))
        told, signature = about.get("manifest"), about.get("signature")
        if not isinstance(told, bytes) or not isinstance(signature, bytes):
            raise BUNDLE.broken()
        return read(told, signature)

    def entries(self, office: str) -> Iterator[LogEntry]:
        """Walk its entries in order, as those of an office."""
        columns = ", ".join(COLUMNS)
        for row in self._rows(f"SELECT {columns} FROM entry ORDER BY seq"):
            yield LogEntry(*(*row, office))

    def names(self) -> list[str]:
        """Name every content in it."""
        return [each for (each,) in self._rows("SELECT digest FROM content")]

    def contents(self) -> Iterator[tuple[Kept, bytes]]:
        """Walk its contents: as they are packed, and in clear.

        Raises:
            LogBroken: One is not what its digest says.
        """
        for row in self._rows("SELECT digest, size, data FROM content ORDER BY digest"):
            yield row, unpacked(*row)

    def content(self, digest: str) -> bytes | None:
        """Give one content in clear; None where it did not come."""
        asked = "SELECT digest, size, data FROM content WHERE digest = ?"
        for row in self._rows(asked, digest):
            return unpacked(*row)
        return None

    def _rows(self, asked: str, *values: object) -> Iterator[Any]:
        try:
            yield from self._file.execute(asked, values)
        except (driver.Error, sqlite3.Error):
            raise BUNDLE.broken() from None


@contextmanager
def opened(bundle: Path, brought: Brought) -> Iterator[Payload]:
    """Open a bundle; its payload lies, still encrypted, in a folder that goes again.

    Raises:
        BadBundle: The file is none, or a byte of it was changed.
        CannotUnlock: What was brought does not open it.
    """
    if not bundle.is_file():
        raise BUNDLE.broken()
    with tempfile.TemporaryDirectory(prefix="tasjil-") as folder:
        place = Path(folder) / "payload"
        with files.disk_said():
            found = parcel.unlock(bundle, BUNDLE, brought)
            found.take_out(place)
        with Payload(place, found.contents) as payload:
            yield payload
