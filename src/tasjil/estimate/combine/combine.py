"""One estimate from those of many tables: imputed, or linked again and again."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import exp, isinf, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.combine.inferred import Inferred, check_parts, together
from tasjil.estimate.combine.rubin import Variance, variance
from tasjil.estimate.combine.settings import CombineSettings
from tasjil.model.estimate import Estimate, Interval, Refusal

EVEN = 10_000
"""Draws that stand for a mixture where it is combined again."""

VERDATA_LEAST = 0.1
"""What verdata takes for a draw of nobody undocumented."""


@dataclass(frozen=True, eq=False)
class Combined:
    """What came of combining.

    Attributes:
        outcome: The one estimate; a refusal where a table was refused.
        variance: Within and between tables, on log n0; None of a refusal.
        draws: Of N, pooled, each with its weight in `weights`; None without a mixture.
    """

    outcome: Estimate | Refusal
    variance: Variance | None = None
    draws: NDArray[np.float64] | None = None
    weights: NDArray[np.float64] | None = None

    @property
    def inferred(self) -> Inferred:
        """The form to add or combine it in again, as draws of equal weight."""
        if self.draws is None or self.weights is None or len(self.draws) < 2:
            return Inferred(self.outcome)
        at = (np.arange(EVEN) + 0.5) / EVEN
        drawn = np.array(weighted(self.draws, self.weights, at))
        return Inferred(self.outcome, np.maximum(drawn, self.outcome.n))


def combine(
    parts: Sequence[Inferred], settings: CombineSettings | None = None
) -> Combined:
    """Combine the outcomes of one method over tables that stand for one another.

    Each table is the same population, with other values imputed or other records
    linked. Where every table has draws, the honest whole is their mixture: it keeps
    skew and two humps, which Rubin's rules smooth into one. Variances within and
    between tables are told either way.

    Args:
        parts: One of each table, in their order.
        settings: How; by default a mixture, else Rubin's rules on log n0.

    Raises:
        BadValue: There are none, or they are of different methods or levels.

    Example:
        >>> from tasjil.model.estimate import Method
        >>> one = Interval(140, 140, 120, 180, 0.95)
        >>> found = Estimate(Method.LOGLINEAR, 100, one, "sha256:0")
        >>> round(combine([Inferred(found), Inferred(found)]).outcome.N.median)
        140
    """
    by = settings or CombineSettings()
    given = list(parts)
    check_parts(given)
    refused = [part.outcome for part in given if isinstance(part.outcome, Refusal)]
    if refused:
        return Combined(_refusal(given, refused, by))
    if by.verdata:
        return _as_verdata(given, by)
    if len(given) == 1 and by.level in (None, given[0].estimate.N.level):
        return _alone(given[0])
    found = variance([part.log_unseen() for part in given], by.complete)
    if by.mixture and all(part.draws is not None for part in given):
        return _mixed(given, found, by)
    return _by_rubin(given, found, by)


def _alone(part: Inferred) -> Combined:
    """One table has nothing to be combined with: its own outcome stands."""
    found = variance([part.log_unseen()])
    if part.draws is None:
        return Combined(part.outcome, found)
    even = np.full(len(part.draws), 1 / len(part.draws))
    return Combined(part.outcome, found, part.draws, even)


def _by_rubin(parts: list[Inferred], found: Variance, by: CombineSettings) -> Combined:
    n = _documented(parts)
    level = by.level or parts[0].estimate.N.level
    middle = n + exp(found.point)
    mean = middle
    low, high = (n + end for end in found.ends(level))
    aside = found.reach(level) ** 2 * _documented_variance(parts)
    low = max(middle - sqrt((middle - low) ** 2 + aside), _fewest(parts))
    high = middle + sqrt((high - middle) ** 2 + aside)
    if all(part.draws is not None for part in parts):
        mean = n + float(np.mean([part.unseen().mean() for part in parts]))
    interval = Interval(mean, middle, low, high, level)
    return Combined(_estimate(parts, interval, found, "rubin", by), found)


def _documented_variance(parts: list[Inferred]) -> float:
    """Give what differing n adds to the variance of N beyond that of n0.

    Imputed strata, and persons linked anew, hold more or fewer documented people each
    time, and who moves from one to another moves n0 too: var(n) + 2 cov(n, n0).
    """
    if len(parts) < 2:
        return 0.0
    unseen = np.array([exp(part.log_unseen()[0]) for part in parts])
    documented = np.array([part.outcome.n for part in parts])
    more = np.var(documented + unseen, ddof=1) - np.var(unseen, ddof=1)
    return max(float(more), 0.0) * (1 + 1 / len(parts))


def _fewest(parts: list[Inferred]) -> float:
    return float(min(part.outcome.n for part in parts))


def _mixed(parts: list[Inferred], found: Variance, by: CombineSettings) -> Combined:
    level = by.level or parts[0].estimate.N.level
    each = [part.draws for part in parts if part.draws is not None]
    draws = np.concatenate(each)
    weights = np.concatenate([np.full(len(one), 1 / len(one)) for one in each])
    weights /= len(each)
    low, middle, high = weighted(
        draws, weights, ((1 - level) / 2, 0.5, (1 + level) / 2)
    )
    interval = Interval(float(draws @ weights), middle, low, high, level)
    outcome = _estimate(parts, interval, found, "mixture", by)
    return Combined(outcome, found, draws, weights)


def _as_verdata(parts: list[Inferred], by: CombineSettings) -> Combined:
    """Combine as verdata's `combine_estimates`: means apart from ends, all rounded."""
    if any(part.draws is None for part in parts) or len(parts) < 2:
        raise BadValue(
            "expected the draws of two tables or more: verdata combines nothing else"
        )
    found = variance([part.log_unseen(VERDATA_LEAST) for part in parts], verdata=True)
    level = by.level or parts[0].estimate.N.level
    n = _documented(parts)
    mean = n + round(float(np.mean([part.unseen().mean() for part in parts])))
    low, high = (n + round(end) for end in found.ends(level))
    middle = min(max(n + exp(found.point), low), high)
    interval = Interval(mean, middle, low, high, level)
    return Combined(_estimate(parts, interval, found, "verdata", by), found)


def weighted(
    values: NDArray[np.float64],
    weights: NDArray[np.float64],
    shares: Sequence[float] | NDArray[np.float64],
) -> list[float]:
    """Give quantiles of weighted values: the least with so much weight up to it.

    Args:
        values: In any order, (n,).
        weights: That add to 1, (n,).
        shares: Of the weight, from 0 to 1.

    Example:
        >>> weighted(np.array([3.0, 1.0, 2.0]), np.array([0.2, 0.5, 0.3]), [0.5, 0.9])
        [1.0, 3.0]
    """
    order = np.argsort(values, kind="stable")
    upto = np.cumsum(weights[order])
    at = np.searchsorted(upto, np.asarray(shares) - 1e-12)
    return [float(values[order[min(each, len(values) - 1)]]) for each in at]


def _documented(parts: list[Inferred]) -> int:
    return round(float(np.mean([part.outcome.n for part in parts])))


def _estimate(
    parts: list[Inferred],
    interval: Interval,
    found: Variance,
    how: str,
    by: CombineSettings,
) -> Estimate:
    first = parts[0].estimate
    counts = [part.outcome.n for part in parts]
    told: dict[str, Any] = {
        **asdict(found),
        "degrees": None if isinf(found.degrees) else found.degrees,
        "total": found.total,
        "share_between": found.share_between,
        "n": [min(counts), max(counts)],
        "documented_variance": _documented_variance(parts),
        "medians": [part.estimate.N.median for part in parts],
    }
    return Estimate(
        first.method,
        _documented(parts),
        interval,
        together([part.outcome for part in parts]),
        diagnostics={
            "combined": told,
            "parts": [_brief(part.outcome.diagnostics) for part in parts],
        },
        settings=_settings(first, how, by),
    )


def _brief(told: dict[str, Any]) -> dict[str, Any]:
    """Keep numbers and words: every model of every table would fill megabytes."""
    plain = (bool, int, float, str, type(None))
    return {name: each for name, each in told.items() if isinstance(each, plain)}


def _refusal(
    parts: list[Inferred], refused: list[Refusal], by: CombineSettings
) -> Refusal:
    """Refuse where a table was refused: leaving it out would choose the tables."""
    first = refused[0]
    if len(parts) == 1:
        return first
    said = (
        f"{len(refused)} of {len(parts)} tables of the same people gave no number, and "
        f"leaving them out would choose among the tables. The first: {first.refused}"
    )
    return Refusal(
        first.method,
        _documented(parts),
        said,
        together([part.outcome for part in parts]),
        why=first.why,
        diagnostics={"tables": len(parts), "refused": len(refused)},
        settings=_settings(first, "none", by),
    )


def _settings(
    first: Estimate | Refusal, how: str, by: CombineSettings
) -> dict[str, Any]:
    return {**first.settings, "combine": {**asdict(by), "how": how}}
