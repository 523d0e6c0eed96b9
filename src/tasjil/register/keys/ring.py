"""Opening a register with what a person brings, and changing who can."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

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

P = ParamSpec("P")

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
    """

    user: UserId | None = None
    passphrase: str | None = field(default=None, repr=False)


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
    slots = [slot for slot in keys.slots if key.user in (None, slot.user)]
    if not slots:
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
    raise CannotUnlock(_why(key, tried))


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


def _machine_folder() -> Path:
    return platformdirs.user_data_path("tasjil", appauthor=False) / "keys"


def _machine_key(name: str) -> Secret | None:
    try:
        found = bytes.fromhex((_machine_folder() / f"{name}.key").read_text())
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
        path = _machine_folder() / f"{name}.key"
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


def _in_turn(
    change: Callable[Concatenate[Path, P], None],
) -> Callable[Concatenate[Path, P], None]:
    """Let one program at a time change the keys: none writes over another's change."""

    @wraps(change)
    def changed(folder: Path, /, *given: P.args, **named: P.kwargs) -> None:
        with files.alone(folder):
            change(folder, *given, **named)

    return changed


@_in_turn
def change_passphrase(folder: Path, opened: Opened, passphrase: str | None) -> None:
    """Give the person who came in another passphrase, or a key of this machine.

    Nothing but their slot is written; the register itself stays as it is.
    """
    keys = keyfile.read(folder)
    fresh_slot = new_slot(Key(opened.user, passphrase), opened.private)
    # By their key, not their name: a restored register can hold two ways in for one.
    others = tuple(slot for slot in keys.slots if slot.public != fresh_slot.public)
    gone = [slot for slot in keys.slots if slot.public == fresh_slot.public]
    keyfile.write(folder, replace(keys, slots=(*others, fresh_slot)))
    _forget_machine_keys(gone)


def _forget_machine_keys(slots: list[Slot]) -> None:
    for slot in slots:
        if slot.machine is not None:
            (_machine_folder() / f"{slot.machine}.key").unlink(missing_ok=True)


@_in_turn
def add_slot(folder: Path, opened: Opened, key: Key) -> None:
    """Let one more person in: to the register and its signature, not to the box.

    Raises:
        CannotUnlock: Somebody of that name can open it already.
    """
    keys = keyfile.read(folder)
    if any(slot.user == key.user for slot in keys.slots):
        raise CannotUnlock(
            "expected the name of a new user, found one who can open this register "
            "already; choose another name"
        )
    slot = new_slot(key, Secret.fresh())
    every: dict[What, Secret | None] = {
        "register": opened.register_key,
        "signing": opened.signing,
    }
    grants = tuple(granted(slot, what, each) for what, each in every.items() if each)
    keyfile.write(
        folder,
        replace(keys, slots=(*keys.slots, slot), grants=(*keys.grants, *grants)),
    )


@_in_turn
def remove_slot(folder: Path, user: UserId) -> None:
    """Take a person's way in away; what they copied before, they still have.

    Raises:
        CannotUnlock: Nobody else could open the register, or its sealed box.
    """
    keys = keyfile.read(folder)
    keep_a_way_in(keys, user)
    gone = [slot for slot in keys.slots if slot.user == user]
    slots = tuple(slot for slot in keys.slots if slot.user != user)
    grants = tuple(grant for grant in keys.grants if grant.user != user)
    keyfile.write(folder, replace(keys, slots=slots, grants=grants))
    _forget_machine_keys(gone)


def keep_a_way_in(keys: KeyFile, user: UserId) -> None:
    """Refuse to let the last person go who can open the register, or its sealed box."""
    if not any(slot.user != user for slot in keys.slots):
        raise CannotUnlock(
            "expected that somebody can still open the register, found that nobody "
            "could; add another user first"
        )
    keep_the_box(keys, user)


def keep_the_box(keys: KeyFile, user: UserId) -> None:
    """Refuse to take the key of the box from the last who has it: it would be lost."""
    able = {grant.user for grant in keys.grants if grant.what == "box"}
    if able == {user}:
        raise CannotUnlock(
            "expected that somebody can still open the sealed box, found that nobody "
            "could; grant it to another user first: tasjil grant CASE USER"
        )


@_in_turn
def grant_box(folder: Path, opened: Opened, user: UserId) -> None:
    """Let a person read the sealed box.

    Raises:
        CannotUnlock: The one who grants has no grant, or there is no such person.
    """
    if opened.box is None:
        raise CannotUnlock(
            "expected somebody who can open the sealed box, found a user without that "
            "grant; ask a person who has it to grant it"
        )
    keys = keyfile.read(folder)
    slot = next((slot for slot in keys.slots if slot.user == user), None)
    if slot is None:
        raise CannotUnlock("nobody of that name can open this register; add them first")
    others = tuple(
        grant for grant in keys.grants if (grant.user, grant.what) != (user, "box")
    )
    keyfile.write(
        folder, replace(keys, grants=(*others, granted(slot, "box", opened.box)))
    )


@_in_turn
def take_box(folder: Path, user: UserId) -> None:
    """Take the grant of the sealed box from a person.

    Raises:
        CannotUnlock: Nobody else has it.
    """
    keys = keyfile.read(folder)
    keep_the_box(keys, user)
    kept = tuple(
        grant for grant in keys.grants if (grant.user, grant.what) != (user, "box")
    )
    keyfile.write(folder, replace(keys, grants=kept))


def holders(folder: Path) -> dict[UserId, frozenset[What]]:
    """Say who can open the register, and which of its keys each holds."""
    keys = keyfile.read(folder)
    return {
        slot.user: frozenset(
            grant.what for grant in keys.grants if grant.user == slot.user
        )
        for slot in keys.slots
    }
