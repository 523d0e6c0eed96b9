"""What can be chosen for an average over decomposable graphs."""

from dataclasses import asdict, dataclass
from typing import Any

from tasjil.errors import BadValue

ENUMERATED = 7
"""The most lists of which every graph is visited; above, a walk visits some."""


@dataclass(frozen=True, slots=True)
class DgaSettings:
    """The prior, the numbers that are tried, and the walk over graphs.

    Attributes:
        delta: How many people the prior puts into every cell of the full table.
        saturated: Take the graph in which all lists depend on all: it says nothing
            of those on no list beyond `delta`.
        decay: p(N) falls like N to the power of -decay: 1 is Jeffreys', 0 is flat.
        cap: The most undocumented people that are tried, in times n.
        integers: Try every whole number from 1 to the cap, as the R package does,
            in place of numbers that lie close only where the mass is.
        level: Of the interval.
        sensitivity: Estimate again with other deltas.
        seed: Of the walk: whoever gives the same gets the same.
        chains: Walks that start in different places.
        steps: Of every walk; None is by the number of lists.

    Raises:
        BadValue: A choice that cannot be.
    """

    delta: float = 0.5
    saturated: bool = False
    decay: float = 1.0
    cap: float = 100.0
    integers: bool = False
    level: float = 0.95
    sensitivity: bool = True
    seed: int = 19481210
    chains: int = 4
    steps: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no average could be taken with."""
        if not 1e-9 <= self.delta <= 1e6:
            raise BadValue(f"expected a delta above 0, say 0.5, got {self.delta}")
        if not 0 <= self.decay <= 2:
            raise BadValue(f"expected p(N) to fall with 0 to 2, got {self.decay}")
        if not 0 < self.cap <= 1e5:
            raise BadValue(f"expected a cap of 1 to 100,000 times n, got {self.cap}")
        if not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")
        if self.chains < 2 or (self.steps is not None and self.steps < 100):
            raise BadValue("expected 2 or more chains of 100 or more steps")
        if self.seed < 0:
            raise BadValue(f"expected a seed of 0 or more, got {self.seed}")

    def plain(self) -> dict[str, Any]:
        """Give the choices as JSON values, for an estimate's `settings`."""
        return asdict(self)

    def steps_for(self, lists: int) -> int:
        """Say how long a walk is."""
        return self.steps or max(20_000, 300 * lists * (lists - 1) // 2)
