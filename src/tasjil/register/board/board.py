"""The board of a register: asked by pages, each time who asks is asked first.

Guests see figures; whoever works on their own records alone sees nothing of it, for it
is about everybody's.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from tasjil.errors import NotAllowed
from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, FigureId, IncidentId, RecordId, VictimId
from tasjil.register.board import filters, finding, keeping, reading
from tasjil.register.board.finding import Borne
from tasjil.register.board.keeping import LaidOut
from tasjil.register.board.lines import (
    BoardState,
    Cell,
    IncidentFilter,
    IncidentLine,
    IncidentSort,
    PersonFilter,
    PersonLine,
    PersonSort,
)
from tasjil.register.board.packed import CHUNK, unpacked
from tasjil.register.board.pages import FIRST, MOST, Page, Paged, page_of
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.door import gate, users
from tasjil.register.permissions import refusal
from tasjil.register.store import (
    BoardClaim,
    BoardFigure,
    BoardIncident,
    BoardPart,
    BoardPerson,
    BoardRecord,
    BoardRow,
    BoardSheet,
    BoardWas,
    Store,
)

LAST_SIGN = "\U0010ffff"
"""Stands behind every other sign: all that begins in one way lies before it."""


class Board:
    """What the last count found; every question is a few queries, whatever the size."""

    def __init__(self, store: Store) -> None:
        """Ask the board in this store."""
        self._store = store

    def _look(self, deed: Deed = Deed.LOOK_AT_REPORTS) -> None:
        """Refuse whoever may not look at everybody's records.

        Raises:
            NotAllowed: Says who may, and what to do.
        """
        if gate.look(self._store, deed) is not None:
            raise NotAllowed(refusal(users.acting(self._store), deed))

    def _rows(self, kind: Any) -> Any:
        return kind._default_manager.using(self._store.alias)

    def keep(self, laid: LaidOut) -> bool:
        """Put a count in the place of the last; False where it has to be made again."""
        self._look()
        return keeping.keep(self._store, laid)

    def state(self) -> BoardState:
        """Say as of when it is, and how many entries came since that matter."""
        self._look(Deed.LOOK_AT_COUNTS)
        return keeping.state(self._store)

    def document(self, name: str, to: Deed = Deed.LOOK_AT_REPORTS) -> Any:
        """Give one document as plain JSON; None where there is none."""
        self._look(to)
        with translated():
            rows = self._rows(BoardRow).filter(pk=name).values_list("data", flat=True)
            held = rows.first()
        return None if held is None else unpacked(held)

    # Incidents.

    def incidents(
        self,
        wanted: IncidentFilter = IncidentFilter(),  # noqa: B008
        sort: IncidentSort = IncidentSort.MOVES,
        page: Page = FIRST,
    ) -> Paged[IncidentLine]:
        """List incidents."""
        self._look()
        reach = finding.reach(self._store, wanted.place, "incidents")
        rows = filters.incidents(self._rows(BoardIncident), wanted, reach)
        rows = rows.order_by(*filters.INCIDENTS_BY[sort])
        return page_of(rows, page, reading.INCIDENT).each(reading.incident_line)

    def incident(self, id: IncidentId) -> IncidentLine | None:
        """Give one incident, the present one where it was joined to another."""
        found = self.incidents_by_id([id]).get(id)
        if found is not None:
            return found
        with translated():
            was = self._rows(BoardWas).filter(pk=id).values_list("claim", flat=True)
            claim = was.first()
        return None if claim is None else self.incident_of(ClaimId(claim))

    def incident_of(self, claim: ClaimId) -> IncidentLine | None:
        """Give the incident in which a claim stands; None where it stands in none."""
        id = self.incidents_of([claim]).get(claim)
        return None if id is None else self.incidents_by_id([id]).get(id)

    def incidents_by_id(
        self, ids: Sequence[IncidentId]
    ) -> dict[IncidentId, IncidentLine]:
        """Give some incidents by their ids; those that are no more are left out."""
        self._look()
        rows = self._rows(BoardIncident).filter(pk__in=ids)
        with translated():
            lines = map(reading.incident_line, rows.values_list(*reading.INCIDENT))
            return {line.id: line for line in lines}

    def incidents_of(self, claims: Iterable[ClaimId]) -> dict[ClaimId, IncidentId]:
        """Give the incident of each of some claims; totals stand in none."""
        self._look()
        rows = self._rows(BoardClaim).filter(pk__in=list(claims))
        with translated():
            return dict(rows.values_list("claim", "incident"))

    def sheets(self, ids: Iterable[str]) -> dict[str, Any]:
        """Give all that is said of some incidents or people, as plain JSON."""
        self._look()
        rows = self._rows(BoardSheet).filter(pk__in=list(ids))
        with translated():
            return {id: unpacked(data) for id, data in rows.values_list("id", "data")}

    # People.

    def people(
        self,
        wanted: PersonFilter = PersonFilter(),  # noqa: B008
        sort: PersonSort = PersonSort.NAME,
        page: Page = FIRST,
    ) -> Paged[PersonLine]:
        """List people."""
        self._look()
        reach = finding.reach(self._store, wanted.place, "people")
        rows = filters.people(self._rows(BoardPerson), wanted, reach)
        rows = rows.order_by(*filters.PEOPLE_BY[sort])
        return page_of(rows, page, reading.PERSON).each(reading.person_line)

    def how_many_people(self, wanted: PersonFilter) -> int:
        """Count people, as far as lists are counted, without reading who they are."""
        self._look()
        reach = finding.reach(self._store, wanted.place, "people")
        rows = filters.people(self._rows(BoardPerson), wanted, reach)
        with translated():
            return int(rows.order_by().values("doubtful")[:MOST].count())

    def people_by_id(self, ids: Iterable[VictimId]) -> dict[VictimId, PersonLine]:
        """Give some people by their ids."""
        self._look()
        rows = self._rows(BoardPerson).filter(pk__in=list(ids))
        with translated():
            lines = map(reading.person_line, rows.values_list(*reading.PERSON))
            return {line.id: line for line in lines}

    def people_of(self, records: Iterable[RecordId]) -> dict[RecordId, VictimId]:
        """Give the person of each of some records: rows of lists, names in reports."""
        self._look()
        rows = self._rows(BoardRecord).filter(pk__in=list(records))
        with translated():
            return dict(rows.values_list("record", "person"))

    def words(self, keys: Sequence[str]) -> dict[str, int]:
        """Give parts of names found under some keys, and how many people bear each."""
        self._look()
        return finding.words(self._store, keys)

    def bearers(self, borne: Borne, wanted: PersonFilter, most: int) -> list[VictimId]:
        """Give people who are called so, so many at most."""
        self._look()
        return finding.bearers(self._store, borne, wanted, most)

    def words_of(self, people: Sequence[VictimId]) -> dict[VictimId, list[str]]:
        """Give the words in the names of some people."""
        self._look()
        return finding.words_of(self._store, people)

    # Figures.

    def cells(
        self,
        by: str,
        act: Act | None = None,
        page: Page = FIRST,
        *,
        prefix: str = "",
        values: Iterable[str] | None = None,
    ) -> Paged[Cell]:
        """List the rows of one breakdown; "" for the figures of the acts themselves."""
        self._look(Deed.LOOK_AT_COUNTS)
        rows = self._rows(BoardFigure).filter(kind=f"{prefix}cell", by=by)
        if act is not None:
            rows = rows.filter(act=act)
        if values is not None:
            rows = rows.filter(value__in=sorted(values))
        rows = rows.order_by("act", "nth")
        return page_of(rows, page, reading.CELL).each(reading.cell)

    def figure_ids(self, beginning: str) -> tuple[FigureId, ...]:
        """Give the ids of all figures that begin so, as "killed/source/"."""
        self._look()
        rows = self._rows(BoardFigure).filter(
            pk__gte=beginning, pk__lt=beginning + LAST_SIGN
        )
        with translated():
            return tuple(map(FigureId, rows.values_list("pk", flat=True)))

    def figure(self, id: FigureId) -> Cell | None:
        """Give one figure, row or total by its id."""
        self._look()
        rows = self._rows(BoardFigure).filter(pk=id)
        with translated():
            row = rows.values_list(*reading.CELL).first()
        return None if row is None else reading.cell(row)

    def behind(self, figure: Cell, what: str, page: Page) -> Paged[str]:
        """Give one page of the ids behind a figure.

        Args:
            figure: As `figure` gives it.
            what: "incidents" or "claims".
            page: Which of them.
        """
        self._look()
        total: int = getattr(figure, what)
        first, last = page.start, min(page.start + page.size, total)
        ends = Q(nth=first // CHUNK) | Q(nth=max(first, last - 1) // CHUNK)
        rows = self._rows(BoardPart).filter(ends, figure=figure.id, kind=what)
        with translated():
            parts = list(rows.order_by("nth").values_list("nth", "data"))
        ids = [id for _, data in parts for id in unpacked(data)]
        start = first - parts[0][0] * CHUNK if parts else 0
        return Paged(tuple(ids[start : start + page.size]), page, total)
