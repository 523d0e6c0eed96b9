"""What the overlaps taught about the number, beside what was believed without them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.diagnose.ranks import Floats


@dataclass(frozen=True, slots=True)
class Learned:
    """Two sets of draws of the number of people, with and without the overlaps.

    Attributes:
        ends: Of the bars of both histograms, even in the logarithm, (B + 1,).
        prior: Share of the prior's draws in each bar, (B,).
        posterior: Likewise of the posterior.
        beyond: Share of the prior above the last bar, which no plot shows.
        prior_interval: Low, median and high without the overlaps.
        posterior_interval: Likewise with them.
        level: Of both intervals.
    """

    ends: Floats
    prior: Floats
    posterior: Floats
    beyond: float
    prior_interval: tuple[float, float, float]
    posterior_interval: tuple[float, float, float]
    level: float

    @property
    def shared(self) -> float:
        """How much of both lies in the same place: 1 where nothing was learned."""
        return float(np.minimum(self.prior, self.posterior).sum())

    @property
    def below(self) -> float:
        """Share of the prior below the posterior's median: near 0 or 1, it was moved.

        Up to the bar that the median lies in, this counts bars.
        """
        middle = self.posterior_interval[1]
        return float(self.prior[self.ends[1:] <= middle].sum())

    @property
    def narrowed(self) -> float:
        """How much narrower the interval became, on the logarithm.

        0 by nothing, 1 to a point; negative where the prior was the surer of both.
        """
        widths = [
            np.log(high / low)
            for low, _, high in (self.prior_interval, self.posterior_interval)
        ]
        return float(1.0 - widths[1] / widths[0]) if widths[0] > 0 else 0.0

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {
            "ends": self.ends.tolist(),
            "prior": self.prior.tolist(),
            "posterior": self.posterior.tolist(),
            "beyond": self.beyond,
            "prior_interval": list(self.prior_interval),
            "posterior_interval": list(self.posterior_interval),
            "level": self.level,
            "shared": self.shared,
            "below": self.below,
            "narrowed": self.narrowed,
        }


def learned(
    prior: NDArray[np.generic],
    posterior: NDArray[np.generic],
    level: float = 0.95,
    bars: int = 60,
) -> Learned:
    """Compare draws of N from the prior with those from the posterior.

    Args:
        prior: Drawn given n alone, any shape, above 0.
        posterior: Drawn given the overlaps too.
        level: Of the intervals.
        bars: Of the histograms, which reach over all of the posterior and over most
            of the prior: ten times as far as the posterior at the least.

    Example:
        >>> rng = np.random.default_rng(4)
        >>> found = learned(np.exp(rng.normal(9, 2, 4000)), rng.normal(9e3, 500, 4000))
        >>> round(found.narrowed, 1), found.shared < 0.4
        (1.0, True)
    """
    before = np.asarray(prior, np.float64).ravel()
    after = np.asarray(posterior, np.float64).ravel()
    lowest = min(before.min(), after.min())
    highest = max(np.quantile(before, 0.9), 10.0 * np.quantile(after, 0.999))
    highest = max(highest, float(after.max()), lowest * 1.001)
    ends = np.geomspace(lowest, highest, bars + 1)
    ends[0], ends[-1] = lowest, highest
    return Learned(
        ends,
        np.histogram(before, ends)[0] / before.size,
        np.histogram(after, ends)[0] / after.size,
        float((before > ends[-1]).mean()),
        _interval(before, level),
        _interval(after, level),
        level,
    )


def _interval(draws: Floats, level: float) -> tuple[float, float, float]:
    ends = np.quantile(draws, ((1 - level) / 2, 0.5, (1 + level) / 2))
    return float(ends[0]), float(ends[1]), float(ends[2])
