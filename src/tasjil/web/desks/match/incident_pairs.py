"""Two incidents side by side: one, two, or nobody can tell; with what it would do."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.journey.review import answering
from tasjil.journey.review.incident_pairs import IncidentPair, Sign
from tasjil.model.ids import IncidentId
from tasjil.model.json import from_json
from tasjil.model.judgement import Verdict
from tasjil.register.deeds import Deed
from tasjil.register.desk.review import CardRow, Queued
from tasjil.web.desks.incidents.effect import effect, laid_out
from tasjil.web.desks.match.persons import verdict_of
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell

TEMPLATE = "match/incidents.html"

TRIES = 20
"""Pairs that are passed over because they are one by now, before it is given up."""

FOR = frozenset({Sign.SAME_PLACE, Sign.DAYS_MEET, Sign.SAME_NUMBER, Sign.SAME_NAME})
"""Signs that speak for one incident."""


@page(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def incidents(request: DeskRequest) -> HttpResponse:
    """Show two incidents that may be one, and what joining them would do."""
    review = request.seat.register.review
    row, shown = _next(request)
    last = review.answered(Queued.INCIDENTS, 1)
    return render(
        request,
        TEMPLATE,
        card=row,
        turn=review.turn(Queued.INCIDENTS),
        known=review.document("persons"),
        last=last[0] if last else None,
        **shown,
    )


def _next(request: DeskRequest) -> tuple[CardRow | None, dict[str, Any]]:
    """Give the next pair that are two incidents still; others leave the queue."""
    review, now = request.seat.register.review, datetime.now(UTC)
    for _ in range(TRIES):
        row = review.next(Queued.INCIDENTS, now)
        if row is None:
            break
        try:
            return row, _shown(request, row, now)
        except (BadValue, NotInRegister):
            review.remove(row.id)
    return None, {"effect": None, "signs": (), "because": None}


def _shown(request: DeskRequest, row: CardRow, now: datetime) -> dict[str, Any]:
    ids = IncidentId(row.one), IncidentId(row.other)
    desk, around = laid_out(request, ids)
    spoken = answering.said_of_incidents(desk, ids, Verdict.SAME, "…", now)
    pair = from_json(row.shown, IncidentPair)
    return {
        "effect": effect(request, desk, around, spoken),
        "signs": tuple(_sign(request, pair, each) for each in pair.signs),
        "because": {each: _because(request, pair, each) for each in Verdict},
    }


def _sign(request: DeskRequest, pair: IncidentPair, sign: Sign) -> tuple[str, Markup]:
    mark = "agree" if sign in FOR else "near" if sign is Sign.NO_DAY else "differ"
    return mark, request.t(f"match.sign.{sign.name}", n=pair.days)


def _because(request: DeskRequest, pair: IncidentPair, verdict: Verdict) -> Markup:
    """Offer a short reason: what speaks for the answer."""
    t = request.t
    speaks = {
        Verdict.SAME: [each for each in pair.signs if each in FOR],
        Verdict.DIFFERENT: [each for each in pair.signs if each not in FOR],
        Verdict.CANNOT_TELL: [],
    }[verdict]
    words = t("list.comma").join(_sign(request, pair, each)[1] for each in speaks)
    return words or t(f"match.because_{verdict.name.lower()}")


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def said(request: DeskRequest) -> HttpResponse:
    """Keep an answer on two incidents, and go on to the next pair."""
    id, now = request.POST.get("card", ""), datetime.now(UTC)
    try:
        verdict = verdict_of(request.POST.get("verdict", ""))
        row = answering.card_of(request.seat.register, id)
        typed = request.POST.get("because", "").strip()
        pair = from_json(row.shown, IncidentPair)
        because = typed or str(_because(request, pair, verdict).striptags())
        answering.answer_incidents(
            request.case, request.seat, id, verdict, because, now
        )
        undo = href(request.language, "match:undo-incidents")
        words = request.t("match.said_incidents")
        tell(request, str(words), undo, one=row.one, other=row.other)
    except (BadValue, NotAllowed, NotInRegister) as refused:
        tell(request, str(refused))
    return go(request, "match:incidents")


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def skipped(request: DeskRequest) -> HttpResponse:
    """Leave a pair for later."""
    answering.skip(request.seat, request.POST.get("card", ""))
    return go(request, "match:incidents")


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def undo(request: DeskRequest) -> HttpResponse:
    """Take an answer on two incidents back."""
    pair = request.POST.get("one", ""), request.POST.get("other", "")
    typed = request.POST.get("because", "").strip()
    because = typed or str(request.t("match.back_because"))
    now = datetime.now(UTC)
    try:
        answering.take_back_incidents(request.case, request.seat, pair, because, now)
        tell(request, str(request.t("match.taken_back")))
    except (BadValue, NotInRegister) as refused:
        tell(request, str(refused))
    return go(request, "match:incidents")
