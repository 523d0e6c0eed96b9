"""One language's edition of the site: how it says names, numbers, dates and places."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from markupsafe import Markup

from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, FigureId, IncidentId, PlaceId, ReportId, SourceId
from tasjil.model.incident import Incident
from tasjil.model.languages import Language
from tasjil.model.places import Where
from tasjil.model.sources import Source, SourceKind
from tasjil.model.tally import Origin
from tasjil.publish.addresses import anchor, page_file
from tasjil.publish.dates import date_words
from tasjil.publish.index import Index
from tasjil.publish.outside import told
from tasjil.publish.phrases import Phrases, number
from tasjil.publish.sentences import explained

UNNAMED_KINDS = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE})
"""Tellers whom lists and headings name by their kind alone, to keep them safe."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language; every address is relative to the language's folder."""

    language: Language
    index: Index
    say: Phrases

    @classmethod
    def of(cls, index: Index, language: Language) -> "Edition":
        """Make the edition in a language."""
        return cls(language, index, Phrases(language))

    # How this language says things.

    def word(self, value: Enum) -> Markup:
        """Say a value of one of the model's lists."""
        return self.say(f"{type(value).__name__}.{value.value}")

    def event(self, act: Act) -> Markup:
        """Say an act as what an incident is called by."""
        return self.say(f"event.{act.value}")

    def date(self, edtf: str | None) -> Markup:
        """Say a date; a date that nobody told is said to be unknown."""
        return date_words(edtf, self.language) if edtf else self.say("date.unknown")

    def range(self, low: int | None, high: int | None) -> Markup:
        """Say a number of people; an open end and an unknown number are said so."""
        if low is None and high is None:
            return self.say("range.unknown")
        if low is None:
            return self.say("range.up_to", high=high)
        if high is None:
            return self.say("range.or_more", low=low)
        if low == high:
            return Markup(number(low))
        pair = Markup('<bdi dir="ltr">{}–{}</bdi>')
        return pair.format(number(low), number(high))

    def count_range(self, floor: int, ceiling: int | None) -> Markup:
        """Say a floor and a ceiling; a missing ceiling means no number was told."""
        if ceiling is None and floor == 0:
            return self.say("range.none_told")
        if ceiling is None:
            return self.say("range.no_ceiling", floor=floor)
        return self.range(floor, ceiling)

    def listed(self, words: Iterable[Markup]) -> Markup:
        """Join words with the language's comma."""
        return self.say("list.comma").join(words)

    def own(self, name: str, name_ar: str | None) -> str:
        """Choose the name in this language, where there is one."""
        return name_ar if self.language is Language.AR and name_ar else name

    def place(self, place: PlaceId) -> Markup:
        """Name a place in this language where it has a name in it."""
        found = self.index.view.places.get(place)
        if found is None:
            return told(place)
        return told(self.own(found.name, found.name_ar))

    def where(self, where: Where) -> Markup:
        """Name the place of a claim: the listed name, or else its own words."""
        if where.place is not None and where.place in self.index.view.places:
            return self.place(where.place)
        return told(where.name or where.text)

    def incident_place(self, incident: Incident) -> Markup:
        """Name the place of an incident, or say that nobody told it."""
        if incident.place is not None:
            return self.place(incident.place)
        if incident.place_text:
            return told(incident.place_text)
        return self.say("place.unknown")

    def incident_title(self, incident: Incident) -> Markup:
        """Name an incident by act, place and time; it has no other name."""
        return self.say(
            "incident.title",
            act=self.event(incident.act),
            place=self.incident_place(incident),
            date=self.date(incident.edtf),
        )

    def source(self, source: Source) -> Markup:
        """Name a listed source."""
        return told(self.own(source.name, source.name_ar))

    def source_named(self, name: str | None) -> Markup:
        """Name a publisher, by its listed name where it has one."""
        if not name:
            return self.say("publisher.unknown")
        known = self.index.source_named(name)
        return self.source(self.index.view.sources[known]) if known else told(name)

    def teller(self, origin: Origin | None) -> Markup:
        """Name a first teller; a witness or relative is named by kind alone."""
        if origin is None:
            return self.say("teller.unknown")
        if origin.source is not None and origin.source in self.index.view.sources:
            return self.source(self.index.view.sources[origin.source])
        if origin.kind in UNNAMED_KINDS:
            return self.word(origin.kind)
        return self.explained(origin.name)

    def explained(self, text: str) -> Markup:
        """Say another stage's explanation in this language, where it is known."""
        saying = {
            "name": self._any_name,
            "list": self._any_names,
            "status": self.status,
            "date": self.date,
            "who": self.explained,
        }
        return explained(text, self.language, saying)

    def status(self, status: str) -> Markup:
        """Say whom a total counts; a status outside the list is shown as told."""
        key = f"Status.{status}"
        return self.say(key) if self.say.has(key) else told(status)

    def basis(self, basis: str) -> Markup:
        """Say what kind of number a total is."""
        key = f"Basis.{basis}"
        return self.say(key) if self.say.has(key) else told(basis)

    def _any_names(self, names: str) -> Markup:
        return self.listed(self._any_name(each) for each in names.split(" + "))

    def _any_name(self, name: str) -> Markup:
        """Name a source or a place by its English name."""
        place = self.index.place_of_name.get(name)
        return self.place(place) if place is not None else self.source_named(name)

    def report_title(self, report: ReportId) -> Markup:
        """Name a report by its title, or by its file where it has none."""
        held = self.index.view.withheld.get(report)
        if held is not None:
            return self.say("withheld.report", number=held)
        card = self.index.cards[report]
        return told(card.title or card.name)

    # Where things lie.

    def to_incident(self, incident: IncidentId) -> str:
        """Address an incident's page."""
        return page_file("incident", incident)

    def to_report(self, report: ReportId) -> str:
        """Address a report's page."""
        return page_file("report", report)

    def to_claim(self, claim: Claim) -> str:
        """Address the very words of a claim in its report."""
        return f"{self.to_report(claim.report)}#{anchor('c', claim.id)}"

    def to_source(self, source: SourceId) -> str:
        """Address a source's page."""
        return page_file("source", source)

    def to_figure(self, figure: FigureId) -> str:
        """Address the page that takes a figure apart."""
        return page_file("figure", figure)

    def to_statement(self, statement: FigureId) -> str:
        """Address a total that somebody stated."""
        return page_file("total", statement)

    def to_teller(self, origin: Origin | None) -> str | None:
        """Address a first teller's page, where the case lists it."""
        source = origin.source if origin is not None else None
        known = source is not None and source in self.index.view.sources
        return self.to_source(source) if source is not None and known else None

    def claims(self, ids: Iterable[ClaimId]) -> list[Claim]:
        """Give the claims that the view holds, earliest report first."""
        known = self.index.claims
        found = [known[each] for each in ids if each in known]
        cards = self.index.cards
        found.sort(key=lambda c: (cards[c.report].published or "~", c.passage.start))
        return found
