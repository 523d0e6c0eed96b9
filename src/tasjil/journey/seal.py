"""Puts somebody into the sealed box, and says which reports are about them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.named_reports import named_reports
from tasjil.journey.opening import Key, open_register
from tasjil.journey.pages_away import take_pages_away
from tasjil.model.identity import Identity
from tasjil.model.ids import Reference


def seal_identity(
    case: Case, key: Key, identity: Identity, reports: Sequence[str], because: str
) -> Reference:
    """Seal somebody; pages written before go, as they may show what is now withheld.

    Raises:
        BoxClosed: Whoever opened the register was not granted the box.
        NotInRegister: One of the reports was never captured.
    """
    with open_register(case, key) as register:
        found = named_reports(register, reports)
        who = register.box.seal(
            identity, found, by=register.user, at=datetime.now(UTC), because=because
        )
    if found:
        take_pages_away(case)
    return who


def tie_reports(
    case: Case, key: Key, who: Reference, reports: Sequence[str], because: str
) -> int:
    """Say that more reports are about somebody who is sealed; say how many."""
    with open_register(case, key) as register:
        found = named_reports(register, reports)
        register.box.tie(
            who, found, by=register.user, at=datetime.now(UTC), because=because
        )
    take_pages_away(case)
    return len(found)
