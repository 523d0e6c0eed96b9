"""A source: what it says, whom it relays, who relays it, how its totals grew."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.ids import ClaimId, SourceId
from tasjil.model.sources import Source
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told, web_address
from tasjil.publish.page import Page, Part, parts
from tasjil.publish.pages.growth import Growth, growths
from tasjil.publish.pages.report import ReportList, language_name, report_row
from tasjil.publish.rows import ClaimRow, StatementRow, claim_row, statement_row

Link = tuple[Markup, str]
"""Words and where they lead."""

CLAIMS_A_PAGE = 100

SHOWN_REPORTS = 50
"""Reports on a source's own page; a list of its own has all of them."""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What a source's page shows; the first part carries all but more claims."""

    kind: Markup
    language: Markup
    url: str | None
    note: Markup | None
    relays: tuple[Link, ...]
    relayed_by: tuple[Link, ...]
    statements: tuple[StatementRow, ...]
    growth: tuple[Growth, ...]
    reports: tuple[Link, ...]
    reports_total: int
    reports_href: str
    claims: Part
    claims_total: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list."""

    href: str
    name: Markup
    kind: Markup
    claims: int
    totals: int
    reports: int
    relays: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SourceList:
    """The list of sources."""

    rows: tuple[SourceRow, ...]
    unlisted: int


@dataclass(frozen=True, slots=True)
class TellerRow:
    """A first teller that the list of sources does not have."""

    name: Markup
    kind: Markup
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class TellerList:
    """A page of tellers that are not listed sources."""

    part: Part


@dataclass(frozen=True, slots=True)
class Ties:
    """What the sources have to do with each other; worked out once a language."""

    relayed_by: Mapping[SourceId, list[SourceId]]
    statements: Mapping[str, list[StatementRow]]


def ties(edition: Edition) -> Ties:
    """Find who relays whom, and whose totals are whose."""
    view = edition.index.view
    relayed: dict[SourceId, list[SourceId]] = defaultdict(list)
    for source in view.sources.values():
        for other in source.relays:
            relayed[other].append(source.id)
    statements: dict[str, list[StatementRow]] = defaultdict(list)
    for each in view.tally.aggregates:
        statements[each.teller_key].append(statement_row(edition, each))
    return Ties(relayed, statements)


def pages(edition: Edition) -> Iterator[Page]:
    """Make every source's page and the two lists, in one language."""
    say, tied = edition.say, ties(edition)
    sources = edition.index.view.sources.values()
    rows = tuple(_row(edition, tied, source) for source in sources)
    unlisted = sum(1 for _ in edition.index.unlisted())
    listed = SourceList(rows, unlisted)
    yield Page("sources.html", "sources.html", say("nav.sources"), "sources", listed)
    for source in sources:
        yield from _source_pages(edition, tied, source)
    tellers = [_teller(edition, claims) for _, claims in edition.index.unlisted()]
    for part in parts("tellers.html", tellers):
        title, context = say("tellers.title"), TellerList(part)
        yield Page(part.path, "tellers.html", title, "sources", context)


def _source_pages(edition: Edition, tied: Ties, source: Source) -> Iterator[Page]:
    index = edition.index
    claims = _rows(edition, index.claims_told_by(source.id))
    title = edition.source(source)
    series = [s for s in index.view.tally.series if s.teller_key == source.id]
    growth = tuple(growths(edition, series, "../"))
    reports = tuple(_report_links(edition, source.id))
    published = _published(edition, source.id)
    yield from _published_pages(edition, source, published)
    for part in parts(edition.to_source(source.id), claims, CLAIMS_A_PAGE):
        first = part.number == 1
        context = SourcePage(
            kind=edition.word(source.kind),
            language=language_name(edition, source.language),
            url=web_address(source.url),
            note=told(source.note) if source.note else None,
            relays=_links(edition, source.relays),
            relayed_by=_links(edition, tied.relayed_by.get(source.id, ())),
            statements=tuple(tied.statements.get(source.id, ())) if first else (),
            growth=growth if first else (),
            reports=reports[:SHOWN_REPORTS] if first else (),
            reports_total=len(reports),
            reports_href=published,
            claims=part,
            claims_total=len(claims),
        )
        yield Page(part.path, "source.html", title, "sources", context)


def _published(edition: Edition, source: SourceId) -> str:
    """Address the list of all reports a source published."""
    return edition.to_source(source).removesuffix(".html") + "-published.html"


def _published_pages(edition: Edition, source: Source, path: str) -> Iterator[Page]:
    """Make the list of a source's reports where its own page cannot hold them."""
    ids = edition.index.published_by.get(source.id, [])
    if len(ids) <= SHOWN_REPORTS:
        return
    rows = [report_row(edition, edition.index.cards[each]) for each in ids]
    title = edition.say("source.published", source=edition.source(source))
    for part in parts(path, rows):
        yield Page(part.path, "reports.html", title, "sources", ReportList(part))


def _rows(edition: Edition, ids: list[ClaimId]) -> list[ClaimRow]:
    return [claim_row(edition, claim) for claim in edition.claims(ids)]


def _links(
    edition: Edition, ids: "tuple[SourceId, ...] | list[SourceId]"
) -> tuple[Link, ...]:
    known = edition.index.view.sources
    found = [known[each] for each in ids if each in known]
    return tuple((edition.source(each), edition.to_source(each.id)) for each in found)


def _report_links(edition: Edition, source: SourceId) -> Iterator[Link]:
    for report in edition.index.published_by.get(source, ()):
        card = edition.index.cards[report]
        words = Markup("{} · {}").format(
            edition.report_title(report), edition.date(card.published)
        )
        yield words, edition.to_report(report)


def _row(edition: Edition, tied: Ties, source: Source) -> SourceRow:
    index = edition.index
    return SourceRow(
        href=edition.to_source(source.id),
        name=edition.source(source),
        kind=edition.word(source.kind),
        claims=len(index.claims_told_by(source.id)),
        totals=len(tied.statements.get(source.id, ())),
        reports=len(index.published_by.get(source.id, ())),
        relays=_links(edition, source.relays),
    )


def _teller(edition: Edition, claims: list[ClaimId]) -> TellerRow:
    origin = edition.index.view.origins[claims[0]]
    rows = tuple(_rows(edition, claims))
    return TellerRow(edition.teller(origin), edition.word(origin.kind), rows)
