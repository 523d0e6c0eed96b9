"""An estimate that is being made, or made again: how far it is, and what came of it."""

from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpResponse

from tasjil.errors import NotInRegister
from tasjil.journey.jobs.asking import ask_job
from tasjil.journey.jobs.estimate_again import RunAgain, answer_of
from tasjil.journey.jobs.kinds import AGAIN, ESTIMATE
from tasjil.model.ids import JobId
from tasjil.register.deeds import Deed
from tasjil.register.desk.job import Job
from tasjil.web.desks.home.strip import line_of
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest

TEMPLATE = "estimates/job.html"


@page(Deed.LOOK_AT_REPORTS)
def job(request: DeskRequest, job: int) -> HttpResponse:
    """Show how far an estimate is."""
    found = _job(request, job)
    context: dict[str, Any] = {
        "job": found,
        "line": line_of(request, found),
        "error": found.error,
        "is_again": found.kind == AGAIN,
        "came": _came(found),
    }
    if request.is_part:
        return render_part(request, TEMPLATE, "far", **context)
    return render(request, TEMPLATE, **context)


def _came(found: Job) -> RunAgain | None:
    return answer_of(found.result) if found.kind == AGAIN and found.result else None


@act(Deed.LOOK_AT_REPORTS)
def cancel(request: DeskRequest, job: int) -> HttpResponse:
    """Ask it to stop; methods that are done are kept."""
    queue = request.seat.register.queue
    queue.cancel(_job(request, job).id, datetime.now(UTC))
    return go(request, "estimates:job", job)


@act(Deed.LOOK_AT_REPORTS)
def again(request: DeskRequest, id: str) -> HttpResponse:
    """Ask for a kept estimate to be run again, to hold the two together."""
    try:
        kept = request.seat.register.estimate(id)
    except NotInRegister as none:
        raise Http404 from none
    asked = ask_job(request.seat, AGAIN, {"estimate": kept.id})
    return go(request, "estimates:job", asked)


def _job(request: DeskRequest, number: int) -> Job:
    found = request.seat.register.queue.job(JobId(number))
    if found.kind not in (ESTIMATE, AGAIN):
        raise Http404
    return found
