"""Combines estimates of imputed or re-linked tables by Rubin's rules, on log n0."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, isinf, sqrt
from statistics import NormalDist

from tasjil.errors import BadValue


@dataclass(frozen=True, slots=True)
class Variance:
    """How uncertain log n0 is, within the tables and between them.

    Attributes:
        tables: How many tables, m.
        point: The mean of log n0 over the tables.
        within: W, the mean of their variances.
        between: B, the variance of their means; 0 of one table.
        degrees: Degrees of freedom of the t distribution; infinite is the normal.
        rule: How the degrees were found: classical, barnard-rubin or verdata.
    """

    tables: int
    point: float
    within: float
    between: float
    degrees: float
    rule: str

    @property
    def total(self) -> float:
        """T = W + (1 + 1/m) B (Rubin 1987, 3.1)."""
        return self.within + (1 + 1 / self.tables) * self.between

    @property
    def share_between(self) -> float:
        """The share of the variance that the tables' differences make."""
        return (1 + 1 / self.tables) * self.between / self.total if self.total else 0.0

    def ends(self, level: float) -> tuple[float, float]:
        """Give the ends of the interval of n0."""
        half = self.reach(level) * sqrt(self.total)
        return exp(self.point - half), exp(self.point + half)

    def reach(self, level: float) -> float:
        """Give how many standard errors the interval reaches to either side."""
        return quantile((1 + level) / 2, self.degrees)


def variance(
    logs: Sequence[tuple[float, float]],
    complete: float | None = None,
    verdata: bool = False,
) -> Variance:
    """Combine means and variances of log n0, one of each table.

    The degrees of freedom are those of Rubin (1987): (m - 1) (1 + W / ((1 + 1/m) B))^2.
    With `complete`, those of Barnard and Rubin (1999). With `verdata`, those of HRDAG's
    R package verdata: (m - 1) (1 + W / ((m + 1) B))^2, which lack a factor m at W and
    so are fewer, and make the interval wider.

    Args:
        logs: Mean and variance of log n0 of each table.
        complete: Degrees of freedom if nothing were missing.
        verdata: Take verdata's degrees of freedom.

    Raises:
        BadValue: There are no tables, or both rules are asked for.

    Example:
        >>> found = variance([(1.0, 0.04), (1.2, 0.06)])
        >>> round(found.total, 3), round(found.degrees, 3)
        (0.08, 7.111)
    """
    if not logs:
        raise BadValue("expected the outcomes of some tables, got none")
    if verdata and complete is not None:
        raise BadValue("expected one rule for the degrees of freedom, got two")
    m = len(logs)
    point = sum(mean for mean, _ in logs) / m
    within = sum(spread for _, spread in logs) / m
    between = sum((mean - point) ** 2 for mean, _ in logs) / (m - 1) if m > 1 else 0.0
    rule, degrees = "classical", _classical(m, within, between)
    if verdata:
        rule, degrees = "verdata", _verdata(m, within, between)
    elif complete is not None:
        rule, degrees = "barnard-rubin", _small(m, within, between, degrees, complete)
    return Variance(m, point, within, between, degrees, rule)


def quantile(share: float, degrees: float) -> float:
    """Give a quantile of Student's t distribution; infinite degrees are the normal.

    Example:
        >>> round(quantile(0.975, 10), 4), round(quantile(0.975, float("inf")), 4)
        (2.2281, 1.96)
    """
    if isinf(degrees) or degrees > 1e8:
        return NormalDist().inv_cdf(share)
    # SciPy takes its time to load: only here, where a t is needed.
    from scipy.special import stdtrit

    return float(stdtrit(degrees, share))


def _classical(m: int, within: float, between: float) -> float:
    if not between:
        return inf
    return float((m - 1) * (1 + within / ((1 + 1 / m) * between)) ** 2)


def _verdata(m: int, within: float, between: float) -> float:
    if not between:
        return inf
    return float((m - 1) * (1 + within / ((m + 1) * between)) ** 2)


def _small(
    m: int, within: float, between: float, classical: float, complete: float
) -> float:
    """Barnard and Rubin (1999), equation 3: never more than without missing values."""
    share = (1 + 1 / m) * between
    share = share / (within + share) if share else 0.0
    observed = (complete + 1) / (complete + 3) * complete * (1 - share)
    return observed if isinf(classical) else 1 / (1 / classical + 1 / observed)
