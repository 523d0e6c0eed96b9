"""A person puts a claim in the place of one that was read wrongly; that one stays."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.claims.changes import Changes, changed
from tasjil.journey.claims.writing import OWN_GROUP, check_group, signed
from tasjil.journey.opening import Key, open_register
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId


def correct_claim(
    case: Case, key: Key, claim: ClaimId, changes: Changes, because: str
) -> Claim:
    """Keep a claim with other values in the place of one that stands.

    The one before stays as it was read, for ever, and is counted no more; the new one
    is accepted by being made.

    Args:
        case: The case.
        key: What opens its register.
        claim: The one that was read wrongly.
        changes: What the words say instead.
        because: Why.

    Returns:
        The new claim.

    Raises:
        NotInRegister: There is no such claim.
        NotAllowed: Somebody has corrected it since, or this user may not.
        BadValue: Nothing would change, a value cannot be, or there is no reason.
        BadPassage: The words do not stand in the report, or are others altogether.
    """
    at = datetime.now(UTC)
    with open_register(case, key) as register:
        before, _ = register.claim(claim)
        after = signed(changed(before, changes, OWN_GROUP), register.user, at, claim)
        check_group(register, after, claim)
        register.correct(after, claim, because=because, at=at)
    return after
