"""One figure opened: the incidents it adds up, and the claims with their words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpResponse, HttpResponseRedirect
from markupsafe import Markup

from tasjil.journey import board
from tasjil.journey.board import Cell, FigureSheet, Page
from tasjil.model.ids import ClaimId, FigureId
from tasjil.model.reconciliation import BoundRange, Difference, Reconciliation
from tasjil.model.tally import AggregateStatement, Tally
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.pages.reconcile import DifferenceRow, differences_of
from tasjil.publish.rows import StatementRow, statement_row
from tasjil.register.deeds import Deed
from tasjil.register.register import Register
from tasjil.web.desks.counts.edition import DeskEdition, edition_of
from tasjil.web.desks.counts.rows import (
    ceiling_words,
    incidents_shown,
    label_of,
    name_of,
    path_of,
)
from tasjil.web.desks.counts.shown_ids import beginning, meant, shown_id
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import page
from tasjil.web.page.paging import asked_number
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.shown.cards import cards_of

SIZE = 20
"""Incidents, and claims, of one page."""


@dataclass(frozen=True, slots=True)
class Total:
    """A total that somebody stated: its scope, who passed it on, how others differ."""

    row: StatementRow
    relayed_by: tuple[Markup, ...]
    differences: tuple[DifferenceRow, ...]


@page(Deed.LOOK_AT_REPORTS)
def figure(request: DeskRequest, id: str) -> HttpResponse:
    """Show what a figure rests on."""
    register = request.seat.register
    opened = _opened(register, id)
    if opened is None:
        raise Http404
    if shown_id(opened) != id:
        return go(request, "counts:figure", shown_id(opened))
    sheet = board.figure(register, opened, Page(asked_number(request), SIZE))
    if sheet is None:
        raise Http404
    if sheet.cell.kind == "claim":
        to = href(request.language, "reading:claim", sheet.cell.value)
        return HttpResponseRedirect(to)
    if sheet.cell.kind == "incident":
        to = href(request.language, "incidents:incident", sheet.cell.value)
        return HttpResponseRedirect(to)
    return _shown(request, sheet)


def _opened(register: Register, id: str) -> FigureId | None:
    """Read which figure an address stands for."""
    begins = beginning(id)
    if begins is None:
        return FigureId(id)
    return meant(id, register.board.figure_ids(begins))


def _shown(request: DeskRequest, sheet: FigureSheet) -> HttpResponse:
    register, cell = request.seat.register, sheet.cell
    total = _total_of(register, cell) if cell.kind == "total" else None
    say = edition_of(request) if total is None else _beside_others(request, total)
    incidents, claims = sheet.incidents, sheet.claims
    return render(
        request,
        "counts/figure.html",
        board=board.standing_of_board(register),
        title=_title(say, cell, total),
        kind=cell.kind,
        measures=tuple(_measures(request, say, cell)),
        bar=_bar(cell) if cell.kind == "cell" else None,
        pivots=_pivots(request, say, cell) if cell.id == path_of(cell.act) else (),
        total=_total(say, total) if total else None,
        by=name_of(say, cell.by) if cell.by else None,
        act=say.event(cell.act),
        whole=say.to_figure(FigureId(cell.id.partition("/")[0])) if cell.by else None,
        sheet=sheet,
        incidents=tuple(incidents_shown(say, incidents.items)),
        cards=cards_of(request, claims.items),
        longer=incidents if incidents.total > claims.total else claims,
    )


def _total_of(register: Register, cell: Cell) -> AggregateStatement | None:
    totals = board.aggregates(register)["aggregates"]
    return next((each for each in totals if each.id == cell.id), None)


def _beside_others(request: DeskRequest, total: AggregateStatement) -> DeskEdition:
    """Make the voice of a total's page: it is told beside those it differs from."""
    register = request.seat.register
    pairs = board.differences_of(register, total.id)
    claims = [claim for each in pairs for claim in _claims(each)]
    few = Reconciliation(BoundRange(0, None), None, {}, differences=pairs)
    totals = Tally((), **board.aggregates(register))
    return edition_of(request, totals, few, [*total.claims, *claims])


def _claims(found: Difference) -> Iterator[ClaimId]:
    yield from (found.a, found.b)
    for part in found.parts:
        yield from part.claims


def _title(say: DeskEdition, cell: Cell, total: AggregateStatement | None) -> Markup:
    if total is not None:
        row = statement_row(say, total)
        return say.say("total.title", figure=row.figure, teller=row.teller)
    if cell.kind == "series":
        return say.say("growth.act", act=say.event(cell.act))
    if not cell.by:
        return say.say(f"question.{cell.act.value}")
    return say.say("division.title", act=say.event(cell.act), label=label_of(say, cell))


def _measures(
    request: DeskRequest, say: DeskEdition, cell: Cell
) -> Iterator[tuple[str, Markup, Markup]]:
    """Give each number under its own name; a row has no span of what was reported."""
    if cell.kind != "cell":
        return
    floor, verified = cell.floor or 0, cell.verified
    values = {
        "verified": say.range(verified.low, verified.high),
        "floor": say.range(floor, floor),
        "ceiling": ceiling_words(say, cell.ceiling),
    }
    tally = None if cell.by else board.tally(request.seat.register)
    for each in tally.figures if tally else ():
        if each.id == cell.id:
            values["reported"] = say.range(each.reported.low, each.reported.high)
    for name, value in values.items():
        yield name, say.say(f"measure.{name}.name"), value


def _bar(cell: Cell) -> Markup:
    floor = cell.floor or 0
    most = max(cell.ceiling or 0, floor)
    return range_bar(floor, cell.ceiling, most, cell.verified.low)


def _pivots(
    request: DeskRequest, say: DeskEdition, cell: Cell
) -> tuple[tuple[Markup, str], ...]:
    """Lead from an act's figure to the ways of dividing it."""
    return tuple(
        (name_of(say, by), href(say.language, "counts:pivot", path_of(cell.act), by))
        for by in board.dimensions(request.seat.register)
    )


def _total(say: DeskEdition, total: AggregateStatement) -> Total:
    return Total(
        statement_row(say, total),
        tuple(say.source_named(each) for each in total.relayed_by),
        differences_of(say, total.claims),
    )
