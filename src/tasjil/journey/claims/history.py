"""All that was done with a claim: who read it, judged it, corrected it, and why."""

from tasjil.model.ids import ClaimId
from tasjil.register.made import ClaimEvent, Done
from tasjil.register.register import Register

__all__ = ["ClaimEvent", "Done", "history_of_claim"]


def history_of_claim(register: Register, claim: ClaimId) -> tuple[ClaimEvent, ...]:
    """Give all that was done with a claim and with those of its line, oldest first.

    Asked for a claim that was corrected, or for the one in its place, it is the same.

    Raises:
        NotInRegister: There is no such claim, or it is not for whoever asks.
        NotAllowed: Whoever opened the register may not look at claims.
    """
    return register.claim_history(claim)
