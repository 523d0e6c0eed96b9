"""Makes a backup while others write: one encrypted file, whole or not there at all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from tasjil import __version__
from tasjil.errors import NotAllowed
from tasjil.register import files, home, log
from tasjil.register.border import translated
from tasjil.register.canonical import utc
from tasjil.register.copies.contents import Contents, Manifest, sealed
from tasjil.register.copies.rows_across import copy_rows
from tasjil.register.copies.workplace import (
    Stages,
    clear_beside,
    in_silence,
    workplace,
)
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.keys import keyfile
from tasjil.register.keys.keyfile import KeyFile
from tasjil.register.keys.ring import Opened
from tasjil.register.parcels import parcel, ways
from tasjil.register.parcels.kinds import BACKUP
from tasjil.register.parcels.ways import Closing
from tasjil.register.secret import Secret
from tasjil.register.signatures import checkpoints
from tasjil.register.store import TRAVEL, Checkpoint, Entry, Store, sqlcipher


@dataclass(frozen=True, slots=True)
class Asked:
    """How somebody wants a backup.

    Attributes:
        out: Its file.
        closing: What shall open it.
        travel: Leave the sealed box and the office's signature at home.
        replace: A file of that name may go.
        beside: The case's own files, by name, to take along.
    """

    out: Path
    closing: Closing = Closing()
    travel: bool = False
    replace: bool = False
    beside: Mapping[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made.

    Attributes:
        digest: SHA-256 of the file, as the log has it.
        entries: How long the log in it is.
        head: The digest of the last entry in it.
    """

    out: Path
    digest: str
    entries: int
    head: str
    travel: bool


def make(
    store: Store,
    folder: Path,
    opened: Opened,
    asked: Asked,
    at: datetime,
    stages: Stages = in_silence,
) -> Made:
    """Copy a register into one file, and write down who took it.

    The entry comes before the file gets its name: so no copy is off the record, and it
    is not in the copy itself. A crash leaves a whole backup, or none and nothing but
    an encrypted rest that nobody can open.

    Raises:
        RegisterError: There is a file of that name, or the disk refuses.
        NotAllowed: It is a travel copy itself.
    """
    if store.travels:
        raise NotAllowed(TRAVEL)
    gate.look(store, Deed.BACK_UP)
    keys = keyfile.read(folder)
    closed = ways.close(BACKUP, asked.closing, keys.slots)
    with files.disk_said():
        if asked.out.exists() and not asked.replace:
            raise FileExistsError
        clear_beside(asked.out)
        checkpoints.sign_log(store, checkpoints.signing_key(opened))
        with workplace(folder) as place:
            copy, register_key = place / keyfile.STORE, Secret.fresh()
            manifest = _copy(folder, opened, copy, register_key, asked, at, stages)
            contents = _contents(manifest, keys, opened, register_key, asked)
            with files.in_the_making(asked.out, replace=asked.replace) as made:
                digest = parcel.write(made, copy, sealed(contents), closed)
                _write_down(store, opened, manifest, digest, at)
    return Made(asked.out, digest, manifest.entries, manifest.head, manifest.travel)


def _copy(
    folder: Path,
    opened: Opened,
    copy: Path,
    key: Secret,
    asked: Asked,
    at: datetime,
    stages: Stages,
) -> Manifest:
    """Copy the register as it is at one moment; say what that is."""
    source = Store(home.database(folder, opened, writes=False))
    target = empty_file(copy, key)
    try:
        with source.transaction():
            copy_rows(source, target, stages("Copying"), without_box=asked.travel)
            return _manifest(source, opened, asked.travel, at)
    finally:
        source.close()
        target.close()


def empty_file(path: Path, key: Secret) -> Store:
    """Make a register's file without a log; it lasts only once it was kept."""
    path.touch(mode=0o600)
    target = Store(sqlcipher(path, key))
    try:
        with translated(), target.connection.cursor() as cursor:
            # Nothing is put back, and nothing waits for the disk: after a crash it is
            # thrown away, and it is whole on the disk before anybody relies on it.
            cursor.execute("PRAGMA journal_mode=OFF")
            cursor.execute("PRAGMA synchronous=OFF")
        target.migrate()
    except BaseException:
        target.close()
        raise
    return target


def _manifest(source: Store, opened: Opened, travel: bool, at: datetime) -> Manifest:
    with translated():
        end = log.head(source)
        last = Entry.objects.using(source.alias).filter(pk=end.size)
        notes = Checkpoint.objects.using(source.alias).order_by("-size")
        return Manifest(
            office=opened.office.name,
            public_key=opened.office.public_key,
            entries=end.size,
            head=end.digest,
            last=last.values_list("at", flat=True).first() or "",
            checkpoint=notes.values_list("note", flat=True).first(),
            at=utc(at),
            program=f"tasjil/{__version__}",
            travel=travel,
        )


def _contents(
    manifest: Manifest, keys: KeyFile, opened: Opened, key: Secret, asked: Asked
) -> Contents:
    """Put together the sealed part; the key of the live register stays at home."""
    stays = ("register", "signing", "box") if asked.travel else ("register",)
    grants = tuple(grant for grant in keys.grants if grant.what not in stays)
    signing = None if asked.travel or opened.signing is None else opened.signing.hex()
    return Contents(
        manifest=manifest,
        keys=replace(keys, grants=grants, pending=None),
        register_key=key.hex(),
        signing=signing,
        beside=dict(asked.beside or {}),
    )


def _write_down(
    store: Store, opened: Opened, manifest: Manifest, digest: str, at: datetime
) -> None:
    body = {
        "backup": f"sha256:{digest}",
        "entries": manifest.entries,
        "travel": manifest.travel,
    }
    with store.transaction():
        log.write(store, [NewEntry(EntryKind.BACKUP_MADE, body)], opened.user, at)


def last_backup(store: Store) -> datetime | None:
    """Say when the last whole backup was made; a travel copy is none."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.BACKUP_MADE)
    with translated():
        told = rows.order_by("-seq").values_list("at", "body")
        for at, body in told.iterator():
            if not msgspec.json.decode(body)["travel"]:
                return datetime.fromisoformat(at)
    return None


def begun(store: Store) -> datetime | None:
    """Say when the first entry was written; None where the log is empty."""
    rows = Entry.objects.using(store.alias).filter(pk=1)
    with translated():
        at = rows.values_list("at", flat=True).first()
    return None if at is None else datetime.fromisoformat(at)
