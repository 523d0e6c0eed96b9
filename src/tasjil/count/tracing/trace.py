"""From any number back to the exact words it rests on, and to who said them."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from tasjil.count.evidence import Evidence
from tasjil.count.tracing.traced import Trace, TracedClaim, TracedIncident
from tasjil.errors import NoSuchFigure
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, FigureId, IncidentId
from tasjil.model.incident import Incident
from tasjil.model.tally import AggregateStatement, Series, Tally


def trace(
    tally: Tally, incidents: Iterable[Incident], evidence: Evidence, figure: str
) -> Trace:
    """Walk from a figure to passages.

    Args:
        tally: The count that holds the figure.
        incidents: The same incidents that were counted.
        evidence: The same claims.
        figure: A figure's id: `killed`, `killed/place/varesh`, `incident/i-...`,
            `aggregate/...`, `series/...` or `claim/...`.

    Raises:
        NoSuchFigure: Nothing has this id; the message names the nearest ones.
    """
    walker = _Walker(tally, {each.id: each for each in incidents}, evidence)
    found = walker.find(FigureId(figure.strip().strip("/")))
    if found is None:
        raise NoSuchFigure(_no_such(figure, walker.ids()))
    return found


def _no_such(figure: str, ids: list[str]) -> str:
    near = get_close_matches(figure, ids, n=3, cutoff=0.4)
    hint = f"the nearest are {', '.join(near)}" if near else f"try {', '.join(ids[:3])}"
    if not ids:
        hint = "this tally has no figures yet; build the case first"
    return f"expected the id of a figure, found {figure!r}; {hint}"


class _Walker:
    """Looks ids up in one tally."""

    def __init__(
        self, tally: Tally, incidents: Mapping[IncidentId, Incident], evidence: Evidence
    ) -> None:
        self._tally = tally
        self._incidents = incidents
        self._evidence = evidence
        self._counts = {
            count.incident: count
            for figure in tally.figures
            for count in figure.incidents
        }

    def ids(self) -> list[str]:
        """List every id there is, widest figures first."""
        rows = [
            row.id
            for figure in self._tally.figures
            for rows in figure.by.values()
            for row in rows
        ]
        return [
            *(figure.id for figure in self._tally.figures),
            *rows,
            *(f"incident/{incident}" for incident in self._incidents),
            *(each.id for each in self._tally.aggregates),
            *(each.id for each in self._tally.series),
            *(f"claim/{claim}" for claim in self._evidence.claims),
        ]

    def find(self, id_: FigureId) -> Trace | None:
        """Give the trace of an id, or None."""
        kind, _, rest = id_.partition("/")
        if kind == "incident" and rest in self._incidents:
            return self._incident(id_, self._incidents[IncidentId(rest)])
        if kind == "claim" and rest in self._evidence.claims:
            return self._claim(id_, self._evidence.claims[ClaimId(rest)])
        for statement in self._tally.aggregates:
            if statement.id == id_:
                return self._aggregate(statement)
        for series in self._tally.series:
            if series.id == id_:
                return self._series(series)
        return self._figure(id_)

    def _figure(self, id_: FigureId) -> Trace | None:
        for figure in self._tally.figures:
            if figure.id == id_:
                under = self._under(count.incident for count in figure.incidents)
                ends = (figure.floor, figure.ceiling)
                return Trace(id_, "figure", figure.act, *ends, under, (), figure.notes)
            for name, rows in figure.by.items():
                for row in rows:
                    if row.id == id_:
                        label = f"{figure.act}, {name}: {row.label}"
                        under = self._under(row.incidents)
                        ends = (row.floor, row.ceiling)
                        claims = self._claims(row.claims)
                        return Trace(id_, "row", label, *ends, under, claims)
        return None

    def _incident(self, id_: FigureId, incident: Incident) -> Trace:
        count = self._counts.get(incident.id)
        ends: tuple[int | None, int | None] = (None, None)
        if count is not None:
            ends = (count.floor, count.ceiling)
        notes = () if count else ("left out of the count",)
        under = self._under([incident.id])
        label = f"{incident.act}, {incident.edtf or 'no date'}"
        return Trace(id_, "incident", label, *ends, incidents=under, notes=notes)

    def _claim(self, id_: FigureId, claim: Claim) -> Trace:
        ends = (claim.quantity.low, claim.quantity.high)
        return Trace(id_, "claim", claim.act, *ends, (), self._claims([claim.id]))

    def _aggregate(self, each: AggregateStatement) -> Trace:
        label = f"{each.first_teller}: {each.act}, {each.status}"
        claims = self._claims(each.claims)
        note = "a total that others stated: added to nothing"
        return Trace(
            each.id, "aggregate", label, each.low, each.high, (), claims, (note,)
        )

    def _series(self, series: Series) -> Trace:
        last = series.points[-1]
        points = {point.statement for point in series.points}
        ids = [
            c
            for each in self._tally.aggregates
            if each.id in points
            for c in each.claims
        ]
        label = f"{series.first_teller}: {series.act}, {len(series.points)} statements"
        claims = self._claims(ids)
        ends = (last.low, last.high)
        return Trace(series.id, "series", label, *ends, (), claims, series.flags)

    def _under(self, incidents: Iterable[IncidentId]) -> tuple[TracedIncident, ...]:
        return tuple(
            TracedIncident(
                self._incidents[each],
                self._counts.get(each),
                self._claims(self._incidents[each].claims),
            )
            for each in incidents
            if each in self._incidents
        )

    def _claims(self, ids: Iterable[ClaimId]) -> tuple[TracedClaim, ...]:
        claims = self._evidence.claims
        return tuple(self._traced(claims[each]) for each in ids if each in claims)

    def _traced(self, claim: Claim) -> TracedClaim:
        report = self._evidence.reports.get(claim.report)
        origin = self._evidence.origins.get(claim.id)
        return TracedClaim(
            id=claim.id,
            state=self._evidence.state(claim.id),
            act=claim.act,
            quantity=claim.quantity,
            passage=claim.passage,
            report=report.name if report else claim.report,
            publisher=report.publisher if report else None,
            published=report.published if report else None,
            url=report.url if report else None,
            attribution=tuple(teller.text for teller in claim.attribution),
            first_teller=origin.name if origin else None,
            because=origin.because if origin else None,
        )
