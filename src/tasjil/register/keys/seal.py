"""How a key is kept: under a passphrase, under a machine's key, or for one person.

A passphrase is stretched with Argon2id (RFC 9106) and opens a person's private key;
every other key of the register is sealed to the matching public key (HPKE, RFC 9180).
So a passphrase changes without any other key changing, and one person can grant a key
to another without knowing that person's passphrase.
"""

import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tasjil.errors import CannotUnlock
from tasjil.register.keys.keyfile import LENGTH
from tasjil.register.secret import Secret

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
NONCE = bytes(12)
"""Each key here seals one thing once, so its nonce need not differ."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """How hard a passphrase is made to guess (Argon2id).

    Attributes:
        salt: 16 random bytes.
        memory: KiB.
    """

    salt: bytes
    memory: int = 131_072
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        """Refuse what would be no protection, or would exhaust the machine."""
        sound = (
            len(self.salt) >= 16
            and 19_456 <= self.memory <= 2_097_152
            and 1 <= self.passes <= 64
            and 1 <= self.lanes <= 64
        )
        if not sound:
            raise CannotUnlock(
                "expected sensible settings for the passphrase in keys.json, found "
                "others; put the file back from your last backup"
            )

    def key(self, passphrase: str) -> Secret:
        """Stretch a passphrase; accents and widths typed in two ways are one.

        Raises:
            CannotUnlock: The terminal gave bytes that are no letters.
        """
        try:
            typed = unicodedata.normalize("NFKC", passphrase).encode()
        except UnicodeEncodeError:
            raise CannotUnlock(
                "expected a passphrase of letters, found bytes that are none; set "
                "the terminal to UTF-8 and type it again"
            ) from None
        return Secret(
            Argon2id(
                salt=self.salt,
                length=32,
                iterations=self.passes,
                lanes=self.lanes,
                memory_cost=self.memory,
            ).derive(typed)
        )


def wrap(key: Secret, plain: Secret, purpose: str) -> bytes:
    """Seal one key under another that is used for nothing else."""
    cipher = ChaCha20Poly1305(bytes(key))
    return cipher.encrypt(NONCE, bytes(plain), purpose.encode())


def unwrap(key: Secret, sealed: bytes, purpose: str) -> Secret | None:
    """Open it again; None where the key is not the one."""
    try:
        cipher = ChaCha20Poly1305(bytes(key))
        return Secret(cipher.decrypt(NONCE, sealed, purpose.encode()))
    except InvalidTag:
        return None


def public_of(private: Secret) -> bytes:
    """Give the public half of a person's key."""
    mine = X25519PrivateKey.from_private_bytes(bytes(private))
    return mine.public_key().public_bytes_raw()


def verifies(signing: Secret) -> bytes:
    """Give the public half of an office's key, under which its signatures verify."""
    signer = Ed25519PrivateKey.from_private_bytes(bytes(signing))
    return signer.public_key().public_bytes_raw()


def give(public: bytes, plain: Secret, purpose: str) -> bytes:
    """Seal a key to a person's public key."""
    to = X25519PublicKey.from_public_bytes(public)
    return SUITE.encrypt(bytes(plain), to, info=purpose.encode())


def take(private: Secret, sealed: bytes, purpose: str) -> Secret | None:
    """Open what was sealed to a person; None where it was for another or is no key."""
    mine = X25519PrivateKey.from_private_bytes(bytes(private))
    try:
        plain = SUITE.decrypt(sealed, mine, info=purpose.encode())
    except (InvalidTag, ValueError):
        return None
    return Secret(plain) if len(plain) == LENGTH else None
