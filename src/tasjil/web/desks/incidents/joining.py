"""Says that two incidents are one: first what it would do to the count, then it is."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey import board
from tasjil.journey.board import (
    IncidentFilter,
    IncidentLine,
    IncidentSheet,
    IncidentSort,
    Page,
)
from tasjil.journey.join import joining, unjoining
from tasjil.journey.nearby import Near
from tasjil.journey.pairs import Desk, Spoken
from tasjil.model.ids import IncidentId
from tasjil.register.deeds import Deed
from tasjil.web.desks.incidents.effect import Effect, effect, laid_out
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.page.voice import voice
from tasjil.web.shown.meanwhile import Typed, tell_meanwhile, typed
from tasjil.web.shown.titles import title_of

MOST_OFFERED = 8
"""How many other incidents a page offers to be joined with."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident that may be the same."""

    href: str
    title: Markup
    figure: Markup
    id: IncidentId


def candidates(request: DeskRequest, found: IncidentSheet) -> tuple[Candidate, ...]:
    """Give incidents of the same act, at the same place or about the same days."""
    line, say = found.line, voice(request)
    register = request.seat.register
    page_of = Page(size=MOST_OFFERED + 1)
    lines: dict[IncidentId, IncidentLine] = {}
    wanted = [
        IncidentFilter(act=line.act, since=line.edtf, until=line.edtf),
        IncidentFilter(act=line.act, place=line.place),
    ]
    for each in wanted:
        if each.place is None and each.since is None:
            continue
        some = board.incidents(register, each, IncidentSort.CLAIMS, page_of).items
        lines |= {other.id: other for other in some if other.id != line.id}
    return tuple(
        Candidate(
            f"{href(request.language, 'incidents:join', line.id)}?with={other.id}",
            title_of(say, other),
            say.count_range(other.floor, other.ceiling),
            other.id,
        )
        for other in list(lines.values())[:MOST_OFFERED]
    )


@page(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK, methods=("GET", "HEAD", "POST"))
def join(request: DeskRequest, id: str) -> HttpResponse:
    """Show what joining would do; do it where the form is sent."""
    told = typed(request, other=request.GET.get("with", ""))
    if request.method == "POST":
        return _do(request, IncidentId(id), told)
    return _form(request, IncidentId(id), told)


def _form(
    request: DeskRequest, id: IncidentId, told: Typed, wrong: str = ""
) -> HttpResponse:
    shown: Effect | None = None
    if not wrong:
        try:
            desk, around = _near(request, id, told.other)
            shown = effect(request, desk, around, _spoken(desk, id, told, "…"))
        except (BadValue, NotInRegister) as refused:
            wrong = str(refused)
    return render(
        request,
        "incidents/join.html",
        status=409 if wrong and request.method == "POST" else 200,
        effect=shown,
        id=id,
        told=told,
        wrong=wrong,
        position=told.position,
    )


def _do(request: DeskRequest, id: IncidentId, told: Typed) -> HttpResponse:
    try:
        desk, around = _near(request, id, told.other)
        desk.keep(_spoken(desk, id, told, told.because))
    except (BadValue, NotInRegister) as refused:
        tell_meanwhile(request, [id, IncidentId(told.other)], told.position)
        return _form(request, id, told, str(refused))
    undo = href(request.language, "incidents:undo-join")
    tell(request, request.t("incidents.joined"), undo, one=id, other=told.other)
    tell_meanwhile(request, [id, IncidentId(told.other)], told.position)
    return go(request, "incidents:incident", id)


def _near(request: DeskRequest, id: IncidentId, other: str) -> tuple[Desk, Near]:
    if not other.strip():
        raise BadValue(
            "expected the id of the other incident, found none; choose one from the "
            "page of the first"
        )
    return laid_out(request, [id, IncidentId(other.strip())])


def _spoken(desk: Desk, id: IncidentId, told: Typed, because: str) -> Spoken:
    return joining(desk, (id, told.other.strip()), because, datetime.now(UTC))


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def undo(request: DeskRequest) -> HttpResponse:
    """Take a join back: both are what they were."""
    one, other = (IncidentId(request.POST.get(n, "")) for n in ("one", "other"))
    desk, around = laid_out(request, [one, other])
    because = request.POST.get("because", "").strip()
    why = because or str(request.t("incidents.taken_back_because"))
    desk.keep(unjoining(desk, (one, other), why, datetime.now(UTC)))
    tell(request, request.t("incidents.join_taken_back"))
    return go(request, "incidents:incident", one)
