"""One act's figure divided by one thing, as a table and as a picture."""

from django.http import Http404, HttpResponse

from tasjil.journey import board
from tasjil.journey.board import Page
from tasjil.model.places import PlaceLevel
from tasjil.register.deeds import Deed
from tasjil.web.desks.counts.edition import edition_of
from tasjil.web.desks.counts.pictures import pictures_of
from tasjil.web.desks.counts.rows import acts_by_path, divisions, name_of, path_of
from tasjil.web.page.door import page
from tasjil.web.page.paging import asked_number
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

SIZE = 100
"""Rows of one page."""


@page(Deed.LOOK_AT_COUNTS)
def pivot(request: DeskRequest, act: str, by: str) -> HttpResponse:
    """Show the rows of a breakdown."""
    register, chosen = request.seat.register, acts_by_path().get(act)
    divided = board.dimensions(register)
    if chosen is None or (divided and by not in divided):
        raise Http404
    say = edition_of(request)
    level = _level(request) if by == "place" else None
    found = board.cells(
        register, by, chosen, Page(asked_number(request), SIZE), _places(request, level)
    )
    tally = board.tally(register)
    return render(
        request,
        "counts/pivot.html",
        board=board.standing_of_board(register),
        act=chosen,
        path=path_of(chosen),
        by=by,
        found=found,
        rows=tuple(divisions(request, say, found.items)),
        name=name_of(say, by),
        event=say.event(chosen),
        acts=[(path_of(each.act), say.event(each.act)) for each in tally.figures]
        if tally
        else [],
        divided=[(each, name_of(say, each)) for each in divided],
        level=level,
        levels=_levels(request) if by == "place" else [],
        pictures=pictures_of(request, say, chosen, by, found.items),
        query=f"level={level.value}" if level else "",
    )


def _level(request: DeskRequest) -> PlaceLevel | None:
    told = request.GET.get("level", "")
    return next((each for each in PlaceLevel if each.value == told), None)


def _places(request: DeskRequest, level: PlaceLevel | None) -> frozenset[str] | None:
    """Give the places of one level; None for the places of all."""
    if level is None:
        return None
    return frozenset(str(e.id) for e in request.case.places if e.level is level)


def _levels(request: DeskRequest) -> list[PlaceLevel]:
    """Give the levels of the case's places, the widest first."""
    there = {each.level for each in request.case.places}
    return [each for each in PlaceLevel if each in there]
