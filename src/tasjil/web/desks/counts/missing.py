"""What the case does not know yet, and what to check first."""

from dataclasses import dataclass

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.journey import board
from tasjil.model.missing import OpenIncident
from tasjil.register.deeds import Deed
from tasjil.web.desks.counts.edition import DeskEdition, edition_of
from tasjil.web.page.addresses import way
from tasjil.web.page.door import page
from tasjil.web.page.paging import SIZE, Part
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.shown.titles import title_of

QUEUED = 200
"""How many incidents the queue has; the desk of incidents lists all."""


@dataclass(frozen=True, slots=True)
class Open:
    """One incident to settle, and what settling it would do."""

    href: str
    proof: str | None
    title: Markup
    moves: int
    would: tuple[Markup, ...]
    gaps: tuple[Markup, ...]


@page(Deed.LOOK_AT_REPORTS)
def missing(request: DeskRequest) -> HttpResponse:
    """Show what is missing, those first whose settling would move figures most."""
    register = request.seat.register
    found = board.missing(register, QUEUED)
    part = Part.asked(request, len(found.queue))
    queue = found.queue[part.first() : part.first() + SIZE]
    say = edition_of(request)
    lines = register.board.incidents_by_id([each.incident for each in queue])
    return render(
        request,
        "counts/missing.html",
        board=board.standing_of_board(register),
        part=part,
        found=found,
        gaps=[
            (say.event(each.act), say.explained(each.text), each) for each in found.case
        ],
        queue=[
            _open(say, each, title_of(say, lines[each.incident]))
            for each in queue
            if each.incident in lines
        ],
    )


def _open(say: DeskEdition, found: OpenIncident, title: Markup) -> Open:
    return Open(
        href=say.to_incident(found.incident),
        proof=way(say.language, "proof:incident", found.incident),
        title=title,
        moves=found.moves,
        would=tuple(map(say.explained, found.would)),
        gaps=tuple(say.explained(each.text) for each in found.gaps),
    )
