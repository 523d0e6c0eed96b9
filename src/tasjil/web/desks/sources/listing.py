"""The list of everybody who tells, listed in the case or found in its reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.journey import board
from tasjil.journey.board.tellers import TellerLine, teller_id, teller_lines
from tasjil.model.json import from_json
from tasjil.model.sources import Source, SourceKind
from tasjil.publish.outside import told
from tasjil.register.deeds import Deed
from tasjil.web.desks.sources.kinds import PROTECT, choices_of
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import page
from tasjil.web.page.paging import SIZE, Part
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    line: TellerLine
    href: str
    name: Markup
    kind: Markup
    held_up: Markup
    protect: bool


@page(Deed.LOOK_AT_REPORTS, own=True)
def sources(request: DeskRequest) -> HttpResponse:
    """Show everybody who tells; whoever sees their own records has the box alone."""
    register = request.seat.register
    if register.me.own_records:
        return go(request, "sources:sealed")
    wanted = request.GET.get("kind", ""), request.GET.get("listed", "")
    lines = [each for each in _lines(request) if _fits(each, *wanted)]
    part = Part.asked(request, len(lines))
    shown = lines[part.first() : part.first() + SIZE]
    return render(
        request,
        "sources/sources.html",
        rows=tuple(_row(request, from_json(each, TellerLine)) for each in shown),
        part=part,
        total=len(lines),
        kind=wanted[0],
        listed=wanted[1],
        kinds=choices_of(request, SourceKind),
        query="".join(
            f"{name}={value}&"
            for name, value in zip(("kind", "listed"), wanted, strict=True)
            if value.isascii() and value.isalpha()
        ),
        board=board.standing_of_board(register),
        may_change=register.may(Deed.SET_SCOPE),
    )


def _lines(request: DeskRequest) -> Iterator[dict[str, object]]:
    """Give plain lines: listed ones that told nothing yet, then those who told most.

    Names and kinds of listed ones are those that the list has now.
    """
    counted = teller_lines(request.seat.register)
    listed = {str(each.id): each for each in request.case.sources}
    known = {str(each["key"]) for each in counted}
    for key, source in listed.items():
        if key not in known:
            yield {"id": teller_id(key), "key": key, **_now(source)}
    for each in counted:
        now = listed.get(str(each["key"])) if each["listed"] else None
        yield {**each, "listed": False} if now is None else {**each, **_now(now)}


def _now(source: Source) -> dict[str, object]:
    return {"name": source.name, "kind": str(source.kind), "listed": True}


def _fits(line: dict[str, object], kind: str, listed: str) -> bool:
    if kind and line["kind"] != kind:
        return False
    return not listed or line["listed"] is (listed == "yes")


def _row(request: DeskRequest, line: TellerLine) -> Row:
    say = voice(request)
    return Row(
        line,
        href(request.language, "sources:one", line.id),
        say.source_named(line.name) if line.listed else told(line.name),
        say.word(line.kind),
        request.t(f"sources.rely_{line.reliability.name.lower()}"),
        line.kind in PROTECT,
    )
