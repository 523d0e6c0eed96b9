"""Reads who somebody in the sealed box is; that it was read stands in the log first."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.identity import Identity
from tasjil.model.ids import Reference


def unseal_identity(case: Case, key: Key, who: Reference, because: str) -> Identity:
    """Open one identity.

    Raises:
        BoxClosed: Whoever opened the register was not granted the box.
        Erased: The person was erased.
        NotInRegister: Nobody has this reference.
    """
    with open_register(case, key) as register:
        return register.box.unseal(
            who, by=register.user, at=datetime.now(UTC), because=because
        )
