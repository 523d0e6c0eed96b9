"""The one door to age, which seals a key to people who gave their public keys."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from tasjil.errors import BadValue, CannotUnlock


def seal(plain: bytes, recipients: Iterable[str]) -> bytes:
    """Seal bytes to all of these recipients: each of them alone can open it.

    Raises:
        BadValue: One is no age recipient (age1...) and no SSH public key.
    """
    age = _age()
    sealed: bytes = age.encrypt(plain, [_recipient(age, each) for each in recipients])
    return sealed


def unseal(sealed: bytes, identity: bytes) -> bytes:
    """Open what was sealed to an identity.

    Args:
        sealed: An age file.
        identity: What stands in a file of age identities as `age-keygen` writes it, or
            in an SSH key's file.

    Raises:
        CannotUnlock: It was sealed to somebody else, or was changed.
    """
    age = _age()
    try:
        plain: bytes = age.decrypt(sealed, _identities(age, identity))
    except age.DecryptError:
        raise CannotUnlock(
            "the identity does not open this file; use that of somebody it was made "
            "for, and ask whoever made it who that is"
        ) from None
    return plain


def fingerprint(recipient: str) -> str:
    """Name a recipient in sixteen hex digits.

    Example:
        >>> fingerprint("age1example")
        'e37425255c92f8d2'
    """
    return sha256(recipient.strip().encode()).hexdigest()[:16]


def _recipient(age: Any, text: str) -> Any:
    kind = age.ssh if text.strip().startswith("ssh-") else age.x25519
    try:
        return kind.Recipient.from_str(text.strip())
    except (age.RecipientError, ValueError):
        raise BadValue(
            "expected an age recipient (age1...) or an SSH public key, found "
            "something else; copy the whole line of the person's public key, which "
            "age-keygen -y FILE prints"
        ) from None


def _identities(age: Any, text: bytes) -> list[Any]:
    try:
        lines = (line.strip() for line in text.decode().splitlines())
        keys = [line for line in lines if line.startswith("AGE-SECRET-KEY-")]
        if keys:
            return [age.x25519.Identity.from_str(key) for key in keys]
        return [age.ssh.Identity.from_buffer(text)]
    except (age.IdentityError, ValueError):
        raise CannotUnlock(
            "expected a file of age identities (AGE-SECRET-KEY-...) or an SSH key, "
            "found something else. Where your identity is in a token, open key.age of "
            "the backup with its own tool, and give what it says with --key-file"
        ) from None


def _age() -> Any:
    """Find the package, which a plain install is without."""
    try:
        import pyrage
    except ImportError:
        raise CannotUnlock(
            "expected the package for age, which is not installed here; install it: "
            'pip install "tasjil[age]", or use a passphrase'
        ) from None
    return pyrage
