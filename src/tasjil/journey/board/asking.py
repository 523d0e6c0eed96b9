"""What pages ask of the board: lists, sheets, and what is missing."""

from tasjil.journey.board.searching import search
from tasjil.journey.board.sheets import (
    IncidentBody,
    IncidentSheet,
    PersonBody,
    PersonSheet,
)
from tasjil.journey.sources import Tellers
from tasjil.link.named import record_of
from tasjil.model.ids import ClaimId, IncidentId, VictimId
from tasjil.model.json import from_json
from tasjil.model.missing import Missing
from tasjil.register.board.lines import (
    BoardState,
    IncidentFilter,
    IncidentLine,
    IncidentSort,
    PersonFilter,
    PersonLine,
    PersonSort,
)
from tasjil.register.board.pages import FIRST, Page, Paged
from tasjil.register.register import Register

ALL_INCIDENTS = IncidentFilter()
EVERYBODY = PersonFilter()
MOST_SHOWN = 500
"""How many people, or incidents, one sheet lists."""

NOTHING_MISSING = Missing((), (), 0)


def standing_of_board(register: Register) -> BoardState:
    """Say as of which entry the board was counted, and how far behind it is."""
    return register.board.state()


def behind(register: Register) -> int:
    """Count the entries since the last count that a count would go by."""
    return register.board.state().behind


def incidents(
    register: Register,
    wanted: IncidentFilter = ALL_INCIDENTS,
    sort: IncidentSort = IncidentSort.MOVES,
    page: Page = FIRST,
) -> Paged[IncidentLine]:
    """List the incidents of a case.

    Raises:
        NotAllowed: Who asks sees figures alone, or their own records alone.
    """
    return register.board.incidents(wanted, sort, page)


def incident_of(register: Register, claim: ClaimId) -> IncidentLine | None:
    """Give the incident a claim stands in; None for a total, or where it is too new."""
    return register.board.incident_of(claim)


def incident(register: Register, id: IncidentId) -> IncidentSheet | None:
    """Give all that is known of one incident; None where there never was such a one.

    Where it was joined to another meanwhile, that one is given.
    """
    board = register.board
    line = board.incident(id)
    plain = None if line is None else board.sheets([line.id]).get(line.id)
    if line is None or plain is None:
        return None
    body = from_json(plain, IncidentBody)
    people = board.people_by_id(body.victims[:MOST_SHOWN])
    victims = tuple(people[each] for each in body.victims if each in people)
    return IncidentSheet(line, body, victims, None if line.id == id else id)


def people(
    register: Register,
    query: str = "",
    wanted: PersonFilter = EVERYBODY,
    page: Page = FIRST,
    sort: PersonSort = PersonSort.NAME,
) -> Paged[PersonLine]:
    """List people, or search for a name in any script, its parts in any order.

    Args:
        register: The open register.
        query: The name as somebody types it; never keep or log it. Empty for everybody.
        wanted: Narrows who is listed or found.
        page: Which page.
        sort: The order of the list; who is searched for comes with the best first.

    Raises:
        NotAllowed: Who asks sees figures alone, or their own records alone.
    """
    if query.strip():
        return search(register, query, wanted, page)
    return register.board.people(wanted, sort, page)


def person(register: Register, id: VictimId) -> PersonSheet | None:
    """Give all that is known of one person; None where there never was such a one.

    Args:
        register: The open register.
        id: Of a person, or of any name in a report, or of any row of a list.
    """
    board = register.board
    found = _present(register, id)
    line = None if found is None else board.people_by_id([found]).get(found)
    plain = None if line is None else board.sheets([line.id]).get(line.id)
    if line is None or plain is None:
        return None
    body = from_json(plain, PersonBody)
    own = () if body.victim is None else body.victim.incidents[:MOST_SHOWN]
    lines = board.incidents_by_id(own)
    others = board.people_by_id(body.maybe[:MOST_SHOWN])
    return PersonSheet(
        line,
        body,
        tuple(lines[each] for each in own if each in lines),
        tuple(others[each] for each in body.maybe if each in others),
        None if line.id == id else id,
    )


def _present(register: Register, id: VictimId) -> VictimId | None:
    """Find the person who has this id, or one of whose records has it."""
    if id in register.board.people_by_id([id]):
        return id
    found = register.board.people_of([record_of(id), id])  # type: ignore[list-item]
    return next(iter(found.values()), None)


def missing(register: Register, limit: int = 50) -> Missing:
    """Give what the case does not know, and what would move its figures most.

    Args:
        register: The open register.
        limit: How many incidents to queue, 200 at most; `incidents` lists all.
    """
    plain = register.board.document("missing")
    if plain is None:
        return NOTHING_MISSING
    left = plain["left"] + len(plain["queue"][limit:])
    return from_json({**plain, "queue": plain["queue"][:limit], "left": left}, Missing)


def sources(register: Register) -> Tellers | None:
    """List everybody who tells, and how what they told held up."""
    plain = register.board.document("sources")
    return None if plain is None else from_json(plain, Tellers)
