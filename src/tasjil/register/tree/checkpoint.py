"""A checkpoint: one signed page that holds an office to everything in its log so far.

The form is that of transparency logs (C2SP tlog-checkpoint, a C2SP signed-note), so
that other people's tools read it. Whoever keeps one elsewhere can show later that the
log was rewritten, cut off, or put back as it once was.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from tasjil.errors import BadCheckpoint, WrongOffice

ED25519 = b"\x01"
"""The kind of signature, as signed-note numbers them."""

OFFICE_DIGITS = 16
"""How much of a fingerprint is an office's id: enough to tell offices apart."""
NOTE = re.compile(
    r"(?P<origin>[^\s+]+)\n(?P<size>0|[1-9]\d{0,15})\n(?P<root>[\w+/=]{44})\n\n"
    r"(?P<signatures>(?:— [^\s+]+ [\w+/=]+\n)+)",
    re.ASCII,
)
SIGNATURE = re.compile(r"— ([^\s+]+) ([\w+/=]+)\n", re.ASCII)
NOT_ONE = (
    "expected a checkpoint as `tasjil checkpoint` prints it (five lines), found other "
    "words; take the file as it was first saved, with nothing added"
)


@dataclass(frozen=True, slots=True)
class LogKey:
    """The public key of the office that signs a log; the log is known by it alone."""

    public_key: bytes

    @property
    def fingerprint(self) -> str:
        """The hex SHA-256 of the key: what people compare by telephone."""
        return sha256(self.public_key).hexdigest()

    @property
    def origin(self) -> str:
        """What the log is called in its checkpoints.

        Example:
            >>> LogKey(bytes(32)).origin
            'tasjil/66687aadf862bd77'
        """
        return f"tasjil/{self.fingerprint[:OFFICE_DIGITS]}"

    @property
    def key_line(self) -> str:
        """The public key as signed-note writes it: name, key id, key."""
        kind_and_key = base64.b64encode(ED25519 + self.public_key).decode()
        id = key_id(self.origin, self.public_key).hex()
        return f"{self.origin}+{id}+{kind_and_key}"


def key_id(name: str, public_key: bytes) -> bytes:
    """Give the four bytes by which a signature says whose it is."""
    return sha256(name.encode() + b"\n" + ED25519 + public_key).digest()[:4]


def key_of(signing: Ed25519PrivateKey) -> LogKey:
    """Give the public half of a key that signs."""
    return LogKey(signing.public_key().public_bytes_raw())


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint as it was printed, and what it says.

    Attributes:
        origin: Whose log; it proves nothing until `check` was asked.
        size: How many entries.
        root: The root of the tree over them.
        note: All of it, with its signature, as it is kept.
    """

    origin: str
    size: int
    root: bytes
    note: str

    def check(self, key: LogKey) -> None:
        """Check that this office signed it.

        Raises:
            WrongOffice: It is a checkpoint of another office.
            BadCheckpoint: It says it is of this office, and the signature is not.
        """
        if self.origin != key.origin:
            raise WrongOffice(
                f"expected a checkpoint of {key.origin}, found one of "
                f"{self.origin}; ask for one of the log that you check"
            )
        text, _, signatures = self.note.partition("\n\n")
        ours = _signatures_by(key, signatures)
        if not ours or not all(_good(key, text + "\n", each) for each in ours):
            raise BadCheckpoint(
                f"expected the signature of {key.origin} under the checkpoint of "
                f"{self.size} entries, found none, or one that is not good; somebody "
                "changed it, or signed with another key"
            )


def sign(size: int, root: bytes, signing: Ed25519PrivateKey) -> Signed:
    """Sign that a log of so many entries has this root.

    Example:
        >>> key = Ed25519PrivateKey.from_private_bytes(bytes(32))
        >>> print(sign(0, sha256(b"").digest(), key).note.partition("— ")[0].strip())
        tasjil/139e3940e64b5491
        0
        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
    """
    key = key_of(signing)
    text = f"{key.origin}\n{size}\n{base64.b64encode(root).decode()}\n"
    return parse(f"{text}\n{signature_line(key.origin, text, signing)}")


def signature_line(name: str, text: str, signing: Ed25519PrivateKey) -> str:
    """Write the line that signs a note."""
    id = key_id(name, key_of(signing).public_key)
    blob = id + signing.sign(text.encode())
    return f"— {name} {base64.b64encode(blob).decode()}\n"


def parse(note: str) -> Signed:
    """Read a checkpoint; nothing of it is believed before `Signed.check`.

    Raises:
        BadCheckpoint: It has not the form of one.
    """
    # What a damaged store gives need not be text.
    found = NOTE.fullmatch(note) if isinstance(note, str) else None
    if found is None:
        raise BadCheckpoint(NOT_ONE)
    root = _unwrapped(found["root"])
    if len(root) != sha256().digest_size:
        raise BadCheckpoint(NOT_ONE)
    return Signed(found["origin"], int(found["size"]), root, note)


def parse_all(notes: str) -> tuple[Signed, ...]:
    """Read checkpoints that stand one after the other, a blank line between them."""
    parts = notes.replace("\r\n", "\n").strip("\n").split("\n\n")
    texts, signatures = parts[::2], parts[1::2]
    if len(texts) != len(signatures):
        raise BadCheckpoint(NOT_ONE)
    pairs = zip(texts, signatures, strict=True)
    return tuple(parse(f"{text}\n\n{lines}\n") for text, lines in pairs)


def joined(notes: Iterable[str]) -> str:
    """Put checkpoints one after the other, as `parse_all` reads them."""
    return "\n".join(notes)


def _unwrapped(text: str) -> bytes:
    try:
        plain = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise BadCheckpoint(NOT_ONE) from None
    if base64.b64encode(plain).decode() != text:
        raise BadCheckpoint(NOT_ONE)
    return plain


def _signatures_by(key: LogKey, lines: str) -> list[bytes]:
    """The signatures that say they are this office's; a witness may add its own."""
    id = key_id(key.origin, key.public_key)
    named = [
        _unwrapped(blob)
        for name, blob in SIGNATURE.findall(lines)
        if name == key.origin
    ]
    return [blob[len(id) :] for blob in named if blob.startswith(id)]


def _good(key: LogKey, text: str, signature: bytes) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(key.public_key)
        public.verify(signature, text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
