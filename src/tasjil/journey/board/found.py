"""Everything that one count found, gathered once for the rows and documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tasjil.count.placebook import PlaceBook
from tasjil.journey.assessments import Stood, Told, stand_of
from tasjil.journey.board.sheets import ElementSheet, RecordTold
from tasjil.journey.case import Case
from tasjil.journey.claims.following import Following
from tasjil.journey.count import Counted, Held
from tasjil.journey.lists.keeping import lists_of
from tasjil.journey.lists.placing import places_of
from tasjil.journey.missing import find_missing
from tasjil.link.lists.cleaning import Cleaner
from tasjil.link.named import named_records
from tasjil.model.ids import ClaimId, IncidentId, PlaceId, RecordId, VictimId
from tasjil.model.incident import Incident, PartTotal
from tasjil.model.missing import Missing, OpenIncident
from tasjil.model.particulars import Particulars
from tasjil.model.proof import Element
from tasjil.model.tally import IncidentCount
from tasjil.register.board.lines import Stands
from tasjil.register.persons import KeptPerson
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class Found:
    """What a count found.

    Attributes:
        counts: What each counted incident adds.
        stood: Where the elements of each incident, and of each assessed victim, stand.
        open: What is missing of each counted incident.
        totals: Numbers told over each incident and others.
        named: The victims of each incident.
        records: Rows of lists and names in reports, as they tell of people.
        linked: Which person linking holds each record to tell of.
        book: The places.
        goes: The claims and names that stand in the place of corrected ones.
    """

    case: Case
    counted: Counted
    incidents: Mapping[IncidentId, Incident]
    counts: Mapping[IncidentId, IncidentCount]
    stood: Mapping[str, Stood]
    missing: Missing
    open: Mapping[IncidentId, OpenIncident]
    totals: Mapping[IncidentId, tuple[PartTotal, ...]]
    named: Mapping[IncidentId, tuple[VictimId, ...]]
    records: Mapping[RecordId, RecordTold]
    linked: Mapping[RecordId, KeptPerson]
    book: PlaceBook
    goes: Following

    @classmethod
    def of(
        cls, case: Case, register: Register, held: Held, counted: Counted
    ) -> "Found":
        """Put together what pages show beside a count."""
        numbers = {told: number for number, told in held.assessments}
        missing = find_missing(case, counted).missing
        linked = _followed(held.goes, register.persons())
        places = {place.id: place for place in case.places}
        return cls(
            case=case,
            counted=counted,
            incidents={each.id: each for each in counted.incidents},
            counts={
                each.incident: each
                for figure in counted.tally.figures
                for each in figure.incidents
            },
            stood={each.about.id: each for each in stand_of(counted, numbers)},
            missing=missing,
            open={each.incident: each for each in missing.queue},
            totals=_totals(counted),
            named=_named(counted),
            records=_records(case, register, counted, linked),
            linked=linked,
            book=PlaceBook.of(counted.evidence.claims.values(), places),
            goes=held.goes,
        )

    def places(self, place: PlaceId | None, within: tuple[PlaceId, ...]) -> list[str]:
        """Give a place and all that is known to be around it, in one order."""
        told = [*within] if place is None else [place, *within]
        around = (each for own in told for each in self.book.within.get(own, ()))
        return sorted({*told, *around})


def _followed(
    goes: Following, persons: Iterable[KeptPerson]
) -> dict[RecordId, KeptPerson]:
    """Give the person of each record; what was linked since a correction goes first."""
    kept = {each.record: each for each in persons}
    moved = {goes.record(record): each for record, each in kept.items()}
    return moved | {r: each for r, each in kept.items() if goes.record(r) == r}


def _totals(counted: Counted) -> dict[IncidentId, tuple[PartTotal, ...]]:
    found: dict[IncidentId, list[PartTotal]] = defaultdict(list)
    for _, total in sorted(counted.evidence.part_totals.items()):
        for incident in total.covers:
            found[incident].append(total)
    return {incident: tuple(totals) for incident, totals in found.items()}


def _named(counted: Counted) -> dict[IncidentId, tuple[VictimId, ...]]:
    found: dict[IncidentId, list[VictimId]] = defaultdict(list)
    for victim in counted.evidence.victims:
        for incident in victim.incidents:
            found[incident].append(victim.id)
    return {incident: tuple(victims) for incident, victims in found.items()}


def _records(
    case: Case,
    register: Register,
    counted: Counted,
    linked: Mapping[RecordId, KeptPerson],
) -> dict[RecordId, RecordTold]:
    """Read what every row of a list, and every name in a report, tells of somebody."""
    found: dict[RecordId, RecordTold] = {}

    def add(told: Particulars, paper: str, claim: ClaimId | None = None) -> None:
        kept = linked.get(told.record)
        person = None if kept is None else kept.person
        found[told.record] = RecordTold(told, paper, claim, person)

    place_of = places_of(case)
    for each in lists_of(case, register):
        tidy = Cleaner(each.columns, place_of).clean
        for at, row in enumerate(each.rows):
            if at not in each.nobody:
                add(tidy(row), each.id)
    claims = counted.evidence.claims
    for named in named_records(claims, counted.incidents):
        add(named.told, claims[named.claim].report, named.claim)
    return found


def element_sheets(elements: tuple[Told, ...]) -> tuple[ElementSheet, ...]:
    """Lay out the elements of an incident or a victim."""
    return tuple(
        ElementSheet(
            each.element,
            each.support.tellers,
            each.support.claims,
            each.support.direct,
            each.number,
            each.found,
        )
        for each in elements
    )


def stands(elements: tuple[Told, ...]) -> dict[Element, Stands]:
    """Say in short where each element stands that somebody assessed."""
    return {
        each.element: Stands(
            str(found.standing), found.second is not None, bool(found.dissents)
        )
        for each in elements
        if (found := each.found) is not None
    }
