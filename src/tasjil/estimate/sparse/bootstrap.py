"""Intervals from tables drawn anew, corrected for bias and skewness (BCa)."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]
Progress = Callable[[int, int], None]
"""Is told how many tables are done, and of how many."""

BLOCK = 125
"""Tables fitted at once, whatever the machine: the ends never depend on it."""


@dataclass(frozen=True, slots=True)
class Redrawn:
    """Estimates from tables drawn anew.

    Attributes:
        draws: N of each, (R,); not a number where there was no estimate.
        bias: Of the normal deviate, z0.
        acceleration: How the spread grows with N, by leaving out persons.
        low: The end of the interval.
        high: The other end.
    """

    draws: Numbers
    bias: float
    acceleration: float
    low: float
    high: float

    @property
    def failed(self) -> float:
        """The share of tables without an estimate."""
        return float(np.isnan(self.draws).mean())


def resampled(counts: Counts, many: int, seed: int) -> Counts:
    """Draw tables of as many persons, each as often as it was seen.

    Args:
        counts: (M,) of the patterns that were seen.
        many: Tables to draw.
        seed: The same seed draws the same tables.

    Returns:
        Counts of (many, M).
    """
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    n = int(counts.sum())
    return rng.multinomial(n, counts / n, size=many).astype(np.int64)


def without_one(counts: Counts) -> Counts:
    """Give the M tables with one person of each pattern left out, (M, M)."""
    return np.asarray(counts[None, :] - np.eye(len(counts), dtype=np.int64))


def in_blocks(
    tables: Counts, estimate: Callable[[Counts], Numbers], told: Callable[[int], None]
) -> Numbers:
    """Estimate tables block by block, telling how many are done after each."""
    found = []
    for at in range(0, len(tables), BLOCK):
        found.append(estimate(tables[at : at + BLOCK]))
        told(min(at + BLOCK, len(tables)))
    return np.concatenate(found)


def acceleration(left_out: Numbers, counts: Counts) -> float:
    """Say how skewed the estimate is, from leaving out each person once.

    Args:
        left_out: N without one person of each pattern, (M,).
        counts: How many persons that stands for, (M,).
    """
    known = np.isfinite(left_out)
    if known.sum() < 2:
        return 0.0
    weight = counts[known].astype(float)
    apart = np.average(left_out[known], weights=weight) - left_out[known]
    spread = float((weight * apart**2).sum())
    if spread <= 0:
        return 0.0
    cubes = float((weight * apart**3).sum())
    return cubes / float(6 * spread**1.5)


def ends(draws: Numbers, point: float, bent: float, level: float) -> Redrawn:
    """Find the interval of DiCiccio & Efron (1996, Statistical Science 11, 189-228).

    Args:
        draws: N of each table drawn anew, (R,).
        point: N of the table itself.
        bent: The acceleration.
        level: Share of certainty.

    Example:
        Without bias or skewness the ends are plain quantiles.

        >>> import numpy as np
        >>> found = ends(np.arange(101.0), 50.0, 0.0, 0.9)
        >>> round(found.low, 6), round(found.high, 6)
        (5.0, 95.0)
    """
    known = draws[np.isfinite(draws)]
    normal = NormalDist()
    below = float((known < point).mean() + (known == point).mean() / 2)
    edge = 0.5 / len(known)
    bias = normal.inv_cdf(min(max(below, edge), 1 - edge))

    def at(share: float) -> float:
        away = bias + normal.inv_cdf(share)
        held = 1 - bent * away
        moved = bias + away / held if held > 1e-6 else np.sign(away) * 40.0
        return float(np.quantile(known, normal.cdf(moved)))

    low, high = at((1 - level) / 2), at((1 + level) / 2)
    return Redrawn(draws, bias, bent, low, high)
