"""What opens a backup: the passphrases of its case, one of its own, or age identities.

A backup has one random key. Each way in holds that key under something else: under a
stretched passphrase, sealed to the key of a user of the case (whose passphrase then
opens the backup as it opens the case), or in a small age file (age-encryption.org),
which any tool for age can open.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tasjil.errors import BadValue, CannotUnlock
from tasjil.model.ids import UserId
from tasjil.register.keys import ring
from tasjil.register.keys.keyfile import KeyFile, Office, Slot, StoreAt
from tasjil.register.keys.ring import Key
from tasjil.register.keys.seal import Stretch, give, take, unwrap, wrap
from tasjil.register.secret import Secret

PURPOSE = "tasjil-backup/1 key"
NO_AGE = (
    "expected the package for age, which is not installed here; install it: "
    'pip install "tasjil[age]"'
)


@dataclass(frozen=True, slots=True)
class Closing:
    """What shall open a backup; nothing said: what opens its case.

    Attributes:
        passphrase: One of the backup's own.
        recipients: Public keys of age or SSH.
    """

    passphrase: str | None = field(default=None, repr=False)
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person brings to open a backup.

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
    """A user's way into their case, and the backup's key sealed to them; hex."""

    slot: Slot
    sealed: str


@dataclass(frozen=True, slots=True)
class PassphraseWay:
    """A stretched passphrase, and the backup's key under it; hex."""

    salt: str
    memory: int
    passes: int
    lanes: int
    sealed: str


@dataclass(frozen=True, slots=True)
class Ways:
    """Every way into one backup; all of it can be seen by whoever has the file."""

    users: tuple[UserWay, ...] = ()
    passphrase: PassphraseWay | None = None
    age: bytes | None = None


def close(key: Secret, closing: Closing, keys: KeyFile) -> Ways:
    """Put the key of a backup under all that shall open it.

    Raises:
        CannotUnlock: The passphrase is too short, or this machine alone could open it.
        BadValue: A recipient is none.
    """
    if closing.passphrase is None and not closing.recipients:
        if all(slot.machine is not None for slot in keys.slots):
            raise CannotUnlock(
                "expected something that opens the backup on another machine, found "
                "only keys that this one keeps; give it a passphrase (--passphrase) or "
                "an age recipient (--to), or the case one: tasjil passphrase CASE"
            )
        return Ways(users=tuple(_user(key, slot) for slot in keys.slots))
    return Ways(
        passphrase=_stretched(key, closing.passphrase),
        age=_to_age(key, closing.recipients) if closing.recipients else None,
    )


def _user(key: Secret, slot: Slot) -> UserWay:
    return UserWay(slot, give(bytes.fromhex(slot.public), key, PURPOSE).hex())


def _stretched(key: Secret, passphrase: str | None) -> PassphraseWay | None:
    if passphrase is None:
        return None
    if len(passphrase) < ring.SHORTEST:
        raise CannotUnlock(
            f"expected a passphrase of {ring.SHORTEST} characters or more for the "
            "backup, got a shorter one; four or five words are good"
        )
    stretch = Stretch(bytes(Secret.fresh(16)))
    sealed = wrap(stretch.key(passphrase), key, PURPOSE).hex()
    return PassphraseWay(
        stretch.salt.hex(), stretch.memory, stretch.passes, stretch.lanes, sealed
    )


def open_ways(ways: Ways, brought: Brought) -> tuple[Secret, UserId | None]:
    """Find the key of a backup; and the user whose key it was, where it was one's.

    Raises:
        CannotUnlock: Nothing that was brought opens it.
    """
    if brought.opened is not None:
        return _typed(brought.opened), None
    if brought.identity is not None:
        return _from_age(ways.age, brought.identity), None
    found = _by_passphrase(ways.passphrase, brought.key.passphrase)
    if found is not None:
        return found, None
    return _by_user(ways, brought.key)


def _by_passphrase(way: PassphraseWay | None, passphrase: str | None) -> Secret | None:
    if way is None or passphrase is None:
        return None
    stretch = Stretch(bytes.fromhex(way.salt), way.memory, way.passes, way.lanes)
    return unwrap(stretch.key(passphrase), bytes.fromhex(way.sealed), PURPOSE)


def _by_user(ways: Ways, key: Key) -> tuple[Secret, UserId]:
    slots = tuple(each.slot for each in ways.users)
    keys = KeyFile(Office("", ""), StoreAt(), slots, ())
    try:
        slot, private = ring.open_slot(keys, key)
    except CannotUnlock:
        raise CannotUnlock(_why(ways, key)) from None
    for each in ways.users:
        if each.slot == slot:
            found = take(private, bytes.fromhex(each.sealed), PURPOSE)
            if found is not None:
                return found, slot.user
    raise CannotUnlock("the backup's way in for you is damaged; use another one")


def _why(ways: Ways, key: Key) -> str:
    """Say what would open a backup that did not open."""
    kinds = {
        "the passphrase it was given": ways.passphrase is not None,
        "the passphrase of a user of its case": bool(ways.users),
        "an age identity (--identity FILE)": ways.age is not None,
    }
    opens = " or ".join(kind for kind, there in kinds.items() if there)
    found = "none" if key.passphrase is None else "one that does not open it"
    return (
        f"this backup is locked: expected {opens or 'a way in'}, got {found}; type it "
        "when asked, or name a file that holds it in TASJIL_PASSPHRASE_FILE. Nothing "
        "is lost by trying"
    )


def _to_age(key: Secret, recipients: Sequence[str]) -> bytes:
    age = _age()
    return bytes(
        age.encrypt(f"{key.hex()}\n".encode(), [_recipient(age, r) for r in recipients])
    )


def _recipient(age: Any, text: str) -> Any:
    ssh = text.startswith("ssh-")
    try:
        return (age.ssh if ssh else age.x25519).Recipient.from_str(text.strip())
    except age.RecipientError:
        raise BadValue(
            "expected an age recipient (age1...) or an SSH public key, found "
            "something else; copy the whole line of the person's public key"
        ) from None


def _from_age(sealed: bytes | None, identity: bytes) -> Secret:
    if sealed is None:
        raise CannotUnlock(
            "expected a backup that was made for age recipients, found one that was "
            "not; use a passphrase"
        )
    age = _age()
    try:
        return _typed(age.decrypt(sealed, _identities(age, identity)).decode())
    except (age.DecryptError, UnicodeDecodeError):
        raise CannotUnlock(
            "the identity does not open this backup; use that of somebody it was made "
            "for"
        ) from None


def _identities(age: Any, text: bytes) -> list[Any]:
    """Read a file of identities as `age-keygen` writes it, or an SSH private key."""
    try:
        if b"PRIVATE KEY-----" in text:
            return [age.ssh.Identity.from_buffer(text)]
        lines = (line.strip() for line in text.decode().splitlines())
        found = [line for line in lines if line and not line.startswith("#")]
        if found:
            return [age.x25519.Identity.from_str(line) for line in found]
    except (age.IdentityError, UnicodeDecodeError):
        pass
    raise CannotUnlock(
        "expected a file of age identities (AGE-SECRET-KEY-...) or an SSH key, found "
        "something else. Where your identity is in a token, open key.age of the backup "
        "with its own tool, and give what it says with --key-file"
    )


def _typed(text: str) -> Secret:
    """Read the backup's key as it stands in `key.age`."""
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


def _age() -> Any:
    """The one door to age, which a plain install is without."""
    try:
        import pyrage
    except ImportError:
        raise CannotUnlock(NO_AGE) from None
    return pyrage
