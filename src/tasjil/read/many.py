"""Many reports at once: sentences parsed together, and every core at work."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import Protocol, runtime_checkable

from tasjil.errors import ReaderError
from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader, Reader, Reading, gated, read, reader_for
from tasjil.read.languages import language_of

TOGETHER = 32
"""How many reports are parsed together; more gains nothing and holds more in memory."""

WORTH_ANOTHER_CORE = 4 * TOGETHER
"""From how many reports on a second process pays for loading the model again."""

_AHEAD = 2
Window = Sequence[Report]


class ReaderBroke(ReaderError):
    """A reader that broke on one report; the others are read all the same."""

    @classmethod
    def on(cls, fault: Exception) -> "ReaderBroke":
        """Name the fault by its kind alone: its words may quote the report."""
        return cls(
            f"the reader failed on it ({type(fault).__name__}), so no figure holds "
            "what it says; if it is long, split it into one file for each report, else "
            "tell us the kind of fault"
        )


Outcome = Reading | NoReader | ReaderBroke
"""What comes of one report: its claims, or why there are none."""


@runtime_checkable
class ReadsTogether(Protocol):
    """A reader that is faster when it is given several reports at once."""

    def read_together(
        self, reports: Sequence[Report], context: ReadingContext
    ) -> list[list[Claim] | Exception]:
        """The claims of each report, or what broke on it."""


def read_many(
    reports: Iterable[Report],
    context: ReadingContext | None = None,
    reader: Reader | None = None,
    cores: int | None = None,
) -> Iterator[Outcome]:
    """Read reports, in their order, each as `read` does.

    A report that no reader knows, or that breaks its reader, gives the reason in its
    place and the rest goes on. Closing the iterator early ends the work.

    Args:
        reports: The reports, taken a few windows ahead of what comes out.
        context: The case they are read for; None reads them for no case.
        reader: Who reads them all, one by one; None takes the reader of each language.
        cores: How many processes read; None takes all cores where it pays.
    """
    known = context or ReadingContext()
    if reader is not None:
        for report in reports:
            yield _alone(report, known, reader)
        return
    coming = iter(reports)
    first = list(islice(coming, WORTH_ANOTHER_CORE))
    windows = _windows(chain(first, coming))
    wanted = _cores() if cores is None else cores
    few = cores is None and len(first) < WORTH_ANOTHER_CORE
    if wanted > 1 and not few:
        yield from _on_cores(windows, known, wanted)
        return
    for window in windows:
        yield from _window(window, known)


def _windows(reports: Iterator[Report]) -> Iterator[Window]:
    while window := list(islice(reports, TOGETHER)):
        yield window


def _cores() -> int:
    """How many cores this process may use; not every system tells of limits."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _on_cores(
    windows: Iterable[Window], context: ReadingContext, cores: int
) -> Iterator[Outcome]:
    """Hand windows to processes, a few ahead, and give them back in order."""
    # Not a fork: the parent may hold the keys of a register and open connections.
    fresh = get_context("spawn")
    pool = ProcessPoolExecutor(cores, fresh, _take_context, (context,))
    waiting: deque[tuple[Window, Future[list[Outcome]]]] = deque()
    try:
        for window in windows:
            waiting.append((window, pool.submit(_in_process, window)))
            if len(waiting) >= _AHEAD * cores:
                yield from _result(*waiting.popleft(), context)
        while waiting:
            yield from _result(*waiting.popleft(), context)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _result(
    window: Window, reading: Future[list[Outcome]], context: ReadingContext
) -> list[Outcome]:
    """What a process read; read here where the system has ended that process."""
    try:
        return reading.result()
    except BrokenProcessPool:
        return _window(window, context)


_contexts: list[ReadingContext] = []
"""In a process that reads for another one: the case it reads for."""


def _take_context(context: ReadingContext) -> None:
    _contexts.append(context)


def _in_process(window: Sequence[Report]) -> list[Outcome]:
    return _window(window, _contexts[0])


def _window(reports: Window, context: ReadingContext) -> list[Outcome]:
    """Read the reports of each reader together; the outcomes keep their order."""
    outcomes: dict[int, Outcome] = {}
    shares: dict[str, list[int]] = {}
    for i, report in enumerate(reports):
        try:
            shares.setdefault(reader_for(language_of(report)).name, []).append(i)
        except NoReader as reason:
            outcomes[i] = reason
    for places in shares.values():
        share = [reports[i] for i in places]
        outcomes.update(zip(places, _share(share, context), strict=True))
    return [outcomes[i] for i in range(len(reports))]


def _share(reports: Window, context: ReadingContext) -> Iterator[Outcome]:
    """Read the reports of a window that have the same reader."""
    reader = reader_for(language_of(reports[0]))
    if not isinstance(reader, ReadsTogether):
        yield from (_alone(report, context, reader) for report in reports)
        return
    together = reader.read_together(reports, context)
    for report, found in zip(reports, together, strict=True):
        if isinstance(found, Exception):
            yield ReaderBroke.on(found)
        else:
            yield gated(report, found, reader)


def _alone(report: Report, context: ReadingContext, reader: Reader) -> Outcome:
    """Read one report whose reader takes them one by one."""
    try:
        return read(report, context, reader)
    except NoReader as reason:
        return reason
    except ReaderError as reason:  # it says itself what was wrong, without words
        return ReaderBroke(str(reason))
    except Exception as fault:  # any reader may fail in any way on a hostile text
        return ReaderBroke.on(fault)
