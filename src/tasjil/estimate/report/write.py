"""Writes what came of a run into the report: what is set aside, and the verdict."""

from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from tasjil import __version__
from tasjil.estimate.estimating import not_run
from tasjil.estimate.pooled import Pooled
from tasjil.estimate.refuse import Limits, Reason, does_not_fit
from tasjil.estimate.report.describe import (
    coverage_of,
    findings_of,
    lists_of,
    missing_of,
    overlaps_of,
    patterns_of,
)
from tasjil.estimate.report.looks import looked_at
from tasjil.estimate.report.parts import Fit, StratumShown, Varied
from tasjil.estimate.report.value import Outcome, Report
from tasjil.estimate.report.vary import number_of, too_far
from tasjil.estimate.report.verdict import verdict
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.tables import ToldTables
from tasjil.model.estimate import Estimate, Method, Refusal

COMPUTES = ("numpy", "scipy", "numba")


@dataclass(slots=True)
class Run:
    """What came of the methods so far.

    Attributes:
        pools: What each method gave.
        varied: What moves the numbers.
        seconds: How long each method took.
        not_run: Methods that somebody stopped.
    """

    pools: list[Pooled] = field(default_factory=list)
    varied: list[Varied] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    not_run: list[Method] = field(default_factory=list)
    stopped: bool = False


def written(told: ToldTables, by: EstimateSettings, run: Run) -> Report:
    """Put together the report of a run."""
    first = told.each_draw()[0]
    looks = looked_at(first.table, [each.first for each in run.pools], by.seed)
    outcomes, aside = _judged(run, by, looks[0])
    outcomes += tuple(not_run(first, method) for method in run.not_run)
    return Report(
        n=told.n,
        data=_digest(told),
        lists=lists_of(first.table),
        patterns=patterns_of(first.table),
        overlaps=overlaps_of(first.table),
        coverage=coverage_of(first.table, by.limits),
        outcomes=outcomes,
        verdict=verdict(outcomes),
        findings=findings_of(told),
        missing=missing_of(told),
        set_aside=aside,
        whole=tuple(e.strata.uncut for e in run.pools if e.strata is not None),
        strata=_strata(run),
        draws=_draws(run),
        varied=tuple(run.varied),
        fits=looks[0],
        chains=looks[1],
        learnt=looks[2],
        limits=by.limits.plain(),
        settings=by.plain(),
        versions=_versions(),
        seed=by.seed,
        seconds=dict(run.seconds),
        stopped=run.stopped or any(pool.first.stopped for pool in run.pools),
    )


def _judged(
    run: Run, by: EstimateSettings, fits: tuple[Fit, ...]
) -> tuple[tuple[Outcome, ...], tuple[Estimate, ...]]:
    """Set aside the estimates that something moves too far."""
    outcomes: list[Outcome] = []
    aside: list[Estimate] = []
    for each in run.pools:
        asked = each.first.outcome
        found = each.outcome
        reason = None
        if isinstance(asked, Estimate) and isinstance(found, Estimate):
            reason = too_far(asked, tuple(run.varied), by.limits)
            reason = reason or _misfit(each.method, fits, by.limits)
        if reason is None or not isinstance(found, Estimate):
            outcomes.append(found)
            number = number_of(each.first)
            if isinstance(found, Refusal) and number is not None:
                aside.append(number)
        else:
            aside.append(found)
            outcomes.append(reason.instead_of(found))
    return tuple(outcomes), tuple(aside)


def _misfit(method: Method, fits: tuple[Fit, ...], limits: Limits) -> Reason | None:
    p = next((each.p for each in fits if each.method is method), None)
    return None if p is None else does_not_fit(p, limits)


def _strata(run: Run) -> tuple[StratumShown, ...]:
    """Give each stratum with the outcomes of all methods, in the strata's order."""
    shown: dict[str, StratumShown] = {}
    for pool in run.pools:
        for each in () if pool.strata is None else pool.strata.strata:
            name = ", ".join(each.key)
            before = shown.get(name, StratumShown(name, each.outcome.n, ()))
            shown[name] = replace(before, outcomes=(*before.outcomes, each.outcome))
    return tuple(shown.values())


def _draws(run: Run) -> tuple[StratumShown, ...]:
    many = max((len(pool.each) for pool in run.pools), default=0)
    shown = []
    for nth in range(many):
        found = tuple(pool.each[nth] for pool in run.pools if nth < len(pool.each))
        shown.append(StratumShown(str(nth + 1), found[0].n, found))
    return tuple(shown)


def _digest(told: ToldTables) -> str:
    """Give the digest of the one table, or of the digests of all draws in order."""
    digests = [table.digest for table in told.tables()]
    if len(digests) == 1:
        return digests[0]
    return "sha256:" + sha256("\n".join(digests).encode()).hexdigest()


def _versions() -> dict[str, str]:
    found = {"tasjil": __version__}
    for name in COMPUTES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found
