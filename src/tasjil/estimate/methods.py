"""The doors of the methods: each is loaded only when somebody asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

import numpy as np

from tasjil.estimate.fitted import Fitted
from tasjil.estimate.refuse import Reason
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.tables import CaptureTable, ToldTables
from tasjil.estimate.watch import Step, Watch
from tasjil.model.estimate import Method, Refusal, WhyRefused

if TYPE_CHECKING:
    from tasjil.estimate.classes import LcmcrSettings

QUICK = 100
"""Effective samples where only the median matters."""

FIRST = "making ready; the first time on a machine this takes up to a minute"

Door = Callable[[CaptureTable, EstimateSettings, Watch], Fitted]


def loglinear(table: CaptureTable, by: EstimateSettings, watch: Watch) -> Fitted:
    """Run log-linear models."""
    from tasjil.estimate.loglinear import LoglinearSettings, fit_loglinear

    settings = LoglinearSettings(level=by.level, limits=by.limits)
    fit = fit_loglinear(table, settings)
    return Fitted(fit.outcome(table), fit)


def sparse(table: CaptureTable, by: EstimateSettings, watch: Watch) -> Fitted:
    """Run models of pairs for sparse tables, with their bootstrap."""
    from tasjil.estimate.sparse import Ends, SparseSettings, fit_sparse

    def told(done: int, of: int) -> None:
        watch.progress(Step("tables drawn anew", done, of, method=Method.SPARSE))

    settings = SparseSettings(
        level=by.level,
        ends=Ends.GIVEN if by.quick else Ends.REDRAWN,
        seed=by.seed,
        limits=by.limits,
    )
    fit = fit_sparse(table, settings, told)
    return Fitted(fit.outcome(table), fit)


def chao(table: CaptureTable, by: EstimateSettings, watch: Watch) -> Fitted:
    """Run Chao's lower bound."""
    from tasjil.estimate.bounds import ChaoSettings, fit_chao

    fit = fit_chao(table, ChaoSettings(level=by.level, limits=by.limits))
    return Fitted(fit.outcome(table), fit)


def coverage(table: CaptureTable, by: EstimateSettings, watch: Watch) -> Fitted:
    """Run the estimate by sample coverage."""
    from tasjil.estimate.bounds import CoverageSettings, fit_coverage

    settings = CoverageSettings(level=by.level, seed=by.seed, limits=by.limits)
    fit = fit_coverage(table, settings)
    return Fitted(fit.outcome(table), fit)


def two_lists(table: CaptureTable, by: EstimateSettings, watch: Watch) -> Fitted:
    """Run Chapman's estimate, where there are two lists and no more."""
    from tasjil.estimate.bounds import TwoListsSettings, fit_two_lists

    if len(table.lists) != 2:
        reason = Reason(
            WhyRefused.NOT_FOR_THIS, "needs_two_lists", {"n": len(table.lists)}
        )
        return Fitted(reason.refusal(Method.TWO_LISTS, table))
    fit = fit_two_lists(table, TwoListsSettings(level=by.level))
    return Fitted(fit.outcome(table), fit)


def dga(table: CaptureTable, by: EstimateSettings, watch: Watch) -> Fitted:
    """Run the average over decomposable graphs, with other deltas beside it."""
    from tasjil.estimate.graphs import DgaSettings, fit_dga

    def told(done: int, of: int) -> None:
        watch.progress(Step("steps over graphs", done, of, method=Method.DGA))

    settings = DgaSettings(
        by.delta, level=by.level, seed=by.seed, sensitivity=by.priors and not by.quick
    )
    fit = fit_dga(table, settings, None, told, by.limits)
    outcome = fit.outcome(table, by.limits)
    return Fitted(outcome, fit, None if isinstance(outcome, Refusal) else fit.draws())


def lcmcr(table: CaptureTable, by: EstimateSettings, watch: Watch) -> Fitted:
    """Run latent classes; a file of chains goes on where it was."""
    from tasjil.estimate.classes import LcmcrFit, Progress, fit_lcmcr

    def told(at: Progress) -> None:
        done = round(100 * at.share)
        watch.progress(Step("chains", done, 100, at.sentence, Method.LCMCR))

    watch.progress(Step("chains", words=FIRST, method=Method.LCMCR))
    fit = fit_lcmcr(
        table,
        _of_classes(by),
        told,
        None if watch.resume is None else LcmcrFit.load(watch.resume),
        _in_time(by.minutes, watch),
        watch.save,
    )
    outcome = fit.outcome(table)
    draws = None if isinstance(outcome, Refusal) else fit.draws.ravel()
    return Fitted(outcome, fit, None if draws is None else draws.astype(np.float64))


def _of_classes(by: EstimateSettings) -> "LcmcrSettings":
    from tasjil.estimate.classes import LcmcrSettings

    asked = LcmcrSettings(
        classes=by.classes,
        a=by.a,
        b=by.b,
        seed=by.seed,
        chains=by.chains,
        ess=by.samples,
        level=by.level,
        limits=by.limits,
    )
    if not by.quick:
        return asked
    # a median to a tenth of its spread tells whether another prior decides
    enough = min(QUICK, by.samples)
    limits = replace(by.limits, ess=min(enough, by.limits.ess))
    return replace(asked, ess=enough, limits=limits, most_sweeps=20_000, spare_rungs=1)


def _in_time(minutes: float | None, watch: Watch) -> Callable[[], bool]:
    """Ask to stop when the time is up, or when whoever watches says so."""
    if minutes is None:
        return watch.stop
    end = monotonic() + 60 * minutes
    return lambda: monotonic() > end or watch.stop()


def doubly_robust(told: ToldTables, by: EstimateSettings, watch: Watch) -> Fitted:
    """Run the doubly robust estimate over people with what is known of them."""
    from tasjil.estimate.covariates import DoublyRobustSettings, fit_doubly_robust

    fit = fit_doubly_robust(told, DoublyRobustSettings(level=by.level, seed=by.seed))
    return Fitted(fit.outcome(told.table), fit)


DOORS: Mapping[Method, Door] = {
    Method.LOGLINEAR: loglinear,
    Method.DGA: dga,
    Method.LCMCR: lcmcr,
    Method.SPARSE: sparse,
    Method.CHAO: chao,
    Method.COVERAGE: coverage,
    Method.TWO_LISTS: two_lists,
}

DOORS_OF_PEOPLE: Mapping[
    Method, Callable[[ToldTables, EstimateSettings, Watch], Fitted]
] = {Method.DOUBLY_ROBUST: doubly_robust}
"""Methods that need what is known of each person."""
