"""The one file of a backup: a ZIP whose parts are all encrypted but for how to open it.

    README.txt        what this is
    opening.json      the ways in; nothing of the case but its users' ids
    key.age           the key for age recipients, where there are any
    contents.sealed   what the backup holds, the office's keys, and the register's key
    register.sqlite   the register, a SQLCipher file under a key of its own

A ZIP's list of parts stands at its end, and the sealed part knows the digest of the
register: a backup that was cut off, or whose parts are of two backups, does not open.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from tasjil.errors import BadBackup, CannotUnlock, TasjilError
from tasjil.model.ids import UserId
from tasjil.register.copies.ways import Brought, Ways, open_ways
from tasjil.register.copies.workplace import Progress, keep
from tasjil.register.keys.keyfile import KeyFile
from tasjil.register.keys.seal import unwrap, wrap
from tasjil.register.secret import Secret

FORMAT = "tasjil-backup/1"
T = TypeVar("T")

SEALED = f"{FORMAT} contents"
AT_ONCE = 1 << 20
SMALL = 64 << 20
"""More than any part but the register can have."""
README = """A backup of a register, made by tasjil. All that it tells of a case is
encrypted.

See what is in it:  tasjil check-backup FILE
Make it a register: tasjil restore FILE CASE
"""
CUT_OFF = (
    "expected a whole backup, found one that was cut off, changed, or is another file; "
    "use another copy of it, and make a new backup soon"
)


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
        digest: SHA-256 of the register's file.
        beside: The case's own files, by name.
    """

    manifest: Manifest
    keys: KeyFile
    register_key: str = field(repr=False)
    signing: str | None = field(repr=False)
    digest: str
    size: int
    beside: dict[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class _Opening:
    format: str
    ways: Ways


def write(out: Path, store: Path, contents: Contents, key: Secret, ways: Ways) -> str:
    """Write a backup; give the SHA-256 of the whole file, in hex.

    Args:
        out: The file, which is there and empty.
        store: The copy of the register.
        contents: Without the digest and size of that copy, which are found here.
        key: The backup's.
        ways: What opens it.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as parcel:
        _put(parcel, "README.txt", README.encode())
        digest, size = _put_file(parcel, "register.sqlite", store)
        contents = replace(contents, digest=digest, size=size)
        told = Secret(msgspec.json.encode(contents))
        _put(parcel, "contents.sealed", wrap(key, told, SEALED))
        if ways.age is not None:
            _put(parcel, "key.age", ways.age)
        _put(parcel, "opening.json", msgspec.json.encode(_Opening(FORMAT, ways)))
    keep(out)
    return digest_of(out)


def _put(parcel: zipfile.ZipFile, name: str, data: bytes) -> None:
    # No date: when a part was written is nobody's business who cannot open it.
    parcel.writestr(zipfile.ZipInfo(name), data)


def _put_file(parcel: zipfile.ZipFile, name: str, path: Path) -> tuple[str, int]:
    digest, size = sha256(), 0
    into = parcel.open(zipfile.ZipInfo(name), "w", force_zip64=True)
    with path.open("rb") as file, into:
        while some := file.read(AT_ONCE):
            digest.update(some)
            size += len(some)
            into.write(some)
    return digest.hexdigest(), size


def digest_of(path: Path) -> str:
    """Digest a whole file."""
    digest = sha256()
    with path.open("rb") as file:
        while some := file.read(AT_ONCE):
            digest.update(some)
    return digest.hexdigest()


class Parcel:
    """A backup that is being looked into."""

    def __init__(self, parcel: zipfile.ZipFile) -> None:
        """Take an open ZIP; use `opened`."""
        self._parcel = parcel

    def unlock(self, brought: Brought) -> tuple[Contents, UserId | None]:
        """Open the sealed part; say whose key it was, where it was a user's.

        Raises:
            CannotUnlock: Nothing that was brought opens it.
            BadBackup: It is damaged.
        """
        opening = _read(self._part("opening.json"), _Opening)
        if opening.format != FORMAT:
            raise BadBackup(
                f"expected a backup of the form {FORMAT}, found another; install the "
                "newer tasjil that made it"
            )
        key, user = open_ways(opening.ways, brought)
        told = unwrap(key, self._part("contents.sealed"), SEALED)
        if told is None:
            raise CannotUnlock(
                "expected the key of this backup, found that of another one, or a "
                "damaged backup; check which file it belongs to"
            )
        return _read(bytes(told), Contents), user

    def take_out(self, contents: Contents, to: Path, progress: Progress) -> None:
        """Write the register out, checked against its digest."""
        digest, done = sha256(), 0
        with self._parcel.open("register.sqlite") as part, to.open("xb") as file:
            while some := part.read(AT_ONCE):
                digest.update(some)
                done += file.write(some)
                progress(done, contents.size)
        if (digest.hexdigest(), done) != (contents.digest, contents.size):
            raise BadBackup(CUT_OFF)
        keep(to)

    def _part(self, name: str) -> bytes:
        if self._parcel.getinfo(name).file_size > SMALL:
            raise BadBackup(CUT_OFF)
        return self._parcel.read(name)


FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, EOFError),
    *(NotImplementedError, ValueError, RuntimeError),
)
"""What Python's own reader raises on a file that is no whole ZIP."""


@contextmanager
def opened(path: Path) -> Iterator[Parcel]:
    """Look into a backup.

    Raises:
        BadBackup: It is none, or was cut off.
    """
    try:
        with zipfile.ZipFile(path) as parcel:
            yield Parcel(parcel)
    except TasjilError:
        raise
    except FAULTS:
        raise BadBackup(CUT_OFF) from None


def _read(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError:
        raise BadBackup(CUT_OFF) from None
