"""The pages of proof: the elements of one incident or one person, one at a time."""

from django.http import HttpResponse

from tasjil.errors import NotAllowed
from tasjil.journey import board
from tasjil.journey.board import ElementSheet
from tasjil.model.decision import same_person
from tasjil.model.moves import NEEDS_SECOND
from tasjil.model.proof import Element
from tasjil.register.deeds import Deed
from tasjil.web.desks.proof.checks import checks
from tasjil.web.desks.proof.evidence import evidence, records_shown
from tasjil.web.desks.proof.forms import choices, counts_people, title
from tasjil.web.desks.proof.subject import (
    INCIDENT,
    PERSON,
    Subject,
    elements,
    of_subject,
    subject,
)
from tasjil.web.desks.proof.typed import TypedFinding, element_asked
from tasjil.web.page.addresses import way
from tasjil.web.page.door import page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest
from tasjil.web.shown.stands import past, stood


@page(Deed.LOOK_AT_REPORTS)
def incident(request: DeskRequest, id: str) -> HttpResponse:
    """Show how well an incident is established."""
    return show(request, subject(request.seat.register, INCIDENT, id))


@page(Deed.LOOK_AT_REPORTS)
def person(request: DeskRequest, id: str) -> HttpResponse:
    """Show how well it is established what was done to a person, and who it was."""
    return show(request, subject(request.seat.register, PERSON, id))


@page(Deed.LOOK_AT_REPORTS)
def state(request: DeskRequest) -> HttpResponse:
    """Say whether the figures have been counted since; asked for again and again."""
    found = board.standing_of_board(request.seat.register)
    return render_part(request, "proof/proof.html", "state", board=found)


def show(
    request: DeskRequest,
    found: Subject,
    typed: TypedFinding | None = None,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    """Make the page, with what somebody typed where it was refused."""
    register = request.seat.register
    sheets = elements(found)
    chosen = element_asked(request.GET.get("element"))
    if typed is not None:
        chosen = typed.element
    chosen = chosen or next((e.element for e in sheets if e.found is None), None)
    chosen = chosen or Element.DEATH
    sheet = next(each for each in sheets if each.element is chosen)
    typed = typed or TypedFinding(chosen, register.position())
    return render(
        request,
        "proof/subject.html",
        status=status,
        subject=found,
        title=title(request, found),
        back=way(request.language, f"{_DESK[found.kind]}", found.line.id),
        elements=tuple(stood(request, each) for each in sheets),
        chosen=stood(request, sheet),
        checks=checks(request, found, sheet),
        evidence=evidence(request, found, sheet, typed),
        records=records_shown(request, found),
        typed=typed,
        wrong=wrong,
        counts_people=counts_people(found, chosen),
        choices=choices(request, found, sheet),
        past=past(request, [a for a in of_subject(found) if a[1].element is chosen]),
        may_sign=_may_sign(request, sheet),
        may_dissent=sheet.found is not None
        and register.may(Deed.DISSENT)
        and not same_person(sheet.found.by, register.user),
        board=board.standing_of_board(register),
    )


_DESK = {INCIDENT: "incidents:incident", PERSON: "people:person"}


def _may_sign(request: DeskRequest, sheet: ElementSheet) -> bool:
    """Nobody signs their own work: for them there is no such button."""
    register, told = request.seat.register, sheet.found
    if told is None or told.second is not None or told.standing not in NEEDS_SECOND:
        return False
    return register.may(Deed.SIGN) and not same_person(told.by, register.user)


def refused_as(wrong: Exception) -> int:
    """Give the status of a page that says what was refused."""
    return 403 if isinstance(wrong, NotAllowed) else 409
