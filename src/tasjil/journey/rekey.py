"""Gives a case's register other keys, as after somebody left."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.register.copies.rekey import Rekeyed

__all__ = ["Rekeyed", "rekey_case"]


def rekey_case(case: Case, key: Key, because: str) -> Rekeyed:
    """Change the key of the register and of its box; passphrases stay as they are.

    Raises:
        NotAllowed: Whoever opened it is no lead.
        RegisterError: Somebody else has it open.
    """
    with open_register(case, key) as register:
        return register.rekey(at=datetime.now(UTC), because=because)
