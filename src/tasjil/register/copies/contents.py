"""What a backup says of itself, where it is sealed; and the keys of the office."""

from dataclasses import dataclass, field

import msgspec

from tasjil.register.keys.keyfile import KeyFile
from tasjil.register.parcels.kinds import BACKUP
from tasjil.register.parcels.parcel import Unlocked
from tasjil.register.secret import Secret


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    Attributes:
        office: What the office calls itself.
        public_key: The office's, hex.
        entries: How long the log is.
        head: The digest of its last entry.
        last: When that was written.
        checkpoint: The newest that is in it; None where there is none.
        at: When the backup was made.
        program: What made it.
        travel: The sealed box stayed at home.
    """

    office: str
    public_key: str
    entries: int
    head: str
    last: str
    checkpoint: str | None
    at: str
    program: str
    travel: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The sealed part.

    Attributes:
        keys: Users, and what is granted to them; but for the key of the register.
        register_key: Of the register in this backup, hex.
        signing: The office's, hex; None in a travel copy.
        beside: The case's own files, by name.
    """

    manifest: Manifest
    keys: KeyFile
    register_key: str = field(repr=False)
    signing: str | None = field(repr=False)
    beside: dict[str, bytes] = field(default_factory=dict, repr=False)


def sealed(contents: Contents) -> Secret:
    """Write them down for the sealed part of a parcel."""
    return Secret(msgspec.json.encode(contents))


def read(found: Unlocked) -> Contents:
    """Read them out of a backup that was opened.

    Raises:
        BadBackup: Another program closed it.
    """
    try:
        return msgspec.json.decode(bytes(found.contents), type=Contents)
    except msgspec.DecodeError:
        raise BACKUP.broken() from None
