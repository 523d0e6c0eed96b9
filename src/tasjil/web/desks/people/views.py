"""The page of one person."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from markupsafe import Markup

from tasjil.journey import board
from tasjil.journey.board import IncidentLine, PersonSheet
from tasjil.journey.nearby import near
from tasjil.model.ids import VictimId
from tasjil.publish.edition import Edition
from tasjil.register.deeds import Deed
from tasjil.web.desks.people.evidence import elements_of, records_of, relations_of
from tasjil.web.desks.people.said import moves_told, words_told
from tasjil.web.page.addresses import way
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.cards import claim_cards
from tasjil.web.shown.people import name_words, person_rows
from tasjil.web.shown.titles import title_of


@dataclass(frozen=True, slots=True)
class Stands:
    """An incident in which a person stands."""

    href: str | None
    title: Markup
    figure: Markup
    unnamed: Markup | None


@page(Deed.LOOK_AT_REPORTS)
def person(request: DeskRequest, id: str) -> HttpResponse:
    """Show all that is told of one person."""
    register = request.seat.register
    found = board.person(register, VictimId(id))
    if found is None:
        raise Http404
    around = near(register, [each.id for each in found.incidents])
    victim = found.body.victim
    name, other = name_words(request, found.line)
    own = () if victim is None else victim.claims
    goes = around.held.goes.claims
    cards = claim_cards(request, around, [goes.get(each, each) for each in own])
    (row,) = person_rows(request, [found.line])
    return render(
        request,
        "people/person.html",
        sheet=found,
        name=name,
        other=other,
        row=row,
        names=found.names,
        cards=cards,
        records=records_of(request, found),
        relations=relations_of(request, found, around),
        elements=elements_of(request, found, around),
        incidents=_incidents(request, found),
        maybe=person_rows(request, found.maybe),
        reasons=tuple(map(voice(request).explained, _reasons(found))),
        said=words_told(request, found),
        moves=moves_told(request, found),
        to_proof=way(request.language, "proof:person", found.line.id)
        if victim is not None
        else None,
        to_match=way(request.language, "match:match"),
        to_split=way(request.language, "match:split", found.line.id),
        to_merge=way(request.language, "match:merge"),
        board=board.standing_of_board(register),
    )


def _reasons(found: PersonSheet) -> tuple[str, ...]:
    victim = found.body.victim
    told = (*found.body.reasons, *(() if victim is None else victim.reasons))
    return tuple(dict.fromkeys(told))


def _incidents(request: DeskRequest, found: PersonSheet) -> tuple[Stands, ...]:
    say = voice(request)
    return tuple(
        Stands(
            way(request.language, "incidents:incident", line.id),
            title_of(say, line),
            say.count_range(line.floor, line.ceiling),
            _unnamed(say, line),
        )
        for line in found.incidents
    )


def _unnamed(say: Edition, line: IncidentLine) -> Markup | None:
    """Say how many places nobody named fills; None where every one has a name."""
    most = None if line.ceiling is None else max(0, line.ceiling - line.named)
    least = max(0, line.floor - line.named)
    return None if (least, most) == (0, 0) else say.range(least, most)
