"""A person takes back the last that was done with a claim, by another entry."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import ClaimState


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What stands after something was taken back.

    Attributes:
        claim: The claim that stands now: another than before where a correction was
            taken back; None where a claim that was added is gone.
        state: How it stands; withdrawn where there is none.
    """

    claim: ClaimId | None
    state: ClaimState


def take_back_judgement(
    case: Case, key: Key, claim: ClaimId, because: str, *, number: int | None = None
) -> TakenBack:
    """Take back a judgement, a correction or an addition; all of it stays in the log.

    Done again, it takes back what was done before that, as far as to the claim as it
    was proposed.

    Args:
        case: The case.
        key: What opens its register.
        claim: One that stands.
        because: Why.
        number: What is to be taken back, as `history_of_claim` numbers it, so that
            nobody takes back what another did meanwhile; None for whatever was last.

    Raises:
        NotInRegister: There is no such claim, or nothing to take back.
        NotAllowed: Another claim stands in its place, something was done since, or
            this user may not.
        BadValue: There is no reason.
    """
    with open_register(case, key) as register:
        found = register.take_back(
            claim, because=because, at=datetime.now(UTC), number=number
        )
    return TakenBack(None, ClaimState.WITHDRAWN) if found is None else TakenBack(*found)
