"""Looks into a backup, and makes a register of it where there is none."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tasjil.errors import NotInRegister, RegisterError
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register import files, home, permissions, replay, verify
from tasjil.register.copies import contents as inside
from tasjil.register.copies.contents import Contents, Manifest
from tasjil.register.copies.rows_across import copy_rows
from tasjil.register.copies.workplace import Stages, in_silence, workplace
from tasjil.register.deeds import Deed
from tasjil.register.door import users
from tasjil.register.keys import keyfile, ring
from tasjil.register.keys.keyfile import KeyFile, StoreAt
from tasjil.register.keys.ring import Key, Opened
from tasjil.register.parcels import parcel
from tasjil.register.parcels.kinds import BACKUP
from tasjil.register.parcels.parcel import Unlocked
from tasjil.register.parcels.ways import Brought
from tasjil.register.postgresql import address
from tasjil.register.postgresql import schema as server
from tasjil.register.secret import Secret
from tasjil.register.signatures.checkpoints import Brought as Held
from tasjil.register.store import Store
from tasjil.register.tree.checkpoint import LogKey, Signed
from tasjil.register.verify import Verified


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that was found whole.

    Attributes:
        missing: How many entries a checkpoint that was brought has and it has not;
            None where none was brought.
        opens: Whose keys open it.
        beside: The case's own files that came with it.
    """

    manifest: Manifest
    verified: Verified
    missing: int | None
    opens: tuple[UserId, ...]
    beside: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """What to open a backup with, and what to hold it against.

    Attributes:
        kept_elsewhere: Checkpoints of this log, from after the backup or before.
        way_in: For whoever has no key of the case: a new one, for its first lead or
            for the user it names.
    """

    file: Path
    brought: Brought
    kept_elsewhere: Sequence[Signed] = ()
    way_in: Key | None = None


def check(asked: Asked, within: Path, stages: Stages = in_silence) -> Checked:
    """Check everything in a backup, and make no register of it.

    Args:
        asked: What to open it with.
        within: A folder with room for the register; what is put there is encrypted,
            and removed again.
        stages: Told how far it is.

    Raises:
        BadBackup: It is no whole backup.
        CannotUnlock: Nothing that was brought opens it.
        LogBroken: What is in it is not whole.
    """
    with files.disk_said():
        found = parcel.unlock(asked.file, BACKUP, asked.brought)
        contents = inside.read(found)
        with workplace(within) as place:
            taken = _take_out(found, contents, place, stages)
            return _check(contents, taken, place, asked, stages)


def restore(asked: Asked, folder: Path, stages: Stages = in_silence) -> Checked:
    """Make a register of a backup, once all of it was checked.

    It stands on the server of DATABASE_URL where that is set, else in a file. A crash
    leaves no register. The keys that opened the case when the backup was made open it
    again; the register itself gets a new one.

    Raises:
        RegisterError: There is a register already, or it cannot be written.
        NotAllowed: The user whose key opened the backup may not.
        As `check` does.
    """
    with files.alone(folder), files.disk_said():
        home.refuse_over(folder)
        found = parcel.unlock(asked.file, BACKUP, asked.brought)
        contents, user = inside.read(found), found.user
        with workplace(folder) as place:
            taken = _take_out(found, contents, place, stages)
            checked = _check(contents, taken, place, asked, stages)
            with _store_of(place, taken) as store:
                if user is not None and not contents.manifest.travel:
                    permissions.require(_user(store, user), Deed.RESTORE)
                keys, key = _new_keys(contents, asked.way_in, store)
            _put_in_place(place, taken, folder, (keys, key), stages)
    return checked


def _take_out(
    found: Unlocked, contents: Contents, place: Path, stages: Stages
) -> Opened:
    """Lay a backup out as a register that is opened with its own key."""
    found.take_out(place / keyfile.STORE, stages("Taking out"))
    store = StoreAt(travel=contents.manifest.travel)
    keyfile.write(place, replace(contents.keys, store=store))
    signing = None if contents.signing is None else bytes.fromhex(contents.signing)
    taken = Opened(
        user=found.user or ring.LEAD,
        office=contents.keys.office,
        store=store,
        private=Secret(b""),
        register_key=Secret(bytes.fromhex(contents.register_key)),
        signing=None if signing is None else Secret(signing),
        box=None,
    )
    with _store_of(place, taken) as kept:
        kept.require_log()
        # Made by an earlier tasjil: brought up here, where nobody relies on it yet.
        kept.migrate(then=lambda: replay.refold(kept))
    return taken


@contextmanager
def _store_of(folder: Path, opened: Opened, *, writes: bool = True) -> Iterator[Store]:
    store = Store(home.database(folder, opened, writes=writes))
    try:
        yield store
    finally:
        store.close()


def _check(
    contents: Contents, taken: Opened, place: Path, asked: Asked, stages: Stages
) -> Checked:
    told = contents.manifest
    key = LogKey(bytes.fromhex(told.public_key))
    for each in asked.kept_elsewhere:
        each.check(key)
    sizes = [each.size for each in asked.kept_elsewhere]
    missing = max(0, max(sizes) - told.entries) if sizes else None
    held = [each for each in asked.kept_elsewhere if each.size <= told.entries]
    verified = verify.verify_register(
        place, taken, stages("Checking entries"), Held(held)
    )
    if (verified.entries, verified.head) != (told.entries, told.head):
        raise BACKUP.broken()
    opens = tuple(dict.fromkeys(slot.user for slot in contents.keys.slots))
    return Checked(told, verified, missing, opens, contents.beside)


def _user(store: Store, id: UserId) -> User:
    """Give a user as the log of the backup knows them."""
    found = users.find(store, id)
    if found is None:
        raise NotInRegister(
            "expected a user of the case, found one that its log does not know; name "
            "another with --as"
        )
    return found


def _new_keys(
    contents: Contents, way_in: Key | None, store: Store
) -> tuple[KeyFile, Secret]:
    """Give the register a new key, and grant it to all who could open the case."""
    key, keys = Secret.fresh(), contents.keys
    grants = [ring.granted(slot, "register", key) for slot in keys.slots]
    slots = keys.slots
    if way_in is not None:
        user = _user(store, way_in.user or _first_lead(store)).id
        slot = ring.new_slot(replace(way_in, user=user), Secret.fresh())
        # Before the old one, which still opens the box with its passphrase.
        slots = (slot, *slots)
        grants.append(ring.granted(slot, "register", key))
        if contents.signing is not None:
            signing = Secret(bytes.fromhex(contents.signing))
            grants.append(ring.granted(slot, "signing", signing))
    made = replace(
        keys,
        store=StoreAt(travel=contents.manifest.travel),
        slots=slots,
        grants=(*keys.grants, *grants),
    )
    return made, key


def _first_lead(store: Store) -> UserId:
    for user in users.users(store):
        if user.role is Role.LEAD and user.active:
            return user.id
    raise NotInRegister(
        "expected a lead in the case of the backup, found none; name a user of it with "
        "--as"
    )


def _put_in_place(
    place: Path,
    taken: Opened,
    folder: Path,
    new: tuple[KeyFile, Secret],
    stages: Stages,
) -> None:
    keys, key = new
    url = address.given()
    if url is not None:
        _put_on_server(place, taken, folder, keys, url, stages)
        return
    with _store_of(place, taken) as store:
        home.change_key(store, key)
    files.keep(place / keyfile.STORE)
    keyfile.write(folder, keys)
    files.move(place / keyfile.STORE, folder / keyfile.STORE)


def _put_on_server(
    place: Path,
    taken: Opened,
    folder: Path,
    keys: KeyFile,
    url: str,
    stages: Stages,
) -> None:
    """Copy into a schema of its own; the keys come last, as where one is made new."""
    schema = server.create(url)
    store = replace(keys.store, kind="postgresql", schema=schema)
    try:
        there = replace(taken, store=store)
        with (
            _store_of(place, taken, writes=False) as source,
            _store_of(folder, there) as target,
            source.transaction(),
        ):
            copy_rows(source, target, stages("Copying"))
        keyfile.write(place, replace(keys, store=store))
        verify.verify_register(place, there, stages("Checking entries"))
        keyfile.write(folder, replace(keys, store=store))
    except BaseException:
        with suppress(RegisterError):
            server.drop(schema, url)
        raise
