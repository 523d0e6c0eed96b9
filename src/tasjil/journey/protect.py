"""Holds back what could lead to a person, before anybody outside sees a figure.

The count stays the count: floor, ceiling and what was reported are those of everything
that was told. What changes is what can be seen of the reports that are withheld.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tasjil.assess.independence import origins
from tasjil.capture.printable import shown
from tasjil.count.evidence import Evidence
from tasjil.count.placebook import PlaceBook
from tasjil.count.tally import tally
from tasjil.journey.case import Case
from tasjil.journey.count import Counted
from tasjil.link.incidents.proposing import incident_name
from tasjil.link.incidents.reasons import OF_ANOTHER
from tasjil.link.incidents.telling import finest_place, shared_time
from tasjil.model.claim import Claim, When
from tasjil.model.ids import ClaimId, FigureId, IncidentId, PlaceId, ReportId
from tasjil.model.incident import Incident, PartTotal
from tasjil.model.places import Where
from tasjil.model.tally import AggregateStatement, Figure, IncidentCount, Row, Tally
from tasjil.publish.coarse import coarse_places, coarse_time
from tasjil.publish.standins import (
    WITHHELD,
    report_id,
    stand_in_claim,
    stand_in_ids,
    stand_in_report,
)

Names = tuple[Mapping[ClaimId, ClaimId], Mapping[IncidentId, IncidentId]]
"""What claims and incidents are called where everybody can look."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A count as the world may see it.

    Attributes:
        reports: What stands in the place of each report that is withheld.
        claims: The same for claims.
    """

    counted: Counted
    reports: Mapping[ReportId, ReportId]
    claims: Mapping[ClaimId, ClaimId]

    @property
    def withheld(self) -> frozenset[ReportId]:
        """The reports whose words may not be shown, by the ids they have here."""
        return frozenset(self.reports.values())

    def name(self, report: ReportId, name: str) -> str:
        """Give the name a report may be called by."""
        held = self.reports.get(report)
        return shown(name) if held is None else held.removeprefix("sha256:")


def shown_to_all(case: Case, counted: Counted) -> Shown:
    """Put stand-ins in the place of every withheld report, and count again around it.

    An incident that withheld reports alone tell of is shown by governorate and month;
    one that others tell of too, by what the others say.
    """
    if not counted.withheld:
        return Shown(counted, {}, {})
    hidden = _Hidden(case, counted)
    incidents = tuple(hidden.incident(each) for each in counted.incidents)
    places = {place.id: place for place in case.places}
    # Counted with true days and places, which tell an event from a total over months;
    # shown without them.
    again = tally(case.scope, case.codebook, incidents, hidden.evidence(), places)
    evidence = hidden.evidence(coarse=True)
    counts = _with_true_counts(
        replace(again, aggregates=tuple(_public_totals(again.aggregates, evidence))),
        counted.tally,
        (hidden.claims, hidden.incidents),
    )
    seen = Counted(
        counts, incidents, evidence, goes=counted.goes.without(counted.withheld)
    )
    return Shown(seen, hidden.reports, hidden.claims)


class _Hidden:
    """Knows which reports of a count are withheld, and what may be shown of them."""

    def __init__(self, case: Case, counted: Counted) -> None:
        self._case, self._evidence = case, counted.evidence
        self._told_of = counted.incidents
        held = {id: n for n, id in enumerate(self._in_order(counted), 1)}
        self._numbers = held
        self.reports = {id: report_id(n) for id, n in held.items()}
        by_report: dict[ReportId, list[Claim]] = {id: [] for id in held}
        for claim in counted.evidence.claims.values():
            if claim.report in held:
                by_report[claim.report].append(claim)
        self.claims = stand_in_ids(by_report)
        self.incidents = {
            each.id: self._name(each)
            for each in counted.incidents
            if not self.claims.keys().isdisjoint(each.claims)
        }
        self._book = PlaceBook.of(
            counted.evidence.claims.values(), {each.id: each for each in case.places}
        )

    @staticmethod
    def _in_order(counted: Counted) -> Iterator[ReportId]:
        return (id for id in counted.evidence.reports if id in counted.withheld)

    def _name(self, incident: Incident) -> IncidentId:
        """Name an incident by what is shown of it.

        Its own id is made from a claim, and so from the bytes of a report: whoever
        holds those bytes could see that the report is here.
        """
        shown = [self.claims.get(each, each) for each in incident.claims]
        open_ones = [each for each in incident.claims if each not in self.claims]
        return incident_name(incident.act, min(open_ones or shown))

    def evidence(self, *, coarse: bool = False) -> Evidence:
        """Give the evidence with stand-ins; who told first goes by what is shown.

        Args:
            coarse: With times and places only as far as they may be shown.
        """
        given = self._evidence
        reports = {
            self.reports.get(id, id): stand_in_report(self._numbers[id])
            if id in self._numbers
            else report
            for id, report in given.reports.items()
        }
        claims = {
            each.id: each
            for each in (self._claim(one, coarse) for one in given.claims.values())
        }
        names = self.claims
        states = {
            names.get(id, id): state
            for id, state in given.states.items()
            if id in given.claims
        }
        open_claims = [c for c in claims.values() if c.id not in names.values()]
        told = origins(open_claims, reports, self._case.sources)
        told |= dict.fromkeys(names.values(), WITHHELD)
        return Evidence(
            claims, reports, states, told, part_totals=dict(self._over_open())
        )

    def _over_open(self) -> Iterator[tuple[ClaimId, PartTotal]]:
        """Give what open totals are told over, but for what nobody may see.

        An incident that withheld reports alone tell of would be placed by the total.
        """
        open_ones = {
            each.id
            for each in self._told_of
            if any(claim not in self.claims for claim in each.claims)
        }
        for id, each in self._evidence.part_totals.items():
            covers = tuple(one for one in each.covers if one in open_ones)
            if id not in self.claims and covers:
                whole = each.whole and covers == each.covers
                named = tuple(self.incidents.get(one, one) for one in covers)
                yield id, replace(each, covers=named, whole=whole)

    def _claim(self, claim: Claim, coarse: bool) -> Claim:
        number = self._numbers.get(claim.report)
        if number is None:
            return claim
        when, where = claim.when, claim.where
        if coarse:
            when = When(coarse_time(when.edtf, self._case.scope.edtf))
            where = tuple(self._places(claim))
        return stand_in_claim(claim, self.claims[claim.id], number, when, where)

    def _places(self, claim: Claim) -> Iterator[Where]:
        found: dict[PlaceId, Where] = {}
        for where in claim.where:
            wide = self._wide(where.place, where.within)
            if wide:
                found[wide[0]] = self._where(wide)
        yield from found.values()

    def _wide(
        self, place: PlaceId | None, within: tuple[PlaceId, ...]
    ) -> tuple[PlaceId, ...]:
        places = within if place is None else (place, *within)
        return coarse_places(places, self._book.level, self._case.scope.where)

    def _where(self, wide: tuple[PlaceId, ...]) -> Where:
        name, level = self._book.name(wide[0]), self._book.level(wide[0])
        told = Where(text=name, name=name, place=wide[0], within=wide[1:])
        return told if level is None else replace(told, level=level)

    def incident(self, incident: Incident) -> Incident:
        """Show an incident by what its open reports say, or else coarsely."""
        if not any(claim in self.claims for claim in incident.claims):
            # The other one, of the same place and day, may be one that is withheld.
            told = (each for each in incident.reasons if not each.endswith(OF_ANOTHER))
            return replace(incident, reasons=tuple(told))
        claims = tuple(sorted(self.claims.get(each, each) for each in incident.claims))
        name = self.incidents[incident.id]
        plain = replace(incident, id=name, claims=claims, reasons=(), place_text=None)
        wide = self._wide(incident.place, incident.within)
        month = coarse_time(incident.edtf, self._case.scope.edtf)
        where = self._open_place(incident)
        when = shared_time(self._open(incident))
        return replace(
            plain,
            edtf=month if when is None else when.text,
            place=next(iter(wide), None) if where is None else where.place,
            within=wide[1:] if where is None else where.within,
            place_text=None if where is None or where.place else where.text,
        )

    def _open(self, incident: Incident) -> list[Claim]:
        """Give the incident's claims of reports that are not withheld."""
        known = self._evidence.claims
        ids = (id for id in incident.claims if id in known and id not in self.claims)
        return [known[id] for id in sorted(ids)]

    def _open_place(self, incident: Incident) -> Where | None:
        return finest_place(self._open(incident))


def _public_totals(
    statements: Iterable[AggregateStatement], evidence: Evidence
) -> Iterator[AggregateStatement]:
    """Show totals that protected people stated by month and governorate.

    Their ids are numbers: the usual ones are made from the day and the place, and
    could be guessed back.
    """
    found = list(statements)
    held = [each for each in found if each.teller_key == WITHHELD.key]
    ids = {
        each.id: FigureId(f"aggregate/withheld-{n}") for n, each in enumerate(held, 1)
    }
    for each in found:
        whole = None if each.part_of is None else ids.get(each.part_of, each.part_of)
        if each.id not in ids:
            yield replace(each, part_of=whole)
            continue
        claims = [evidence.claims[claim] for claim in each.claims]
        placed = next((claim for claim in claims if claim.where), claims[0])
        timed = next((claim for claim in claims if claim.when.edtf), claims[0])
        yield replace(
            each,
            id=ids[each.id],
            part_of=whole,
            edtf=timed.when.edtf,
            where=tuple(where.text for where in placed.where),
        )


def _with_true_counts(again: Tally, true: Tally, names: Names) -> Tally:
    """Put back the numbers of the count of everything."""
    by_act = {figure.act: figure for figure in true.figures}
    hidden = frozenset({WITHHELD.key})
    return replace(
        again,
        figures=tuple(
            _true_figure(each, by_act[each.act], names) for each in again.figures
        ),
        # Totals of different people who are all held back are no line of one teller.
        series=tuple(each for each in again.series if each.teller_key not in hidden),
    )


def _true_figure(again: Figure, true: Figure, names: Names) -> Figure:
    rows = {row.id: row for kept in true.by.values() for row in kept}
    incidents = names[1]
    return replace(
        true,
        incidents=tuple(_renamed(count, names) for count in true.incidents),
        by={
            name: tuple(_true_row(row, rows.get(row.id), incidents) for row in kept)
            for name, kept in again.by.items()
        },
    )


def _true_row(
    again: Row, true: Row | None, names: Mapping[IncidentId, IncidentId]
) -> Row:
    """Take the numbers of a row that holds the same incidents in both counts."""
    if true is None:
        return again
    if {names.get(each, each) for each in true.incidents} != set(again.incidents):
        return again
    return replace(
        again, floor=true.floor, ceiling=true.ceiling, verified=true.verified
    )


def _renamed(count: IncidentCount, names: Names) -> IncidentCount:
    claims, incidents = names
    return replace(
        count,
        incident=incidents.get(count.incident, count.incident),
        floor_claims=tuple(claims.get(each, each) for each in count.floor_claims),
        ceiling_claims=tuple(claims.get(each, each) for each in count.ceiling_claims),
    )
