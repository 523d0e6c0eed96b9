"""Finds what belongs together: the incident of a claim, the reports of a source."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, IncidentId, PlaceId, ReportId, SourceId
from tasjil.model.incident import Incident
from tasjil.model.judgement import LEFT_OUT, ClaimState
from tasjil.model.report import Report
from tasjil.model.tally import (
    AggregateStatement,
    Figure,
    IncidentCount,
    Origin,
)
from tasjil.publish.view import SiteView


@dataclass(frozen=True, slots=True)
class Card:
    """What lists say about a report: all but its text."""

    id: ReportId
    name: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    claims: int


class Index:
    """Look-ups over a view, made once and shared by both languages."""

    def __init__(self, view: SiteView) -> None:
        """Walk the view once; the time is linear in its claims and reports."""
        self.view = view
        self.claims: dict[ClaimId, Claim] = {}
        self.claims_of: dict[ReportId, tuple[Claim, ...]] = {}
        self.cards: dict[ReportId, Card] = {}
        self.published_by: dict[SourceId, list[ReportId]] = defaultdict(list)
        self.told_by: dict[str, list[ClaimId]] = defaultdict(list)
        self.readers: set[str] = set()
        self._source_of_name = {
            name.casefold(): source.id
            for source in view.sources.values()
            for name in source.names
        }
        self.place_of_name = {p.name: p.id for p in view.places.values()}
        self.place_of_name.update({str(place): place for place in view.places})
        self.children: dict[PlaceId, list[PlaceId]] = defaultdict(list)
        for place in view.places.values():
            if place.parent is not None:
                self.children[place.parent].append(place.id)
        self._take_reports()
        self._take_claims()
        self._take_tally()
        self.unread = {each.report: each.reason for each in view.unread}

    def _take_reports(self) -> None:
        cards = [
            _card(report, len(self._keep_claims(report.id)))
            for report in self.view.reports.values()
        ]
        cards.sort(key=lambda card: (card.published or "~", card.name, card.id))
        for card in cards:
            self.cards[card.id] = card
            source = self.source_named(card.publisher)
            if source is not None:
                self.published_by[source].append(card.id)

    def _keep_claims(self, report: ReportId) -> tuple[Claim, ...]:
        claims = self.view.claims.get(report, ())
        self.claims_of[report] = claims
        return claims

    def _take_claims(self) -> None:
        for card in self.cards.values():
            for claim in self.claims_of[card.id]:
                self.claims[claim.id] = claim
                if claim.report not in self.view.withheld:
                    self.readers.add(claim.reader)
                origin = self.view.origins.get(claim.id)
                if origin is not None:
                    self.told_by[origin.key].append(claim.id)

    def _take_tally(self) -> None:
        tally = self.view.tally
        self.counts: dict[IncidentId, IncidentCount] = {}
        self.figure_of: dict[IncidentId, Figure] = {}
        for figure in tally.figures:
            for count in figure.incidents:
                self.counts[count.incident] = count
                self.figure_of[count.incident] = figure
        self.incidents: dict[IncidentId, Incident] = {}
        self.incident_of: dict[ClaimId, IncidentId] = {}
        self.at_place: dict[PlaceId | None, list[IncidentId]] = defaultdict(list)
        for incident in self.view.incidents:
            self.incidents[incident.id] = incident
            self.at_place[incident.place].append(incident.id)
            for claim in incident.claims:
                self.incident_of[claim] = incident.id
        self.statement_of: dict[ClaimId, AggregateStatement] = {
            claim: statement
            for statement in tally.aggregates
            for claim in statement.claims
        }

    def state(self, claim: ClaimId) -> ClaimState:
        """Give where a claim stands; proposed where nobody judged it."""
        return self.view.states.get(claim, ClaimState.PROPOSED)

    def is_rejected(self, claim: ClaimId) -> bool:
        """True where a person holds that the words do not say it."""
        return self.state(claim) in LEFT_OUT

    def source_named(self, name: str | None) -> SourceId | None:
        """Find the listed source that goes by a name."""
        return self._source_of_name.get(name.casefold()) if name else None

    def origin(self, claim: ClaimId) -> Origin | None:
        """Give the first teller of a claim, where one was found."""
        return self.view.origins.get(claim)

    def unlisted(self) -> Iterator[tuple[str, list[ClaimId]]]:
        """Yield the tellers that the case's list of sources does not have."""
        for key, claims in sorted(self.told_by.items()):
            origin = self.view.origins[claims[0]]
            if origin.source is None or origin.source not in self.view.sources:
                yield key, claims

    def claims_told_by(self, source: SourceId) -> list[ClaimId]:
        """Give the claims a listed source told first, in order of reports."""
        return [
            claim
            for claim in self.told_by.get(source, [])
            if self.view.origins[claim].source == source
        ]


def _card(report: Report, claims: int) -> Card:
    return Card(
        id=report.id,
        name=report.name,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        language=report.language,
        claims=claims,
    )
