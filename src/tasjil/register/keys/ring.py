"""Opening a register with what a person brings, and making a way in for somebody."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import platformdirs

from tasjil.errors import BadValue, CannotUnlock
from tasjil.model.ids import UserId
from tasjil.model.users import check_user_id
from tasjil.register import files
from tasjil.register.keys import keyfile, opens
from tasjil.register.keys.keyfile import Grant, KeyFile, Office, Slot, StoreAt, What
from tasjil.register.keys.seal import (
    Stretch,
    give,
    public_of,
    take,
    unwrap,
    verifies,
    wrap,
)
from tasjil.register.secret import Secret

LEAD = UserId("lead")
"""What the first user is called where nobody says otherwise; it names no one."""
SHORTEST = 8
"""Characters of a passphrase; four or five random words are what to aim for."""
SLOT = "tasjil-keys/1 slot"


@dataclass(frozen=True, slots=True)
class Key:
    """What a person brings to open a register.

    Attributes:
        user: Who they are; None where the passphrase says it.
        passphrase: None to use the key that was made on this machine.
        private: Their own key, from when they came in before: for a program that opens
            the register again and again for whoever sits at it.
    """

    user: UserId | None = None
    passphrase: str | None = field(default=None, repr=False)
    private: Secret | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a key opened: who came in, and the keys they hold.

    Attributes:
        private: The person's own key; opens what is granted to them.
        register_key: Of the whole store.
        signing: Of the office's signature, the seed of an Ed25519 key; None in a
            travel copy.
        box: Of the sealed box; None where the person has no grant.
    """

    user: UserId
    office: Office
    store: StoreAt
    private: Secret
    register_key: Secret
    signing: Secret | None
    box: Secret | None


def fresh(office: str, key: Key, store: StoreAt) -> tuple[KeyFile, Opened]:
    """Draw the keys of a new register, with one person who holds all of them.

    Args:
        office: What the office calls itself.
        key: The first user's; their machine keeps a key where it has no passphrase.
        store: Where the register will stand.
    """
    private, register_key, box = Secret.fresh(), Secret.fresh(), Secret.fresh()
    signing = Secret.fresh()
    public = verifies(signing).hex()
    user = key.user or LEAD
    slot = new_slot(replace(key, user=user), private)
    every: dict[What, Secret] = {
        "register": register_key,
        "signing": signing,
        "box": box,
    }
    grants = tuple(granted(slot, what, every[what]) for what in every)
    made = KeyFile(Office(office, public), store, (slot,), grants)
    opened = Opened(user, made.office, store, private, register_key, signing, box)
    return made, opened


def unlock(folder: Path, key: Key) -> Opened:
    """Open the keys of a register.

    Raises:
        CannotUnlock: No passphrase, the wrong one, nobody of that name, or somebody
            exchanged the key that stands in clear.
        NoRegister: There are no keys.
    """
    keys = keyfile.read(folder)
    slot, private = open_slot(keys, key)
    mine = held(keys.grants, slot.user, private)
    register_key, signing = mine.get("register"), mine.get("signing")
    if keys.pending is not None and keys.store.kind == "sqlcipher":
        other = held(keys.pending.grants, slot.user, private).get("register")
        register_key = opens.first(folder / keyfile.STORE, (register_key, other))
    if register_key is None or (signing is None and not keys.store.travel):
        raise CannotUnlock(
            f"expected in {keyfile.NAME} what was granted to you, found it damaged or "
            "taken away; ask the lead, or put the file back from your last backup"
        )
    if signing is not None and bytes.fromhex(keys.office.public_key) != verifies(
        signing
    ):
        raise CannotUnlock(
            f"expected in {keyfile.NAME} the public key of the one that signs for the "
            "office, found another office's key; put the file back from your last "
            "backup"
        )
    return Opened(
        slot.user,
        keys.office,
        keys.store,
        private,
        register_key,
        signing,
        mine.get("box"),
    )


def held(grants: Iterable[Grant], user: UserId, private: Secret) -> dict[What, Secret]:
    """Open what was granted to somebody with this private key of theirs."""
    opened: dict[What, Secret] = {}
    for grant in grants:
        if grant.user == user:
            found = take(private, bytes.fromhex(grant.sealed), _purpose(grant.what))
            if found is not None:
                opened[grant.what] = found
    return opened


def open_slot(keys: KeyFile, key: Key) -> tuple[Slot, Secret]:
    """Find the way in that a key opens, and the private key behind it."""
    if key.private is not None:
        return _slot_of(keys, key, key.private), key.private
    slots = [slot for slot in keys.slots if key.user in (None, slot.user)]
    if not slots:
        _take_as_long(key)
        raise CannotUnlock(
            "nobody of that name can open this register; check the name, or ask the "
            "lead to add you"
        )
    tried = False
    for slot in slots:
        opener = _opener(slot, key)
        if opener is None:
            continue
        tried = True
        private = unwrap(opener, bytes.fromhex(slot.sealed), SLOT)
        if private is not None:
            return slot, private
    if not tried:
        _take_as_long(key)
    raise CannotUnlock(_why(key, tried))


def _take_as_long(key: Key) -> None:
    """Stretch a passphrase for nothing, so that the time does not tell who is known."""
    if key.passphrase is not None:
        Stretch(secrets.token_bytes(16)).key(key.passphrase)


def _slot_of(keys: KeyFile, key: Key, private: Secret) -> Slot:
    """Find the way in that has this key behind it; none has where it was taken away."""
    public = public_of(private).hex()
    for slot in keys.slots:
        if slot.public == public and key.user in (None, slot.user):
            return slot
    raise CannotUnlock(
        "expected a key that opened this register before, found that it opens it no "
        "more; sign in again, or ask the lead whether you were taken off the case"
    )


def _why(key: Key, tried: bool) -> str:
    if key.passphrase is None and not tried:
        return (
            "this register is locked: expected a passphrase, got none; type it when "
            "asked, or name a file that holds it in TASJIL_PASSPHRASE_FILE"
        )
    if tried and key.passphrase is None:
        return (
            "the key that this machine keeps does not open this register; use your "
            "passphrase, or the machine on which the register was made"
        )
    return (
        "the passphrase does not open this register; check the language of the "
        "keyboard and the capitals, and try again: nothing is lost by trying"
    )


def _opener(slot: Slot, key: Key) -> Secret | None:
    """Make what opens a slot from what the person brings, if it is of that kind."""
    if slot.machine is not None:
        return _machine_key(slot.machine) if key.passphrase is None else None
    if key.passphrase is None or slot.salt is None:
        return None
    salt = bytes.fromhex(slot.salt)
    return Stretch(salt, slot.memory, slot.passes, slot.lanes).key(key.passphrase)


def has_machine_key(folder: Path) -> bool:
    """Tell whether this machine can open a register without a passphrase."""
    machines = (slot.machine for slot in keyfile.read(folder).slots)
    return any(name is not None and _machine_key(name) for name in machines)


def machine_folder() -> Path:
    """Say where this machine keeps its keys: with the user, never with the case."""
    return platformdirs.user_data_path("tasjil", appauthor=False) / "keys"


def _machine_key(name: str) -> Secret | None:
    try:
        found = bytes.fromhex((machine_folder() / f"{name}.key").read_text())
    except (OSError, ValueError):
        return None
    # One that was cut short opens nothing, as if it were not there.
    return Secret(found) if len(found) == keyfile.LENGTH else None


def new_slot(key: Key, private: Secret) -> Slot:
    """Make a person's way in, under a passphrase or a key of this machine."""
    if key.user is None:
        raise BadValue("expected the name of a user for the new key, got none")
    check_user_id(key.user)
    public = public_of(private).hex()
    if key.passphrase is None:
        name, opener = secrets.token_hex(8), Secret.fresh()
        path = machine_folder() / f"{name}.key"
        path.parent.mkdir(mode=files.ONLY_YOU, parents=True, exist_ok=True)
        files.write_private(path, opener.hex().encode())
        sealed = wrap(opener, private, SLOT).hex()
        return Slot(key.user, public, sealed, machine=name)
    if len(key.passphrase) < SHORTEST:
        raise CannotUnlock(
            f"expected a passphrase of {SHORTEST} characters or more, got a shorter "
            "one; four or five words that have nothing to do with each other are good"
        )
    stretch = Stretch(secrets.token_bytes(16))
    sealed = wrap(stretch.key(key.passphrase), private, SLOT).hex()
    return Slot(
        key.user,
        public,
        sealed,
        stretch.salt.hex(),
        stretch.memory,
        stretch.passes,
        stretch.lanes,
    )


def granted(slot: Slot, what: What, key: Secret) -> Grant:
    """Seal a key of the register to whoever has this way in."""
    sealed = give(bytes.fromhex(slot.public), key, _purpose(what))
    return Grant(slot.user, what, sealed.hex())


def _purpose(what: What) -> str:
    return f"tasjil-keys/1 {what}"


def holders(folder: Path) -> dict[UserId, frozenset[What]]:
    """Say who can open the register, and which of its keys each holds."""
    keys = keyfile.read(folder)
    return {
        slot.user: frozenset(
            grant.what for grant in keys.grants if grant.user == slot.user
        )
        for slot in keys.slots
    }
