"""Two records side by side: the same person, different, or nobody can tell."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.journey.jobs.link_soon import link_now, link_soon
from tasjil.journey.review import answering
from tasjil.journey.review.cards import PersonCard
from tasjil.model.json import from_json
from tasjil.model.judgement import Verdict
from tasjil.register.deeds import Deed
from tasjil.register.desk.review import CardRow, Queued
from tasjil.web.desks.match.sides import Because, CardShown, because_of, card_shown
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest, tell

TEMPLATE = "match/match.html"
DOCUMENT = "persons"


@page(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def match(request: DeskRequest) -> HttpResponse:
    """Show the pair whose answer changes most, to one person at a time."""
    review, now = request.seat.register.review, datetime.now(UTC)
    wanted = request.GET.get("card", "")
    row = review.hold(wanted, now) if wanted else None
    if row is None or row.verdict is not None:
        row = review.next(Queued.PERSONS, now)
    return render(request, TEMPLATE, **shown(request, row))


def shown(request: DeskRequest, row: CardRow | None, wrong: str = "") -> dict[str, Any]:
    """Give what the page shows of a pair, and of how far the review is."""
    review = request.seat.register.review
    card: CardShown | None = None
    because: Because | None = None
    if row is not None:
        told = from_json(row.shown, PersonCard)
        card, because = card_shown(request, row.id, told), because_of(request, told)
    last = review.answered(Queued.PERSONS, 1)
    return {
        "card": card,
        "because": because,
        "last": last[0] if last else None,
        "turn": review.turn(Queued.PERSONS),
        "known": review.document(DOCUMENT),
        "linking": bool(request.seat.register.queue.open_jobs(1, kind="link")),
        "wrong": wrong,
    }


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def said(request: DeskRequest) -> HttpResponse:
    """Keep an answer, and show the next pair."""
    id, sent = request.POST.get("card", ""), request.POST.get("verdict", "")
    try:
        verdict = verdict_of(sent)
        row = answering.card_of(request.seat.register, id)
        because = request.POST.get("because", "").strip()
        offered = because_of(request, from_json(row.shown, PersonCard))
        why, now = because or str(offered.of(verdict).striptags()), datetime.now(UTC)
        answering.answer_records(request.seat, id, verdict, why, now)
        link_soon(request.seat, now)
    except (BadValue, NotAllowed, NotInRegister) as refused:
        return following(request, wrong=str(refused))
    return following(request)


def verdict_of(sent: str) -> Verdict:
    """Read an answer.

    Raises:
        BadValue: It is none.
    """
    for each in Verdict:
        if each.value == sent:
            return each
    raise BadValue(
        "expected same, different or cannot tell, found another answer; go back and "
        "use the buttons of the page"
    )


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def skipped(request: DeskRequest) -> HttpResponse:
    """Leave a pair for later, and show the next one."""
    answering.skip(request.seat, request.POST.get("card", ""))
    return following(request)


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def undo(request: DeskRequest) -> HttpResponse:
    """Take an answer back, and show the pair again."""
    pair = request.POST.get("one", ""), request.POST.get("other", "")
    typed = request.POST.get("because", "").strip()
    because = typed or str(request.t("match.back_because"))
    now = datetime.now(UTC)
    try:
        answering.take_back_records(request.seat, pair, because, now)
        link_soon(request.seat, now)
    except BadValue as refused:
        return following(request, wrong=str(refused))
    row = request.seat.register.review.hold("|".join(sorted(pair)), now)
    if not request.is_part:
        tell(request, str(request.t("match.taken_back")))
        return go(request, "match:match")
    context = shown(request, row) if row is not None else _next(request)
    return render_part(request, TEMPLATE, "card", **context)


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def link(request: DeskRequest) -> HttpResponse:
    """Have persons put together anew by what was said."""
    asked = link_now(request.seat, datetime.now(UTC))
    tell(request, str(request.t("match.link_asked" if asked else "match.link_waits")))
    return go(request, "match:match")


def following(request: DeskRequest, wrong: str = "") -> HttpResponse:
    """Show the next pair, as a part of a page that is open or as a page."""
    if not request.is_part:
        if wrong:
            tell(request, wrong)
        return go(request, "match:match")
    return render_part(request, TEMPLATE, "card", **_next(request, wrong))


def _next(request: DeskRequest, wrong: str = "") -> dict[str, Any]:
    row = request.seat.register.review.next(Queued.PERSONS, datetime.now(UTC))
    return shown(request, row, wrong)
