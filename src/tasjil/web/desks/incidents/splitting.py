"""Says that claims tell of another incident: first what it would do, then it is."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.http import HttpResponse

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey.board import incident_of
from tasjil.journey.pairs import Desk, Spoken
from tasjil.journey.split import splitting, unsplitting
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.register.deeds import Deed
from tasjil.web.desks.incidents.effect import Effect, effect, laid_out
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.shown.meanwhile import Typed, tell_meanwhile, typed


@page(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK, methods=("GET", "HEAD", "POST"))
def split(request: DeskRequest, id: str) -> HttpResponse:
    """Show what taking claims out would do; do it where the form is sent."""
    sent = request.POST if request.method == "POST" else request.GET
    claims = [each for each in sent.getlist("claim") if each]
    told = typed(request)
    if request.method == "POST":
        return _do(request, IncidentId(id), claims, told)
    return _form(request, IncidentId(id), claims, told)


def _form(
    request: DeskRequest,
    id: IncidentId,
    claims: Sequence[str],
    told: Typed,
    wrong: str = "",
) -> HttpResponse:
    shown: Effect | None = None
    if not wrong:
        try:
            desk, around = laid_out(request, [id])
            shown = effect(request, desk, around, _spoken(desk, id, claims, "…"))
        except (BadValue, NotInRegister) as refused:
            wrong = str(refused)
    return render(
        request,
        "incidents/split.html",
        status=409 if wrong and request.method == "POST" else 200,
        effect=shown,
        id=id,
        claims=claims,
        told=told,
        wrong=wrong,
        position=told.position,
    )


def _do(
    request: DeskRequest, id: IncidentId, claims: Sequence[str], told: Typed
) -> HttpResponse:
    try:
        desk, around = laid_out(request, [id])
        desk.keep(_spoken(desk, id, claims, told.because))
    except (BadValue, NotInRegister) as refused:
        tell_meanwhile(request, [id], told.position)
        return _form(request, id, claims, told, str(refused))
    undo = href(request.language, "incidents:undo-split")
    words = request.t("incidents.split_done", n=len(claims))
    tell(request, words, undo, incident=id, claims=" ".join(claims))
    tell_meanwhile(request, [id], told.position)
    return go(request, "incidents:incident", id)


def _spoken(desk: Desk, id: IncidentId, claims: Sequence[str], because: str) -> Spoken:
    if not claims:
        raise BadValue(
            "expected claims that tell of another incident, found none; tick them on "
            "the page of the incident"
        )
    return splitting(desk, id, claims, because, datetime.now(UTC))


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def undo(request: DeskRequest) -> HttpResponse:
    """Take a split back: what was one is one again."""
    id = IncidentId(request.POST.get("incident", ""))
    claims = request.POST.get("claims", "").split()
    register = request.seat.register
    elsewhere = (incident_of(register, ClaimId(each)) for each in claims[:50])
    others = [line.id for line in elsewhere if line is not None]
    desk, around = laid_out(request, [id, *others])
    because = request.POST.get("because", "").strip()
    why = because or str(request.t("incidents.taken_back_because"))
    # Where those that stayed were named after one that left, the id went with it.
    whole = next(
        (
            each.id
            for each in desk.counted.incidents
            if not set(claims) & {*each.claims}
        ),
        id,
    )
    desk.keep(unsplitting(desk, whole, claims, why, datetime.now(UTC)))
    tell(request, request.t("incidents.split_taken_back"))
    return go(request, "incidents:incident", id)
