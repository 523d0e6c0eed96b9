"""One file that nobody reads on the road; it opens as it was closed, or not at all.

    README.txt        what this is, where that may be known
    opening.json      the ways in; and in a backup the ids of the case's users
    key.age           the key for any tool for age, where there are recipients
    contents.sealed   what only who opens it may know, and the key of the seal
    payload           encrypted already, under a key that stands in the contents

It is a ZIP that is not compressed. Its comment, which ends the file, is a seal over all
bytes before it (HMAC-SHA256): a parcel that was cut off, or mixed from two, or in which
any byte was changed, is refused before any of its contents is believed.
"""

import errno
import hmac
import shutil
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

import msgspec

from tasjil.errors import CannotUnlock, TasjilError
from tasjil.model.ids import UserId
from tasjil.register import files
from tasjil.register.keys.seal import unwrap, wrap
from tasjil.register.parcels.kinds import Kind
from tasjil.register.parcels.ways import Brought, Closed, Ways, open_ways
from tasjil.register.secret import Secret

FORM = 1
OPENING, CONTENTS, PAYLOAD = "opening.json", "contents.sealed", "payload"
SEAL = 64
"""Hex digits."""
AT_ONCE = 1 << 20
SMALL = 128 << 20
"""More than any part but the payload can have."""


@dataclass(frozen=True, slots=True)
class _Opening:
    form: int
    ways: Ways


def write(out: Path, payload: Path, contents: Secret, closed: Closed) -> str:
    """Write a parcel; give the SHA-256 of the whole file, in hex.

    Args:
        out: The file; moved into its place by whoever calls.
        payload: Encrypted under a key that is in the contents.
        contents: What is sealed.
        closed: The parcel's key, and what opens it.
    """
    kind, ways, seal = closed.kind, closed.ways, Secret.fresh()
    told = Secret(bytes(seal) + bytes(contents))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as parcel:
        if kind.readme is not None:
            _put(parcel, "README.txt", kind.readme.encode())
        _put(parcel, OPENING, msgspec.json.encode(_Opening(FORM, ways)))
        if ways.age is not None:
            _put(parcel, "key.age", ways.age)
        _put(parcel, CONTENTS, wrap(closed.key, told, _purpose(kind)))
        into = parcel.open(zipfile.ZipInfo(PAYLOAD), "w", force_zip64=True)
        with payload.open("rb") as file, into:
            shutil.copyfileobj(file, into, AT_ONCE)
        parcel.comment = bytes(SEAL)
    made = _seal(out, seal)
    with out.open("r+b") as file:
        file.seek(-SEAL, 2)
        file.write(made)
    files.keep(out)
    with out.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _put(parcel: zipfile.ZipFile, name: str, data: bytes) -> None:
    # No date: when a part was written is nobody's business who cannot open it.
    parcel.writestr(zipfile.ZipInfo(name), data)


def _purpose(kind: Kind) -> str:
    return f"tasjil-{kind.word}/{FORM} contents"


def _seal(path: Path, key: Secret) -> bytes:
    """Make the seal over all of a file but the seal itself."""
    made = hmac.new(bytes(key), digestmod="sha256")
    left = path.stat().st_size - SEAL
    with path.open("rb") as file:
        while left > 0 and (some := file.read(min(left, AT_ONCE))):
            made.update(some)
            left -= len(some)
    return made.hexdigest().encode()


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A parcel that was opened, and is as it was closed.

    Attributes:
        contents: What was sealed in it.
        user: Whose key opened it, where it was that of a user of the case.
    """

    path: Path
    kind: Kind
    contents: Secret
    user: UserId | None

    def take_out(
        self, to: Path, progress: Callable[[int, int], object] | None = None
    ) -> None:
        """Write the payload out, encrypted as it is."""
        with _reading(self.path, self.kind) as parcel, to.open("xb") as file:
            size = parcel.getinfo(PAYLOAD).file_size
            with parcel.open(PAYLOAD) as part:
                while some := part.read(AT_ONCE):
                    file.write(some)
                    if progress is not None:
                        progress(file.tell(), size)
        files.keep(to)


def unlock(path: Path, kind: Kind, brought: Brought) -> Unlocked:
    """Open a parcel.

    Raises:
        CannotUnlock: Nothing that was brought opens it.
        BadBackup: It is no whole backup; or `BadBundle`, by its kind.
    """
    with _reading(path, kind) as parcel:
        opening = msgspec.json.decode(_part(parcel, kind, OPENING), type=_Opening)
        if opening.form != FORM:
            raise kind.error(
                f"expected a {kind.word} of the form {FORM}, found another; install "
                "the newer tasjil that made it"
            )
        key, user = open_ways(kind, opening.ways, brought)
        told = unwrap(key, _part(parcel, kind, CONTENTS), _purpose(kind))
        if told is None:
            raise CannotUnlock(
                f"expected the key of this {kind.word}, found that of another file, or "
                f"a damaged {kind.word}; check which file the key belongs to"
            )
        seal, contents = Secret(bytes(told)[:32]), Secret(bytes(told)[32:])
        with path.open("rb") as file:
            file.seek(-SEAL, 2)
            if not hmac.compare_digest(file.read(), _seal(path, seal)):
                raise kind.broken()
    return Unlocked(path, kind, contents, user)


def _part(parcel: zipfile.ZipFile, kind: Kind, name: str) -> bytes:
    if parcel.getinfo(name).file_size > SMALL:
        raise kind.broken()
    return parcel.read(name)


FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, EOFError),
    *(NotImplementedError, ValueError, RuntimeError, OverflowError),
    *(struct.error, msgspec.DecodeError),
)
"""What Python's own reader raises on a file that is no whole ZIP."""


@contextmanager
def _reading(path: Path, kind: Kind) -> Iterator[zipfile.ZipFile]:
    """Look into the ZIP of a parcel; a damaged one is broken, a bad disk is not."""
    try:
        with zipfile.ZipFile(path) as parcel:
            if any(each.compress_type for each in parcel.infolist()):
                raise kind.broken()  # every part is stored, which is type 0
            yield parcel
    except TasjilError:
        raise
    except FAULTS:
        raise kind.broken() from None
    except OSError as wrong:
        if wrong.errno != errno.EINVAL:
            raise
        # A changed list of parts sends the reader before the beginning of the file.
        raise kind.broken() from None
