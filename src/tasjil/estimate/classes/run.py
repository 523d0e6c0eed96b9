"""Runs chains of latent classes until they agree and drew enough, or may not go on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

from tasjil.errors import BadValue
from tasjil.estimate.classes.crew import Crew
from tasjil.estimate.classes.fit import LcmcrFit
from tasjil.estimate.classes.progress import Clock, Progress
from tasjil.estimate.classes.resume import write_run
from tasjil.estimate.classes.settings import LcmcrSettings
from tasjil.estimate.classes.stage import Run, Stage, first, step, taken_up
from tasjil.estimate.refuse import before
from tasjil.estimate.tables import CaptureTable

KEEP_EVERY = 5.0
"""Seconds between two savings of a run that is kept as it goes."""

MAY_GROW = ("ess", "precision", "most_sweeps", "level", "cap")
"""What may be asked otherwise of a run that is taken up again."""


def fit_lcmcr(
    table: CaptureTable,
    settings: LcmcrSettings | None = None,
    progress: Callable[[Progress], None] | None = None,
    resume: LcmcrFit | None = None,
    stop: Callable[[], bool] | None = None,
    keep: Path | None = None,
    threads: int = 2,
) -> LcmcrFit:
    """Estimate by latent classes (Manrique-Vallier 2016, Biometrics 72).

    A pilot chooses between two samplers. Chains that begin far apart settle in until
    they agree, then draw until R-hat is below 1.01 and there are enough effective
    draws, or until a bound of sweeps. Chains that go on disagreeing begin anew with
    ladders of flatter densities.

    The same table, settings and seed give the same draws, with any number of threads,
    and also where a run was stopped and resumed.

    Args:
        table: Who is on which lists.
        settings: The prior, the seed, how sure chains must be.
        progress: Told after every block of sweeps.
        resume: A run of the same table and prior, stopped earlier: goes on from there.
        stop: Asked after every block whether to end. Ctrl-C ends it too; what was
            drawn stays in the fit.
        keep: A file that the run is saved to now and then and in the end.
        threads: How many chains run at a time.

    Returns:
        All draws and diagnostics; its `outcome` is a refusal where chains disagree, or
        drew too little, or the table lacks what any method needs.

    Raises:
        BadValue: The run to resume is of another table or prior.

    Example:
        >>> pair = CaptureTable.of("ab", [(1, 1), (1, 0), (0, 1)], [30, 40, 50])
        >>> fit_lcmcr(pair).outcome(pair).why.value
        'too few lists'
    """
    asked = settings or (resume.settings if resume else LcmcrSettings())
    lack = before(table, asked.limits)
    if lack is not None:
        return LcmcrFit(asked, table.digest, table.n, lack=lack)
    crew = Crew(table, asked, threads)
    run = first(crew) if resume is None else _taken_up(resume, table, asked)
    watch = _Watch(progress, stop, keep, table)
    stopped = False
    try:
        while run.stage is not Stage.DONE and not stopped:
            run = step(run, crew)
            stopped = watch.passed(run)
    except KeyboardInterrupt:
        stopped = True
    watch.save(run)
    ended = run.stage is not Stage.DONE
    return LcmcrFit(asked, table.digest, table.n, run, ended)


class _Watch:
    """Tells of a run, asks whether to end it, and saves it now and then."""

    def __init__(
        self,
        progress: Callable[[Progress], None] | None,
        stop: Callable[[], bool] | None,
        keep: Path | None,
        table: CaptureTable,
    ) -> None:
        self._progress, self._stop, self._keep = progress, stop, keep
        self._table, self._clock = table, Clock(monotonic)
        self._saved = monotonic()

    def passed(self, run: Run) -> bool:
        """Tell of a block that is done; say whether to end."""
        told = self._clock.progress(run)
        if self._progress is not None:
            self._progress(told)
        if monotonic() - self._saved > KEEP_EVERY:
            self.save(run)
        return self._stop is not None and self._stop()

    def save(self, run: Run) -> None:
        """Save the run where somebody wants it kept."""
        if self._keep is not None:
            write_run(self._keep, run, self._table.digest, self._table.n)
        self._saved = monotonic()


def _taken_up(fit: LcmcrFit, table: CaptureTable, settings: LcmcrSettings) -> Run:
    if fit.run is None:
        raise BadValue("expected a run with chains to resume, got a refused table")
    if fit.data != table.digest:
        raise BadValue(
            "expected saved chains of this table, got those of another (their digests "
            "differ); begin anew without them"
        )
    same = replace(settings, **{name: getattr(fit.settings, name) for name in MAY_GROW})
    if same != fit.settings:
        raise BadValue(
            "expected saved chains of the same prior, seed and limits, got others; "
            f"only {', '.join(MAY_GROW)} may be asked otherwise"
        )
    return taken_up(fit.run, settings)
