"""Estimates each stratum, over imputations where values are missing, and their sum."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from tasjil.errors import BadValue
from tasjil.estimate.combine import CombineSettings, Inferred, combine, together
from tasjil.estimate.strata.groups import Key, order, strata_of
from tasjil.estimate.strata.impute import ImputeSettings, impute
from tasjil.estimate.strata.many import Estimator, Ran, Task, run_many
from tasjil.estimate.strata.missing import Missing, missing_by_pattern
from tasjil.estimate.strata.total import sum_strata
from tasjil.estimate.tables import CaptureTable, ToldTables
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused


@dataclass(frozen=True, slots=True)
class StrataSettings:
    """How a table is cut, completed, run and put together.

    Attributes:
        cores: How many processes; None takes all where it pays. Changes no number.
        seed: Of every stratum's run and of the sum.
    """

    impute: ImputeSettings = field(default_factory=ImputeSettings)
    combine: CombineSettings = field(default_factory=CombineSettings)
    seed: int = 1
    cores: int | None = None


@dataclass(frozen=True, eq=False)
class StratumOutcome:
    """What is inferred of the people of one stratum, over all imputations."""

    key: Key
    outcome: Estimate | Refusal


@dataclass(frozen=True, eq=False)
class Stratified:
    """Strata, their sum, and the same people uncut beside it.

    Attributes:
        by: The columns that were cut by.
        strata: In the order of their values.
        whole: The sum, in the form that linkage draws are combined in; a refusal where
            a stratum was refused, or it was stopped.
        at_least: Where strata were refused: the others and who is documented in these,
            a bound from below; the lowest over the imputations.
        uncut: The estimate of everyone together.
        missing: Who lacked a value, by lists.
        imputations: How many tables were completed; 1 where nothing was missing.
        stopped: Whether somebody stopped it: strata that were not reached are absent.
    """

    by: tuple[str, ...]
    strata: tuple[StratumOutcome, ...]
    whole: Inferred
    at_least: Interval | None
    uncut: Estimate | Refusal
    missing: Missing
    imputations: int
    stopped: bool

    @property
    def total(self) -> Estimate | Refusal:
        """The sum of the strata, or why there is none."""
        return self.whole.outcome


def stratified(
    told: ToldTables,
    by: Sequence[str],
    estimator: Estimator,
    settings: StrataSettings | None = None,
    progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Stratified:
    """Estimate every stratum and add them; impute first where values are missing.

    Each imputation is cut, estimated and added by itself; then the strata, and the
    sums, are combined over the imputations. A stratum that nobody is in after one
    imputation counts there as nobody, documented or not.

    Args:
        told: One table.
        by: Columns to cut by.
        estimator: The method, as a function of a table and a seed.
        settings: How; the seeds too.
        progress: Told how many runs are done, and of how many.
        stop: Asked now and then whether to end.

    Raises:
        BadValue: A column is not there or makes no groups.
        KeyboardInterrupt: It was interrupted before anything was done.
    """
    chosen = settings or StrataSettings()
    missing = missing_by_pattern(told, by)
    cuts = [
        {stratum.key: stratum.table for stratum in strata_of(table, by)}
        for table in impute(told, by, chosen.impute)
    ]
    keys = sorted({key for cut in cuts for key in cut}, key=order)
    if not keys:
        raise BadValue("expected people to cut into strata, found nobody")
    runs = _Runs(told.table, keys, cuts, chosen)
    ran = run_many(runs.tasks(), estimator, chosen.cores, progress, stop)
    return _put_together(runs, ran, missing)


@dataclass(frozen=True, eq=False)
class _Runs:
    """Which tables are run: everyone uncut, then each stratum of each imputation."""

    uncut: CaptureTable
    keys: list[Key]
    cuts: list[dict[Key, CaptureTable]]
    settings: StrataSettings

    def tasks(self) -> list[Task]:
        """List them, each with a seed of its own."""
        seed = self.settings.seed
        return [Task(self.uncut, seed)] + [
            Task(self.cuts[i][self.keys[k]], _seed(seed, k, i))
            for k, i in self.places()
        ]

    def places(self) -> list[tuple[int, int]]:
        """Name a stratum and an imputation for each task after the first."""
        return [
            (k, i)
            for k, key in enumerate(self.keys)
            for i, cut in enumerate(self.cuts)
            if key in cut
        ]


def _put_together(runs: _Runs, ran: Ran, missing: Missing) -> Stratified:
    found = dict(zip(runs.places(), ran.found[1:], strict=True))
    strata = []
    for k, key in enumerate(runs.keys):
        parts = [found[k, i] for i in range(len(runs.cuts)) if (k, i) in found]
        done = [part for part in parts if part is not None]
        if len(done) == len(parts):
            nobody = [_nobody(done[0])] * (len(runs.cuts) - len(done))
            both = combine([*done, *nobody], runs.settings.combine)
            strata.append(StratumOutcome(key, both.outcome))
    uncut = _uncut(runs, ran)
    whole, least = _total(runs, found, len(strata), uncut.method)
    return Stratified(
        missing.by,
        tuple(strata),
        whole,
        least,
        uncut,
        missing,
        len(runs.cuts),
        ran.stopped,
    )


def _uncut(runs: _Runs, ran: Ran) -> Estimate | Refusal:
    if ran.found[0] is not None:
        return ran.found[0].outcome
    some = next((each for each in ran.found if each is not None), None)
    if some is None:
        raise KeyboardInterrupt
    return _stopped(runs.uncut, some.outcome.method, "before everyone was estimated")


def _total(
    runs: _Runs,
    found: dict[tuple[int, int], Inferred | None],
    done: int,
    method: Method,
) -> tuple[Inferred, Interval | None]:
    if done < len(runs.keys):
        when = f"when {done} of {len(runs.keys)} strata were done; those are kept"
        return Inferred(_stopped(runs.uncut, method, when)), None
    summed = []
    for i in range(len(runs.cuts)):
        parts = [(key, found.get((k, i))) for k, key in enumerate(runs.keys)]
        there = [(key, part) for key, part in parts if part is not None]
        summed.append(sum_strata(there, _seed(runs.settings.seed, len(runs.keys), i)))
    whole = combine([each.whole for each in summed], runs.settings.combine).inferred
    bounds = [each.at_least for each in summed if each.at_least is not None]
    return whole, min(bounds, key=lambda bound: bound.low) if bounds else None


def _stopped(table: CaptureTable, method: Method, when: str) -> Refusal:
    said = f"It was stopped {when}. Run it again to the end."
    why = WhyRefused.TOO_FEW_SAMPLES
    return Refusal(method, table.n, said, table.digest, why=why)


def _nobody(like: Inferred) -> Inferred:
    """A stratum that an imputation left empty: nobody in it, and no doubt of that."""
    if isinstance(like.outcome, Refusal):
        return like
    none = Interval(0, 0, 0, 0, like.outcome.N.level)
    data = together([like.outcome])
    nobody = Estimate(like.outcome.method, 0, none, data)
    return Inferred(nobody, None if like.draws is None else np.zeros(2))


def _seed(seed: int, stratum: int, imputation: int) -> int:
    made = np.random.SeedSequence([seed, stratum, imputation])
    return int(made.generate_state(1, np.uint64)[0] >> 1)
