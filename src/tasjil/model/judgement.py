"""What a person decided about what a machine proposed."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.decision import check_decision
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
    CORRECTED = (
        "corrected",
        "A person put another claim in its place. Kept, never counted.",
    )
    WITHDRAWN = (
        "withdrawn",
        "A person made it, and it was taken back. Kept, never counted.",
    )


DECIDED = frozenset({ClaimState.PROPOSED, ClaimState.ACCEPTED, ClaimState.REJECTED})
"""What a person can say of a claim; the others follow from what was done with it."""

REPLACED = frozenset({ClaimState.CORRECTED, ClaimState.WITHDRAWN})
"""Another claim stands in its place, or the one it had stood in place of."""

LEFT_OUT = frozenset({ClaimState.REJECTED, *REPLACED})
"""What is kept and never counted."""


class Verdict(Defined):
    """A person's word on a pair."""

    SAME = "same", "The two are one person, or one incident."
    DIFFERENT = "different", "The two are not one."
    CANNOT_TELL = "cannot tell", "A person looked, and what there is does not say."


class PairKind(Defined):
    """What the two of a pair are."""

    RECORDS = "records", "Two rows of lists: are they one person?"
    VICTIMS = "victims", "Two victims: are they one person?"
    CLAIMS = "claims", "Two claims: do they tell of one incident?"
    INCIDENTS = "incidents", "Two incidents: are they one?"


@dataclass(frozen=True, slots=True)
class ClaimJudgement:
    """A person's word on one claim: whether the report says it, not whether it is so.

    Attributes:
        at: ISO 8601 time with its offset.
        because: The reason, in the person's own words; never empty.
        takes_back: True where the last word on the claim was taken back, and the state
            before it holds again.
    """

    claim: ClaimId
    state: ClaimState
    by: UserId
    at: str
    because: str
    takes_back: bool = False

    def __post_init__(self) -> None:
        """Refuse a decision without a person, a time or a reason, or of no person's."""
        check_decision(self.by, self.at, self.because)
        if self.state not in DECIDED:
            raise BadValue(
                f"expected a claim to be accepted, rejected or proposed, got "
                f"{self.state}; correct it, or take it back"
            )


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on a pair. A later one stands; the earlier is never erased.

    Attributes:
        kind: What the two are; their ids are of that kind.
        at: ISO 8601 time with its offset.
        because: The reason, in the person's own words; never empty.

    Example:
        >>> word = Judgement(
        ...     PairKind.RECORDS, "b:2", "a:1", Verdict.SAME, "salma",
        ...     "2025-03-20T09:00:00+02:00", "same father, same village",
        ... )
        >>> word.pair
        ('a:1', 'b:2')
    """

    kind: PairKind
    one: str
    other: str
    verdict: Verdict
    by: UserId
    at: str
    because: str

    def __post_init__(self) -> None:
        """Refuse a pair of one, and a decision without person, time or reason."""
        if not (self.one.strip() and self.other.strip()):
            raise BadValue("expected the ids of two, got an empty one")
        if self.one == self.other:
            raise BadValue(f"expected two {self.kind}, got {self.one!r} twice")
        check_decision(self.by, self.at, self.because)

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids in one order, so that (a, b) and (b, a) are one pair."""
        return (min(self.one, self.other), max(self.one, self.other))
