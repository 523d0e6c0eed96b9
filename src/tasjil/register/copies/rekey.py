"""Gives a register and its box other keys, as after somebody left who had them.

Two things change that no disk changes at once: the store, and the file of keys beside
it. So the file of keys holds both first, old and pending; then the store changes, in
transactions; then the old keys go. Cut off in between, `settle` finds in the store
which keys it has, when somebody opens it next.
"""

import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from tasjil.errors import BoxClosed, NotAllowed
from tasjil.model.decision import check_decision
from tasjil.model.ids import Reference
from tasjil.register import files, home, log
from tasjil.register.border import translated
from tasjil.register.box import sealing as box
from tasjil.register.box.sealing import SealedIdentity
from tasjil.register.deeds import Deed
from tasjil.register.door import gate, users
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.keys import keyfile, ring
from tasjil.register.keys.keyfile import Grant, KeyFile, Pending, What
from tasjil.register.keys.ring import Opened
from tasjil.register.secret import Secret
from tasjil.register.store import TRAVEL, Entry, Sealed, Store

GUARD = "sealed_never_changes"


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What got another key.

    Attributes:
        register: The file; on a server there is none to write anew.
        box: Whoever did it needs the grant of the box.
        people: How many in the box were wrapped anew.
        gone: How many ways in were taken away, of users who left the case.
        opened: The keys as they are now, for whoever changed them.
    """

    register: bool
    box: bool
    people: int
    gone: int
    opened: Opened


def rekey(
    store: Store, folder: Path, opened: Opened, at: datetime, because: str
) -> Rekeyed:
    """Change the keys, and grant them to everybody who has them and still works here.

    The entry that says so is in the same transaction as the box, and comes last: when
    it is there, all of it is done.

    Raises:
        NotAllowed: You are no lead, or this is a travel copy.
        RegisterError: Somebody else has the register open.
    """
    check_decision(opened.user, at.isoformat(), because)
    if store.travels:
        raise NotAllowed(TRAVEL)
    gate.look(store, Deed.REKEY)
    with files.alone(folder):
        keys = _of_those_who_stay(store, keyfile.read(folder))
        gone = len(keyfile.read(folder).slots) - len(keys.slots)
        fresh = _drawn(keys, opened)
        pending = Pending(secrets.token_hex(8), _grants(keys, fresh))
        keyfile.write(folder, replace(keys, pending=pending))
        on_file = store.connection.vendor == "sqlite"
        if on_file:
            home.change_key(store, fresh["register"])
        people = _change_box(store, opened, fresh.get("box"), pending.id, at, because)
        keyfile.write(folder, _promoted(replace(keys, pending=pending), fresh))
    now = replace(
        opened,
        register_key=fresh.get("register", opened.register_key),
        box=fresh.get("box"),
    )
    return Rekeyed(on_file, "box" in fresh, people, gone, now)


def _of_those_who_stay(store: Store, keys: KeyFile) -> KeyFile:
    active = {user.id for user in users.users(store) if user.active}
    slots = tuple(slot for slot in keys.slots if slot.user in active)
    grants = tuple(grant for grant in keys.grants if grant.user in active)
    return replace(keys, slots=slots, grants=grants)


def _drawn(keys: KeyFile, opened: Opened) -> dict[What, Secret]:
    fresh: dict[What, Secret] = {}
    if keys.store.kind == "sqlcipher":
        fresh["register"] = Secret.fresh()
    if opened.box is not None:
        fresh["box"] = Secret.fresh()
    if not fresh:
        raise BoxClosed(
            "expected somebody who was granted the sealed box, found a user who was "
            "not, and on a server there is no other key to change; ask somebody who "
            "has the box"
        )
    return fresh


def _grants(keys: KeyFile, fresh: dict[What, Secret]) -> tuple[Grant, ...]:
    """Grant each key again to whoever was granted the old one.

    A way in that a restored backup gave somebody stands before their old one, and has
    no grant of the box: so the box goes to the last.
    """
    made = []
    for user, what in dict.fromkeys((each.user, each.what) for each in keys.grants):
        if what in fresh:
            slots = [slot for slot in keys.slots if slot.user == user]
            for slot in slots[-1:] if what == "box" else slots:
                made.append(ring.granted(slot, what, fresh[what]))
    return tuple(made)


def _promoted(keys: KeyFile, what: Collection[What]) -> KeyFile:
    """Let pending keys take the place of the old ones, where the store has them."""
    if keys.pending is None:
        return keys
    stay = tuple(grant for grant in keys.grants if grant.what not in what)
    come = tuple(grant for grant in keys.pending.grants if grant.what in what)
    return replace(keys, grants=(*stay, *come), pending=None)


def _change_box(
    store: Store,
    opened: Opened,
    fresh: Secret | None,
    id: str,
    at: datetime,
    because: str,
) -> int:
    """Wrap everybody's key anew and write it down, in one transaction."""
    people = 0
    changed = NewEntry(EntryKind.KEYS_CHANGED, {"keys": id}, because=because)
    with store.transaction(), _guard_away(store):
        if opened.box is not None and fresh is not None:
            people = _wrap_anew(store, opened.box, fresh)
        log.write(store, [changed], opened.user, at)
    return people


def _wrap_anew(store: Store, old: Secret, new: Secret) -> int:
    rows = Sealed.objects.using(store.alias)
    people = 0
    for row in list(rows.exclude(key=None).order_by("reference")):
        who = Reference(row.reference)
        sealed = SealedIdentity(who, bytes(row.data or b""), bytes(row.key or b""))
        key = box.wrap_anew(bytes(old), bytes(new), sealed, secrets.token_bytes)
        rows.filter(pk=row.pk).update(key=key)
        people += 1
    return people


@contextmanager
def _guard_away(store: Store) -> Iterator[None]:
    """Take the guard on the box away, and put the same one back, in a transaction.

    Nothing else may change a wrapped key: that would be to destroy somebody unseen.
    """
    table = Sealed._meta.db_table
    with store.connection.cursor() as cursor:
        if store.connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {GUARD}")
            yield
            cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {GUARD}")
            return
        cursor.execute("SELECT sql FROM sqlite_schema WHERE name = %s", [GUARD])
        (guard,) = cursor.fetchone()
        cursor.execute(f"DROP TRIGGER {GUARD}")
        yield
        cursor.execute(guard)


def settle(store: Store, folder: Path, opened: Opened) -> Opened:
    """Keep the keys that a store has, where a change of keys was cut off.

    Args:
        store: The register, opened with whichever key opens it.
        folder: Where it lives.
        opened: What opened it.

    Returns:
        The keys that belong together.
    """
    if keyfile.read(folder).pending is None:
        return opened
    with files.alone(folder):
        keys = keyfile.read(folder)
        if keys.pending is not None:
            has = _changed(store, opened, keys, keys.pending)
            keys = _promoted(keys, has)
            keyfile.write(folder, keys)
        held = ring.held(keys.grants, opened.user, opened.private)
    return replace(opened, box=held.get("box"))


def _changed(
    store: Store, opened: Opened, keys: KeyFile, pending: Pending
) -> frozenset[What]:
    """Say which keys the store has already got."""
    has: set[What] = set()
    old = ring.held(keys.grants, opened.user, opened.private).get("register")
    if old is not None and bytes(old) != bytes(opened.register_key):
        has.add("register")
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.KEYS_CHANGED)
    with translated():
        bodies = list(rows.values_list("body", flat=True))
    if any(msgspec.json.decode(body)["keys"] == pending.id for body in bodies):
        has.add("box")
    return frozenset(has)
