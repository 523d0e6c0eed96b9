"""What comes in: files that are dropped, words that are pasted, the case's folder."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse

from tasjil.capture.given import GivenFile
from tasjil.errors import BadValue
from tasjil.journey.jobs.asking import ask_job
from tasjil.journey.lying import MOST, lying_in
from tasjil.register.deeds import Deed
from tasjil.register.permissions import Leave, leave
from tasjil.web.desks.inbox.origin import LANGUAGES
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.site.settings import LARGEST

TEMPLATE = "inbox/inbox.html"

HEADERS = ("publisher", "published", "language", "title", "url", "wording")
"""What a person can say of what they give, by the names that a sidecar has."""

SHOWN = 20
"""Jobs that are listed."""


@page(Deed.CAPTURE, own=True)
def inbox(request: DeskRequest) -> HttpResponse:
    """Show where to give something, and what became of what was given."""
    register = request.seat.register
    jobs = register.queue.jobs(SHOWN, kind="capture")
    running = any(not each.is_over for each in jobs)
    context: dict[str, Any] = {"jobs": jobs, "running": running}
    if request.is_part:
        return render_part(request, TEMPLATE, "jobs", **context)
    whole = leave(register.me, Deed.CAPTURE) is Leave.YES
    return render(
        request,
        TEMPLATE,
        lying=lying_in(request.case, register) if whole else None,
        most=MOST,
        languages=LANGUAGES,
        largest=LARGEST,
        **context,
    )


@act(Deed.CAPTURE, own=True)
def drop(request: DeskRequest) -> HttpResponse:
    """Take files in: they stay in memory until they are in the encrypted store."""
    files = request.FILES.getlist("files")
    given = [GivenFile(each.name or "", each.read()) for each in files]
    if not given:
        return asks_again(request, "inbox.no_files")
    return taken(request, given)


@act(Deed.CAPTURE, own=True)
def paste(request: DeskRequest) -> HttpResponse:
    """Take pasted words in, as a file of their own."""
    words = request.POST.get("words", "")
    if not words.strip():
        return asks_again(request, "inbox.no_words")
    now = datetime.now(UTC)
    ending = "csv" if request.POST.get("is_list") == "yes" else "txt"
    name = f"pasted-{now:%Y-%m-%d-%H%M%S}.{ending}"
    return taken(request, [GivenFile(name, words.encode("utf-8", "replace"))])


@act(Deed.CAPTURE)
def folder(request: DeskRequest) -> HttpResponse:
    """Take in what lies in the case's own folder and is not in the register."""
    job = ask_job(request.seat, "capture")
    return go(request, "inbox:job", job)


def taken(request: DeskRequest, given: list[GivenFile]) -> HttpResponse:
    """Ask for a job that captures what was given, and show how far it is."""
    told = {name: request.POST.get(name, "").strip() for name in HEADERS}
    headers = {name: words for name, words in told.items() if words}
    try:
        job = ask_job(request.seat, "capture", {"headers": headers}, given)
    except BadValue as refused:
        tell(request, str(refused))
        return go(request, "inbox:inbox")
    return go(request, "inbox:job", job)


def asks_again(request: DeskRequest, why: str) -> HttpResponse:
    """Say that nothing was given."""
    tell(request, str(request.t(why)))
    return go(request, "inbox:inbox")
