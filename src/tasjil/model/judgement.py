"""What a person decided about what a machine proposed."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, UserId


class ClaimState(Defined):
    """Where a claim stands. Proposed and accepted are counted apart."""

    PROPOSED = "proposed", "Read by a machine; nobody has looked yet."
    ACCEPTED = "accepted", "A person read the words and holds that they say this."
    REJECTED = (
        "rejected",
        "A person holds that the words do not say this. Kept, never counted.",
    )


@dataclass(frozen=True, slots=True)
class ClaimJudgement:
    """A person's word on one claim: whether the report says it, not whether it is so.

    Attributes:
        at: ISO 8601 time with its offset.
        because: The reason, in the person's own words; never empty.
    """

    claim: ClaimId
    state: ClaimState
    by: UserId
    at: str
    because: str

    def __post_init__(self) -> None:
        """Refuse a decision without a person or without a reason."""
        if not self.by.strip():
            raise BadValue("expected the name of the person who decides, got none")
        if not self.because.strip():
            raise BadValue("expected a reason (because), got none")
