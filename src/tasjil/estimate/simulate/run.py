"""Draws populations, runs methods on their lists, and compares with the truth."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from tasjil.errors import BadValue
from tasjil.estimate.combine import Inferred
from tasjil.estimate.estimating import estimate, method_of
from tasjil.estimate.settings import SEED, EstimateSettings
from tasjil.estimate.simulate.cells import cell_chances, drawn_of
from tasjil.estimate.simulate.design import Design
from tasjil.estimate.simulate.study import Study, studied
from tasjil.estimate.strata.many import Task, run_many
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Method

USUAL = (Method.LOGLINEAR, Method.DGA, Method.CHAO)
"""Methods that are quick enough to run on hundreds of populations."""

Progress = Callable[[Method, int, int], None]


def simulate(
    design: Design,
    methods: Sequence[Method | str] = USUAL,
    runs: int = 500,
    seed: int = SEED,
    settings: EstimateSettings | None = None,
    watch: "Watched | None" = None,
) -> Study:
    """Draw populations of a known size, and see how methods do on their lists.

    The populations are the same for every method. Cores change the time and nothing
    else; an interrupt (Ctrl-C) ends it, and what is done is told.

    Args:
        design: What is drawn.
        methods: Which are run.
        runs: How many populations.
        seed: Where chance begins.
        settings: Of the methods; sensitivity to priors and to lists left out is not
            run here.
        watch: Who is told of progress, and how many cores.

    Returns:
        Of each method how often its interval holds the truth, how far off it is, how
        wide, and how often it refuses, with Monte Carlo errors.

    Raises:
        BadValue: Fewer than one population, or a method that is none.
    """
    if not 1 <= runs <= 1_000_000:
        raise BadValue(f"expected 1 population or more, got {runs}")
    by = replace(settings or EstimateSettings(), priors=False, left_out=False)
    chosen = [method_of(each) for each in methods]
    to_do = _tasks(design, runs, seed)
    found = []
    stopped = False
    for method in chosen:
        ran = run_many(
            to_do,
            partial(run_one, method=method, settings=by),
            watch.cores if watch else None,
            partial(watch.progress, method) if watch and watch.progress else None,
            watch.stop if watch else None,
        )
        done = [each.outcome for each in ran.found if each is not None]
        found.append(studied(method, design.population, done))
        if ran.stopped:
            stopped = True
            break
    documented = float(np.mean([each.table.n for each in to_do]))
    return Study(design, seed, runs, documented, tuple(found), stopped, by.level)


class Watched:
    """Who is told of progress, who may stop, and how many cores may run.

    Attributes:
        progress: Told the method, populations done, and of how many.
        stop: Asked now and then whether to end.
        cores: How many processes; None takes every core where it pays.
    """

    __slots__ = ("cores", "progress", "stop")

    def __init__(
        self,
        progress: Progress | None = None,
        stop: Callable[[], bool] | None = None,
        cores: int | None = None,
    ) -> None:
        """Keep who is told."""
        self.progress = progress
        self.stop = stop
        self.cores = cores


def run_one(
    table: CaptureTable, seed: int, method: Method, settings: EstimateSettings
) -> Inferred:
    """Run one method on the lists of one population."""
    return Inferred(estimate(table, method, replace(settings, seed=seed)))


def _tasks(design: Design, runs: int, seed: int) -> list[Task]:
    cells = cell_chances(design)
    to_do = []
    for each in np.random.SeedSequence(seed).spawn(runs):
        chance = np.random.Generator(np.random.PCG64(each))
        table = drawn_of(design, cells, chance)
        to_do.append(Task(table, int(chance.integers(2**31))))
    return to_do
