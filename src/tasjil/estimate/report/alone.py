"""Outcomes without a whole report: each method by itself, with its cheap tests."""

from dataclasses import replace
from typing import Any

from tasjil.estimate.estimating import asked_of, not_run
from tasjil.estimate.pooled import Pooled, pooled
from tasjil.estimate.report.make import ended_by_hand
from tasjil.estimate.report.parts import Varied
from tasjil.estimate.report.value import Outcome
from tasjil.estimate.report.vary import lists_left_out
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.tables import ToldTables
from tasjil.estimate.watch import Watch
from tasjil.model.estimate import Estimate, Method

CHEAP = frozenset({Method.LOGLINEAR, Method.SPARSE, Method.CHAO})
"""Methods whose lists are left out in turn even where no report was asked for."""
FEW_LISTS = 6


def outcomes_alone(
    told: ToldTables, settings: EstimateSettings, watch: Watch
) -> tuple[Outcome, ...]:
    """Run the methods and give the outcome of each, as each stands by itself.

    What moves the number is told in `diagnostics["sensitivity"]`; half and twice
    delta refuse in the method itself, a list left out only in the report, which weighs
    methods against each other.

    Args:
        told: One table, or draws of a linkage.
        settings: Methods, priors, seed, strata, limits.
        watch: Who is told of progress, and who may stop.
    """
    outcomes: list[Outcome] = []
    stopped = False
    for method in asked_of(told, settings.methods):
        try:
            if not (stopped or watch.stop()):
                found = pooled(told, method, settings, watch)
                stopped = ended_by_hand(found, settings)
                outcomes.append(_tested(told, found, settings, watch))
                continue
        except KeyboardInterrupt:
            stopped = True
        outcomes.append(not_run(told.each_draw()[0], method))
    return tuple(outcomes)


def _tested(
    told: ToldTables, found: Pooled, by: EstimateSettings, watch: Watch
) -> Outcome:
    asked = found.first.outcome
    if not isinstance(asked, Estimate) or not isinstance(found.outcome, Estimate):
        return found.outcome
    table = told.each_draw()[0].table
    varied: list[Varied] = []
    if by.left_out and found.method in CHEAP and len(table.lists) <= FEW_LISTS:
        varied += lists_left_out(table, found.first, by, watch)
    more = {**found.outcome.diagnostics, "sensitivity": _plain(varied)}
    return replace(found.outcome, diagnostics=more) if varied else found.outcome


def _plain(varied: list[Varied]) -> list[dict[str, Any]]:
    return [
        {
            "what": each.what.value,
            "to": each.to,
            "median": None if each.N is None else each.N.median,
            "moves": each.moves,
        }
        for each in varied
    ]
