"""The first page of counts: each act's numbers, always labelled, never blurred."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.journey import board
from tasjil.journey.board import Cell, Page
from tasjil.model.acts import Act
from tasjil.model.ids import FigureId
from tasjil.model.tally import Figure, Tally
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.pages.overview import (
    latest_statements,
    measures,
    notes_of,
    scope_words,
)
from tasjil.publish.rows import Measure, statement_row
from tasjil.register.deeds import Deed
from tasjil.web.desks.counts.edition import NOTHING, DeskEdition, edition_of
from tasjil.web.desks.counts.rows import ceiling_words, name_of, path_of
from tasjil.web.page.addresses import href
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

SHOWN_TOTALS = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """A floor and a ceiling over some of the claims: all, or those people accepted."""

    name: Markup
    floor: Markup
    ceiling: Markup
    bar: Markup


@dataclass(frozen=True, slots=True)
class ActShown:
    """One act's figure.

    Attributes:
        href: Where it is taken apart; None for who may read no words.
        incidents: How many it adds up; None where that is not told.
        readings: What nobody rejected, and beside it what people accepted.
        pivots: The ways it can be divided.
        is_empty: No incident of it was found.
    """

    act: str
    href: str | None
    question: Markup
    measures: tuple[Measure, ...]
    bar: Markup
    incidents: int | None
    readings: tuple[Reading, ...]
    proposed_only: bool
    notes: tuple[Markup, ...]
    pivots: tuple[tuple[Markup, str], ...]
    is_empty: bool


@page(Deed.LOOK_AT_COUNTS)
def counts(request: DeskRequest) -> HttpResponse:
    """Show what the case counts, act by act, and the totals that others stated."""
    register = request.seat.register
    found = board.tally(register) or NOTHING
    say = edition_of(request, found)
    cells = {e.id: e for e in board.cells(register, "", page=Page(1, len(Act))).items}
    acts = tuple(_acts(request, say, found, cells))
    latest = latest_statements(found.aggregates)[:SHOWN_TOTALS]
    return render(
        request,
        "counts/counts.html",
        board=board.standing_of_board(register),
        acts=[each for each in acts if not each.is_empty],
        nothing_of=[each for each in acts if each.is_empty],
        scope=scope_words(say),
        totals=tuple(statement_row(say, each) for each in latest),
        more=len(found.aggregates) - len(latest),
    )


def _acts(
    request: DeskRequest, say: DeskEdition, found: Tally, cells: dict[FigureId, Cell]
) -> Iterator[ActShown]:
    register = request.seat.register
    reads = register.may(Deed.LOOK_AT_REPORTS)
    divided = board.dimensions(register)
    for figure in found.figures:
        cell = cells.get(figure.id)
        most = max(figure.ceiling or 0, figure.floor)
        verified = figure.verified.low
        yield ActShown(
            act=figure.act.value,
            href=say.to_figure(figure.id) if reads else None,
            question=say.say(f"question.{figure.act.value}"),
            measures=measures(say, figure),
            bar=range_bar(figure.floor, figure.ceiling, most, verified),
            incidents=cell.incidents if cell is not None and reads else None,
            readings=tuple(_readings(request, say, figure, most)),
            proposed_only=figure.proposed_only,
            notes=notes_of(say, figure),
            pivots=tuple(
                (name_of(say, by), _pivot(request, figure.act, by)) for by in divided
            ),
            is_empty=not (figure.floor or figure.ceiling)
            and not (cell is not None and cell.incidents),
        )


def _pivot(request: DeskRequest, act: Act, by: str) -> str:
    return href(request.language, "counts:pivot", path_of(act), by)


def _readings(
    request: DeskRequest, say: DeskEdition, figure: Figure, most: int
) -> Iterator[Reading]:
    """Put what machines proposed beside what people accepted; they are never one."""
    accepted = figure.accepted
    told = (
        ("all", figure.floor, figure.ceiling),
        ("accepted", accepted.low, accepted.high),
    )
    for name, floor, ceiling in told:
        yield Reading(
            name=request.t(f"counts.reading_{name}"),
            floor=say.range(floor, floor),
            ceiling=ceiling_words(say, ceiling),
            bar=range_bar(floor, ceiling, most),
        )
