"""Which of two keys a register's file has, after its keys were being changed."""

from collections.abc import Sequence
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from tasjil.register.secret import Secret


def first(file: Path, keys: Sequence[Secret | None]) -> Secret | None:
    """Give the first key that opens a file, or the first of all where none does.

    Give the older first: where the change was cut off, SQLite puts back what it had
    changed, and can do so with the older key alone.
    """
    return next((key for key in keys if key and _opens(file, key)), keys[0])


def _opens(file: Path, key: Secret) -> bool:
    address = f"{file.absolute().as_uri()}?mode=rw"
    try:
        found = driver.connect(address, uri=True, isolation_level=None)
    except driver.Error:
        return False
    try:
        # Else SQLCipher tells standard error of every key that does not fit.
        found.execute("PRAGMA cipher_log_level = NONE")
        found.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        found.execute("PRAGMA temp_store = MEMORY")
        found.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
    except driver.Error:
        return False
    finally:
        found.close()
    return True
