"""The system's keyring, where it is installed (extra `keyring`) and was asked for."""

from typing import Any

from tasjil.errors import CannotUnlock
from tasjil.model.ids import UserId

SERVICE = "tasjil"


def recall(office: str, user: UserId | None) -> str | None:
    """Find a passphrase that was remembered for a register; None where none was."""
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        found: str | None = keyring.get_password(SERVICE, _name(office, user))
    except keyring.errors.KeyringError:
        return None
    return found


def remember(office: str, user: UserId | None, passphrase: str | None) -> None:
    """Keep a passphrase in the system's keyring; None forgets it.

    Raises:
        CannotUnlock: There is no keyring on this machine, or it refuses.
    """
    keyring = _keyring()
    if keyring is None:
        raise CannotUnlock(
            "expected the system's keyring, found no package for it; install "
            "tasjil[keyring]"
        )
    try:
        if passphrase is not None:
            keyring.set_password(SERVICE, _name(office, user), passphrase)
        elif recall(office, user) is not None:
            keyring.delete_password(SERVICE, _name(office, user))
    except keyring.errors.KeyringError as wrong:
        raise CannotUnlock(
            f"the system's keyring refused ({type(wrong).__name__}); unlock it, or do "
            "without --remember"
        ) from None


def _name(office: str, user: UserId | None) -> str:
    return f"{office}/{user or ''}"


def _keyring() -> Any:
    try:
        import keyring
        import keyring.errors
    except ImportError:
        return None
    return keyring
