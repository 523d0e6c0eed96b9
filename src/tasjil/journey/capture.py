"""Captures what is new in a case's folder into its register."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from tasjil.capture.door import Captured, Failed, Known, capture_all
from tasjil.capture.kinds import LIST_KINDS, kind_of
from tasjil.capture.printable import shown
from tasjil.capture.walking import walk
from tasjil.journey.case import Case
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress
from tasjil.register.register import Register

TOGETHER = 100
"""How many reports are kept in one transaction; a kill loses at most these."""

TOGETHER_BYTES = 32_000_000
"""How large they may be before they are kept, so that a hundred books fit in memory."""

ERASED = (
    "it holds a report that was erased for somebody's safety and is never captured "
    "again; take the file out of the case's folder"
)

Found = Captured | Failed | Known


@dataclass(frozen=True, slots=True)
class Capturing:
    """What came of capturing: how many were new, were known, and which failed.

    Attributes:
        erased: Files whose report was destroyed for somebody's safety. Their names go
            to whoever runs the build, and on no page.
    """

    new: int
    known: int
    failures: tuple[Failed, ...]
    erased: tuple[Failed, ...] = ()


def capture_case(case: Case, register: Register, progress: Progress) -> Capturing:
    """Capture every file of the case that the register does not hold yet.

    A file that cannot be captured is named with its reason, and the rest goes on.
    """
    inputs = [path for path in case.inputs if kind_of(path) not in LIST_KINDS]
    progress.begin("Capturing", sum(1 for _ in walk(inputs)))
    failures: list[Failed] = []
    erased: list[Failed] = []
    new = known = 0
    found = capture_all(inputs, case.folder, register.known_digests())
    for some in _together(found):
        gone = _erased(register, some)
        erased += (_still_here(each, progress) for each in gone)
        fresh = [(c.report, c.original) for c in _captured(some) if c not in gone]
        kept = register.capture_all(fresh, by=PROGRAM, at=datetime.now(UTC))
        new += kept
        known += sum(isinstance(each, Known) for each in some) + len(fresh) - kept
        for each in some:
            if isinstance(each, Failed):
                failures.append(each)
                progress.note(f"not captured: {each.name}: {each.reason}")
        progress.step(len(some))
    return Capturing(new, known, tuple(failures), tuple(erased))


def _erased(register: Register, some: list[Found]) -> list[Captured]:
    """Find the files whose report, or whose very words, were destroyed."""
    pairs = [(c.report, c.original) for c in _captured(some)]
    gone = frozenset(register.box.erased_among(pairs))
    return [c for c in _captured(some) if c.report.id in gone]


def _still_here(found: Captured, progress: Progress) -> Failed:
    """Tell that a file still holds what was destroyed, so that a person removes it."""
    name = shown(found.report.name)
    progress.note(f"not captured: {name}: {ERASED}")
    return Failed(name, ERASED, found.path)


def _together(found: Iterator[Found]) -> Iterator[list[Found]]:
    """Put files together until they are many, or large."""
    some: list[Found] = []
    size = 0
    for each in found:
        some.append(each)
        size += len(each.original) if isinstance(each, Captured) else 0
        if len(some) >= TOGETHER or size >= TOGETHER_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def _captured(some: list[Found]) -> Iterator[Captured]:
    return (each for each in some if isinstance(each, Captured))
