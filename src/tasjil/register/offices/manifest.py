"""What a bundle says about itself, under the signature of its office."""

from dataclasses import dataclass
from hashlib import sha256

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from tasjil.errors import BadBundle, BadCheckpoint, BadValue
from tasjil.register.keys.keyfile import Office
from tasjil.register.parcels.kinds import BUNDLE
from tasjil.register.tree.checkpoint import LogKey, Signed, parse
from tasjil.register.tree.merkle import Frontier, consistent

FORMAT = "tasjil-bundle/1"
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a bundle.

    Attributes:
        office: Whose log it is.
        since: How many entries come before the first.
        previous: The digest of the last of those.
        peaks: The tree over them, as `Frontier` writes it.
        proof: That the signed log begins with them (RFC 9162, section 2.1.4); hex.
        note: The checkpoint at the end.
        contents: The digest over the names of all contents that came along.
    """

    office: Office
    since: int
    previous: str
    peaks: str
    proof: tuple[str, ...]
    note: str
    contents: str
    format: str = FORMAT

    @property
    def key(self) -> LogKey:
        """What its office signs with."""
        return LogKey(bytes.fromhex(self.office.public_key))

    @property
    def signed(self) -> Signed:
        """The checkpoint at the end, as its office signed it."""
        found = parse(self.note)
        found.check(self.key)
        return found

    @property
    def before(self) -> Frontier:
        """The tree over the entries before the first."""
        return Frontier.parse(self.since, self.peaks)


def check_name(name: str) -> str:
    """Refuse an office's name that is too long, or that would disturb a terminal."""
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise BadValue(
            f"expected an office's name of {LONGEST_NAME} characters at most that can "
            "be printed, got another; choose a shorter one"
        )
    return name


def names_digest(names: list[str]) -> str:
    """Digest the names of contents, in the order of their bytes."""
    return sha256("\n".join(sorted(names)).encode()).hexdigest()


def sign(manifest: Manifest, signing: Ed25519PrivateKey) -> tuple[bytes, bytes]:
    """Write a manifest, and the office's signature over it."""
    told = msgspec.json.encode(manifest)
    return told, signing.sign(FORMAT.encode() + b"\n" + told)


def read(told: bytes, signature: bytes) -> Manifest:
    """Read a manifest that its office signed, and that agrees with itself.

    Raises:
        BadBundle: It is none, or was changed, or the signature is not good.
    """
    try:
        found = msgspec.json.decode(told, type=Manifest)
        _check(found)
        public = Ed25519PublicKey.from_public_bytes(found.key.public_key)
        public.verify(signature, FORMAT.encode() + b"\n" + told)
    except (msgspec.DecodeError, InvalidSignature, BadCheckpoint, ValueError):
        raise BUNDLE.broken() from None
    return found


def _check(found: Manifest) -> None:
    if found.format != FORMAT:
        raise BadBundle(
            f"expected a bundle of the form {FORMAT}, found another; install the newer "
            "tasjil that made it"
        )
    signed, before = found.signed, found.before
    proof = [bytes.fromhex(each) for each in found.proof]
    grows = consistent(found.since, signed.size, before.root, signed.root, proof)
    check_name(found.office.name)
    if not (grows or found.since == 0):
        raise BadValue("expected a log that begins with what came before")
