"""One number out of many models, each weighted by how well it explains the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.loglinear.trial import Trial

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Average:
    """An average over models, and three ways to an interval around it.

    Attributes:
        weights: Of the models, which add up to 1.
        mean: N.
        se: Of N, with how much the models differ (Burnham & Anderson 2002, 4.3).
        limits: The weighted means of each model's own limits, log-normal in n0.
        profile: The weighted means of the ends of each model's profile likelihood.
        between: Log-normal in n0, from `se`: with how much the models differ.
    """

    weights: tuple[float, ...]
    mean: float
    se: float
    limits: tuple[float, float]
    profile: tuple[float, float] | None
    between: tuple[float, float]

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values, without the weights."""
        return {
            "mean": self.mean,
            "se": self.se,
            "limits": list(self.limits),
            "profile": list(self.profile) if self.profile else None,
            "between": list(self.between),
        }


def weighted(values: Sequence[float]) -> tuple[float, ...]:
    """Turn values of AIC or BIC into weights.

    Example:
        >>> [round(each, 3) for each in weighted([10.0, 12.0])]
        [0.731, 0.269]
    """
    found = np.asarray(values)
    apart = np.exp(-(found - found.min()) / 2)
    return tuple((apart / apart.sum()).tolist())


def average(
    n: int,
    trials: Sequence[Trial],
    weights: Sequence[float],
    level: float,
    ends: tuple[Numbers, Numbers] | None = None,
) -> Average:
    """Average the numbers of models that have one.

    Args:
        n: Documented.
        trials: Models that are good.
        weights: One for each.
        level: Share of certainty.
        ends: Where each model's profile interval of n0 ends; not a number where it was
            not looked for, because the weight is too small to be seen.
    """
    w = np.asarray(weights)
    hidden = np.array([each.hidden for each in trials])
    se = np.array([each.se for each in trials])
    mean = float(w @ hidden)
    spread = float(w @ np.sqrt(se**2 + (hidden - mean) ** 2))
    z = NormalDist().inv_cdf((1 + level) / 2)
    away = np.exp(z * np.sqrt([min(each.variance, 2500.0) for each in trials]))
    ratio = np.sqrt(np.log1p((spread / mean) ** 2)) if mean > 0 else 0.0
    wide = float(np.exp(z * ratio))
    return Average(
        weights=tuple(w.tolist()),
        mean=n + mean,
        se=spread,
        limits=(n + float(w @ (hidden / away)), n + float(w @ (hidden * away))),
        profile=_profiled(n, w, ends),
        between=(n + mean / wide, n + mean * wide),
    )


def _profiled(
    n: int, w: Numbers, ends: tuple[Numbers, Numbers] | None
) -> tuple[float, float] | None:
    if ends is None:
        return None
    low, high = ends
    known = np.isfinite(low) & np.isfinite(high)
    if not known.any() or w[known].sum() < 0.99:
        return None
    part = w[known] / w[known].sum()
    return n + float(part @ low[known]), n + float(part @ high[known])
