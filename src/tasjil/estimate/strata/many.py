"""Runs a method over many tables on all cores; what is done is kept when stopped."""

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from time import perf_counter

from tasjil.estimate.combine import Inferred
from tasjil.estimate.tables import CaptureTable

Estimator = Callable[[CaptureTable, int], Inferred]
"""A method as a function of a table and a seed. To run on several cores it must stand
in a module (or be a partial of one that does): processes import it anew."""

WORTH_PROCESSES = 6.0
"""Seconds of work left from which on starting processes pays."""

LOOK_AFTER = 0.5
"""Seconds after which it is looked at how long the rest would take."""

TOGETHER = 8
"""Most tables that a process takes at once."""

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, eq=False)
class Task:
    """One table to run, and where its chance begins."""

    table: CaptureTable
    seed: int


@dataclass(frozen=True, eq=False)
class Ran:
    """What came of many tables.

    Attributes:
        found: What was inferred of each, in their order; None where it was stopped.
        stopped: Whether somebody stopped it before the end.
    """

    found: tuple[Inferred | None, ...]
    stopped: bool


def run_many(
    tasks: Sequence[Task],
    estimator: Estimator,
    cores: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Ran:
    """Run a method over tables; cores change the time and nothing else.

    An interrupt (Ctrl-C) ends it and keeps what is done.

    Args:
        tasks: The tables with their seeds.
        estimator: The method.
        cores: How many processes; None begins here, and takes every core where the
            rest would take long.
        progress: Told how many are done, and of how many.
        stop: Asked now and then whether to end.

    Example:
        >>> run_many([], lambda table, seed: None).found
        ()
    """
    found: dict[int, Inferred] = {}
    stopped = False
    try:
        parts = _run(tasks, estimator, cores)
        for at, each in parts:
            found[at] = each
            if progress is not None:
                progress(len(found), len(tasks))
            if stop is not None and stop():
                stopped = len(found) < len(tasks)
                parts.close()
                break
    except KeyboardInterrupt:
        stopped = True
    return Ran(tuple(found.get(at) for at in range(len(tasks))), stopped)


Parts = Generator[tuple[int, Inferred], None, None]


def _run(tasks: Sequence[Task], estimator: Estimator, cores: int | None) -> Parts:
    every = range(len(tasks))
    if cores is not None:
        among = _here if cores < 2 else partial(_on_cores, cores=cores)
        yield from among(tasks, every, estimator)
        return
    began = perf_counter()
    for at, each in _here(tasks, every, estimator):
        yield at, each
        took, left = perf_counter() - began, len(tasks) - at - 1
        if took > LOOK_AFTER and left * took / (at + 1) > WORTH_PROCESSES:
            yield from _on_cores(tasks, range(at + 1, len(tasks)), estimator, _cores())
            return


def _here(tasks: Sequence[Task], which: Sequence[int], estimator: Estimator) -> Parts:
    for at in which:
        yield at, estimator(tasks[at].table, tasks[at].seed)


def _on_cores(
    tasks: Sequence[Task], which: Sequence[int], estimator: Estimator, cores: int
) -> Parts:
    """Hand tables to processes a few at a time, and give them as they are done."""
    if cores < 2:
        yield from _here(tasks, which, estimator)
        return
    size = max(1, min(TOGETHER, len(which) // (4 * cores)))
    batches = [list(which[at : at + size]) for at in range(0, len(which), size)]
    done: set[int] = set()
    try:
        with _one_thread_each():
            for at, each in _pooled(tasks, batches, estimator, cores):
                done.add(at)
                yield at, each
    except BrokenProcessPool:
        # A process was killed, most likely for its memory: one core needs the least.
        left = [at for at in which if at not in done]
        yield from _here(tasks, left, estimator)


def _pooled(
    tasks: Sequence[Task], batches: list[list[int]], estimator: Estimator, cores: int
) -> Parts:
    # Not a fork: the parent may hold keys, open connections and threads.
    pool = ProcessPoolExecutor(
        min(cores, len(batches)), get_context("spawn"), _leave_interrupts
    )
    waiting: dict[Future[list[Inferred]], list[int]] = {}
    coming = iter(batches)
    try:
        while True:
            while len(waiting) < 2 * cores and (batch := next(coming, None)):
                given = [tasks[at] for at in batch]
                waiting[pool.submit(_batch, estimator, given)] = batch
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                yield from zip(waiting.pop(future), future.result(), strict=True)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batch(estimator: Estimator, tasks: list[Task]) -> list[Inferred]:
    return [estimator(task.table, task.seed) for task in tasks]


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the parent, which ends its processes itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Start processes that compute on one thread: the cores are taken already."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
