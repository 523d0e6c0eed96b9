"""The figures on the board: the tally, its cells, and the claims behind each.

A guest sees them as everybody may; the words behind them are not for a guest.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, FigureId, IncidentId
from tasjil.model.json import from_json
from tasjil.model.quantity import CountRange
from tasjil.model.tally import Tally
from tasjil.register.board.lines import Cell, IncidentLine
from tasjil.register.board.pages import FIRST, Page, Paged
from tasjil.register.deeds import Deed
from tasjil.register.register import Register

PUBLIC = "public "
"""How documents and kinds of rows begin that hold what everybody may see.

They are there only where the words of somebody are withheld; else there is one form.
"""

OF_INCIDENT, OF_CLAIM = "incident/", "claim/"


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """One figure, and one page of what it rests on.

    Attributes:
        incidents: The incidents behind it, as lines; none behind a total.
        claims: The ids of the claims behind it; `register.claims_of` has their words.
    """

    cell: Cell
    incidents: Paged[IncidentLine]
    claims: Paged[ClaimId]


def tally(register: Register) -> Tally | None:
    """Give the figures of every act, without their rows; None before the first count.

    The rows are `cells`, and what is behind each is `figure`: both come in pages. The
    totals that others stated are there for those who may read reports.
    """
    seen = _seen(register)
    plain = register.board.document(f"{seen}tally", Deed.LOOK_AT_COUNTS)
    if plain is None:
        return None
    figures = from_json(plain, Tally)
    if not register.may(Deed.LOOK_AT_REPORTS):
        return figures
    return replace(figures, **aggregates(register))


def aggregates(register: Register) -> dict[str, Any]:
    """Give the totals that others stated, and how each teller's total grew."""
    plain = register.board.document("totals")
    if plain is None:
        return {"aggregates": (), "series": ()}
    whole = from_json(plain, Tally)
    return {"aggregates": whole.aggregates, "series": whole.series}


def dimensions(register: Register) -> tuple[str, ...]:
    """Name what figures can be divided by: place, day, status ..."""
    plain = register.board.document("dimensions", Deed.LOOK_AT_COUNTS)
    return tuple(plain or ())


def cells(
    register: Register,
    dimension: str,
    act: Act | None = None,
    page: Page = FIRST,
    values: Collection[str] | None = None,
) -> Paged[Cell]:
    """List the rows of one breakdown, act by act, in their order.

    Args:
        register: The open register.
        dimension: One of `dimensions`; "" for the figures of the acts themselves.
        act: Of this act alone.
        page: Which page.
        values: Only the rows of these, as the places of one level; None for all.
    """
    seen = _seen(register)
    found = register.board.cells(dimension, act, page, prefix=seen, values=values)
    return found.each(_as_usual) if seen else found


def _as_usual(cell: Cell) -> Cell:
    """Call a figure that everybody may see by its own name."""
    return replace(cell, id=FigureId(cell.id.removeprefix(PUBLIC)), kind="cell")


def _seen(register: Register) -> str:
    """Say which form of the figures is for whoever asks."""
    if register.may(Deed.LOOK_AT_REPORTS):
        return ""
    withheld = register.board.document("withheld", Deed.LOOK_AT_COUNTS)
    return PUBLIC if withheld else ""


def figure(register: Register, id: FigureId, page: Page = FIRST) -> FigureSheet | None:
    """Give a figure, a row, a total or an incident, and a page of what it rests on.

    Args:
        register: The open register.
        id: As on any page: `killed`, `killed/place/varesh`, `aggregate/...`,
            `series/...`, `incident/i-...`, `claim/...`.
        page: Of the incidents, and of the claims, alike.

    Raises:
        NotAllowed: Who asks sees figures alone, or their own records alone.
    """
    if id.startswith(OF_INCIDENT):
        return _of_incident(register, IncidentId(id.removeprefix(OF_INCIDENT)), page)
    if id.startswith(OF_CLAIM):
        return _of_claim(register, ClaimId(id.removeprefix(OF_CLAIM)))
    cell = register.board.figure(id)
    if cell is None:
        return None
    ids = register.board.behind(cell, "incidents", page)
    lines = register.board.incidents_by_id([IncidentId(each) for each in ids.items])
    present = tuple(lines[i] for i in map(IncidentId, ids.items) if i in lines)
    claims = register.board.behind(cell, "claims", page).each(ClaimId)
    return FigureSheet(cell, replace(ids, items=present), claims)  # type: ignore[arg-type]


def _of_incident(register: Register, id: IncidentId, page: Page) -> FigureSheet | None:
    line = register.board.incident(id)
    if line is None:
        return None
    told = register.board.sheets([line.id]).get(line.id, {}).get("claims", ())
    ids = tuple(ClaimId(each["id"]) for each in told)
    some = ids[page.start : page.start + page.size]
    floor, ceiling = (line.floor, line.ceiling) if line.counted else (None, None)
    cell = Cell(
        id=FigureId(f"{OF_INCIDENT}{line.id}"),
        kind="incident",
        act=line.act,
        by="",
        value=line.id,
        label=str(line.act),
        floor=floor,
        ceiling=ceiling,
        verified=line.verified,
        incidents=1,
        claims=len(ids),
    )
    return FigureSheet(cell, Paged((line,), page, 1), Paged(some, page, len(ids)))


def _of_claim(register: Register, id: ClaimId) -> FigureSheet | None:
    line = register.board.incident_of(id)
    held = next(register.claims_of([id]), None)
    if held is None:
        return None
    claim = held[0]
    lines = () if line is None else (line,)
    cell = Cell(
        id=FigureId(f"{OF_CLAIM}{id}"),
        kind="claim",
        act=claim.act,
        by="",
        value=id,
        label=str(claim.act),
        floor=claim.quantity.low,
        ceiling=claim.quantity.high,
        verified=CountRange(0, 0),
        incidents=len(lines),
        claims=1,
    )
    return FigureSheet(cell, Paged(lines, FIRST, len(lines)), Paged((id,), FIRST, 1))
