"""What waits: elements that nobody assessed, and assessments that nobody signed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.journey import board
from tasjil.journey.board import (
    IncidentFilter,
    IncidentLine,
    IncidentSort,
    Page,
    PersonLine,
)
from tasjil.model.assessment import Assessment
from tasjil.model.ids import VictimId
from tasjil.model.proof import Element
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import href
from tasjil.web.page.door import page
from tasjil.web.page.paging import asked_number
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.people import name_words
from tasjil.web.shown.stands import Stood, past, stands_in_short
from tasjil.web.shown.titles import title_of

MOST = 50


@dataclass(frozen=True, slots=True)
class ToSign:
    """One assessment that waits for a second person."""

    href: str
    title: Markup
    told: Stood


@dataclass(frozen=True, slots=True)
class ToAssess:
    """One incident, with where each of its elements stands."""

    href: str
    title: Markup
    figure: Markup
    tellers: int
    moves: int
    elements: tuple[tuple[Markup, Markup | None, str], ...]


@page(Deed.LOOK_AT_REPORTS)
def proof(request: DeskRequest) -> HttpResponse:
    """Show what waits."""
    register = request.seat.register
    wanted = IncidentFilter(counted=True)
    found = board.incidents(
        register, wanted, IncidentSort.MOVES, Page(asked_number(request), 20)
    )
    after = request.GET.get("after", "0")
    begin = int(after) if after.isascii() and after.isdigit() and len(after) < 12 else 0
    waiting = register.unsigned(begin, MOST) if register.may(Deed.SIGN) else ()
    return render(
        request,
        "proof/proof.html",
        to_sign=tuple(_to_sign(request, waiting)),
        more_after=waiting[-1][0] if len(waiting) == MOST else None,
        to_assess=tuple(_to_assess(request, each) for each in found.items),
        found=found,
        board=board.standing_of_board(register),
    )


def _to_sign(
    request: DeskRequest, waiting: tuple[tuple[int, Assessment], ...]
) -> Iterator[ToSign]:
    """Name what each is about: three queries for all of them together."""
    register, say = request.seat.register, voice(request)
    incidents = register.board.incidents_of(
        [each.claims[0] for _, each in waiting if each.claims]
    )
    lines = register.board.incidents_by_id(list(incidents.values()))
    people = register.board.people_by_id([a.victim for _, a in waiting if a.victim])
    for (_, told), shown in zip(waiting, past(request, waiting), strict=True):
        id = incidents.get(told.claims[0]) if told.claims else None
        if told.victim is not None:
            name = _name(request, people, told.victim)
            address = href(request.language, "proof:person", told.victim)
        elif id is not None and id in lines:
            name = title_of(say, lines[id])
            address = href(request.language, "proof:incident", id)
        else:
            name = request.t("proof.adrift")
            address = href(request.language, "proof:incident", told.incident)
        yield ToSign(f"{address}?element={told.element.value}", name, shown)


def _name(
    request: DeskRequest, people: Mapping[VictimId, PersonLine], id: VictimId
) -> Markup:
    line = people.get(id)
    return request.t("proof.somebody") if line is None else name_words(request, line)[0]


def _to_assess(request: DeskRequest, line: IncidentLine) -> ToAssess:
    say = voice(request)
    page_of = href(request.language, "proof:incident", line.id)
    return ToAssess(
        href=page_of,
        title=title_of(say, line),
        figure=say.count_range(line.floor, line.ceiling),
        tellers=line.tellers,
        moves=line.moves,
        elements=tuple(
            (
                request.t(f"Element.{each.value}"),
                stands_in_short(request, line.standings[each])
                if each in line.standings
                else None,
                f"{page_of}?element={each.value}",
            )
            for each in Element
        ),
    )
