"""What became of what was given: file by file, while it runs and afterwards."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse

from tasjil.model.ids import JobId, ReportId
from tasjil.register.around import ReportHead
from tasjil.register.deeds import Deed
from tasjil.register.desk.job import Incoming
from tasjil.web.desks.inbox.origin import LANGUAGES, say_origin
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act, page
from tasjil.web.page.render import desks_of, render, render_part
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.page.voice import voice

TEMPLATE = "inbox/job.html"
SIZE = 100
"""Files on one page."""


@page(Deed.CAPTURE, own=True)
def job(request: DeskRequest, number: int) -> HttpResponse:
    """Show a job, and what became of each of its files."""
    queue = request.seat.register.queue
    told = request.GET.get("after", "")
    after = int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0
    files = queue.files(JobId(number), after, SIZE + 1)
    context: dict[str, Any] = {
        "job": queue.job(JobId(number)),
        "files": files[:SIZE],
        "next_after": files[SIZE - 1].number if len(files) > SIZE else None,
        "after": after,
        "say": voice(request),
        "lists_href": lists_of(request),
        "heads": heads_of(request, files),
        "languages": LANGUAGES,
    }
    if request.is_part:
        return render_part(request, TEMPLATE, "far", **context)
    return render(request, TEMPLATE, **context)


def heads_of(
    request: DeskRequest, files: tuple[Incoming, ...]
) -> dict[ReportId, ReportHead]:
    """Give what is known now of the reports that came of some files."""
    found = (each.outcome.get("report") for each in files if each.outcome)
    register = request.seat.register
    return register.report_heads([ReportId(id) for id in found if id])


@act(Deed.DESCRIBE, own=True)
def confirm(request: DeskRequest, number: int, report: str) -> HttpResponse:
    """Keep what a person says of where a report comes from, and read it anew."""
    say_origin(request, ReportId(report))
    return go(request, "inbox:job", number)


def lists_of(request: DeskRequest) -> str:
    """Give the address of the desk of lists; nothing where it is not theirs."""
    theirs = {each.name for each in desks_of(request.seat.register.me)}
    return href(request.language, "lists:lists") if "lists" in theirs else ""


@act(Deed.CAPTURE, own=True)
def cancel(request: DeskRequest, number: int) -> HttpResponse:
    """Ask a job to stop; what it kept stays kept."""
    request.seat.register.queue.cancel(JobId(number), datetime.now(UTC))
    tell(request, str(request.t("inbox.stopped")))
    return go(request, "inbox:job", number)
