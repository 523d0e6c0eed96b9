"""Where a register lives: a folder with its keys, and the store these keys open."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from tasjil.errors import NoRegister, RegisterError
from tasjil.model.ids import UserId
from tasjil.register import actions, files, leftovers, log, replay
from tasjil.register.border import translated
from tasjil.register.keys import keyfile, ring
from tasjil.register.keys.keyfile import StoreAt
from tasjil.register.keys.ring import Key, Opened
from tasjil.register.meaning import BUSY
from tasjil.register.postgresql import address
from tasjil.register.postgresql import schema as server
from tasjil.register.postgresql.address import postgresql
from tasjil.register.secret import Secret
from tasjil.register.store import Store, sqlcipher

FILE = keyfile.STORE
IN_CLEAR = f".{FILE}.in-clear"
"""What a register that was encrypted is called until it has been written over."""
PLAIN = b"SQLite format 3\x00"
"""How a database begins that nobody encrypted."""


def is_there(folder: Path) -> bool:
    """Tell whether a folder holds a register and its keys.

    Raises:
        RegisterError: You may not look into the folder.
    """
    if not _stands(folder / keyfile.NAME):
        return False
    return keyfile.read(folder).store.kind != "sqlcipher" or _stands(folder / FILE)


def has_lost_its_keys(folder: Path) -> bool:
    """Tell whether an encrypted register stands there without the file of its keys."""
    alone = _stands(folder / FILE) and not _stands(folder / keyfile.NAME)
    return alone and not is_plain(folder)


def _stands(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as wrong:
        raise RegisterError(
            f"the folder of the register cannot be looked into ({wrong.strerror}); "
            "check that you own it and may enter it, and try again"
        ) from None


def require(folder: Path) -> None:
    """Raise `NoRegister` where there is none, and say what to do."""
    if is_plain(folder):
        raise NoRegister(
            "expected an encrypted register, found one that an earlier tasjil made in "
            "clear; `tasjil build CASE` encrypts it and goes on"
        )
    if has_lost_its_keys(folder):
        raise NoRegister(
            f"expected the keys of the register in {keyfile.NAME}, found the register "
            "without them; put that file back from your last backup: nobody can open "
            "the register without it, whatever passphrase they know"
        )
    if not is_there(folder):
        raise NoRegister(
            f"expected a register in the folder {folder.name!r}, found none; build the "
            "case first: tasjil build CASE"
        )


def database(
    folder: Path, opened: Opened, *, writes: bool = True, light: bool = False
) -> dict[str, Any]:
    """Say to Django how to open the store of a register; light: with little memory."""
    travels = {"TRAVELS": opened.store.travel}
    match opened.store.kind:
        case "sqlcipher":
            key = opened.register_key
            file = sqlcipher(folder / FILE, key, writes=writes, light=light)
            return file | travels
        case "postgresql":
            schema = opened.store.schema or ""
            return postgresql(schema, address.given(), writes=writes) | travels


def waits(folder: Path) -> bool:
    """Tell whether something that was kept still waits beside the file."""
    return _stands(folder / f"{FILE}-wal")


def settle(folder: Path, opened: Opened) -> None:
    """Bring what waits beside the file into it, where the disk lets."""
    store = Store(database(folder, opened))
    with suppress(RegisterError), translated():
        with store.connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.close()


def make(folder: Path, key: Key, office: str, at: datetime) -> Opened:
    """Make keys and a store that fit each other, with the first lead in its log.

    It stands on the server of DATABASE_URL where that is set, else in a file. A crash
    leaves no register.

    Raises:
        RegisterError: There is a register already, or the folder or the server cannot
            be written.
    """
    url = address.given()
    with files.alone(folder):
        refuse_over(folder)
        if url is not None:
            return _make_on_server(folder, key, office, at, url)
        leftovers.clear_away(folder, folder / IN_CLEAR)
        keys, opened = ring.fresh(office, key, StoreAt())
        keyfile.write(folder, keys)
        with files.in_the_making(folder / FILE) as made:
            begin(sqlcipher(made, opened.register_key), opened.user, at)
    return opened


def refuse_over(folder: Path) -> None:
    """Refuse to make a register where there is one, be it old and not encrypted."""
    if (folder / FILE).exists() or is_there(folder):
        raise RegisterError(
            f"expected no register in {folder.name!r}, found one; open it instead, or "
            "move that folder away first"
        )


def change_key(store: Store, key: Secret) -> None:
    """Write a register's file anew under another key; nobody else may have it open.

    SQLite does it in one transaction: a crash leaves all of it under the old key, for
    whoever opens it with that one next, or all of it under the new.

    Raises:
        RegisterError: Somebody else has it open.
    """
    with translated(), store.connection.cursor() as cursor:
        # Only one who is alone gets out of the journal that many share.
        cursor.execute("PRAGMA locking_mode=EXCLUSIVE")
        cursor.execute("PRAGMA journal_mode=DELETE")
        if cursor.fetchone() != ("delete",):
            raise BUSY.error()
        cursor.execute("BEGIN EXCLUSIVE")
        cursor.execute("COMMIT")
        cursor.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")


def _make_on_server(
    folder: Path, key: Key, office: str, at: datetime, url: str
) -> Opened:
    """Make a schema of its own; the keys come last, so that they never lead nowhere."""
    schema = server.create(url)
    try:
        keys, opened = ring.fresh(office, key, StoreAt("postgresql", schema))
        begin(postgresql(schema, url), opened.user, at)
        keyfile.write(folder, keys)
    except BaseException:
        with suppress(RegisterError):
            server.drop(schema, url)
        raise
    return opened


def begin(database: dict[str, Any], lead: UserId, at: datetime) -> None:
    """Bring the tables of a store up to this program, and name its first lead."""
    store = Store(database)
    try:
        store.migrate()
        replay.rebuild(store)
        with store.transaction():
            log.write(store, [actions.first_lead(lead)], lead, at)
    finally:
        store.close()


def is_plain(folder: Path) -> bool:
    """Tell whether the register is one of tasjil 0.1.0, which encrypted nothing."""
    try:
        with (folder / FILE).open("rb") as file:
            return file.read(len(PLAIN)) == PLAIN
    except OSError:
        return False


def encrypt(folder: Path, key: Key, office: str, at: datetime) -> Opened:
    """Encrypt a register of tasjil 0.1.0; what was in clear is written over.

    A crash leaves the old file or the new one. On a flash disk, what was in clear can
    outlast being written over: encrypt the disk as well.
    """
    file, encrypted = folder / FILE, folder / f"{FILE}.encrypted"
    with files.alone(folder), translated():
        if not is_plain(folder):
            # Another build encrypted it while this one waited.
            return ring.unlock(folder, key)
        for leftover in (encrypted, folder / IN_CLEAR):
            leftover.unlink(missing_ok=True)
        leftovers.clear_away(folder, folder / IN_CLEAR)
        keys, opened = ring.fresh(office, key, StoreAt())
        with files.in_the_making(encrypted) as made:
            _copy_encrypted(file, made, opened.register_key)
            begin(sqlcipher(made, opened.register_key), opened.user, at)
        keyfile.write(folder, keys)
        _put_in_place(encrypted, file, folder / IN_CLEAR)
    return opened


def _put_in_place(encrypted: Path, file: Path, in_clear: Path) -> None:
    """Let the new file stand for the old; the old keeps a name until it is zeros.

    So whoever opens the register next finishes what was cut off.
    """
    try:
        os.link(file, in_clear)
    except OSError:
        # No hard links here (a memory stick): it has to be done in one go.
        with file.open("r+b") as clear:
            encrypted.replace(file)
            files.keep_names(file.parent)
            files.write_over(clear)
        return
    files.keep_names(file.parent)
    encrypted.replace(file)
    files.keep_names(file.parent)
    leftovers.end_in_clear(in_clear)


def _copy_encrypted(clear: Path, made: Path, key: Secret) -> None:
    plain = driver.connect(str(clear), isolation_level=None)
    try:
        plain.execute("PRAGMA temp_store=MEMORY")
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        plain.execute("PRAGMA journal_mode=DELETE")
        plain.execute(
            "ATTACH DATABASE ? AS encrypted KEY ?", (str(made), f"x'{key.hex()}'")
        )
        plain.execute("SELECT sqlcipher_export('encrypted')")
        plain.execute("DETACH DATABASE encrypted")
    finally:
        plain.close()
