"""The one door to age, which seals a key to people who gave their public keys."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from tasjil.errors import BadValue, CannotUnlock, RegisterError


def _age() -> Any:
    try:
        import pyrage
    except ImportError:
        raise RegisterError(
            "expected the extra `age`, which is not installed; install tasjil[age], or "
            "use a passphrase"
        ) from None
    return pyrage


def seal(plain: bytes, recipients: Iterable[str]) -> bytes:
    """Seal bytes to all of these recipients: each of them alone can open it.

    Raises:
        BadValue: One is no age recipient (age1...) and no SSH public key.
    """
    age = _age()
    sealed: bytes = age.encrypt(plain, [_recipient(age, each) for each in recipients])
    return sealed


def unseal(sealed: bytes, identity: str) -> bytes:
    """Open what was sealed to an identity.

    Args:
        sealed: An age file.
        identity: The text of an identity file: AGE-SECRET-KEY-1..., or an SSH key.

    Raises:
        CannotUnlock: It was sealed to somebody else, or was changed.
    """
    age = _age()
    try:
        plain: bytes = age.decrypt(sealed, _identities(age, identity))
    except (age.DecryptError, age.IdentityError, ValueError):
        raise CannotUnlock(
            "the identity does not open this file: expected the one whose public half "
            "was given to whoever made it, found another, or the file was changed; ask "
            "them whom it is for"
        ) from None
    return plain


def fingerprint(recipient: str) -> str:
    """Name a recipient in sixteen hex digits.

    Example:
        >>> fingerprint("age1example")
        'e37425255c92f8d2'
    """
    return sha256(recipient.strip().encode()).hexdigest()[:16]


def _recipient(age: Any, text: str) -> object:
    kind = age.x25519 if text.strip().startswith("age1") else age.ssh
    try:
        return kind.Recipient.from_str(text.strip())
    except (age.RecipientError, ValueError):
        raise BadValue(
            "expected an age recipient (age1...) or an SSH public key, got something "
            "else; ask the receiver for theirs: age-keygen -y FILE prints it"
        ) from None


def _identities(age: Any, text: str) -> list[object]:
    lines = (line.strip() for line in text.splitlines())
    keys = [line for line in lines if line.startswith("AGE-SECRET-KEY-")]
    if keys:
        return [age.x25519.Identity.from_str(key) for key in keys]
    return [age.ssh.Identity.from_buffer(text.encode())]
