"""Reads files without a register: captured, read, told, and nothing kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tasjil.capture.door import Captured, Failed, capture_all
from tasjil.capture.walking import walk
from tasjil.journey.case import Case
from tasjil.journey.progress import Progress
from tasjil.journey.read import ReaderBroke, context_of, survive
from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file.

    Attributes:
        failure: Why the file could not be captured, or broke its reader.
        unread: Why no reader could read it; None where one did.
    """

    name: str
    report: Report | None = None
    claims: tuple[Claim, ...] = ()
    failure: str | None = None
    unread: str | None = None

    @property
    def problem(self) -> str | None:
        """What to tell the person about this file, if anything."""
        return self.failure or self.unread


def read_files(
    paths: Sequence[Path], case: Case | None, progress: Progress
) -> Iterator[FileRead]:
    """Capture and read files and folders, one at a time, in a fixed order.

    Args:
        paths: Files, and folders to walk.
        case: The case whose places, sources and codebook the reader may know.
        progress: Who is told how far it is.
    """
    context = ReadingContext() if case is None else context_of(case)
    progress.begin("Reading", sum(1 for _ in walk(paths)))
    for found in capture_all(paths):
        if isinstance(found, Failed):
            yield FileRead(found.name, failure=found.reason)
        elif isinstance(found, Captured):
            yield _read(found.report, context)
        progress.step()


def _read(report: Report, context: ReadingContext) -> FileRead:
    try:
        claims = survive(report, context).claims
    except ReaderBroke as wrong:
        return FileRead(report.name, failure=str(wrong))
    except NoReader as reason:
        return FileRead(report.name, report, unread=str(reason))
    return FileRead(report.name, report, claims)
