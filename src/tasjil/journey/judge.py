"""A person says whether a report's words say what the reader proposed."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import ClaimJudgement, ClaimState


def judge_claim(
    case: Case, key: Key, claim: ClaimId, state: ClaimState, because: str
) -> ClaimJudgement:
    """Keep a decision of whoever opened the register; the claim stays as it was.

    Raises:
        NotInRegister: The register has no such claim.
        BadValue: There is no reason.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with open_register(case, key) as register:
        judged = ClaimJudgement(claim, state, register.user, at, because)
        register.judge(judged)
    return judged
