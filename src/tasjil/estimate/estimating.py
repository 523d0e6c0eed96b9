"""The front door: a table and a method in, an estimate or a refusal out."""

from collections.abc import Iterator, Sequence

from tasjil.errors import BadValue
from tasjil.estimate.fitted import Fitted
from tasjil.estimate.methods import DOORS, DOORS_OF_PEOPLE
from tasjil.estimate.refuse import Reason
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.tables import CaptureTable, ToldTables
from tasjil.estimate.watch import Step, Watch
from tasjil.model.estimate import Estimate, Method, Refusal, WhyRefused

FOR_TWO = (Method.TWO_LISTS,)


def estimate(
    table: CaptureTable | ToldTables,
    method: Method | str,
    settings: EstimateSettings | None = None,
    watch: Watch | None = None,
) -> Estimate | Refusal:
    """Infer how many there were, with those nobody documented, by one method.

    Args:
        table: Who is on which lists.
        method: Which; "loglinear".
        settings: Priors, seed, limits.
        watch: Who is told of progress.

    Returns:
        An estimate with its interval, or a refusal that says why there is none.

    Raises:
        BadValue: There is no such method, or a setting cannot be.

    Example:
        >>> rows = [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (0, 1, 1)]
        >>> table = CaptureTable.of("abc", rows, [60, 49, 247, 4, 112, 142])
        >>> estimate(table, "loglinear").N.low > table.n
        True
    """
    by = settings or EstimateSettings()
    return fit(table, method_of(method), by, watch or Watch()).outcome


def estimate_all(
    table: CaptureTable | ToldTables,
    settings: EstimateSettings | None = None,
    watch: Watch | None = None,
) -> tuple[Estimate | Refusal, ...]:
    """Infer by every method that the table is for; the spread over them is the answer.

    An interrupt (Ctrl-C) ends it: methods that are done keep their outcome, and the
    others are refusals that say so.

    Args:
        table: Who is on which lists.
        settings: Which methods, priors, seed, limits.
        watch: Who is told of progress.
    """
    by = settings or EstimateSettings()
    return tuple(each.outcome for each in fit_all(table, by, watch or Watch()))


def fit(
    table: CaptureTable | ToldTables,
    method: Method,
    settings: EstimateSettings,
    watch: Watch,
) -> Fitted:
    """Run one method and keep all that it found.

    Raises:
        BadValue: A setting cannot be, or the table has several draws.
    """
    watch.progress(Step(str(method), method=method))
    return _run(table, method, settings, watch).logged(settings.limits)


def _run(
    table: CaptureTable | ToldTables,
    method: Method,
    settings: EstimateSettings,
    watch: Watch,
) -> Fitted:
    if method in DOORS:
        return DOORS[method](whole(table), settings, watch)
    if isinstance(table, ToldTables) and table.about:
        return DOORS_OF_PEOPLE[method](table, settings, watch)
    reason = Reason(WhyRefused.NOT_FOR_THIS, "needs_people")
    return Fitted(reason.refusal(method, whole(table)))


def fit_all(
    table: CaptureTable | ToldTables, settings: EstimateSettings, watch: Watch
) -> Iterator[Fitted]:
    """Run the methods one after the other, each as it is done."""
    stopped = False
    for method in asked_of(table, settings.methods):
        if not stopped:
            try:
                yield fit(table, method, settings, watch)
                stopped = watch.stop()
                continue
            except KeyboardInterrupt:
                stopped = True
        yield Fitted(not_run(table, method))


def asked_of(
    table: CaptureTable | ToldTables, methods: Sequence[Method] = ()
) -> tuple[Method, ...]:
    """Say which methods run: those asked for, or all that a table is for.

    Two lists have a method of their own; people with covariates too.

    Example:
        >>> pair = CaptureTable.of("ab", [(1, 1), (1, 0), (0, 1)], [3, 4, 5])
        >>> Method.LOGLINEAR in asked_of(pair)
        True
    """
    if methods:
        return tuple(dict.fromkeys(methods))
    two = len(table.lists) == 2
    people = isinstance(table, ToldTables) and table.persons and bool(table.about)
    left = (() if two else FOR_TWO) + (() if people else tuple(DOORS_OF_PEOPLE))
    return tuple(each for each in Method if each not in left)


def not_run(table: CaptureTable | ToldTables, method: Method) -> Refusal:
    """Refuse a method that somebody stopped before it was done."""
    reason = Reason(WhyRefused.TOO_FEW_SAMPLES, "stopped")
    return reason.refusal(method, whole(table))


def whole(table: CaptureTable | ToldTables) -> CaptureTable:
    """Give the one table of all people."""
    return table if isinstance(table, CaptureTable) else table.table


def method_of(word: Method | str) -> Method:
    """Take a method or its name.

    Raises:
        BadValue: There is none of this name.
    """
    try:
        return Method(word)
    except ValueError:
        names = ", ".join(each.value for each in Method)
        raise BadValue(f"expected a method, one of {names}, got {word!r}") from None
