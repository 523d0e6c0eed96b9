"""The list of reports: what waits for a person, and how to find a report."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.http import HttpResponse

from tasjil.model.judgement import ClaimState
from tasjil.register.deeds import Deed
from tasjil.register.desk.shelf import MOST, UNKNOWN, Wanted
from tasjil.web.desks.reading.content_note import content_note
from tasjil.web.desks.reading.exposure import EXPOSURES
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.paging import SIZE
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SHOWS = ("waiting", "unread", "accepted", "all")


@page(Deed.LOOK_AT_REPORTS, own=True)
def reading(request: DeskRequest) -> HttpResponse:
    """Show the reports that are wanted, the newest first."""
    shelf, asked = request.seat.register.shelf, filters(request)
    wanted = wanted_of(request, asked)
    before = asked.pop("before", "")
    cards = shelf.cards(wanted, SIZE + 1, before=int(before) if before else None)
    more = (
        {**asked, "before": str(cards[SIZE - 1].place)} if len(cards) > SIZE else None
    )
    now = datetime.now(UTC)
    exposure = EXPOSURES.of(request.seat.register.user)
    return render(
        request,
        "reading/reading.html",
        cards=cards[:SIZE],
        asked=asked,
        found=shelf.how_many(wanted),
        most=MOST,
        languages=shelf.languages(),
        unknown=UNKNOWN,
        shows=SHOWS,
        next_part=urlencode(more) if more else "",
        first_part=urlencode(asked) if before else "",
        begun=shelf.how_many(Wanted(state=ClaimState.PROPOSED), 0) > 0,
        exposure=exposure,
        minutes=exposure.minutes(now),
        pause=exposure.offers_pause(now),
        say=voice(request),
        weighs=content_note,
        state=ClaimState,
        codings=waiting_codings(request),
    )


def waiting_codings(request: DeskRequest) -> int:
    """Count the reports that whoever asks was asked to code and has not."""
    register = request.seat.register
    return sum(each.waits_for(register.user) for each in register.codings())


def filters(request: DeskRequest) -> dict[str, str]:
    """Read what was asked for, and leave out what is no such thing."""
    told = request.GET
    asked = {"show": told.get("show", SHOWS[0])}
    if asked["show"] not in SHOWS:
        asked["show"] = SHOWS[0]
    if re.fullmatch(r"[a-z]{2,3}|unknown", told.get("language", "")):
        asked["language"] = told["language"]
    for name in ("since", "until"):
        if DAY.fullmatch(told.get(name, "")):
            asked[name] = told[name]
    if told.get("source") in {each.id for each in request.case.sources}:
        asked["source"] = told["source"]
    if told.get("mine") == "yes":
        asked["mine"] = "yes"
    if re.fullmatch(r"[0-9]{1,15}", told.get("before", "")):
        asked["before"] = told["before"]
    return asked


def wanted_of(request: DeskRequest, asked: dict[str, str]) -> Wanted:
    """Say it as the register is asked."""
    states = {"waiting": ClaimState.PROPOSED, "accepted": ClaimState.ACCEPTED}
    wanted = Wanted(
        state=states.get(asked["show"]),
        unread=asked["show"] == "unread",
        language=asked.get("language"),
        since=asked.get("since"),
        until=asked.get("until"),
        publishers=names_of(request, asked.get("source")),
    )
    if "mine" in asked:
        return replace(wanted, by=request.seat.register.user)
    return wanted


def names_of(request: DeskRequest, source: str | None) -> tuple[str, ...]:
    """Give the names under which a source of the case publishes."""
    for each in request.case.sources:
        if each.id == source:
            more = (each.name_ar,) if each.name_ar else ()
            return (each.name, *more, *each.variants)
    return ()


@act(Deed.LOOK_AT_REPORTS, own=True)
def pause(request: DeskRequest) -> HttpResponse:
    """Offer no pause for a while: whoever reads said that they go on."""
    EXPOSURES.of(request.seat.register.user).waved_away(datetime.now(UTC))
    return go(request, "reading:reading")
