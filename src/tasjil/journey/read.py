"""Reads what was captured and not yet read, and keeps the claims as proposed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from tasjil.capture.printable import shown
from tasjil.errors import ReaderError
from tasjil.journey.case import Case
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader, read, reader_for
from tasjil.read.door import Reading as Read
from tasjil.read.languages import language_of
from tasjil.read.places.gazetteer import Gazetteer
from tasjil.register.actions import Reading
from tasjil.register.register import Register

TOGETHER = 50
"""How many readings are kept in one transaction."""


@dataclass(frozen=True, slots=True)
class Reads:
    """What came of reading.

    Attributes:
        read: How many reports were read now.
        dropped: Claims thrown away because their words do not stand in the report.
        unread: Reports that no reader can read yet, with the reason.
        failed: Reports that their reader broke on, with the reason.
    """

    read: int
    dropped: int
    unread: tuple[tuple[Report, str], ...]
    failed: tuple[tuple[Report, str], ...] = ()


class ReaderBroke(ReaderError):
    """A reader that broke on one report; the others are read all the same."""


def context_of(case: Case) -> ReadingContext:
    """What a reader may know of the case: its places, its tellers, its codebook."""
    return ReadingContext.of_case(
        Gazetteer(case.places), case.codebook, case.sources, case.scope.where
    )


def read_case(case: Case, register: Register, progress: Progress) -> Reads:
    """Read each report that its reader has not read as the case now stands."""
    context = context_of(case)
    unread: list[tuple[Report, str]] = []
    waiting: list[Report] = []
    fresh = register.fresh_readings()
    for report in register.reports():
        try:
            reader = reader_for(language_of(report))
        except NoReader as reason:
            unread.append((report, str(reason)))
            continue
        if fresh.get(report.id) != f"{reader.name}/{reader.version}":
            waiting.append(report)
    progress.begin("Reading", len(waiting))
    dropped = 0
    failed: list[tuple[Report, str]] = []
    for some in _batches(iter(waiting)):
        readings: list[Reading] = []
        for report in some:
            try:
                found = survive(report, context)
            except ReaderBroke as wrong:
                failed.append((report, str(wrong)))
                progress.note(f"not read: {shown(report.name)}: {wrong}")
                continue
            readings.append(Reading(report.id, found.reader, found.claims))
            dropped += found.dropped
        register.propose_all(readings, by=PROGRAM, at=datetime.now(UTC))
        progress.step(len(some))
    return Reads(len(waiting) - len(failed), dropped, tuple(unread), tuple(failed))


def survive(report: Report, context: ReadingContext) -> Read:
    """Read one report of many; whatever its text does to the reader ends here.

    The fault is named by its kind alone: its words may quote the report.

    Raises:
        NoReader: Where no reader knows the report's language.
        ReaderBroke: The reader failed on it.
    """
    try:
        return read(report, context)
    except NoReader:
        raise
    except Exception as fault:  # any reader may fail in any way on a hostile text
        raise ReaderBroke(
            f"the reader failed on it ({type(fault).__name__}), so no figure holds "
            "what it says; if it is long, split it into one file for each report, else "
            "tell us the kind of fault"
        ) from None


def _batches(reports: Iterator[Report]) -> Iterator[list[Report]]:
    while some := list(islice(reports, TOGETHER)):
        yield some
