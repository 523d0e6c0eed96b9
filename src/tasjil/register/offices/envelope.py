"""One file that nobody reads on the road: a payload, and its key for who may open it.

It is a ZIP, not compressed, with `key.json` (the key under a passphrase), `key.age`
(the key for people who gave their age recipients), or both, and a payload that was
encrypted under that key. With the key goes the digest of the payload, and an envelope
is written in one way only: a change in any byte of it is found before anything is read.
"""

import secrets
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import msgspec

from tasjil.errors import BadBundle, BadValue, CannotUnlock
from tasjil.register.keys.ring import SHORTEST
from tasjil.register.keys.seal import Stretch, unwrap, wrap
from tasjil.register.offices import age
from tasjil.register.secret import Secret

BY_PASSPHRASE, BY_AGE = "key.json", "key.age"
PAYLOAD = "payload"
KEY_LENGTH = 32
AT_ONCE = 1 << 20
FORMAT = "tasjil-envelope/1"
LARGEST_KEY = 1 << 20
"""No more than this is read before somebody is known to hold the key."""


@dataclass(frozen=True, slots=True)
class Locks:
    """What shall open an envelope.

    Attributes:
        passphrase: One that whoever opens it knows.
        recipients: Age recipients or SSH public keys; each opens it alone.
    """

    passphrase: str | None = field(default=None, repr=False)
    recipients: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an envelope that anybody, or nobody, could open."""
        if self.passphrase is None and not self.recipients:
            raise BadValue(
                "expected a passphrase or a recipient, got neither; nothing leaves the "
                "house in clear"
            )
        if self.passphrase is not None and len(self.passphrase) < SHORTEST:
            raise CannotUnlock(
                f"expected a passphrase of {SHORTEST} characters or more, got a "
                "shorter one; four or five words that have nothing to do with each "
                "other are good"
            )


@dataclass(frozen=True, slots=True)
class Opener:
    """What somebody brings to open one.

    Attributes:
        identity: The text of an age identity file, or of an SSH private key.
    """

    passphrase: str | None = field(default=None, repr=False)
    identity: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Slot:
    """All of `key.json`; hex."""

    salt: str
    memory: int
    passes: int
    lanes: int
    sealed: str
    format: str = FORMAT


def close(payload: Path, key: Secret, locks: Locks, out: Path) -> str:
    """Put an encrypted payload into an envelope.

    Args:
        payload: Encrypted under the key already.
        key: Of 32 bytes, drawn for this one envelope.
        locks: What shall open it.
        out: The file to write; moved into its place by whoever calls.

    Returns:
        The digest of the envelope, as "sha256:" and hex.
    """
    with payload.open("rb") as file:
        held = Secret(bytes(key) + file_digest(file, "sha256").digest())
        file.seek(0)
        members: list[tuple[str, IO[bytes], int]] = []
        if locks.passphrase is not None:
            members.append(_member(BY_PASSPHRASE, _slot(locks.passphrase, held)))
        if locks.recipients:
            sealed = age.seal(bytes(held), locks.recipients)
            members.append(_member(BY_AGE, sealed))
        members.append((PAYLOAD, file, payload.stat().st_size))
        with out.open("wb") as made:
            _write(made, members)
    return digest_of(out)


def digest_of(path: Path) -> str:
    """Name a file by its bytes."""
    with path.open("rb") as file:
        return f"sha256:{file_digest(file, 'sha256').hexdigest()}"


@contextmanager
def opened(path: Path, opener: Opener) -> Iterator[tuple[Path, Secret]]:
    """Open an envelope; its payload, still encrypted, lies in a folder that goes again.

    Raises:
        BadBundle: The file is none, or a byte of it was changed.
        CannotUnlock: What was brought does not open it.
    """
    with tempfile.TemporaryDirectory(prefix="tasjil-") as folder:
        payload = Path(folder) / PAYLOAD
        yield payload, _take_out(path, opener, payload)


def _take_out(path: Path, opener: Opener, payload: Path) -> Secret:
    try:
        with zipfile.ZipFile(path) as envelope:
            names = _names(envelope)
            keys = {name: _small(envelope, name) for name in names if name != PAYLOAD}
            held = bytes(_open(keys, opener))
            with envelope.open(PAYLOAD) as inside, payload.open("wb") as outside:
                while some := inside.read(AT_ONCE):
                    outside.write(some)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError):
        raise broken() from None
    except (OSError, RuntimeError, ValueError, UnicodeError) as wrong:
        if isinstance(wrong, BadValue):
            raise
        raise broken() from None
    _require_unchanged(path, keys, payload, held[KEY_LENGTH:])
    return Secret(held[:KEY_LENGTH])


def _names(envelope: zipfile.ZipFile) -> list[str]:
    """Name what is inside; `BadBundle` where it is not what an envelope holds."""
    infos = envelope.infolist()
    names = [info.filename for info in infos]
    sound = names and names[-1] == PAYLOAD and {*names[:-1]} <= {BY_PASSPHRASE, BY_AGE}
    if not sound or any(info.compress_type != zipfile.ZIP_STORED for info in infos):
        raise broken()
    return names


def _require_unchanged(
    path: Path, keys: dict[str, bytes], payload: Path, expected: bytes
) -> None:
    """Close it again in the one way there is, and compare."""
    with payload.open("rb") as file:
        if not secrets.compare_digest(file_digest(file, "sha256").digest(), expected):
            raise broken()
        file.seek(0)
        members = [_member(name, data) for name, data in keys.items()]
        again = _Digesting()
        _write(again, [*members, (PAYLOAD, file, payload.stat().st_size)])
    if f"sha256:{again.digest.hexdigest()}" != digest_of(path):
        raise broken()


def broken() -> BadBundle:
    """Say that a file is not as it was closed."""
    return BadBundle(
        "expected a file as tasjil closed it, found one that is cut off, damaged or "
        "changed; nothing of it was taken: ask for it again"
    )


def _small(envelope: zipfile.ZipFile, name: str) -> bytes:
    with envelope.open(name) as file:
        found = file.read(LARGEST_KEY + 1)
    if len(found) > LARGEST_KEY:
        raise broken()
    return found


def _slot(passphrase: str, held: Secret) -> bytes:
    stretch = Stretch(secrets.token_bytes(16))
    sealed = wrap(stretch.key(passphrase), held, FORMAT)
    slot = _Slot(
        stretch.salt.hex(),
        stretch.memory,
        stretch.passes,
        stretch.lanes,
        sealed.hex(),
    )
    return msgspec.json.encode(slot)


def _open(keys: dict[str, bytes], opener: Opener) -> Secret:
    """Find the key with what somebody brings."""
    if opener.identity is not None and BY_AGE in keys:
        held = Secret(age.unseal(keys[BY_AGE], opener.identity))
    elif opener.passphrase is not None and BY_PASSPHRASE in keys:
        held = _unwrapped(keys[BY_PASSPHRASE], opener.passphrase)
    else:
        ways = {BY_PASSPHRASE: "a passphrase", BY_AGE: "an age identity"}
        raise CannotUnlock(
            f"expected {' or '.join(ways[name] for name in keys)} to open this file, "
            "got none; ask whoever made it"
        )
    if len(bytes(held)) != KEY_LENGTH + sha256().digest_size:
        raise broken()
    return held


def _unwrapped(data: bytes, passphrase: str) -> Secret:
    try:
        slot = msgspec.json.decode(data, type=_Slot)
        sealed, salt = bytes.fromhex(slot.sealed), bytes.fromhex(slot.salt)
        stretch = Stretch(salt, slot.memory, slot.passes, slot.lanes)
    except (msgspec.DecodeError, ValueError, CannotUnlock):
        raise broken() from None
    if slot.format != FORMAT or msgspec.json.encode(slot) != data:
        raise broken()
    held = unwrap(stretch.key(passphrase), sealed, FORMAT)
    if held is None:
        raise CannotUnlock(
            "the passphrase does not open this file, or the file was changed; check "
            "the language of the keyboard and the capitals, and try again"
        )
    return held


def _member(name: str, data: bytes) -> tuple[str, IO[bytes], int]:
    return name, BytesIO(data), len(data)


class _Digesting:
    """Takes bytes and keeps their digest alone."""

    def __init__(self) -> None:
        self.digest = sha256()

    def write(self, some: bytes) -> int:
        self.digest.update(some)
        return len(some)

    def flush(self) -> None:
        pass


class _OneWay:
    """A file that is only written on, so that a ZIP comes out in one way."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def write(self, some: bytes) -> int:
        written: int = self._file.write(some)
        return written

    def flush(self) -> None:
        self._file.flush()


def _write(file: Any, members: Sequence[tuple[str, IO[bytes], int]]) -> None:
    one_way: Any = _OneWay(file)
    with zipfile.ZipFile(one_way, "w", zipfile.ZIP_STORED) as envelope:
        for name, data, size in members:
            info = zipfile.ZipInfo(name)
            info.file_size = size
            info.create_system = 3
            info.external_attr = 0o600 << 16
            with envelope.open(info, "w") as inside:
                while some := data.read(AT_ONCE):
                    inside.write(some)
