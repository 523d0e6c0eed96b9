"""Sample coverage: how many there were, from the share of each list on other lists."""

from dataclasses import dataclass, field
from math import exp, log1p, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.refuse import (
    Limits,
    Reason,
    before,
    no_maximum,
    not_identified,
)
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Interval, Method, Refusal

Numbers = NDArray[np.float64]

FAILURES = 0.05
"""Of tables drawn anew: with more that have no number, the spread is of the rest."""
ASSUMPTION = (
    "Lists may depend in pairs, as far as their overlaps show; what three lists share "
    "beyond their pairs is left out."
)
BOUND = (
    "A lower bound, not an estimate: too small a share of the lists is on other lists "
    "for the dependence to be known, and where people differ in how easily they are "
    "listed, the true number is larger."
)


@dataclass(frozen=True, slots=True)
class CoverageSettings:
    """When coverage is enough for an estimate, and how sure its interval is.

    Attributes:
        level: Share of certainty.
        resamples: Tables drawn anew for the standard error.
        seed: Of the draws.
        limits: From where on a table is refused, and below which coverage the number
            is a bound.
    """

    level: float = 0.95
    resamples: int = 1_000
    seed: int = 19_481_210
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")
        if self.resamples < 100:
            raise BadValue(
                f"expected 100 tables drawn anew or more, got {self.resamples}"
            )

    def plain(self) -> dict[str, Any]:
        """Give the settings as JSON values."""
        return {
            "level": self.level,
            "resamples": self.resamples,
            "seed": self.seed,
            "changed_limits": self.limits.changed(),
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage and what follows from it, for B tables.

    Attributes:
        share: C, the average share of a list that is on another list too, (B,).
        independent: N of independent lists, D / C, (B,).
        high: N where coverage is high, (B,); infinite where it does not exist.
        low: N where coverage is low, one step from independent lists, (B,).
        depends: How much more often than independent lists two lists share people, in
            the order of the pairs, (B, K); 0 is independent.
    """

    share: Numbers
    independent: Numbers
    high: Numbers
    low: Numbers
    depends: Numbers


@dataclass(frozen=True, slots=True)
class CoverageFit:
    """The number by sample coverage, and whether it is an estimate or a bound.

    Attributes:
        found: Of the table, B = 1.
        point: N.
        bound: It is a lower bound.
        se: Of N, from tables drawn anew.
        low: End of the interval, log-normal in n0 (Chao 1987).
        high: The other end.
        failed: Share of tables drawn anew without a number.
        lack: Why there is no number.
    """

    settings: CoverageSettings
    found: Coverage | None = None
    point: float = 0.0
    bound: bool = True
    se: float = 0.0
    low: float = 0.0
    high: float = 0.0
    failed: float = 0.0
    lack: Reason | None = None

    def outcome(self, table: CaptureTable) -> Estimate | Refusal:
        """Give the number with its interval, or the refusal (DESIGN §8)."""
        told, plain = self._told(table), self.settings.plain()
        if self.lack is not None:
            return self.lack.refusal(Method.COVERAGE, table, plain, told)
        interval = Interval(
            self.point, self.point, self.low, self.high, self.settings.level
        )
        return Estimate(
            Method.COVERAGE, table.n, interval, table.digest, None, told, plain
        )

    def _told(self, table: CaptureTable) -> dict[str, Any]:
        if self.found is None:
            return {}
        high = float(self.found.high[0])
        return {
            "coverage": float(self.found.share[0]),
            "bound": "lower" if self.bound else None,
            "assumption": BOUND if self.bound else ASSUMPTION,
            "independent": float(self.found.independent[0]),
            "low_coverage": float(self.found.low[0]),
            "high_coverage": high if np.isfinite(high) else None,
            "se": self.se,
            "without_estimate": self.failed,
            "depends": [
                {"lists": [table.lists[a], table.lists[b]], "ccv": float(value)}
                for (a, b), value in zip(
                    table.pairs(), self.found.depends[0], strict=True
                )
            ],
        }


def fit_coverage(
    table: CaptureTable, settings: CoverageSettings | None = None
) -> CoverageFit:
    """Estimate how many there were from the coverage of the lists.

    C is 1 less the average share of each list that is on no other (Chao & Tsay 1998,
    Journal of the American Statistical Association 93, 283-293; Chao et al. 2001,
    Statistics in Medicine 20, 3123-3157). Where C is below the limit, or the standard
    error above a third of the number, the one-step number is told, as a lower bound.

    Args:
        table: Who is on which lists.
        settings: When coverage is enough; the seed.

    Example:
        Hepatitis A in Taiwan, as in both papers: C is 51.3 %, the number 508.

        >>> patterns = [[k >> j & 1 for j in range(3)] for k in range(1, 8)]
        >>> table = CaptureTable.of("PQE", patterns, [69, 55, 21, 63, 17, 18, 28])
        >>> told = fit_coverage(table).outcome(table)
        >>> round(told.N.mean), round(told.diagnostics["coverage"], 3)
        (508, 0.513)
    """
    chosen = settings or CoverageSettings()
    lack = before(table, chosen.limits)
    if lack is not None:
        return CoverageFit(chosen, lack=lack)
    found = coverage(table.patterns, table.counts[None])
    high = float(found.high[0])
    if found.share[0] >= chosen.limits.coverage and np.isfinite(high):
        drawn = _redrawn(table, high, chosen).high
        se, failed = _spread(drawn)
        if se <= high / 3 and failed <= FAILURES:
            return _told(table, chosen, found, (high, se, failed), False)
    low = max(float(found.low[0]), float(table.n))
    se, failed = _spread(_redrawn(table, low, chosen).low)
    return _told(table, chosen, found, (low, se, failed), True)


def coverage(patterns: NDArray[np.bool_], counts: NDArray[np.int64]) -> Coverage:
    """Work out the coverage of B tables of the same patterns.

    Args:
        patterns: (M, J).
        counts: (B, M).
    """
    on = patterns.astype(float)
    many = on.shape[1]
    sizes = counts @ on
    alone = counts @ (on * (on.sum(1) == 1)[:, None])
    n = counts.sum(1)
    # A list that came out empty covers nothing and is on nothing.
    share = 1 - (alone / np.maximum(sizes, 1)).mean(1)
    distinct = n - alone.mean(1)
    a, b = np.triu_indices(many, 1)
    shared = counts @ (on[:, a] * on[:, b])
    elsewhere = on.sum(1)[:, None] - on[:, a] - on[:, b] > 0
    edges = counts @ ((on[:, a] + on[:, b]) * ~elsewhere)
    with np.errstate(divide="ignore", invalid="ignore"):
        likely = shared / (sizes[:, a] * sizes[:, b])
        likely = np.where(np.isfinite(likely), likely, 0.0)
        scale = 1 / (many * share)
        alike = distinct / share
        one = alike + scale * (edges * (alike[:, None] * likely - 1)).sum(1)
        low = alike + scale * (edges * (one[:, None] * likely - 1)).sum(1)
        room = 1 - scale * (edges * likely).sum(1)
        high = (alike - scale * edges.sum(1)) / room
    high = np.where((room > 0) & (high >= n), high, np.inf)
    return Coverage(share, alike, high, low, one[:, None] * likely - 1)


def _redrawn(table: CaptureTable, total: float, settings: CoverageSettings) -> Coverage:
    """Draw tables of as many persons as were estimated, some of them on no list."""
    ordered = table.only(sorted(table.lists))
    rng = np.random.default_rng(np.random.SeedSequence(settings.seed))
    whole = max(round(total), table.n)
    shares = np.append(ordered.counts, whole - table.n) / whole
    drawn = rng.multinomial(whole, shares, size=settings.resamples)[:, :-1]
    return coverage(ordered.patterns, drawn.astype(np.int64))


def _spread(drawn: Numbers) -> tuple[float, float]:
    known = drawn[np.isfinite(drawn)]
    if len(known) < 2:
        return float("inf"), 1.0
    return float(known.std(ddof=1)), float(1 - len(known) / len(drawn))


def _told(
    table: CaptureTable,
    settings: CoverageSettings,
    found: Coverage,
    number: tuple[float, float, float],
    bound: bool,
) -> CoverageFit:
    point, se, failed = number
    if not np.isfinite(point) or not np.isfinite(se):
        return CoverageFit(settings, found, failed=failed, lack=no_maximum())
    if se == 0:
        # Every list holds the same people: copies of one list look like this.
        return CoverageFit(settings, found, failed=failed, lack=not_identified())
    hidden = point - table.n
    z = NormalDist().inv_cdf((1 + settings.level) / 2)
    # With nobody estimated hidden, the spread is that of those left out by chance.
    away = exp(z * sqrt(log1p((se / hidden) ** 2))) if hidden > 1e-9 else 1.0
    ends = (table.n + hidden / away, table.n + hidden * away)
    if hidden <= 1e-9:
        ends = (float(table.n), table.n + z * se)
    return CoverageFit(settings, found, point, bound, se, *ends, failed)
