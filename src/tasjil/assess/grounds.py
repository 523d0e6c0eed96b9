"""Whether a finding has enough under it to be called established."""

from collections.abc import Iterable, Mapping

from tasjil.assess.independence import independent_tellers
from tasjil.assess.support import is_direct
from tasjil.errors import NotAllowed
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.model.proof import Element
from tasjil.model.scope import Corroboration
from tasjil.model.tally import Origin

FEWEST_TELLERS = 2


def check_grounds(
    told: Assessment,
    claims: Iterable[Claim],
    origins: Mapping[ClaimId, Origin],
    rule: Corroboration,
) -> None:
    """Refuse an established death on the word of one.

    Two independent first tellers are enough, and so is direct evidence: a witness among
    the claims, a record of a list, or what the assessment says was seen directly.

    Args:
        told: The assessment to be.
        claims: The claims it rests on.
        origins: The first teller of each claim.
        rule: What the codebook asks.

    Raises:
        NotAllowed: Says whose word it is, and what to do.
    """
    if rule is Corroboration.LEFT_OPEN or told.element is not Element.DEATH:
        return
    if told.standing is not Standing.ESTABLISHED:
        return
    rests_on = list(claims)
    if told.records or told.direct_evidence or any(map(is_direct, rests_on)):
        return
    tellers = len(independent_tellers(rests_on, origins))
    if tellers < FEWEST_TELLERS:
        raise NotAllowed(
            "expected two first tellers who are independent of each other, a witness "
            f"or a record, to establish the {told.element}, found {tellers}; leave it "
            "pending, or say with --direct-evidence what was seen directly"
        )
