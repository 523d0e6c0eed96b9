"""Gives a user the key of the sealed box, or takes it away."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import UserId


def grant_box(case: Case, key: Key, user: UserId, because: str) -> None:
    """Let a user open the sealed box.

    Raises:
        BoxClosed: Whoever grants does not have it.
        CannotUnlock: No such user can open the register.
    """
    with open_register(case, key) as register:
        register.grant_box(user, at=datetime.now(UTC), because=because)


def take_box(case: Case, key: Key, user: UserId, because: str) -> None:
    """Take the sealed box from a user; what they read or copied, they still have."""
    with open_register(case, key) as register:
        register.take_box(user, at=datetime.now(UTC), because=because)
