"""Makes the honest report of a run: describe, estimate, vary, judge, conclude."""

from time import perf_counter

from tasjil.estimate.estimating import asked_of
from tasjil.estimate.pooled import Pooled, pooled
from tasjil.estimate.report.value import Report
from tasjil.estimate.report.vary import lists_left_out, number_of, priors_varied
from tasjil.estimate.report.write import Run, written
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.tables import CaptureTable, ToldTables
from tasjil.estimate.watch import Watch


def make_report(
    told: ToldTables | CaptureTable,
    settings: EstimateSettings | None = None,
    watch: Watch | None = None,
) -> Report:
    """Run every method that was asked for, test what moves it, and say what holds.

    An interrupt (Ctrl-C) ends it: what is done stands in the report, and the report
    says that it was stopped.

    Args:
        told: One table, or draws of a linkage, with what is known of the people.
        settings: Methods, priors, seed, strata, limits.
        watch: Who is told of progress, and who may stop.

    Raises:
        BadValue: A column is not there, or a setting cannot be.

    Example:
        >>> rows = [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (0, 1, 1)]
        >>> table = CaptureTable.of("abc", rows, [60, 49, 247, 4, 112, 142])
        >>> from tasjil.model.estimate import Method
        >>> asked = EstimateSettings(methods=(Method.LOGLINEAR,))
        >>> make_report(table, asked).verdict.kind.value
        'one method'
    """
    by = settings or EstimateSettings()
    whole = _as_told(told)
    run = _run(whole, by, watch or Watch())
    return written(whole, by, run)


def _as_told(told: ToldTables | CaptureTable) -> ToldTables:
    if isinstance(told, ToldTables):
        return told
    nothing = ((),) * len(told.counts)
    return ToldTables(told.lists, told.patterns, told.counts, (), nothing)


def _run(told: ToldTables, by: EstimateSettings, watch: Watch) -> Run:
    run = Run()
    for method in asked_of(told, by.methods):
        if run.stopped or watch.stop():
            run.stopped = True
            run.not_run.append(method)
            continue
        began = perf_counter()
        try:
            run.pools.append(pooled(told, method, by, watch))
            run.stopped = ended_by_hand(run.pools[-1], by)
        except KeyboardInterrupt:
            run.stopped = True
            run.not_run.append(method)
        run.seconds[str(method)] = round(perf_counter() - began, 3)
    _vary(told.each_draw()[0].table, run, by, watch)
    return run


def ended_by_hand(pool: Pooled, by: EstimateSettings) -> bool:
    """Say whether a person ended a method, and with it the run.

    Chains keep what they drew when they are interrupted, and raise nothing. Where the
    time that was asked for is up, the rest of the run goes on.
    """
    return pool.first.stopped and by.minutes is None


def _vary(table: CaptureTable, run: Run, by: EstimateSettings, watch: Watch) -> None:
    """Test what moves each number; an interrupt keeps the tests that are done."""
    for each in run.pools:
        if run.stopped or number_of(each.first) is None:
            continue
        try:
            if by.priors:
                run.varied += priors_varied(table, each.first, by, watch)
            if by.left_out:
                run.varied += lists_left_out(table, each.first, by, watch)
        except KeyboardInterrupt:
            run.stopped = True
