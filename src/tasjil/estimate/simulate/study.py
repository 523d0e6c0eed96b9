"""What became of methods on populations whose size is known."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tasjil.estimate.simulate.design import Design
from tasjil.model.estimate import Estimate, Method, Refusal


@dataclass(frozen=True, slots=True)
class Share:
    """A share of runs, or a mean over them, with its Monte Carlo standard error."""

    value: float
    error: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Share | None":
        """Give the mean of values; None of none.

        Example:
            >>> Share.of([1, 1, 1, 0])
            Share(value=0.75, error=0.25)
        """
        if not values:
            return None
        found = np.asarray(values, np.float64)
        spread = float(found.std(ddof=1)) if len(found) > 1 else 0.0
        return cls(float(found.mean()), spread / len(found) ** 0.5)

    def plain(self) -> dict[str, float]:
        """Give it as JSON values."""
        return {"value": self.value, "error": self.error}


@dataclass(frozen=True, slots=True)
class MethodStudy:
    """How one method did.

    Attributes:
        runs: How many populations it was run on.
        refused: How often it gave no number, by the reason.
        coverage: The share of its intervals that hold the truth; of all that it gave.
        above: The share of its intervals that lie wholly above the truth.
        bias: How far its medians are from the truth, as a share of it, on average.
        width: Of its intervals, as a share of the truth, on average.
        off: Root of the mean squared distance of its medians, as a share of the truth.
    """

    method: Method
    runs: int
    refused: tuple[tuple[str, int], ...]
    coverage: Share | None
    above: Share | None
    bias: Share | None
    width: Share | None
    off: float | None

    @property
    def share_refused(self) -> float:
        """The share of populations of which it gave no number."""
        return sum(many for _, many in self.refused) / self.runs if self.runs else 0.0

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        told = {
            name: None if share is None else share.plain()
            for name, share in (
                ("coverage", self.coverage),
                ("above", self.above),
                ("bias", self.bias),
                ("width", self.width),
            )
        }
        return {
            "method": str(self.method),
            "runs": self.runs,
            "refused": self.share_refused,
            "refusals": dict(self.refused),
            **told,
            "rmse": self.off,
        }


@dataclass(frozen=True, slots=True)
class Study:
    """How methods did on populations drawn by one design.

    Attributes:
        asked: How many populations were to be drawn.
        documented: Of a population, how many are on any list, on average.
        stopped: Somebody stopped it before the end.
    """

    design: Design
    seed: int
    asked: int
    documented: float
    methods: tuple[MethodStudy, ...]
    stopped: bool = False
    level: float = 0.95

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {
            "design": self.design.plain(),
            "seed": self.seed,
            "runs": self.asked,
            "stopped": self.stopped,
            "documented": self.documented,
            "level": self.level,
            "methods": [each.plain() for each in self.methods],
        }


def studied(
    method: Method, truth: int, outcomes: Sequence[Estimate | Refusal]
) -> MethodStudy:
    """Compare what a method gave with the truth."""
    given = [each for each in outcomes if isinstance(each, Estimate)]
    refused = Counter(
        str(each.why or "other") for each in outcomes if isinstance(each, Refusal)
    )
    distance = [each.N.median / truth - 1 for each in given]
    # An interval's ends may be fractions; the truth is a whole number.
    covered = [
        float(np.floor(each.N.low) <= truth <= np.ceil(each.N.high)) for each in given
    ]
    above = [float(np.floor(each.N.low) > truth) for each in given]
    width = [(each.N.high - each.N.low) / truth for each in given]
    off = float(np.sqrt(np.mean(np.square(distance)))) if distance else None
    return MethodStudy(
        method,
        len(outcomes),
        tuple(sorted(refused.items())),
        Share.of(covered),
        Share.of(above),
        Share.of(distance),
        Share.of(width),
        off,
    )
