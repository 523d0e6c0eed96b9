"""Counts once, and lays what was found out for pages."""

from datetime import UTC, datetime

from tasjil.errors import RegisterError
from tasjil.journey.board.documents import documents
from tasjil.journey.board.figure_rows import figure_rows
from tasjil.journey.board.found import Found
from tasjil.journey.board.incident_rows import incident_rows
from tasjil.journey.board.person_rows import Rows, person_rows
from tasjil.journey.board.rowing import Row
from tasjil.journey.board.tellers import laid_tellers
from tasjil.journey.case import Case
from tasjil.journey.count import count_held, held_by
from tasjil.journey.progress import Progress
from tasjil.journey.sources import tellers_of
from tasjil.register.board.keeping import LaidOut
from tasjil.register.deeds import Deed
from tasjil.register.register import Register
from tasjil.register.rows import columns
from tasjil.register.store import BoardIncident, BoardPerson, BoardPlace, BoardSheet

TRIES = 5
"""How often a count is made again because something was erased meanwhile."""


def lay_out(case: Case, register: Register, progress: Progress) -> None:
    """Count what the register holds now, and put it in the place of the last count.

    Only what differs is written, in one transaction; pages see the one or the other.

    Args:
        case: The case.
        register: Opened by somebody who sees all records.
        progress: Told how far it is.

    Raises:
        NotAllowed: Whoever opened it sees figures alone, or their own records alone;
            or it is a travel copy.
    """
    register.must(Deed.LOOK_AT_REPORTS)
    for _ in range(TRIES):
        laid = laid_out(case, register, progress)
        progress.begin("Keeping what was counted", None)
        if register.board.keep(laid):
            return
    raise RegisterError(
        "expected the register to hold still while it is counted, found that reports "
        "were erased each time; wait until that is done, and count again"
    )


def laid_out(case: Case, register: Register, progress: Progress) -> LaidOut:
    """Count what the register holds now, as rows; nothing is kept."""
    seq = register.head().size
    progress.begin("Counting", None)
    held = held_by(register, Deed.LOOK_AT_REPORTS)
    found = Found.of(case, register, held, count_held(case, held))
    progress.begin("Laying out incidents", len(found.counted.incidents))
    rows = {**incident_rows(found, progress), **figure_rows(found)}
    progress.begin("Laying out people", None)
    people = person_rows(found)
    sheets = [each for part in (rows, people) for each in part.pop(BoardSheet, ())]
    told = tellers_of(case, found.counted)
    lines, of_tellers = laid_tellers(found, told)
    return LaidOut(
        seq,
        datetime.now(UTC).isoformat(timespec="seconds"),
        {
            **rows,
            **people,
            BoardSheet: sheets + of_tellers,
            BoardPlace: _places(rows, people),
        },
        documents(found, told, lines),
    )


def _places(rows: Rows, people: Rows) -> list[Row]:
    """Count the rows of each place with all around it."""
    found: dict[str, list[int]] = {}
    for nth, (kind, some) in enumerate(
        ((BoardIncident, rows[BoardIncident]), (BoardPerson, people[BoardPerson]))
    ):
        at = columns(kind).index("places")
        for row in some:
            if row[at]:
                found.setdefault(row[at], [0, 0])[nth] += 1
    return [(places, *many) for places, many in found.items()]
