"""Places of incidents that no name fills yet: who is still to be found."""

from dataclasses import dataclass

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.journey import board
from tasjil.journey.board import IncidentFilter, IncidentSort, Page
from tasjil.model.missing import Part
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import way
from tasjil.web.page.door import page
from tasjil.web.page.paging import asked_number
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.titles import title_of


@dataclass(frozen=True, slots=True)
class Open:
    """One incident with places that nobody named fills."""

    href: str | None
    title: Markup
    named: int
    open: Markup


@page(Deed.LOOK_AT_REPORTS)
def unnamed(request: DeskRequest) -> HttpResponse:
    """List incidents whose victims are not all named, those of most people first."""
    register, say = request.seat.register, voice(request)
    wanted = IncidentFilter(needs=Part.IDENTITY, counted=True)
    found = board.incidents(
        register, wanted, IncidentSort.FLOOR, Page(asked_number(request))
    )
    return render(
        request,
        "people/unnamed.html",
        rows=tuple(
            Open(
                way(request.language, "incidents:incident", line.id),
                title_of(say, line),
                line.named,
                say.range(
                    max(0, line.floor - line.named),
                    None if line.ceiling is None else max(0, line.ceiling - line.named),
                ),
            )
            for line in found.items
        ),
        found=found,
        board=board.standing_of_board(register),
    )
