"""The sealed box: who somebody is, under a key of their own that can be destroyed.

Each identity is encrypted (ChaCha20-Poly1305, RFC 8439) under a random key that is used
once, and that key is wrapped by the box key. Without the wrapped key nothing opens the
identity again, not even the box key: so destroying one key erases one person. The
reference is bound to both as associated data, so that no row can stand in for another.
"""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from tasjil.errors import LogBroken
from tasjil.model.identity import Identity
from tasjil.model.ids import Reference
from tasjil.model.json import from_json, to_json
from tasjil.register.canonical import content_digest

Chance = Callable[[int], bytes]
"""Gives as many random bytes as asked; `secrets.token_bytes` but in a test."""

KEY = 32
NONCE = 12
PADDED_TO = 1_024
"""Lengths are rounded up to this, so that a short name cannot be told from a long."""


@dataclass(frozen=True, slots=True)
class SealedIdentity:
    """One person as the store keeps them.

    Attributes:
        data: Nonce and ciphertext of the identity.
        key: Nonce and ciphertext of the identity's key, wrapped by the box key.
    """

    reference: Reference
    data: bytes
    key: bytes

    @property
    def digest(self) -> str:
        """What the log holds of the ciphertext."""
        return content_digest(self.data)


def seal(
    box_key: bytes, reference: Reference, identity: Identity, chance: Chance
) -> SealedIdentity:
    """Encrypt an identity under a key of its own, and wrap that key.

    Example:
        >>> from secrets import token_bytes
        >>> somebody = Identity("witness", "Daren Vell")
        >>> sealed = seal(bytes(32), "p-79fg-1gej", somebody, token_bytes)
        >>> open_sealed(bytes(32), sealed).names
        'Daren Vell'
    """
    own = chance(KEY)
    plain = msgspec.json.encode(to_json(identity))
    padded = plain.ljust(-(-len(plain) // PADDED_TO) * PADDED_TO)
    return SealedIdentity(
        reference,
        _encrypt(own, padded, f"tasjil identity {reference}", chance(NONCE)),
        _encrypt(box_key, own, f"tasjil identity key {reference}", chance(NONCE)),
    )


def open_sealed(box_key: bytes, sealed: SealedIdentity) -> Identity:
    """Decrypt an identity.

    Raises:
        LogBroken: What is kept is not what was sealed under this box key.
    """
    reference = sealed.reference
    try:
        own = _own_key(box_key, sealed)
        plain = _decrypt(own, sealed.data, f"tasjil identity {reference}")
    except (InvalidTag, ValueError):
        raise _other_key(sealed) from None
    found: Identity = from_json(msgspec.json.decode(plain), Identity)
    return found


def fits(box_key: bytes, sealed: SealedIdentity) -> bool:
    """Tell whether somebody was sealed under this key of the box."""
    try:
        _own_key(box_key, sealed)
    except (InvalidTag, ValueError):
        return False
    return True


def wrap_anew(old: bytes, new: bytes, sealed: SealedIdentity, chance: Chance) -> bytes:
    """Wrap a person's own key under another key of the box; they are not opened.

    Raises:
        LogBroken: The old key is not the one they were sealed under.
    """
    bound_to = f"tasjil identity key {sealed.reference}"
    try:
        return _encrypt(new, _own_key(old, sealed), bound_to, chance(NONCE))
    except (InvalidTag, ValueError):
        raise _other_key(sealed) from None


def _own_key(box_key: bytes, sealed: SealedIdentity) -> bytes:
    return _decrypt(box_key, sealed.key, f"tasjil identity key {sealed.reference}")


def _other_key(sealed: SealedIdentity) -> LogBroken:
    return LogBroken(
        f"expected {sealed.reference} to open with the key of the box, found that it "
        "was changed or put there under another key; run `tasjil verify`, then go "
        "back to your last backup"
    )


def _encrypt(key: bytes, plain: bytes, bound_to: str, nonce: bytes) -> bytes:
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, bound_to.encode())


def _decrypt(key: bytes, kept: bytes, bound_to: str) -> bytes:
    cipher = ChaCha20Poly1305(key)
    return cipher.decrypt(kept[:NONCE], kept[NONCE:], bound_to.encode())
