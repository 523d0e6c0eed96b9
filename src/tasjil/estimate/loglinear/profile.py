"""Intervals of how many there were: where the likelihood has fallen far enough."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.loglinear.designs import Design
from tasjil.estimate.loglinear.fitting import Cells, Fits, gathered, seen
from tasjil.estimate.loglinear.gamma import digamma, log_gamma
from tasjil.estimate.loglinear.newton import maximise
from tasjil.model.defined import Defined

Numbers = NDArray[np.float64]

ROUNDS = 60
CLOSE = 1e-9
FEWEST = 1e-3
"""Of a person: where the likelihood still holds at so few undocumented, it is none."""
MOST = 1e12


class Profile(Defined):
    """Which likelihood of N is followed."""

    MULTINOMIAL = "multinomial", "N persons fall into the cells (Cormack 1992)."
    POISSON = "poisson", "The deviance with the unseen cell put in as a count."


@dataclass(frozen=True, slots=True)
class Ends:
    """Where the likelihood is highest, and has fallen by the level, for B models.

    Attributes:
        best: n0, (B,).
        low: (B,).
        high: (B,).
        found: All three were found, (B,).
    """

    best: Numbers
    low: Numbers
    high: Numbers
    found: NDArray[np.bool_]


class Height:
    """The log likelihood of n0, with all other coefficients at their best for it.

    Each value is a fit to the table with n0 as the count of the unseen cell; the next
    fit starts from the last one.
    """

    def __init__(
        self, design: Design, counts: Numbers, used: NDArray[np.bool_], kind: Profile
    ) -> None:
        """Begin with nothing fitted.

        Args:
            design: B models, over the unseen cell first and then the others.
            counts: (B, C); the unseen cell is put in.
            used: (B, C); likewise.
            kind: Which likelihood.
        """
        self._design = design
        self._used = used.copy()
        self._used[:, 0] = True
        self._counts = counts * used
        self._n = self._counts[:, 1:].sum(1)
        self._kind = kind
        self._last: Numbers | None = None

    def __call__(self, hidden: Numbers) -> tuple[Numbers, Numbers]:
        """Give the likelihood (B,) at n0 (B,), and how it rises with log n0, (B,)."""
        counts = self._counts.copy()
        counts[:, 0] = hidden
        best = maximise(self._design, counts, self._used, self._last)
        self._last = best.coefficients
        mean = np.where(self._used, best.expected, 1.0)
        total = self._n + hidden
        told: Numbers = (counts * np.log(mean)).sum(1)
        if self._kind is Profile.POISSON:
            told = told - hidden * np.log(hidden)
            return told, hidden * np.log(mean[:, 0] / hidden)
        told = told - total * np.log(total)
        told += log_gamma(total + 1) - log_gamma(hidden + 1)
        slope = digamma(total + 1) - digamma(hidden + 1) + np.log(mean[:, 0] / total)
        return told, hidden * slope


def profile(
    cells: Cells, counts: NDArray[np.int64], fits: Fits, level: float, kind: Profile
) -> Ends:
    """Find the profile-likelihood interval of n0 for fits that are good.

    Args:
        cells: The overlaps and terms.
        counts: One table, (C,).
        fits: B fits to it.
        level: 0.95 goes down to where twice the likelihood has fallen by 3.84.
        kind: Which likelihood.
    """
    design, _, _ = gathered(cells, fits.finite)
    many = np.broadcast_to(counts, fits.used.shape).astype(float)
    height = Height(design, seen(many), seen(fits.used), kind)
    return ends(height, fits.hidden, fits.variance, level)


def ends(height: Height, hidden: Numbers, variance: Numbers, level: float) -> Ends:
    """Find the highest point and both ends, starting from an estimate.

    Args:
        height: The likelihood.
        hidden: n0 as estimated, (B,).
        variance: Of its logarithm, (B,).
        level: Share of certainty.
    """
    fall = NormalDist().inv_cdf((1 + level) / 2) ** 2 / 2
    start = np.log(np.clip(hidden, FEWEST, MOST))
    spread = np.sqrt(np.clip(variance, 1e-8, 25.0))

    def slope(at: Numbers) -> Numbers:
        return height(np.exp(at))[1]

    best, top_found = _crossing(slope, start - 0.1 * spread, start + 0.1 * spread)
    top, _ = height(np.exp(best))

    def below(at: Numbers) -> Numbers:
        return height(np.exp(at))[0] - (top - fall)

    step = 2 * spread
    high, high_found = _crossing(below, best, best + step)
    low, low_found = _crossing(lambda at: -below(at), best - step, best)
    floor = np.log(FEWEST) + 1e-9
    none = low <= floor
    return Ends(
        np.exp(best),
        np.where(none, 0.0, np.exp(low)),
        np.exp(high),
        # A likelihood that only falls, from nobody hidden on, is highest there.
        (top_found | (best <= floor)) & high_found & (low_found | none),
    )


def _crossing(
    falls: Callable[[Numbers], Numbers], left: Numbers, right: Numbers
) -> tuple[Numbers, NDArray[np.bool_]]:
    """Find where a function of log n0 falls through 0, between bounds that widen.

    Returns:
        The places (B,), held between the fewest and the most, and whether the
        function is 0 there, (B,).
    """
    floor, ceiling = np.log(FEWEST), np.log(MOST)
    left, right = np.maximum(left, floor), np.minimum(right, ceiling)
    at_left, at_right = falls(left), falls(right)
    for _ in range(ROUNDS):
        up = (at_right > 0) & (right < ceiling)
        down = (at_left < 0) & (left > floor)
        if not (up | down).any():
            break
        width = right - left + 0.1
        left, right = (
            np.where(down, np.maximum(left - width, floor), np.where(up, right, left)),
            np.where(
                up, np.minimum(right + width, ceiling), np.where(down, left, right)
            ),
        )
        at_left, at_right = falls(left), falls(right)
    inside = (at_left >= 0) & (at_right <= 0)
    outside = np.where(at_left < 0, left, right)
    found = _narrowed(falls, (left, at_left), (right, at_right))
    return np.where(inside, found, outside), inside


def _narrowed(
    falls: Callable[[Numbers], Numbers],
    left: tuple[Numbers, Numbers],
    right: tuple[Numbers, Numbers],
) -> Numbers:
    """Narrow bounds to the crossing by false position, each side halved in turn."""
    (a, at_a), (b, at_b) = left, right
    middle, last = a, np.zeros(len(a))
    for _ in range(ROUNDS):
        gap = at_a - at_b
        share = np.where(gap > 0, at_a / np.where(gap > 0, gap, 1.0), 0.0)
        middle = a + np.clip(share, 0.0, 1.0) * (b - a)
        there = falls(middle)
        if ((np.abs(there) < CLOSE) | (np.abs(b - a) < CLOSE)).all():
            break
        side = np.sign(there)
        # Illinois: an end that stays a second time counts half.
        less = np.where(side == last, 0.5, 1.0)
        above, last = side > 0, side
        a, at_a = np.where(above, middle, a), np.where(above, there, at_a * less)
        b, at_b = np.where(above, b, middle), np.where(above, at_b * less, there)
    return middle
