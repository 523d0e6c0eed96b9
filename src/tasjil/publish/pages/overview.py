"""The overview: the question, the answer, and everything that leads on from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.acts import Act
from tasjil.model.ids import FigureId
from tasjil.model.tally import AggregateStatement, Figure
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.page import Page
from tasjil.publish.pages.growth import Growth, growths
from tasjil.publish.pages.map import MapView, map_view
from tasjil.publish.pages.timeline import TimelineView, timelines
from tasjil.publish.rows import Measure, StatementRow, statement_row

SHOWN_STATEMENTS = 8
"""Totals on the overview; all of them stand on their own page."""


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One act's figure: question, answer, and its four numbers."""

    href: str
    question: Markup
    answer: Markup
    beside: Markup | None
    measures: tuple[Measure, ...]
    readings: Markup
    notes: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things and the page that lists them."""

    words: Markup
    href: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What the overview shows."""

    about: Markup
    about_language: str
    estimate: Markup | None
    scope: tuple[tuple[Markup, Markup], ...]
    figures: tuple[FigureCard, ...]
    nothing_of: tuple[Count, ...]
    statements: tuple[StatementRow, ...]
    more_statements: int
    growth: tuple[Growth, ...]
    map: MapView
    timelines: tuple[TimelineView, ...]
    reading: tuple[Count, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Make the overview of one language."""
    view, say = edition.index.view, edition.say
    about, language = view.about.said_in(edition.language)
    told_of = [each for each in view.tally.figures if each.incidents]
    statements = latest_statements(view.tally.aggregates)[:SHOWN_STATEMENTS]
    context = Overview(
        about=told(about),
        about_language=language.value,
        estimate=estimate_lead(edition),
        scope=scope_words(edition),
        figures=tuple(figure_card(edition, each) for each in told_of),
        nothing_of=tuple(
            Count(edition.word(each.act), edition.to_figure(each.id))
            for each in view.tally.figures
            if each not in told_of
        ),
        statements=tuple(statement_row(edition, each) for each in statements),
        more_statements=len(view.tally.aggregates) - len(statements),
        growth=tuple(growths(edition, view.tally.series, "")),
        map=map_view(edition),
        timelines=tuple(timelines(edition)),
        reading=tuple(reading_counts(edition)),
    )
    yield Page("index.html", "overview.html", say("nav.overview"), "overview", context)


def estimate_lead(edition: Edition) -> Markup | None:
    """Give the sentence that leads to the estimate, as its own report words it."""
    shown = edition.index.view.estimate
    if shown is None:
        return None
    return Markup(shown.leads[edition.language.value])  # noqa: S704


def latest_statements(
    statements: Iterable[AggregateStatement],
) -> list[AggregateStatement]:
    """Keep each first teller's latest whole total with a number, newest first."""
    latest: dict[tuple[str, Act], AggregateStatement] = {}
    numbered = [
        each
        for each in statements
        if each.part_of is None and (each.low, each.high) != (None, None)
    ]
    for each in sorted(numbered, key=lambda s: (s.published or "", s.low or 0)):
        latest[each.teller_key, each.act] = each
    return sorted(latest.values(), key=lambda s: s.published or "", reverse=True)


def figure_card(edition: Edition, figure: Figure) -> FigureCard:
    """Put one act's figure in words."""
    say = edition.say
    key = figure.act.value
    answer = say(
        "answer.range" if figure.ceiling is not None else "answer.no_number",
        floor=figure.floor,
        ceiling=figure.ceiling or 0,
        incidents=say("count.incidents", n=len(figure.incidents)),
    )
    if not figure.incidents:
        answer = say("answer.none")
    totals = edition.index.view.tally.aggregates
    wider = sum(each.act is figure.act and each.part_of is None for each in totals)
    return FigureCard(
        href=edition.to_figure(FigureId(figure.id)),
        question=say(f"question.{key}"),
        answer=answer,
        beside=say("answer.beside", n=wider) if wider else None,
        measures=measures(edition, figure),
        readings=readings(edition, figure),
        notes=notes_of(edition, figure),
    )


_COUNTED_NOTE = re.compile(r"(\d+) incidents?: (.+)")


def notes_of(edition: Edition, figure: Figure) -> tuple[Markup, ...]:
    """Say the notes of the count in this language, where it knows their words."""
    return tuple(_note(edition, note) for note in figure.notes)


def _note(edition: Edition, note: str) -> Markup:
    found = _COUNTED_NOTE.fullmatch(note)
    if found is None or not edition.say.has(f"note.{found[2]}"):
        return edition.explained(note)
    incidents = edition.say("count.incidents", n=int(found[1]))
    text = edition.say(f"note.{found[2]}")
    return edition.say("note.line", incidents=incidents, text=text)


def measures(edition: Edition, figure: Figure) -> tuple[Measure, ...]:
    """Give the four numbers, always labelled and always in the same order."""
    standard = edition.word(edition.index.view.scope.standard)
    ceiling = figure.ceiling
    none = edition.say("range.unknown")
    values = {
        "verified": edition.range(figure.verified.low, figure.verified.high),
        "floor": edition.range(figure.floor, figure.floor),
        "ceiling": none if ceiling is None else edition.range(ceiling, ceiling),
        "reported": edition.range(figure.reported.low, figure.reported.high),
    }
    return tuple(
        Measure(
            kind=kind,
            name=edition.say(f"measure.{kind}.name"),
            value=value,
            meaning=edition.say(f"measure.{kind}.meaning", standard=standard),
        )
        for kind, value in values.items()
    )


def readings(edition: Edition, figure: Figure) -> Markup:
    """Say how much of a figure people have accepted and how much is only proposed."""
    if figure.proposed_only:
        return edition.say("readings.proposed_only")
    accepted = edition.range(figure.accepted.low, figure.accepted.high)
    return edition.say("readings.accepted", accepted=accepted)


def scope_words(edition: Edition) -> tuple[tuple[Markup, Markup], ...]:
    """Say what the case counts, as pairs of a name and its words."""
    say, scope = edition.say, edition.index.view.scope
    area = edition.listed(edition.place(place) for place in scope.where)
    return (
        (say("scope.acts"), edition.listed(edition.word(act) for act in scope.acts)),
        (
            say("scope.period"),
            edition.date(scope.edtf) if scope.edtf else say("scope.any"),
        ),
        (say("scope.area"), area or say("scope.any")),
        (say("scope.victims"), victims_words(edition)),
        (say("scope.standard"), edition.word(scope.standard)),
    )


def victims_words(edition: Edition) -> Markup:
    """Say who counts: our own word for everyone, else the case's words."""
    victims = edition.index.view.scope.victims
    return edition.say("scope.everyone") if victims == "everyone" else told(victims)


def reading_counts(edition: Edition) -> Iterator[Count]:
    """Count what was read, what failed and what waits, each with its page."""
    index, say = edition.index, edition.say
    yield Count(say("count.reports", n=len(index.cards)), "reports.html")
    yield Count(say("count.claims", n=len(index.claims)), "reports.html")
    yield Count(say("count.incidents", n=len(index.incidents)), "incidents.html")
    yield Count(say("count.sources", n=len(index.view.sources)), "sources.html")
    failed, unread = len(index.view.failures), len(index.view.unread)
    yield Count(say("count.failures", n=failed), "reading.html#failures")
    yield Count(say("count.unread", n=unread), "reading.html#unread")
