"""What moves the number: another prior, another delta, a list left out."""

from collections.abc import Iterator
from dataclasses import replace

from tasjil.estimate.estimating import fit
from tasjil.estimate.fitted import Fitted
from tasjil.estimate.refuse import (
    Limits,
    Reason,
    moved,
    one_list_decides,
    prior_decides,
)
from tasjil.estimate.report.parts import Varied, Varying
from tasjil.estimate.report.verdict import INFER, is_bound
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.tables import CaptureTable
from tasjil.estimate.watch import Step, Watch
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

PRIORS = ((1.0, 1.0), (0.1, 0.1))
"""Other Gamma priors of the classes' concentration, beside Gamma(.25, .25)."""

MOST_OF_GRAPHS = 7
"""With more lists each run over graphs takes too long to be done for every list."""
OF_THE_TIME = 8
"""Where time is bounded, another run takes this part of it at most."""


def priors_varied(
    table: CaptureTable, asked: Fitted, settings: EstimateSettings, watch: Watch
) -> tuple[Varied, ...]:
    """Run a Bayesian method again with other priors of the same kind.

    Args:
        table: Who is on which lists.
        asked: What the method gave as asked.
        settings: As asked.
        watch: Who is told of progress.
    """
    if asked.outcome.method is Method.DGA:
        return _deltas(asked, settings.limits)
    if asked.outcome.method is not Method.LCMCR:
        return ()
    return tuple(
        _again(table, asked, by, what, to, watch)
        for what, to, by in _other_priors(settings)
    )


def _deltas(asked: Fitted, limits: Limits) -> tuple[Varied, ...]:
    """Tell what other deltas gave; half and twice decide, the literature's are told."""
    number = number_of(asked)
    if number is None:
        return ()
    found = []
    for each in asked.fit.deltas:
        other = replace(number, N=each.interval)
        told = compared(number, other, Varying.DELTA, f"{each.delta:g}", limits)
        near = each.why in ("half", "twice")
        found.append(replace(told, decides=told.decides and near))
    return tuple(found)


def lists_left_out(
    table: CaptureTable, asked: Fitted, settings: EstimateSettings, watch: Watch
) -> tuple[Varied, ...]:
    """Run a method again without each list; nothing where fewer than three are left."""
    if len(table.lists) <= settings.limits.lists:
        return ()
    if asked.outcome.method is Method.DGA and len(table.lists) > MOST_OF_GRAPHS:
        return ()
    by = replace(settings, quick=True)
    return tuple(
        _again(table.without(name), asked, by, Varying.WITHOUT, name, watch)
        for name in table.lists
        if table.size(name)
    )


def too_far(
    asked: Estimate, varied: tuple[Varied, ...], limits: Limits
) -> Reason | None:
    """Give the reason to set an estimate aside, if something moves it too far.

    A bound is not set aside: from other lists it is another bound, and no less true.
    """
    if asked.method not in INFER or is_bound(asked):
        return None
    mine = [each for each in varied if each.method is asked.method and each.decides]
    priors = {
        label(each): each.N.median
        for each in mine
        if each.N and each.what is not Varying.WITHOUT
    }
    lists = {
        each.to: each.N.median
        for each in mine
        if each.N and each.what is Varying.WITHOUT
    }
    return prior_decides(asked.N, priors, limits) or one_list_decides(
        asked.N, lists, limits
    )


def number_of(fitted: Fitted) -> Estimate | None:
    """Give the number a method found, also where its prior made it refuse."""
    found = fitted.outcome
    if isinstance(found, Estimate):
        return found
    interval = getattr(fitted.fit, "interval", None)
    if found.why is not WhyRefused.PRIOR_DECIDES or not isinstance(interval, Interval):
        return None
    return Estimate(
        found.method,
        found.n,
        interval,
        found.data,
        diagnostics=found.diagnostics,
        settings=found.settings,
    )


def label(varied: Varied) -> str:
    """Name what was varied, as it stands in a sentence: "delta 1"."""
    return varied.to if varied.what is Varying.WITHOUT else f"{varied.what} {varied.to}"


def _other_priors(
    settings: EstimateSettings,
) -> Iterator[tuple[Varying, str, EstimateSettings]]:
    by = replace(settings, quick=True)
    for a, b in PRIORS:
        if (a, b) != (settings.a, settings.b):
            yield Varying.PRIOR, f"Gamma({a:g}, {b:g})", replace(by, a=a, b=b)
    for classes in (max(2, settings.classes // 2), settings.classes * 2):
        if classes != settings.classes:
            yield Varying.CLASSES, str(classes), replace(by, classes=classes)


def _again(
    table: CaptureTable,
    asked: Fitted,
    by: EstimateSettings,
    what: Varying,
    to: str,
    watch: Watch,
) -> Varied:
    method, number = asked.outcome.method, number_of(asked) or asked.outcome
    watch.progress(Step(f"{what} {to}", method=method))
    if by.minutes is not None:
        by = replace(by, minutes=by.minutes / OF_THE_TIME)
    quiet = Watch(stop=watch.stop)
    found = fit(table, method, by, quiet).outcome
    return compared(number, found, what, to, by.limits)


def compared(
    asked: Estimate | Refusal,
    found: Estimate | Refusal,
    what: Varying,
    to: str,
    limits: Limits | None = None,
) -> Varied:
    """Say how far another run is from the one that was asked for."""
    if isinstance(found, Refusal):
        return Varied(asked.method, what, to, None, found.refused)
    if isinstance(asked, Refusal):
        return Varied(asked.method, what, to, found.N)
    by = limits or Limits()
    away = moved(asked.N, found.N.median)
    most = by.list_moves if what is Varying.WITHOUT else by.prior_moves
    decides = away > most and not is_bound(asked)
    ratio = _width(found.N) / _width(asked.N) if _width(asked.N) > 0 else None
    return Varied(asked.method, what, to, found.N, None, away, ratio, decides)


def _width(interval: Interval) -> float:
    return interval.high - interval.low
