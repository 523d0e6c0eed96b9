"""The file of keys beside a register: all sealed, and written whole or not at all.

Without this file nobody opens the register, whatever passphrase they know; without a
passphrase, or the machine it was made on, nobody opens this file. A backup has both.
"""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec

from tasjil.errors import CannotUnlock, NoRegister
from tasjil.model.ids import UserId
from tasjil.register import files

NAME = "keys.json"
STORE = "register.sqlite"
"""What the register itself is called, where it stands in a file beside its keys."""
FORMAT = "tasjil-keys/1"
LENGTH = 32
"""Bytes of every key here, public or secret."""

What = Literal["register", "signing", "box"]
"""The keys that are granted: to the store, to the office's signature, to the box."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office that signs its own log.

    Attributes:
        name: As it calls itself; may be empty.
        public_key: Hex, Ed25519.
    """

    name: str
    public_key: str

    @property
    def id(self) -> str:
        """Sixteen hex digits that go with the key, for people to compare.

        Example:
            >>> Office("North", "00" * 32).id
            '66687aadf862bd77'
        """
        return sha256(bytes.fromhex(self.public_key)).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class StoreAt:
    """Which kind of store the register stands in; never its address or password.

    Attributes:
        schema: On a server: the case's own.
        travel: It is a travel copy: to look at, without the sealed box.
    """

    kind: Literal["sqlcipher", "postgresql"] = "sqlcipher"
    schema: str | None = None
    travel: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One person's way in.

    Attributes:
        public: The person's public key, hex.
        sealed: Their private key, hex, under what opens the slot.
        salt: For a passphrase: hex, with `memory`, `passes` and `lanes`.
        machine: For a key of one machine: the name of that key's file.
    """

    user: UserId
    public: str
    sealed: str
    salt: str | None = None
    memory: int = 0
    passes: int = 0
    lanes: int = 0
    machine: str | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A key of the register, sealed to one person's public key; hex."""

    user: UserId
    what: What
    sealed: str


@dataclass(frozen=True, slots=True)
class Pending:
    """The keys that a register gets, while nobody knows yet whether it has them.

    Attributes:
        id: What the entry that says so will hold.
        grants: Of the other keys, to everybody who has the old ones.
    """

    id: str
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All that stands in keys.json."""

    office: Office
    store: StoreAt
    slots: tuple[Slot, ...]
    grants: tuple[Grant, ...]
    format: str = FORMAT
    pending: Pending | None = None


def read(folder: Path) -> KeyFile:
    """Read the keys of a register.

    Raises:
        NoRegister: There are none.
        CannotUnlock: The file is damaged, or a newer tasjil wrote it.
    """
    path = folder / NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise NoRegister(
            f"expected the register's keys in {NAME}, found no such file; build the "
            "case first (tasjil build CASE), or put the file back from your last backup"
        ) from None
    except OSError as wrong:
        raise CannotUnlock(
            f"{NAME} cannot be read ({wrong.strerror}); check that you own the folder "
            "of the register"
        ) from None
    try:
        found = msgspec.json.decode(data, type=KeyFile)
        _check(found)
    except (msgspec.DecodeError, ValueError):
        raise CannotUnlock(
            f"expected the keys of a register in {NAME}, found something else; put the "
            "file back from your last backup"
        ) from None
    if found.format != FORMAT:
        raise CannotUnlock(
            f"expected keys of the form {FORMAT}, found another; install the newer "
            "tasjil that wrote them"
        )
    return found


def _check(found: KeyFile) -> None:
    """Raise `ValueError` where something is not the hex, or the length, of a key.

    The name of a machine's key is hex too: it is a name, and never a way to a file.
    """
    keys = [found.office.public_key, *(slot.public for slot in found.slots)]
    if any(len(bytes.fromhex(key)) != LENGTH for key in keys):
        raise ValueError
    for slot in found.slots:
        for each in (slot.sealed, slot.salt or "", slot.machine or ""):
            bytes.fromhex(each)
    pending = () if found.pending is None else found.pending.grants
    for grant in (*found.grants, *pending):
        bytes.fromhex(grant.sealed)


def call_office(folder: Path, name: str) -> Office:
    """Write down what an office calls itself now."""
    keys = read(folder)
    office = replace(keys.office, name=name)
    write(folder, replace(keys, office=office))
    return office


def write(folder: Path, keys: KeyFile) -> None:
    """Write the keys of a register in place of those that are there."""
    files.write_private(folder / NAME, msgspec.json.encode(keys))
