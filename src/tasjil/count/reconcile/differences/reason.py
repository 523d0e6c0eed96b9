"""One reason why two sides are not the same number, before it has a size."""

from dataclasses import dataclass

from tasjil.model.ids import ClaimId
from tasjil.model.reconciliation import DifferenceKind, DifferencePart


@dataclass(frozen=True, slots=True)
class Reason:
    """What the two sides do not share.

    Attributes:
        sign: 1 where it makes the second side the larger, -1 where it makes it the
            smaller, 0 where it may do either.
        weak: It may be no difference at all: one side does not say.
    """

    kind: DifferenceKind
    text: str
    sign: int = 0
    weak: bool = False
    claims: tuple[ClaimId, ...] = ()

    def part(self, size: int | None = None) -> DifferencePart:
        """Put it into a difference, with its size where one is known."""
        return DifferencePart(self.kind, self.text, size, self.claims)
