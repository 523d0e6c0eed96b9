"""A person says whether a report's words say what the reader proposed."""

from tasjil.journey.case import Case
from tasjil.journey.claims.judge import judge_claims
from tasjil.journey.opening import Key
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
    (judged,) = judge_claims(case, key, [(claim, state)], because)
    return judged
