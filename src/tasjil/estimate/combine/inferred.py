"""What one run of a method gives, in the form that runs are added and combined in."""

from dataclasses import dataclass
from hashlib import sha256
from math import isfinite, log
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.model.estimate import Estimate, Refusal

LEAST = 0.5
"""Fewer undocumented people than this count as so many where a logarithm is taken."""


@dataclass(frozen=True, eq=False)
class Inferred:
    """An outcome of a method, with the draws of N where it has a posterior.

    Attributes:
        draws: Of N, (draws,) float64, in any order; None of a method without them.

    Example:
        >>> from tasjil.model.estimate import Interval, Method
        >>> found = Estimate(
        ...     Method.CHAO, 100, Interval(120, 120, 110, 140, 0.95), "sha256:0")
        >>> mean, variance = Inferred(found).log_unseen()
        >>> round(mean, 4), round(variance, 4)
        (2.9957, 0.1251)
    """

    outcome: Estimate | Refusal
    draws: NDArray[np.float64] | None = None

    def __post_init__(self) -> None:
        """Refuse draws that are not numbers, or fewer people than are documented."""
        if self.draws is None:
            return
        if self.draws.ndim != 1 or len(self.draws) < 2:
            raise BadValue(f"expected two draws or more, got {self.draws.shape}")
        if not np.isfinite(self.draws).all() or self.draws.min() < self.outcome.n - 0.5:
            raise BadValue(
                f"expected draws of at least the {self.outcome.n} documented"
            )

    @property
    def estimate(self) -> Estimate:
        """The outcome, where it is an estimate.

        Raises:
            BadValue: It is a refusal.
        """
        if isinstance(self.outcome, Refusal):
            raise BadValue(
                f"expected an estimate, got a refusal: {self.outcome.refused}"
            )
        return self.outcome

    def unseen(self) -> NDArray[np.float64]:
        """Give the draws of n0, the undocumented, (draws,).

        Raises:
            BadValue: The method has no draws.
        """
        if self.draws is None:
            raise BadValue(f"expected draws, got none: {self.outcome.method} has none")
        return self.draws - self.outcome.n

    def log_unseen(self, least: float = LEAST) -> tuple[float, float]:
        """Give the mean and the variance of log n0.

        Of the draws; without them, of the point and the width of the interval.

        Args:
            least: What stands for n0 below it.
        """
        if self.draws is not None:
            logs = np.log(np.maximum(self.unseen(), least))
            return float(logs.mean()), float(logs.var(ddof=1))
        middle, below, above = self.spread(least)
        return middle, ((below + above) / 2) ** 2

    def spread(self, least: float = LEAST) -> tuple[float, float, float]:
        """Give log n0 of the point, and its standard deviation to either side."""
        found = self.estimate
        z = NormalDist().inv_cdf((1 + found.N.level) / 2)
        low, middle, high = (
            log(max(value - found.n, least))
            for value in (found.N.low, found.N.median, found.N.high)
        )
        return middle, (middle - low) / z, (high - middle) / z


def together(parts: list[Estimate | Refusal]) -> str:
    """Give the digest of several tables: of their digests, in the order of the parts.

    Example:
        >>> from tasjil.model.estimate import Method
        >>> refused = Refusal(Method.CHAO, 1, "no", "sha256:0")
        >>> together([refused]), len(together([refused, refused]))
        ('sha256:0', 71)
    """
    if len(parts) == 1:
        return parts[0].data
    told = "\n".join(part.data for part in parts)
    return "sha256:" + sha256(told.encode()).hexdigest()


def check_parts(parts: list[Inferred]) -> None:
    """Refuse to add or combine nothing, or runs of different methods or levels.

    Raises:
        BadValue: There are no parts, or they are of different kinds.
    """
    if not parts:
        raise BadValue("expected the outcomes of some tables, got none")
    methods = {part.outcome.method for part in parts}
    if len(methods) > 1:
        raise BadValue(
            f"expected one method for all tables, got {', '.join(sorted(methods))}"
        )
    levels = {
        part.outcome.N.level
        for part in parts
        if isinstance(part.outcome, Estimate) and isfinite(part.outcome.N.level)
    }
    if len(levels) > 1:
        raise BadValue(f"expected intervals of one level, got {sorted(levels)}")
