"""What can be chosen about models for tables with empty overlaps."""

from dataclasses import dataclass, field
from typing import Any

from tasjil.errors import BadValue
from tasjil.estimate.refuse import Limits
from tasjil.model.defined import Defined


class Ends(Defined):
    """Where the ends of the interval come from."""

    REDRAWN = "redrawn", "Tables drawn anew, with the model chosen anew in each (BCa)."
    GIVEN = (
        "given",
        "The chosen model as if it had been known: narrower than is honest.",
    )


@dataclass(frozen=True, slots=True)
class SparseSettings:
    """How pairs of lists enter the model, and how sure the interval is.

    Attributes:
        level: Share of certainty of the interval.
        ends: Where the ends of the interval come from.
        threshold: A pair enters where chance alone gives its overlap more rarely.
        resamples: Tables drawn anew for the interval.
        seed: Of the draws: the same gives the same interval.
        failures: If a larger share of the tables drawn anew has no estimate, there is
            no interval, and the table is refused.
        most_lists: More lists than these are refused: the cells double with each.
        limits: From where on a table is refused.
    """

    level: float = 0.95
    ends: Ends = Ends.REDRAWN
    threshold: float = 0.02
    resamples: int = 1_000
    seed: int = 19_481_210
    failures: float = 0.05
    most_lists: int = 10
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")
        if not 0 <= self.threshold < 1:
            raise BadValue(
                f"expected a threshold from 0 to below 1, got {self.threshold}"
            )
        if self.resamples < 100:
            raise BadValue(
                "expected 100 tables drawn anew or more, or the ends mean nothing; "
                f"got {self.resamples}"
            )
        if not 0 <= self.failures < 1:
            raise BadValue(f"expected failures from 0 to below 1, got {self.failures}")
        if not 3 <= self.most_lists <= 12:
            raise BadValue(
                f"expected from 3 to 12 lists at most, got {self.most_lists}"
            )

    def plain(self) -> dict[str, Any]:
        """Give the settings as JSON values."""
        return {
            "level": self.level,
            "ends": self.ends.value,
            "threshold": self.threshold,
            "resamples": self.resamples,
            "seed": self.seed,
            "failures": self.failures,
            "most_lists": self.most_lists,
            "changed_limits": self.limits.changed(),
        }
