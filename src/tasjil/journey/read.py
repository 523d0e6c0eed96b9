"""Reads what was captured and not yet read, and keeps the claims as proposed."""

from collections.abc import Iterable, Iterator
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
from tasjil.read.door import NoReader, reader_for
from tasjil.read.languages import language_of
from tasjil.read.many import Outcome, read_many
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


def context_of(case: Case) -> ReadingContext:
    """What a reader may know of the case: its places, its tellers, its codebook."""
    return ReadingContext.of_case(
        Gazetteer(case.places), case.codebook, case.sources, case.scope.where
    )


def read_case(case: Case, register: Register, progress: Progress) -> Reads:
    """Read each report that its reader has not read as the case now stands."""
    return read_some(case, register, register.reports(), progress)


def read_some(
    case: Case, register: Register, reports: Iterable[Report], progress: Progress
) -> Reads:
    """Read those of some reports that their reader has not read as the case stands."""
    context = context_of(case)
    unread: list[tuple[Report, str]] = []
    waiting: list[Report] = []
    fresh = register.fresh_readings()
    for report in reports:
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
    pairs = zip(waiting, read_many(waiting, context), strict=True)
    for some in _batches(pairs):
        readings: list[Reading] = []
        for report, found in some:
            if isinstance(found, ReaderError):
                failed.append((report, str(found)))
                progress.note(f"not read: {shown(report.name)}: {found}")
                continue
            readings.append(Reading(report.id, found.reader, found.claims))
            dropped += found.dropped
        register.propose_all(readings, by=PROGRAM, at=datetime.now(UTC))
        progress.step(len(some))
    return Reads(len(waiting) - len(failed), dropped, tuple(unread), tuple(failed))


def unread_among(reports: Iterable[Report]) -> Iterator[tuple[Report, str]]:
    """Give those of some reports that no reader can read yet, with the reason."""
    for report in reports:
        try:
            reader_for(language_of(report))
        except NoReader as reason:
            yield report, str(reason)


def _batches(
    pairs: Iterator[tuple[Report, Outcome]],
) -> Iterator[list[tuple[Report, Outcome]]]:
    while some := list(islice(pairs, TOGETHER)):
        yield some
