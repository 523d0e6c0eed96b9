"""A person says whether a report's words say what the reader proposed."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.model.ids import ClaimId, UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.register.register import Register


def judge_claim(
    case: Case, claim: ClaimId, state: ClaimState, by: UserId, because: str
) -> ClaimJudgement:
    """Keep one decision; the claim stays as it was read.

    Raises:
        NotInRegister: The register has no such claim.
        BadValue: Nobody decides, or without a reason.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    judged = ClaimJudgement(claim, state, by, at, because)
    with Register.open(case.register_file) as register:
        register.judge(judged)
    return judged
