"""What opens a parcel: a passphrase, age identities, or what opens the case it is of.

A parcel has one random key. Each way in holds that key under something else: under a
stretched passphrase, sealed to the key of a user of the case (whose passphrase then
opens a backup as it opens the case), or in a small age file (age-encryption.org),
which any tool for age can open.
"""

from dataclasses import dataclass, field

from tasjil.errors import CannotUnlock
from tasjil.model.ids import UserId
from tasjil.register.keys import ring
from tasjil.register.keys.keyfile import KeyFile, Office, Slot, StoreAt
from tasjil.register.keys.ring import Key
from tasjil.register.keys.seal import Stretch, give, take, unwrap, wrap
from tasjil.register.parcels import age
from tasjil.register.parcels.kinds import Kind
from tasjil.register.secret import Secret

PURPOSE = "tasjil-parcel/1 key"


@dataclass(frozen=True, slots=True)
class Closing:
    """What shall open a parcel; nothing said: what opens its case.

    Attributes:
        passphrase: One of the parcel's own.
        recipients: Public keys of age or SSH; each opens it alone.
    """

    passphrase: str | None = field(default=None, repr=False)
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person brings to open a parcel.

    Attributes:
        key: A passphrase, or none for the key that this machine keeps of the case.
        identity: What stands in a file of age identities, or in an SSH key's file.
        opened: What another tool got out of `key.age`.
    """

    key: Key = Key()
    identity: bytes | None = field(default=None, repr=False)
    opened: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class UserWay:
    """A user's way into their case, and the parcel's key sealed to them; hex."""

    slot: Slot
    sealed: str


@dataclass(frozen=True, slots=True)
class PassphraseWay:
    """A stretched passphrase, and the parcel's key under it; hex."""

    salt: str
    memory: int
    passes: int
    lanes: int
    sealed: str


@dataclass(frozen=True, slots=True)
class Ways:
    """Every way into one parcel; all of it can be seen by whoever has the file."""

    users: tuple[UserWay, ...] = ()
    passphrase: PassphraseWay | None = None
    age: bytes | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """The key of a parcel that is about to be written, and all that shall open it."""

    kind: Kind
    key: Secret
    ways: Ways


def close(kind: Kind, closing: Closing, slots: tuple[Slot, ...] = ()) -> Closed:
    """Draw the key of a parcel, and put it under all that shall open it.

    Raises:
        CannotUnlock: The passphrase is too short, or nothing would open it elsewhere.
        BadValue: A recipient is none.
    """
    key = Secret.fresh()
    if closing.passphrase is None and not closing.recipients:
        if all(slot.machine is not None for slot in slots):
            raise CannotUnlock(kind.bare)
        return Closed(kind, key, Ways(tuple(_user(key, slot) for slot in slots)))
    ways = Ways(
        passphrase=_stretched(key, closing.passphrase),
        age=_to_age(key, closing.recipients) if closing.recipients else None,
    )
    return Closed(kind, key, ways)


def _user(key: Secret, slot: Slot) -> UserWay:
    return UserWay(slot, give(bytes.fromhex(slot.public), key, PURPOSE).hex())


def _stretched(key: Secret, passphrase: str | None) -> PassphraseWay | None:
    if passphrase is None:
        return None
    if len(passphrase) < ring.SHORTEST:
        raise CannotUnlock(
            f"expected a passphrase of {ring.SHORTEST} characters or more, got a "
            "shorter one; four or five words that have nothing to do with each other "
            "are good"
        )
    stretch = Stretch(bytes(Secret.fresh(16)))
    sealed = wrap(stretch.key(passphrase), key, PURPOSE).hex()
    return PassphraseWay(
        stretch.salt.hex(), stretch.memory, stretch.passes, stretch.lanes, sealed
    )


def _to_age(key: Secret, recipients: tuple[str, ...]) -> bytes:
    return age.seal(f"{key.hex()}\n".encode(), recipients)


def open_ways(kind: Kind, ways: Ways, brought: Brought) -> tuple[Secret, UserId | None]:
    """Find the key of a parcel; and the user whose key it was, where it was one's.

    Raises:
        CannotUnlock: Nothing that was brought opens it.
    """
    if brought.opened is not None:
        return _typed(brought.opened), None
    if brought.identity is not None and ways.age is not None:
        told = age.unseal(ways.age, brought.identity)
        return _typed(told.decode(errors="replace")), None
    found = _by_passphrase(kind, ways.passphrase, brought.key.passphrase)
    if found is not None:
        return found, None
    return _by_user(kind, ways, brought.key)


def _by_passphrase(
    kind: Kind, way: PassphraseWay | None, passphrase: str | None
) -> Secret | None:
    if way is None or passphrase is None:
        return None
    try:
        stretch = Stretch(bytes.fromhex(way.salt), way.memory, way.passes, way.lanes)
    except CannotUnlock:
        raise kind.broken() from None
    return unwrap(stretch.key(passphrase), bytes.fromhex(way.sealed), PURPOSE)


def _by_user(kind: Kind, ways: Ways, key: Key) -> tuple[Secret, UserId]:
    slots = tuple(each.slot for each in ways.users)
    keys = KeyFile(Office("", ""), StoreAt(), slots, ())
    try:
        slot, private = ring.open_slot(keys, key)
    except CannotUnlock:
        raise CannotUnlock(_why(kind, ways, key)) from None
    for each in ways.users:
        if each.slot == slot:
            found = take(private, bytes.fromhex(each.sealed), PURPOSE)
            if found is not None:
                return found, slot.user
    raise CannotUnlock("the backup's way in for you is damaged; use another one")


def _why(kind: Kind, ways: Ways, key: Key) -> str:
    """Say what would open a parcel that did not open."""
    kinds = {
        "the passphrase it was given": ways.passphrase is not None,
        "the passphrase of a user of its case": bool(ways.users),
        "an age identity (--identity FILE)": ways.age is not None,
    }
    opens = " or ".join(kind for kind, there in kinds.items() if there)
    found = "none" if key.passphrase is None else "one that does not open it"
    return (
        f"this {kind.word} is locked: expected {opens or 'a way in'}, got {found}; "
        f"type it when asked, or name a file that holds it {kind.named}. Nothing is "
        "lost by trying"
    )


def _typed(text: str) -> Secret:
    """Read the parcel's key as it stands in `key.age`."""
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != 32:
        raise CannotUnlock(
            "expected the key of a backup, 64 hex digits as key.age holds them, found "
            "something else; open key.age with your tool again"
        )
    return Secret(key)
