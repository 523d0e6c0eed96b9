"""Runs one method over everything that a table tells: strata, imputations, draws."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from tasjil.estimate.combine import Inferred, combine
from tasjil.estimate.estimating import fit, not_run
from tasjil.estimate.fitted import Fitted
from tasjil.estimate.methods import DOORS_OF_PEOPLE
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.strata import (
    ImputeSettings,
    StrataSettings,
    Stratified,
    Task,
    run_many,
    stratified,
)
from tasjil.estimate.tables import CaptureTable, ToldTables
from tasjil.estimate.watch import Step, Watch
from tasjil.model.estimate import Estimate, Method, Refusal


@dataclass(frozen=True, eq=False)
class Pooled:
    """What one method gives for a table, all its strata and draws put together.

    Attributes:
        outcome: The one estimate, or the refusal.
        first: The method's rich result on the first draw, everyone together.
        each: The outcome of each draw; empty where there is one table.
        strata: The strata of the first draw, their sum and the people uncut.
    """

    method: Method
    outcome: Estimate | Refusal
    first: Fitted
    each: tuple[Estimate | Refusal, ...] = ()
    strata: Stratified | None = None


def pooled(
    told: ToldTables, method: Method, settings: EstimateSettings, watch: Watch
) -> Pooled:
    """Run a method and pool what it gives.

    Draws of a linkage are the same people linked otherwise: each is estimated, and the
    outcomes are combined, so that doubt about links is part of the interval.

    Args:
        told: One table or several draws, with what is known of the people.
        method: Which.
        settings: Strata, imputations, priors, seed.
        watch: Who is told of progress.

    Raises:
        BadValue: A column is not there, or a setting cannot be.
        KeyboardInterrupt: It was interrupted before this method had an outcome.
    """
    draws = told.each_draw()
    if method in DOORS_OF_PEOPLE:
        return _of_people(draws, method, settings, watch)
    if settings.by:
        return _of_strata(draws, method, settings, watch)
    return _of_draws(draws, method, settings, watch)


def infer(
    method: Method, settings: EstimateSettings, table: CaptureTable, seed: int
) -> Inferred:
    """Run a method on a table from a seed: the form in which many tables are run."""
    by = replace(settings, seed=seed, by=())
    return fit(table, method, by, Watch()).inferred


def _of_draws(
    draws: Sequence[ToldTables],
    method: Method,
    settings: EstimateSettings,
    watch: Watch,
) -> Pooled:
    first = fit(draws[0], method, settings, watch)
    if len(draws) == 1:
        return Pooled(method, first.outcome, first)

    def told(done: int, of: int) -> None:
        watch.progress(Step("linkage draws", done + 1, of + 1, method=method))

    tasks = [
        Task(each.table, settings.seed + nth)
        for nth, each in enumerate(draws[1:], start=1)
    ]
    ran = run_many(tasks, partial(infer, method, settings), None, told, watch.stop)
    found = [first.inferred, *(each for each in ran.found if each is not None)]
    if len(found) < len(draws):
        return Pooled(method, not_run(draws[0], method), first)
    each = tuple(part.outcome for part in found)
    return Pooled(method, combine(found).outcome, first, each)


def _of_people(
    draws: Sequence[ToldTables],
    method: Method,
    settings: EstimateSettings,
    watch: Watch,
) -> Pooled:
    """Run a method that needs each person; what strata tell is among its covariates."""
    found = [fit(each, method, settings, watch) for each in draws]
    each = tuple(one.outcome for one in found)
    whole = combine([one.inferred for one in found]).outcome
    return Pooled(method, whole, found[0], each if len(each) > 1 else ())


def _of_strata(
    draws: Sequence[ToldTables],
    method: Method,
    settings: EstimateSettings,
    watch: Watch,
) -> Pooled:
    first = fit(draws[0], method, settings, watch)
    found = [_cut(each, method, settings, watch) for each in draws]
    sums = tuple(each.total for each in found)
    whole = combine([each.whole for each in found]).outcome
    return Pooled(method, whole, first, sums if len(sums) > 1 else (), found[0])


def _cut(
    told: ToldTables, method: Method, settings: EstimateSettings, watch: Watch
) -> Stratified:
    def progress(done: int, of: int) -> None:
        watch.progress(Step("strata", done, of, method=method))

    how = StrataSettings(
        ImputeSettings(settings.imputations, seed=settings.seed), seed=settings.seed
    )
    by = partial(infer, method, settings)
    return stratified(told, settings.by, by, how, progress, watch.stop)
