"""Keeps the lists of a case (.csv, .tsv, .xlsx) in its register, to be linked later."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tasjil.capture.door import Failed, Known
from tasjil.capture.kinds import LIST_KINDS, kind_of
from tasjil.capture.lists import ListFile, capture_lists
from tasjil.capture.walking import walk
from tasjil.journey.case import Case
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class Importing:
    """What came of the lists: how many the register holds, and which failed."""

    lists: int
    new: int
    failures: tuple[Failed, ...]


def import_lists(case: Case, register: Register, progress: Progress) -> Importing:
    """Keep every list under the case's folder that the register does not hold yet.

    No figure counts their rows yet. A list that cannot be read is named with its
    reason, and the rest goes on.
    """
    found = [p for p in walk(case.inputs, LIST_KINDS) if kind_of(p) in LIST_KINDS]
    if found:
        progress.begin("Keeping lists", len(found))
    failures: list[Failed] = []
    new = 0
    for each in capture_lists(found, case.folder, register.known_lists()):
        if isinstance(each, Failed):
            failures.append(each)
            progress.note(f"not captured: {each.name}: {each.reason}")
        elif not isinstance(each, Known):
            at = datetime.now(UTC)
            told = as_kept(each.list)
            new += register.import_list(told, each.original, by=PROGRAM, at=at)
        progress.step()
    return Importing(len(register.known_lists()), new, tuple(failures))


def as_kept(found: ListFile) -> dict[str, Any]:
    """What the register keeps of a list beside its bytes."""
    return {
        "list": found.id,
        "name": found.name,
        "sheet": found.sheet,
        "notes": list(found.notes),
        "rows": len(found.rows),
        "headers": len(found.headers),
    }
