"""Why totals differ: all of them side by side, what binds them, and each difference."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.ids import ClaimId, FigureId
from tasjil.model.reconciliation import (
    BoundRange,
    Difference,
    Reconciliation,
    Slip,
    StatedScope,
)
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.page import Page
from tasjil.publish.pages.growth import Growth, growths
from tasjil.publish.pages.scopes import ScopePicture, scope_picture
from tasjil.publish.rows import area_words

SHOWN_DIFFERENCES = 20
"""Differences on the page; every one stands on the page of each of its totals."""


@dataclass(frozen=True, slots=True)
class Side:
    """One total in a sentence, and where it is taken apart."""

    words: Markup
    href: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One reason of a difference, with the words that show it."""

    kind: Markup
    text: Markup
    size: int | None
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """Two totals and why they differ."""

    a: Side
    b: Side
    gap: int | None
    parts: tuple[PartRow, ...]


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """One total beside the others."""

    side: Side
    teller: Markup
    figure: Markup
    bound: Markup
    who: Markup
    perpetrator: Markup | None
    area: Markup
    period: Markup
    basis: Markup
    stated: Markup
    superseded: str | None


@dataclass(frozen=True, slots=True)
class SlipRow:
    """Something that does not fit, with the words in which it shows."""

    kind: Markup
    text: Markup
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A range, over which totals, and who holds each end."""

    name: Markup
    words: Markup
    low_by: tuple[Side, ...]
    high_by: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the page shows."""

    ranges: tuple[RangeRow, ...]
    rows: tuple[ScopeRow, ...]
    picture: ScopePicture
    clashes: tuple[tuple[Side, ...], ...]
    differences: tuple[DifferenceRow, ...]
    more: int
    slips: tuple[SlipRow, ...]
    growth: tuple[Growth, ...]
    notes: tuple[Markup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Make the page in one language."""
    title = edition.say("nav.reconcile")
    found = edition.index.view.reconciliation
    context = None if found is None else reconciled(edition, found)
    yield Page("reconcile.html", "reconcile.html", title, "reconcile", context)


ALL = slice(None)


def reconciled(
    edition: Edition, found: Reconciliation, rows: slice = ALL
) -> Reconciled:
    """Put totals held against each other into words.

    Args:
        edition: The language to say it in; its index holds the claims that it names.
        found: What was found.
        rows: Which of the totals to list and to draw.
    """
    wholes = wholes_of(found)
    shown = telling(found, edition.index.claims)[:SHOWN_DIFFERENCES]
    return Reconciled(
        ranges=tuple(_ranges(edition, found)),
        rows=tuple(scope_row(edition, each) for each in wholes[rows]),
        picture=scope_picture(edition, wholes[rows]),
        clashes=tuple(sides(edition, clash) for clash in found.clashes),
        differences=tuple(difference_row(edition, each) for each in shown),
        more=len(found.differences) - len(shown),
        slips=tuple(_slip(edition, each) for each in found.slips),
        growth=tuple(growths(edition, found.series, "")),
        notes=tuple(edition.explained(each) for each in found.notes),
    )


def wholes_of(found: Reconciliation) -> list[StatedScope]:
    """Give the totals that are no part of another."""
    return [each for each in found.scopes if each.part_of is None]


def telling(found: Reconciliation, known: Container[ClaimId]) -> list[Difference]:
    """Choose one pair for each two tellers: their largest totals that stand.

    Args:
        found: What was found; of two tellers with one pair, all that there are.
        known: The claims that may be shown.
    """
    standing = {
        each.claim: each
        for each in wholes_of(found)
        if each.superseded_by is None and each.claim in known
    }
    pairs = [d for d in found.differences if d.a in standing and d.b in standing]
    pairs.sort(key=lambda d: (-(standing[d.a].low or 0), -(d.gap or 0), d.a, d.b))
    chosen: dict[frozenset[str], Difference] = {}
    for each in pairs:
        tellers = {standing[each.a].teller_key, standing[each.b].teller_key}
        if len(tellers) > 1:
            chosen.setdefault(frozenset(tellers), each)
    return list(chosen.values()) or pairs


def _ranges(edition: Edition, found: Reconciliation) -> Iterator[RangeRow]:
    """Give the range over everything told, over what was accepted, and by basis."""
    yield _range(edition, edition.say("reconcile.range_all"), found.range)
    if found.accepted is not None:
        yield _range(edition, edition.say("reconcile.range_accepted"), found.accepted)
    for basis, each in found.by_basis.items():
        if each != found.range:
            name = edition.say("reconcile.range_basis", basis=edition.basis(basis))
            yield _range(edition, name, each)


def _range(edition: Edition, name: Markup, each: BoundRange) -> RangeRow:
    low_by = sides(edition, each.binding_low)
    words = edition.range(each.low, each.high)
    return RangeRow(name, words, low_by, sides(edition, each.binding_high))


def sides(edition: Edition, claims: Iterable[ClaimId]) -> tuple[Side, ...]:
    """Say each claim as the total or the incident it stands for."""
    known = edition.index.claims
    return tuple(side(edition, each) for each in claims if each in known)


def side(edition: Edition, claim: ClaimId) -> Side:
    """Say one total in short: who tells how many of whom, and when it was stated."""
    index = edition.index
    statement = index.statement_of.get(claim)
    held = index.claims[claim]
    teller = edition.teller(index.origin(claim))
    if statement is None:
        figure = edition.range(held.quantity.low, held.quantity.high)
        date = edition.date(held.when.edtf)
        words = edition.say("reconcile.side", teller=teller, figure=figure, date=date)
        incident = index.incident_of.get(claim)
        where = edition.to_incident(incident) if incident else edition.to_claim(held)
        return Side(words, where)
    words = edition.say(
        "reconcile.side",
        teller=teller,
        figure=edition.range(statement.low, statement.high),
        date=edition.date(statement.published),
    )
    return Side(words, edition.to_statement(statement.id))


def scope_row(edition: Edition, scope: StatedScope) -> ScopeRow:
    """Make the row of one total."""
    index = edition.index
    gone = scope.superseded_by
    return ScopeRow(
        side=Side(
            edition.range(scope.low, scope.high), edition.to_statement(scope.statement)
        ),
        teller=edition.teller(index.origin(scope.claim))
        if scope.claim in index.claims
        else told(scope.first_teller),
        figure=edition.range(scope.low, scope.high),
        bound=edition.word(scope.bound),
        who=edition.status(scope.status),
        perpetrator=told(scope.perpetrator) if scope.perpetrator else None,
        area=area_words(edition, scope.where),
        period=edition.date(scope.edtf),
        basis=edition.word(scope.basis),
        stated=edition.date(scope.published),
        superseded=edition.to_statement(FigureId(gone)) if gone else None,
    )


def difference_row(edition: Edition, found: Difference) -> DifferenceRow:
    """Put one difference in words."""
    parts = tuple(
        PartRow(
            edition.word(part.kind),
            edition.explained(part.text),
            part.size,
            _links(edition, part.claims),
        )
        for part in found.parts
    )
    a, b = side(edition, found.a), side(edition, found.b)
    return DifferenceRow(a, b, found.gap, parts)


def differences_of(
    edition: Edition, claims: Sequence[ClaimId]
) -> tuple[DifferenceRow, ...]:
    """Give every difference of one total, the largest gap first."""
    found = edition.index.view.reconciliation
    if found is None:
        return ()
    own = set(claims)
    known = edition.index.claims
    mine = [
        each
        for each in found.differences
        if (each.a in own or each.b in own) and {each.a, each.b} <= known.keys()
    ]
    mine.sort(key=lambda each: -(each.gap or 0))
    return tuple(difference_row(edition, each) for each in mine)


def _slip(edition: Edition, found: Slip) -> SlipRow:
    links = _links(edition, (found.claim, *found.claims))
    return SlipRow(edition.word(found.kind), edition.explained(found.text), links)


def _links(edition: Edition, claims: Iterable[ClaimId]) -> tuple[str, ...]:
    found = (edition.index.claims.get(each) for each in dict.fromkeys(claims))
    return tuple(edition.to_claim(each) for each in found if each is not None)
