"""From a table to log-linear models: which are fitted, which is chosen, how sure."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.loglinear.average import Average, average, weighted
from tasjil.estimate.loglinear.fitting import Standing, fit
from tasjil.estimate.loglinear.model import Model, every_model
from tasjil.estimate.loglinear.profile import Ends, profile
from tasjil.estimate.loglinear.result import LoglinearFit
from tasjil.estimate.loglinear.settings import Criterion, LoglinearSettings
from tasjil.estimate.loglinear.stepwise import walk
from tasjil.estimate.loglinear.trial import Trial, cells_for, try_models
from tasjil.estimate.refuse import (
    Reason,
    before,
    no_maximum,
    no_upper_end,
    not_identified,
)
from tasjil.estimate.tables import CaptureTable

SEEN = 1e-4
"""Models of less weight than this change no average that is told."""
FOLLOWED = 40
"""Models, the weightiest, whose likelihood is followed to its ends."""


def fit_loglinear(
    table: CaptureTable, settings: LoglinearSettings | None = None
) -> LoglinearFit:
    """Fit log-linear models to a table and choose among them.

    Counts of overlaps are Poisson, the logarithm of what is expected is a sum of
    terms, and n0 is the exponential of the intercept (Fienberg 1972, Biometrika 59;
    Bishop, Fienberg & Holland 1975). Which dependence there is among those on no list
    cannot be seen: that it is as among the others is assumed.

    Args:
        table: Who is on which lists.
        settings: How models are chosen.

    Returns:
        All models, the chosen one with its profile-likelihood interval, the averages
        by AIC and BIC; its `outcome` is a refusal where there is no number.

    Example:
        Births with spina bifida on three lists (Madigan & York 1997).

        >>> patterns = [[k >> j & 1 for j in range(3)] for k in range(1, 8)]
        >>> table = CaptureTable.of("abc", patterns, [60, 49, 4, 247, 112, 142, 12])
        >>> fitted = fit_loglinear(table)
        >>> len(fitted.trials), fitted.best.model.formula
        (8, '[12,3]')
    """
    chosen = settings or LoglinearSettings()
    lack = before(table, chosen.limits, chosen.most_lists)
    if lack is not None:
        return LoglinearFit(chosen, lack=lack)
    trials, searched, ended = _tried(table, chosen)
    good = sorted((t for t in trials if t.good), key=lambda t: worth(t, chosen))
    rest = [each for each in trials if not each.good]
    told = LoglinearFit(chosen, trials=(*good, *rest), searched=searched, ended=ended)
    if not good:
        return replace(told, lack=_none(rest))
    return _chosen(table, told, good)


def worth(trial: Trial, settings: LoglinearSettings) -> float:
    """Give what is to be small for a model to be chosen."""
    return trial.aic if settings.criterion is Criterion.AIC else trial.bic


def _tried(
    table: CaptureTable, settings: LoglinearSettings
) -> tuple[Sequence[Trial], str, bool]:
    many = len(table.lists)
    if settings.models:
        given = [Model.read(each, many) for each in settings.models]
        return try_models(table, given), "given", True
    if many <= 4:
        return try_models(table, every_model(many)), "all", True
    found = walk(table, lambda each: worth(each, settings), settings.most_steps)
    return found.tried, "stepwise", found.ended


def _chosen(
    table: CaptureTable, told: LoglinearFit, good: Sequence[Trial]
) -> LoglinearFit:
    level = told.settings.level
    weights = {
        "aic": weighted([each.aic for each in good]),
        "bic": weighted([each.bic for each in good]),
    }
    heavy = np.array(list(weights.values())).max(0)
    heavy[0] = 1
    at = np.argsort(-heavy, kind="stable")[: min(FOLLOWED, int((heavy > SEEN).sum()))]
    found = _ends(table, [good[nth] for nth in at], told.settings)
    if not found.found[0]:
        return replace(told, lack=no_upper_end())
    low, high = np.full(len(good), np.nan), np.full(len(good), np.nan)
    low[at] = np.where(found.found, found.low, np.nan)
    high[at] = np.where(found.found, found.high, np.nan)
    averages: dict[str, Average] = {
        name: average(table.n, good, each, level, (low, high))
        for name, each in weights.items()
    }
    return replace(
        told,
        best=good[0],
        low=table.n + float(low[0]),
        high=table.n + float(high[0]),
        averages=averages,
    )


def _ends(
    table: CaptureTable, trials: Sequence[Trial], settings: LoglinearSettings
) -> Ends:
    cells, chosen = cells_for(len(table.lists), [each.model for each in trials])
    counts: NDArray[np.int64] = table.cells()[1:]
    fits = fit(cells, counts[None], chosen)
    return profile(cells, counts, fits, settings.level, settings.profile)


def _none(trials: Sequence[Trial]) -> Reason:
    if all(each.standing is Standing.NOT_IDENTIFIED for each in trials):
        return not_identified()
    return no_maximum()
