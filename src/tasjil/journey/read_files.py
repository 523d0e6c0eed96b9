"""Reads files without a register: captured, read, told, and nothing kept."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tasjil.capture.door import Captured, Failed, capture_all
from tasjil.capture.walking import walk
from tasjil.errors import ReaderError
from tasjil.journey.case import Case
from tasjil.journey.progress import Progress
from tasjil.journey.read import context_of
from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader, Reader
from tasjil.read.dropping import Dropped
from tasjil.read.many import Outcome, read_many


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file.

    Attributes:
        failure: Why the file could not be captured, or broke its reader.
        unread: Why no reader could read it; None where one did.
        dropped: How many claims were thrown away, by the reason.
    """

    name: str
    report: Report | None = None
    claims: tuple[Claim, ...] = ()
    failure: str | None = None
    unread: str | None = None
    dropped: Mapping[Dropped, int] = field(default_factory=dict, hash=False)

    @property
    def problem(self) -> str | None:
        """What to tell the person about this file, if anything."""
        return self.failure or self.unread


def read_files(
    paths: Sequence[Path],
    case: Case | None,
    progress: Progress,
    reader: Reader | None = None,
) -> Iterator[FileRead]:
    """Capture and read files and folders, one at a time, in a fixed order.

    Args:
        paths: Files, and folders to walk.
        case: The case whose places, sources and codebook the reader may know.
        progress: Who is told how far it is.
        reader: Who reads them all; None takes the reader of each language.
    """
    context = ReadingContext() if case is None else context_of(case)
    progress.begin("Reading", sum(1 for _ in walk(paths)))
    given: deque[Captured | Failed] = deque()
    for found in read_many(_reports(paths, given), context, reader):
        yield from _failures(given, progress)
        captured = given.popleft()
        if isinstance(captured, Captured):
            yield _told(captured.report, found)
        progress.step()
    yield from _failures(given, progress)


def _reports(
    paths: Sequence[Path], given: deque[Captured | Failed]
) -> Iterator[Report]:
    """Capture files one by one; all that came of them is noted in its order."""
    for each in capture_all(paths):
        if isinstance(each, Captured | Failed):
            given.append(each)
        if isinstance(each, Captured):
            yield each.report


def _failures(
    given: deque[Captured | Failed], progress: Progress
) -> Iterator[FileRead]:
    """The files that could not be captured, up to the next that was."""
    while given and isinstance(given[0], Failed):
        failed = given.popleft()
        if isinstance(failed, Failed):
            yield FileRead(failed.name, failure=failed.reason)
        progress.step()


def _told(report: Report, found: Outcome) -> FileRead:
    if isinstance(found, NoReader):
        return FileRead(report.name, report, unread=str(found))
    if isinstance(found, ReaderError):
        return FileRead(report.name, failure=str(found))
    return FileRead(report.name, report, found.claims, dropped=found.reasons)
