"""Why a claim that a reader proposed was thrown away, and how many were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tasjil.model.claim import Claim
from tasjil.model.defined import Defined


class Dropped(Defined):
    """What was wrong with a proposed claim; it is counted, and never kept."""

    WORDS = "words", "Its words do not stand in the report."
    NUMBER = "number", "Its number stands nowhere near its words, or is another one."
    NAME = "name", "It names somebody whom the report does not name."
    TELLER = "teller", "It names a teller who does not stand in the report."
    SHAPE = "shape", "It has not the form of a claim, or a value that cannot be."
    TOO_MANY = "too many", "More claims were proposed than one report can hold."


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a reader proposes, and how many of its claims it threw away itself."""

    claims: tuple[Claim, ...]
    dropped: Mapping[Dropped, int] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, told: "Sequence[Claim] | Proposed") -> "Proposed":
        """Claims alone are a proposal of which nothing was thrown away."""
        return told if isinstance(told, Proposed) else cls(tuple(told))
