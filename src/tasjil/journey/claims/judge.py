"""A person judges several claims of a report at once."""

from collections.abc import Sequence
from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import ClaimJudgement, ClaimState


def judge_claims(
    case: Case,
    key: Key,
    said: Sequence[tuple[ClaimId, ClaimState]],
    because: str,
) -> tuple[ClaimJudgement, ...]:
    """Keep one decision on each claim, all of them or none.

    Args:
        case: The case.
        key: What opens its register.
        said: Each claim, and whether it is accepted, rejected, or as it was proposed.
        because: One reason for all, as it was given.

    Raises:
        NotInRegister: One of the claims is not there.
        NotAllowed: Another stands in the place of one, or this user may not.
        BadValue: There is no reason.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with open_register(case, key) as register:
        judged = tuple(
            ClaimJudgement(claim, state, register.user, at, because)
            for claim, state in said
        )
        register.judge_all(judged)
    return judged
