"""Has two readers read the same files, and puts what they made of each side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tasjil.capture.door import Captured, Failed, capture_all
from tasjil.capture.walking import walk
from tasjil.errors import ReaderError
from tasjil.journey.case import Case
from tasjil.journey.progress import Progress
from tasjil.journey.read import context_of
from tasjil.model.report import Report
from tasjil.read.compare import Comparison, compare
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader, Reader, Reading
from tasjil.read.many import Outcome, read_many


@dataclass(frozen=True, slots=True)
class Compared:
    """What two readers made of one report."""

    report: Report
    a: Reading
    b: Reading
    found: Comparison


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A file that at least one of them could not read, and why.

    Attributes:
        is_failure: False where there is no reader for its language.
    """

    name: str
    reason: str
    is_failure: bool = True


def compare_files(
    paths: Sequence[Path],
    readers: tuple[Reader | None, Reader | None],
    case: Case | None,
    progress: Progress,
) -> Iterator[Compared | NotCompared]:
    """Read each file with both readers, one file at a time, in a fixed order.

    Args:
        paths: Files, and folders to walk.
        readers: Who reads; None is the reader of each report's language.
        case: The case whose places, sources and codebook the readers may know.
        progress: Who is told how far it is.
    """
    context = ReadingContext() if case is None else context_of(case)
    progress.begin("Comparing", sum(1 for _ in walk(paths)))
    for each in capture_all(paths):
        if isinstance(each, Failed):
            yield NotCompared(each.name, each.reason)
        elif isinstance(each, Captured):
            yield _compared(each.report, readers, context)
        progress.step()


def _compared(
    report: Report,
    readers: tuple[Reader | None, Reader | None],
    context: ReadingContext,
) -> Compared | NotCompared:
    a, b = (_read(report, each, context) for each in readers)
    for side, told in (("A", a), ("B", b)):
        if isinstance(told, ReaderError):
            is_failure = not isinstance(told, NoReader)
            return NotCompared(report.name, f"reader {side}: {told}", is_failure)
    assert isinstance(a, Reading)
    assert isinstance(b, Reading)
    return Compared(report, a, b, compare(a.claims, b.claims))


def _read(report: Report, reader: Reader | None, context: ReadingContext) -> Outcome:
    [outcome] = read_many([report], context, reader)
    return outcome
