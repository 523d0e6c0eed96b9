"""A report: its header, its text with claims marked, and their fields beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId
from tasjil.model.judgement import LEFT_OUT
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.report import Passage, Report
from tasjil.model.sources import SourceKind
from tasjil.publish.addresses import anchor
from tasjil.publish.corrected import was_words
from tasjil.publish.edition import Edition
from tasjil.publish.index import Card
from tasjil.publish.marks import marked_text
from tasjil.publish.outside import told, web_address
from tasjil.publish.page import Page, Part, parts

Field = tuple[Markup, Markup]
"""A field's name and its words."""


@dataclass(frozen=True, slots=True)
class ClaimFields:
    """One claim of the report, field by field."""

    number: int
    anchor: str
    words_href: str
    heading: Markup
    state: Markup
    rejected: bool
    fields: tuple[Field, ...]
    leads: tuple[tuple[Markup, str], ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What a report's page shows."""

    header: tuple[Field, ...]
    url: str | None
    text: Markup
    text_language: str
    text_direction: str
    claims: tuple[ClaimFields, ...]
    unread: Markup | None
    notes: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the list."""

    href: str
    title: Markup
    publisher: Markup
    publisher_href: str | None
    published: Markup
    language: Markup
    claims: int
    unread: bool


@dataclass(frozen=True, slots=True)
class ReportList:
    """A page of the list of reports."""

    part: Part


def pages(edition: Edition, report: Report) -> Iterator[Page]:
    """Make a report's page in one language."""
    title = edition.report_title(report.id)
    path = edition.to_report(report.id)
    yield Page(path, "report.html", title, "reports", _context(edition, report))


def list_pages(edition: Edition) -> Iterator[Page]:
    """Make the list of reports in one language."""
    rows = [report_row(edition, each) for each in edition.index.cards.values()]
    for part in parts("reports.html", rows):
        title = edition.say("nav.reports")
        yield Page(part.path, "reports.html", title, "reports", ReportList(part))


def language_name(edition: Edition, code: str | None) -> Markup:
    """Name a language; a code that the catalogue lacks is shown as it is."""
    if not code:
        return edition.say("language.unknown")
    key = f"language.{code}"
    return edition.say(key) if edition.say.has(key) else told(code)


def report_row(edition: Edition, card: Card) -> ReportRow:
    """Make the row of a report."""
    source = edition.index.source_named(card.publisher)
    held, kept_back = _is_held(edition, card.id), edition.say("withheld.short")
    return ReportRow(
        href=edition.to_report(card.id),
        title=edition.report_title(card.id),
        publisher=kept_back if held else edition.source_named(card.publisher),
        publisher_href=edition.to_source(source) if source else None,
        published=kept_back if held else edition.date(card.published),
        language=kept_back if held else language_name(edition, card.language),
        claims=card.claims,
        unread=card.id in edition.index.unread,
    )


def _is_held(edition: Edition, report: ReportId) -> bool:
    return report in edition.index.view.withheld


def _held_context(edition: Edition, report: Report) -> ReportPage:
    """Say that a report is withheld, and show what its claims count."""
    claims = edition.index.claims_of.get(report.id, ())
    words = str(edition.say("withheld.words"))
    whole = Passage.of(words, 0, len(words))
    marked = [replace(claim, passage=whole) for claim in claims]
    return ReportPage(
        header=(),
        url=None,
        text=marked_text(words, marked, str(edition.say("claim.number"))),
        text_language=edition.language.value,
        text_direction="auto",
        claims=tuple(_fields(edition, n, c) for n, c in enumerate(claims, 1)),
        unread=None,
        notes=(edition.say("withheld.meaning"),),
    )


def _context(edition: Edition, report: Report) -> ReportPage:
    if _is_held(edition, report.id):
        return _held_context(edition, report)
    claims = sorted(
        edition.index.claims_of.get(report.id, ()),
        key=lambda claim: (claim.passage.start, claim.passage.end),
    )
    unread = edition.index.unread.get(report.id)
    note = str(edition.say("claim.number"))
    return ReportPage(
        header=tuple(header(edition, report)),
        url=web_address(report.url),
        text=marked_text(report.text, claims, note).lstrip("\n"),
        text_language=report.language or "und",
        text_direction=direction(report.language),
        claims=tuple(_fields(edition, n, c) for n, c in enumerate(claims, 1)),
        unread=edition.explained(unread) if unread is not None else None,
        notes=tuple(told(each) for each in report.notes),
    )


def direction(language: str | None) -> str:
    """Say in which direction a report's text is written."""
    if language in ("ar", "fa", "he", "ku", "ur"):
        return "rtl"
    return "ltr" if language else "auto"


def header(edition: Edition, report: Report) -> Iterator[Field]:
    """Give what is known of where a report came from."""
    say = edition.say
    yield say("report.publisher"), edition.source_named(report.publisher)
    yield say("report.published"), edition.date(report.published)
    yield say("report.language"), language_name(edition, report.language)
    if report.dateline_place:
        yield say("report.dateline"), told(report.dateline_place)
    yield (
        say("report.wording"),
        told(report.wording) if report.wording else say("report.own_wording"),
    )
    if report.url and not web_address(report.url):
        yield say("report.address"), told(report.url)
    if report.obtained and report.name not in report.obtained:
        yield say("report.obtained"), told(report.obtained)
    yield say("report.file"), told(report.name)
    yield say("report.digest"), _code(report.id)
    if report.guessed:
        yield say("report.guessed"), edition.listed(told(g) for g in report.guessed)


def _code(text: str) -> Markup:
    return Markup('<code dir="ltr">{}</code>').format(text)


def _fields(edition: Edition, number: int, claim: Claim) -> ClaimFields:
    state = edition.index.state(claim.id)
    quantity = claim.quantity
    heading = edition.say(
        "claim.heading",
        act=edition.word(claim.act),
        figure=edition.range(quantity.low, quantity.high),
    )
    return ClaimFields(
        number=number,
        anchor=anchor("f", claim.id),
        words_href=f"#{anchor('c', claim.id)}",
        heading=heading,
        state=edition.word(state),
        rejected=state in LEFT_OUT,
        fields=tuple(each_field(edition, claim)),
        leads=tuple(_leads(edition, claim)),
    )


def each_field(edition: Edition, claim: Claim) -> Iterator[Field]:
    """Give every field that says something; how far it reaches comes first."""
    say = edition.say
    was = was_words(edition, claim)
    if was is not None:
        yield say("field.was"), was
    yield say("field.level"), edition.word(claim.level)
    if claim.quantity.text:
        yield say("field.quantity"), told(claim.quantity.text)
    yield from _victims(edition, claim.victims)
    yield say("field.when"), _with_words(edition, claim.when.edtf, claim.when.text)
    if claim.where:
        places = edition.listed(edition.where(each) for each in claim.where)
        yield say("field.where"), places
    if claim.cause.value != "unknown":
        yield say("field.cause"), edition.word(claim.cause)
    if claim.perpetrator.text:
        stance = edition.word(claim.perpetrator.stance)
        words = Markup("{} ({})").format(told(claim.perpetrator.text), stance)
        yield say("field.perpetrator"), words
    yield say("field.stance"), edition.word(claim.stance)
    if claim.attribution:
        yield say("field.attribution"), _chain(edition, claim)
    if claim.part_of is not None:
        yield say("field.part_of"), say("field.part_of_words")
    if claim.background:
        yield say("field.background"), say("field.background_words")
    if not _is_held(edition, claim.report):
        yield say("field.reader"), _code(claim.reader)


def _victims(edition: Edition, victims: VictimGroup) -> Iterator[Field]:
    say = edition.say
    if victims.text:
        yield say("field.victims"), told(victims.text)
    if victims.names:
        yield say("field.names"), edition.listed(told(name) for name in victims.names)
    if victims.age_range is not None:
        yield say("field.age"), told(victims.age_range.text)
    elif victims.age is not None:
        yield say("field.age"), edition.range(victims.age, victims.age)
    elif victims.age_group is not AgeGroup.UNKNOWN:
        yield say("field.age"), edition.word(victims.age_group)
    if victims.sex is not Sex.UNKNOWN:
        yield say("field.sex"), edition.word(victims.sex)
    if victims.status is not Status.UNKNOWN:
        yield say("field.status"), edition.word(victims.status)
    if victims.communities:
        found = edition.listed(told(each) for each in victims.communities)
        yield say("field.communities"), found
    if victims.relation:
        yield say("field.relation"), told(victims.relation)


def _with_words(edition: Edition, edtf: str | None, text: str | None) -> Markup:
    date = edition.date(edtf)
    return Markup("{} (“{}”)").format(date, told(text)) if text else date


def _chain(edition: Edition, claim: Claim) -> Markup:
    """Write the attribution chain, nearest teller first, each with its kind."""
    links = [
        told(each.text)
        if each.kind is SourceKind.UNKNOWN
        else Markup("{} ({})").format(told(each.text), edition.word(each.kind))
        for each in claim.attribution
    ]
    return edition.say("claim.chain").join(links)


def _leads(edition: Edition, claim: Claim) -> Iterator[tuple[Markup, str]]:
    """Yield where a claim is used: its incident, the total it states, its teller."""
    index, say = edition.index, edition.say
    incident = index.incident_of.get(claim.id)
    if incident is not None:
        title = edition.incident_title(index.incidents[incident])
        yield say("claim.in_incident", title=title), edition.to_incident(incident)
    statement = index.statement_of.get(claim.id)
    if statement is not None:
        yield say("claim.in_total"), edition.to_statement(statement.id)
    origin = index.origin(claim.id)
    if (href := edition.to_teller(origin)) is not None:
        yield say("claim.first_told", teller=edition.teller(origin)), href
