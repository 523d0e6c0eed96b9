"""What the page of an incident says, put into words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.assess.side_by_side import (
    Accord,
    Compared,
    side_by_side,
    span_told,
    standing_of,
)
from tasjil.journey.board import ElementSheet, IncidentSheet
from tasjil.journey.board.tellers import teller_id
from tasjil.journey.nearby import Near
from tasjil.model.claim import Claim
from tasjil.model.missing import Part
from tasjil.model.tally import IncidentCount, Origin
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.rows import Measure, treatment_words
from tasjil.web.page.addresses import way
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.cards import ClaimCard, claim_cards
from tasjil.web.shown.people import PersonRow, person_rows
from tasjil.web.shown.stands import Stood, stood
from tasjil.web.shown.titles import place_words, title_of

MOST_SEATS = 60
"""How many unnamed places are drawn one by one."""


@dataclass(frozen=True, slots=True)
class TellerColumn:
    """One first teller: what it says, and who passed it on.

    Attributes:
        href: All that it ever told.
    """

    key: str
    href: str | None
    name: Markup
    kind: Markup
    figure: Markup
    bar: Markup
    because: Markup | None
    relays: Markup | None
    cards: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the incident, as each first teller tells it."""

    part: Markup
    accord: Accord
    accord_words: Markup
    cells: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page of an incident shows."""

    title: Markup
    place: Markup
    date: Markup
    measures: tuple[Measure, ...]
    bar: Markup
    treatment: Markup | None
    accepted: Markup | None
    figure_href: str | None
    columns: tuple[TellerColumn, ...]
    parts: tuple[PartRow, ...]
    people: tuple[PersonRow, ...]
    unnamed: Markup | None
    seats: tuple[int, int]
    gaps: tuple[Markup, ...]
    would: tuple[Markup, ...]
    elements: tuple[Stood, ...]
    reasons: tuple[Markup, ...]
    grade: Markup | None


def shown(request: DeskRequest, found: IncidentSheet, near: Near) -> Shown:
    """Put an incident into words: figures as they were counted, claims as they are."""
    say, body = voice(request), found.body
    count, gone = body.count, body.open
    columns = tuple(_columns(request, near))
    return Shown(
        title=title_of(say, found.line),
        place=place_words(say, found.line),
        date=say.date(found.line.edtf),
        measures=tuple(_measures(say, count)) if count else (),
        bar=range_bar(count.floor, count.ceiling, _most(count), count.verified.low)
        if count
        else Markup(""),
        treatment=treatment_words(say, count),
        accepted=say.range(count.accepted.low, count.accepted.high)
        if count and count.accepted
        else None,
        figure_href=way(request.language, "counts:figure", str(found.line.act)),
        columns=columns,
        parts=tuple(_parts(request, near, [each.key for each in columns])),
        people=person_rows(request, found.victims),
        unnamed=_unnamed(request, found),
        seats=_seats(found),
        gaps=tuple(say.explained(each.text) for each in gone.gaps) if gone else (),
        would=tuple(map(say.explained, gone.would)) if gone else (),
        elements=tuple(_elements(request, body.elements)),
        reasons=tuple(map(say.explained, body.incident.reasons)),
        grade=_grade(request, found),
    )


def _measures(say: Edition, count: IncidentCount) -> Iterator[Measure]:
    ceiling = say.say("range.none_told")
    if count.ceiling is not None:
        ceiling = say.range(count.ceiling, count.ceiling)
    values = {
        "verified": say.range(count.verified.low, count.verified.high),
        "floor": say.range(count.floor, count.floor),
        "ceiling": ceiling,
        "reported": say.range(count.reported.low, count.reported.high),
    }
    for kind, value in values.items():
        name = say.say(f"measure.{kind}.name")
        yield Measure(kind, name, value, say.say(f"incident.{kind}_meaning"))


def _most(count: IncidentCount) -> int:
    return max(count.ceiling or 0, count.floor, count.reported.high or 0)


def _columns(request: DeskRequest, near: Near) -> Iterator[TellerColumn]:
    """Put claims under their first teller; those passed on stand under the same."""
    say, held = voice(request), near.held
    origins = held.origins or {}
    grouped: dict[str, list[Claim]] = {}
    for claim in held.claims.values():
        origin = origins.get(claim.id)
        grouped.setdefault(claim.report if origin is None else origin.key, []).append(
            claim
        )
    kept = {
        each.id for each in standing_of(near.held.claims.values(), near.held.states)
    }
    spans = {
        key: span_told([claim for claim in told if claim.id in kept])
        for key, told in grouped.items()
    }
    most = max((high or low for low, high in spans.values()), default=0)
    for key, claims in sorted(grouped.items(), key=lambda each: -len(each[1])):
        origin = origins.get(claims[0].id)
        knows = any(each.quantity.known and each.id in kept for each in claims)
        low, high = spans[key] if knows else (None, None)
        yield TellerColumn(
            key=key,
            href=way(request.language, "sources:one", teller_id(key))
            if origin is not None
            else None,
            name=say.teller(origin),
            kind=Markup("") if origin is None else say.word(origin.kind),
            figure=say.range(low, high),
            bar=range_bar(low, high, most),
            because=_because(say, origin),
            relays=_relays(say, near, claims),
            cards=claim_cards(request, near, [each.id for each in claims]),
        )


def _because(say: Edition, origin: Origin | None) -> Markup | None:
    if origin is None or not origin.because:
        return None
    return say.explained(origin.because)


def _relays(say: Edition, near: Near, claims: list[Claim]) -> Markup | None:
    """Name the publishers in whose reports it stands."""
    heads = (near.heads.get(each.report) for each in claims)
    names = dict.fromkeys(
        say.source_named(head.publisher)
        for head in heads
        if head is not None and head.publisher
    )
    return say.listed(names) if len(names) > 1 else None


def _parts(request: DeskRequest, near: Near, keys: list[str]) -> Iterator[PartRow]:
    say, t = voice(request), request.t
    for each in side_by_side(
        standing_of(near.held.claims.values(), near.held.states),
        near.held.origins or {},
    ):
        yield PartRow(
            part=t(f"Part.{each.part.value}"),
            accord=each.accord,
            accord_words=t(f"Accord.{each.accord.value}"),
            cells=tuple(_cell(say, near, each, key) for key in keys),
        )


def _cell(say: Edition, near: Near, row: Compared, key: str) -> Markup:
    """Say what one teller tells of a part, first in the language of the page."""
    claims = row.told.get(key, ())
    if not claims:
        return Markup("")
    if row.part is Part.NUMBER:
        return say.range(*span_told(claims))
    languages = {id: head.language for id, head in near.heads.items()}
    own = sorted(claims, key=lambda c: languages.get(c.report) != say.language)
    return say.listed(dict.fromkeys(w for c in own for w in _words(say, row, c)))


def _words(say: Edition, row: Compared, claim: Claim) -> Iterable[Markup]:
    """Say what a claim tells of a part."""
    match row.part:
        case Part.IDENTITY:
            return map(told, claim.victims.names)
        case Part.STATUS:
            return (say.word(claim.victims.status),)
        case Part.CAUSE:
            return (say.word(claim.cause),)
        case Part.PERPETRATOR:
            stance = say.word(claim.perpetrator.stance)
            return (Markup("{} ({})").format(told(claim.perpetrator.text), stance),)
        case Part.PLACE:
            return map(say.where, claim.where)
        case _:
            return (say.date(claim.when.edtf),)


def _unnamed(request: DeskRequest, found: IncidentSheet) -> Markup | None:
    """Say how many places nobody named fills."""
    free = found.body.unnamed
    if free is None or (free.low == 0 and free.high == 0):
        return None
    words = voice(request).range(free.low, free.high)
    return request.t("incidents.unnamed", range=words)


def _seats(found: IncidentSheet) -> tuple[int, int]:
    """Give how many unnamed places are certain, and how many more there may be."""
    free = found.body.unnamed
    if free is None:
        return 0, 0
    certain = min(free.low, MOST_SEATS)
    more = max(0, (free.high or free.low) - free.low)
    return certain, min(more, MOST_SEATS - certain)


def _elements(
    request: DeskRequest, elements: Iterable[ElementSheet]
) -> Iterator[Stood]:
    for each in elements:
        yield stood(request, each)


def _grade(request: DeskRequest, found: IncidentSheet) -> Markup | None:
    graded = found.body.grade
    if graded is None or graded.grade is None:
        return None
    return request.t(f"Grade.{graded.grade.value}")
