"""What a fitted method shows of itself: fit to overlaps, chains, what was learnt."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tasjil.estimate.fitted import Fitted
from tasjil.estimate.report.parts import Chains, Expected, Fit, Learnt
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Method

DRAWN = 1000
"""Tables drawn anew from a model that has one fit and no posterior."""
WIDE = 1.96


def fit_of(table: CaptureTable, fitted: Fitted, seed: int) -> Fit | None:
    """Say whether a model gives tables like the one seen; None of other methods.

    Args:
        table: What was seen.
        fitted: Latent classes, or a log-linear model.
        seed: Of the tables drawn anew.
    """
    method = fitted.outcome.method
    if method is Method.LCMCR:
        found = fitted.fit.predictive(table)
    elif method is Method.LOGLINEAR and fitted.fit.best is not None:
        found = _of_loglinear(table, fitted.fit.best.model, seed)
    else:
        return None
    if found is None:
        return None
    return Fit(
        method,
        found.p,
        tuple(_expected(each) for each in found.worst),
        tuple(_expected(each) for each in found.overlaps),
        tuple(_expected(each) for each in found.times),
    )


def chains_of(fitted: Fitted) -> Chains | None:
    """Give traces and ranks of chains; None of a method without."""
    if fitted.outcome.method is not Method.LCMCR:
        return None
    found, agreed = fitted.fit.traces(), fitted.fit.agreement
    if found is None or agreed is None:
        return None
    return Chains(
        fitted.outcome.method,
        tuple(tuple(row) for row in found.values.tolist()),
        tuple(tuple(row) for row in found.ranks.tolist()),
        _number(agreed.rhat),
        _number(agreed.bulk),
        _number(agreed.tail),
    )


def learnt_of(table: CaptureTable, fitted: Fitted) -> Learnt | None:
    """Give the prior of N beside its posterior; None of a method without."""
    if fitted.outcome.method is not Method.LCMCR:
        return None
    found = fitted.fit.learned(table)
    if found is None:
        return None
    return Learnt(
        fitted.outcome.method,
        tuple(found.ends.tolist()),
        tuple(found.prior.tolist()),
        tuple(found.posterior.tolist()),
    )


def _of_loglinear(table: CaptureTable, model: Any, seed: int) -> Any:
    from tasjil.estimate.diagnose import CellChances, predictive
    from tasjil.estimate.loglinear.fitting import fit
    from tasjil.estimate.loglinear.trial import cells_for

    lists = len(table.lists)
    cells, chosen = cells_for(lists, [model])
    expected = fit(cells, table.cells()[None, 1:], chosen).expected[0]
    chances = CellChances(lists, np.concatenate([[0.0], np.maximum(expected, 0.0)]))
    rng = np.random.default_rng([seed, 3])
    return predictive(table, [chances] * DRAWN, rng)


def _expected(compared: Any) -> Expected:
    away = WIDE * compared.spread
    return Expected(
        tuple(compared.lists),
        compared.seen,
        compared.expected,
        max(0.0, compared.expected - away),
        compared.expected + away,
        compared.z,
    )


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def looked_at(
    table: CaptureTable, fitted: Sequence[Fitted], seed: int
) -> tuple[tuple[Fit, ...], tuple[Chains, ...], tuple[Learnt, ...]]:
    """Look at every method that shows something of itself."""
    fits = [fit_of(table, each, seed) for each in fitted]
    chains = [chains_of(each) for each in fitted]
    learnt = [learnt_of(table, each) for each in fitted]
    return (
        tuple(each for each in fits if each is not None),
        tuple(each for each in chains if each is not None),
        tuple(each for each in learnt if each is not None),
    )
