"""The log a page at a time, and one entry with all that it says."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse

from tasjil.journey.program import PROGRAM
from tasjil.register.deeds import Deed
from tasjil.register.desk.logbook import DONE, Cut, Wanted, day_of
from tasjil.register.entry import EntryKind
from tasjil.web.desks.home.safety import safety
from tasjil.web.desks.log.keeping import backups_of
from tasjil.web.desks.log.saying import lines_of
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

ALL = "all"
"""What the filter calls every kind, those that programs write in bulk too."""


@page(Deed.LOOK_AT_LOG)
def log(request: DeskRequest) -> HttpResponse:
    """Show a page of the log, newest first, of what was asked for."""
    register, asked = request.seat.register, request.GET
    found = register.logbook.page(wanted_of(asked), cut_of(asked))
    return render(
        request,
        "log/log.html",
        lines=lines_of(request, found.entries),
        found=found,
        asked=asked,
        kinds=tuple(EntryKind),
        people=[each.id for each in register.users()],
        program=PROGRAM,
        address=lambda **more: address_of(asked, **more),
        safety=safety(request),
        backups=backups_of(request),
        apart=register.logbook.holds_back(),
    )


@page(Deed.LOOK_AT_LOG)
def entry(request: DeskRequest, number: int) -> HttpResponse:
    """Show one entry, with its digests and the bytes that they are made from."""
    found = request.seat.register.logbook.entry(number)
    (line,) = lines_of(request, [found])
    return render(
        request, "log/entry.html", line=line, size=request.seat.register.head().size
    )


def wanted_of(asked: Any) -> Wanted:
    """Read what was asked for."""
    kind, thing = asked.get("kind", ""), asked.get("about", "").strip()
    if kind == ALL or thing.isdigit():
        kinds = tuple(EntryKind)
    else:
        kinds = (EntryKind(kind),) if kind in set(EntryKind) else DONE
    return Wanted(
        by=asked.get("by", "").strip() or None,
        kinds=kinds,
        since=day_of(asked.get("since", "")),
        until=day_of(asked.get("until", "")),
        about=thing[:200] or None,
    )


def cut_of(asked: Any) -> Cut:
    """Read where the page begins."""
    if asked.get("oldest"):
        return Cut(oldest=True)
    return Cut(before=_number(asked.get("before")), after=_number(asked.get("after")))


def _number(text: str | None) -> int | None:
    told = text or ""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else None


def address_of(asked: Any, **more: object) -> str:
    """Give the address of another page of the same question."""
    kept = {
        n: asked[n] for n in ("by", "kind", "since", "until", "about") if asked.get(n)
    }
    return "?" + urlencode({**kept, **more})
