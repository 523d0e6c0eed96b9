"""Rows that several pages show: an incident, a claim, a total somebody stated."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.claim import Claim
from tasjil.model.hidden_signs import visible
from tasjil.model.ids import IncidentId
from tasjil.model.incident import Incident
from tasjil.model.judgement import LEFT_OUT
from tasjil.model.tally import AggregateStatement, IncidentCount
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.corrected import was_words
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told

QUOTE_LENGTH = 320
"""Characters of a quote in a list; the whole of it stands in its report."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One of the four numbers of a figure or an incident, with what it means."""

    kind: str
    name: Markup
    value: Markup
    meaning: Markup


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident in a list."""

    href: str
    title: Markup
    place: Markup
    date: Markup
    act: Markup
    figure: Markup
    counted: bool
    bar: Markup
    tellers: int
    settled: bool
    treatment: Markup | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its words and the way to them."""

    href: str
    quote: Markup
    language: str | None
    figure: Markup
    act: Markup
    teller: Markup
    teller_href: str | None
    publisher: Markup
    published: Markup
    state: Markup
    rejected: bool
    withheld: bool
    when: Markup
    where: Markup
    was: Markup | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A total somebody stated."""

    href: str
    figure: Markup
    words: Markup
    act: Markup
    teller: Markup
    teller_href: str | None
    basis: Markup
    period: Markup
    area: Markup
    status: Markup
    perpetrator: Markup | None
    published: Markup
    relays: int


def tellers_of(edition: Edition, incident: Incident) -> int:
    """Count the first tellers of an incident; relays of one teller are one."""
    index = edition.index
    origins = (index.origin(claim) for claim in incident.claims)
    return len({origin.key for origin in origins if origin is not None})


def incident_row(edition: Edition, incident: Incident, most: int) -> IncidentRow:
    """Make the row of an incident.

    Args:
        edition: The language to say it in.
        incident: The incident of the row.
        most: The highest number any bar of the list reaches, so that bars compare.
    """
    count = edition.index.counts.get(incident.id)
    figure, bar = edition.say("incident.not_counted"), Markup("")
    if count is not None:
        figure = edition.count_range(count.floor, count.ceiling)
        bar = range_bar(count.floor, count.ceiling, most, count.verified.low)
    return IncidentRow(
        href=edition.to_incident(incident.id),
        title=edition.incident_title(incident),
        place=edition.incident_place(incident),
        date=edition.date(incident.edtf),
        act=edition.event(incident.act),
        figure=figure,
        counted=count is not None,
        bar=bar,
        tellers=tellers_of(edition, incident),
        settled=incident.settled,
        treatment=treatment_words(edition, count),
    )


def treatment_words(edition: Edition, count: IncidentCount | None) -> Markup | None:
    """Say how an incident is counted where that is not simply its range."""
    if count is None or count.treatment == "range":
        return None
    key = f"treatment.{count.treatment}"
    return (
        edition.say(key) if edition.say.has(key) else edition.explained(count.treatment)
    )


def incident_rows(edition: Edition, ids: Iterable[IncidentId]) -> list[IncidentRow]:
    """Make rows for incidents in order of time, bars to one scale."""
    index = edition.index
    found = [index.incidents[each] for each in ids if each in index.incidents]
    found.sort(key=lambda each: (each.edtf or "~", each.id))
    tops = (index.counts.get(each.id) for each in found)
    most = max((c.ceiling or c.floor for c in tops if c is not None), default=0)
    return [incident_row(edition, each, most) for each in found]


def claim_row(edition: Edition, claim: Claim) -> ClaimRow:
    """Make the row of a claim."""
    index = edition.index
    origin, card = index.origin(claim.id), index.cards[claim.report]
    state = index.state(claim.id)
    quantity = claim.quantity
    held, kept_back = claim.report in index.view.withheld, edition.say("withheld.short")
    return ClaimRow(
        href=edition.to_claim(claim),
        quote=edition.say("withheld.words")
        if held
        else told(shortened(claim.passage.quote)),
        language=card.language,
        figure=edition.range(quantity.low, quantity.high),
        act=edition.word(claim.act),
        teller=edition.teller(origin),
        teller_href=edition.to_teller(origin),
        publisher=kept_back if held else edition.source_named(card.publisher),
        published=kept_back if held else edition.date(card.published),
        state=edition.word(state),
        rejected=state in LEFT_OUT,
        withheld=held,
        when=edition.date(claim.when.edtf),
        where=edition.listed(edition.where(each) for each in claim.where)
        or edition.say("place.unknown"),
        was=was_words(edition, claim),
    )


def statement_row(edition: Edition, statement: AggregateStatement) -> StatementRow:
    """Make the row of a total."""
    index = edition.index
    first = next((c for c in statement.claims if c in index.claims), None)
    origin = index.origin(first) if first is not None else None
    teller = edition.teller(origin) if origin else told(statement.first_teller)
    return StatementRow(
        href=edition.to_statement(statement.id),
        figure=edition.range(statement.low, statement.high),
        words=told(statement.figure_text) if statement.figure_text else Markup(""),
        act=edition.say(f"Act.{statement.act.value}"),
        teller=teller,
        teller_href=edition.to_teller(origin),
        basis=edition.word(statement.basis),
        period=edition.date(statement.edtf),
        area=area_words(edition, statement.where),
        status=edition.status(statement.status),
        perpetrator=told(statement.perpetrator) if statement.perpetrator else None,
        published=edition.date(statement.published),
        relays=len(statement.relayed_by),
    )


def area_words(edition: Edition, where: Iterable[str]) -> Markup:
    """Name the places a total covers; they come as ids or as words."""
    by_name = edition.index.place_of_name
    named = [
        edition.place(by_name[each]) if each in by_name else told(each)
        for each in where
    ]
    return edition.listed(named) or edition.say("place.unknown")


def shortened(quote: str) -> str:
    """Cut a long quote at a word, with a sign that it goes on."""
    text = visible(" ".join(quote.split()))
    if len(text) <= QUOTE_LENGTH:
        return text
    return text[:QUOTE_LENGTH].rsplit(" ", 1)[0] + " …"
