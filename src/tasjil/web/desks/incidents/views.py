"""The page of one incident."""

from django.http import Http404, HttpResponse

from tasjil.journey import board
from tasjil.journey.board import IncidentSheet
from tasjil.journey.happened import happened, since
from tasjil.journey.nearby import near
from tasjil.model.ids import IncidentId
from tasjil.register.around import Position
from tasjil.register.deeds import Deed
from tasjil.web.desks.incidents import sheet
from tasjil.web.desks.incidents.ground import ground_of
from tasjil.web.desks.incidents.joining import candidates
from tasjil.web.page.addresses import way
from tasjil.web.page.door import page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest
from tasjil.web.shown.did import told_of


@page(Deed.LOOK_AT_REPORTS)
def incident(request: DeskRequest, id: str) -> HttpResponse:
    """Show all that is known of an incident."""
    register = request.seat.register
    found = find(request, id)
    position = register.position()
    around = near(register, [found.line.id])
    history = happened(register, around)
    return render(
        request,
        "incidents/incident.html",
        sheet=found,
        shown=sheet.shown(request, found, around),
        ground=ground_of(request, found.body.incident.place),
        candidates=candidates(request, found) if register.may(Deed.JUDGE_LINK) else (),
        history=told_of(request, history),
        position=position,
        to_proof=way(request.language, "proof:incident", found.line.id),
        board=board.standing_of_board(register),
    )


@page(Deed.LOOK_AT_REPORTS)
def news(request: DeskRequest, id: str) -> HttpResponse:
    """Show what others did with an incident since its page was made."""
    register = request.seat.register
    found = find(request, id)
    then = Position.parse(request.GET.get("position", ""))
    history = happened(register, near(register, [found.line.id]))
    return render_part(
        request,
        "incidents/incident.html",
        "news",
        sheet=found,
        position=then,
        board=board.standing_of_board(register),
        news=told_of(request, since(history, then, register.user)),
    )


def find(request: DeskRequest, id: str) -> IncidentSheet:
    """Give the incident of this id, or the one that it has become a part of."""
    found = board.incident(request.seat.register, IncidentId(id))
    if found is None:
        raise Http404
    return found
