"""The front door: from a table to an average over decomposable graphs."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tasjil.estimate.graphs.averaged import Averaged
from tasjil.estimate.graphs.exact import average
from tasjil.estimate.graphs.grid import Reals
from tasjil.estimate.graphs.names import named
from tasjil.estimate.graphs.posterior import Posterior
from tasjil.estimate.graphs.scores import Scores
from tasjil.estimate.graphs.settings import ENUMERATED, DgaSettings
from tasjil.estimate.graphs.walk import Progress
from tasjil.estimate.refuse import (
    Limits,
    Reason,
    at_the_cap,
    before,
    chains_disagree,
    moved,
    prior_decides,
)
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Interval, Method, Refusal

MOST_LISTS = 20
_TOP = 10


@dataclass(frozen=True, eq=False)
class Delta:
    """What another delta gives.

    Attributes:
        delta: Of the prior, a cell of the full table.
        why: Why it is tried: half or twice that asked for, or the literature's.
        interval: Of N.
    """

    delta: float
    why: str
    interval: Interval

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        found = self.interval
        return {
            "delta": self.delta,
            "why": self.why,
            "mean": found.mean,
            "median": found.median,
            "low": found.low,
            "high": found.high,
        }


@dataclass(frozen=True, eq=False)
class DgaFit:
    """An average over decomposable graphs of one table.

    Attributes:
        settings: What was chosen.
        averaged: Graphs with their probabilities; None where nothing was computed.
        posterior: Of N; None likewise.
        deltas: What other deltas give.
        lack: What the table lacks.
        lists: How many lists the table has.
    """

    settings: DgaSettings
    averaged: Averaged | None = None
    posterior: Posterior | None = None
    deltas: tuple[Delta, ...] = ()
    lack: Reason | None = None
    lists: int = 0

    @property
    def interval(self) -> Interval | None:
        """Mean, median and interval of N, also where they are refused."""
        posterior = self.posterior
        return None if posterior is None else posterior.interval(self.settings.level)

    def draws(self, many: int = 4000, seed: int | None = None) -> Reals:
        """Draw values of N, (many,); none where nothing was computed."""
        if self.posterior is None:
            return np.zeros(0)
        return self.posterior.draws(many, self.settings.seed if seed is None else seed)

    def reason(self, limits: Limits | None = None) -> Reason | None:
        """Say why there is no number, if so."""
        if self.averaged is None or self.posterior is None or self.interval is None:
            return self.lack
        by = limits or Limits()
        told = self.averaged.told or {"rhat": 1.0}
        posterior = self.posterior
        near = posterior.at_cap if posterior.at_cap > by.at_cap else posterior.beyond
        return (
            self.lack
            or chains_disagree(told["rhat"], by)
            or at_the_cap(near, float(posterior.values[-1]), by)
            or prior_decides(self.interval, self._others(posterior.n, by), by)
        )

    def _others(self, n: int, limits: Limits) -> dict[str, float]:
        """Give medians by half and by twice the delta.

        Where the prior puts many people into the table beside those documented, half
        of it weighs as much: then the literature's deltas count too.
        """
        heavy = self.settings.delta * 2.0**self.lists > limits.prior_weight * n
        return {
            f"delta {each.delta:g}": each.interval.median
            for each in self.deltas
            if heavy or each.why in ("half", "twice")
        }

    def outcome(
        self, table: CaptureTable, limits: Limits | None = None
    ) -> Estimate | Refusal:
        """Give the estimate, or the refusal (DESIGN §8)."""
        told = self._told(table)
        reason = self.reason(limits)
        if reason is not None:
            return reason.refusal(Method.DGA, table, self.settings.plain(), told)
        assert self.interval is not None
        plain = self.settings.plain()
        return Estimate(
            Method.DGA, table.n, self.interval, table.digest, None, told, plain
        )

    def _told(self, table: CaptureTable) -> dict[str, Any]:
        if self.averaged is None or self.posterior is None:
            return {}
        edges = self.averaged.edges(len(table.lists))
        return {
            "mass_at_cap": self.posterior.at_cap,
            "mass_beyond_cap": self.posterior.beyond,
            "cap": int(self.posterior.values[-1]),
            "nodes": len(self.averaged.nodes),
            "graphs": self.averaged.visited,
            "every_graph": self.averaged.told is None,
            **(self.averaged.told or {}),
            "top_graphs": [
                {"graph": named(mask, table.lists), "probability": chance}
                for mask, chance in self.averaged.top(_TOP)
            ],
            "edges": [
                {"lists": [a, b], "probability": float(edges[i, j])}
                for j, b in enumerate(table.lists)
                for i, a in enumerate(table.lists[:j])
            ],
            "deltas": [each.plain() for each in self.deltas],
            "farthest_delta": self._farthest(),
        }

    def _farthest(self) -> dict[str, Any] | None:
        """Tell which of all other deltas moves the median most, in widths."""
        if self.interval is None or not self.deltas:
            return None
        asked = self.interval
        far = max(self.deltas, key=lambda each: moved(asked, each.interval.median))
        widths = moved(asked, far.interval.median)
        return {**far.plain(), "widths": widths}


def fit_dga(
    table: CaptureTable,
    settings: DgaSettings | None = None,
    log_prior: Any = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> DgaFit:
    """Average over decomposable graphs of how the lists depend on each other.

    Every graph whose cliques say which lists depend on which gives its own posterior
    of N under a hyper-Dirichlet prior; they are averaged by how well each fits
    (Madigan & York 1997, Biometrika 84). All graphs are alike before the table.

    Up to 7 lists every graph is looked at; above, walks visit some.

    Args:
        table: Who is on which lists.
        settings: The prior, and what is tried.
        log_prior: A function of N, in place of `settings.decay`: log p(N) up to a
            constant, (K,) float64 to (K,).
        progress: Told of steps done and to do, where there are more than 7 lists.
        limits: From where on a table is refused before anything is computed.

    Returns:
        The posterior of N, the graphs, and what other deltas give; its `outcome` is a
        refusal where the table cannot say, or where half or twice the delta says
        otherwise.

    Example:
        Births with spina bifida on three lists (Madigan & York 1997).

        >>> patterns = [[k >> j & 1 for j in range(3)] for k in range(1, 8)]
        >>> table = CaptureTable.of("abc", patterns, [60, 49, 4, 247, 112, 142, 12])
        >>> fitted = fit_dga(table, DgaSettings(delta=1))
        >>> round(fitted.posterior.mean), fitted.averaged.visited
        (735, 7)
    """
    chosen = settings or DgaSettings()
    lack = before(table, limits, MOST_LISTS)
    if lack is not None:
        return DgaFit(chosen, lack=lack)
    averaged = _averaged(table, chosen, log_prior, progress)
    posterior = Posterior.of(table.n, averaged.nodes, averaged.density)
    deltas = _deltas(table, chosen, log_prior) if chosen.sensitivity else ()
    return DgaFit(chosen, averaged, posterior, deltas, None, len(table.lists))


def _averaged(
    table: CaptureTable,
    settings: DgaSettings,
    log_prior: Any,
    progress: Progress | None = None,
) -> Averaged:
    scores = Scores(table, settings.delta, settings.decay)
    if len(table.lists) <= ENUMERATED:
        return average(scores, settings, log_prior)
    from tasjil.estimate.graphs.walked import average_walked

    return average_walked(scores, settings, log_prior, progress)


def _deltas(
    table: CaptureTable, settings: DgaSettings, log_prior: Any
) -> tuple[Delta, ...]:
    asked = settings.delta
    tried = {asked: "asked", asked / 2: "half", asked * 2: "twice"}
    for each in (2.0 ** -len(table.lists), 0.5, 1.0):
        tried.setdefault(each, "literature")
    del tried[asked]
    steps = max(2000, settings.steps_for(len(table.lists)) // 4)
    found = []
    for delta, why in sorted(tried.items()):
        other = replace(settings, delta=delta, steps=steps, chains=2, integers=False)
        averaged = _averaged(table, other, log_prior)
        posterior = Posterior.of(table.n, averaged.nodes, averaged.density)
        found.append(Delta(delta, why, posterior.interval(settings.level)))
    return tuple(found)
