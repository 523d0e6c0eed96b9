"""The quiet strip on every page, and the list of jobs behind it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse

from tasjil.errors import BadValue
from tasjil.journey.board.asking import standing_of_board
from tasjil.journey.jobs.asking import ask_job
from tasjil.model.ids import JobId
from tasjil.register.board.lines import BoardState
from tasjil.register.deeds import Deed
from tasjil.register.desk.job import Job
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest, tell

BUSY, QUIET = 2, 20
"""Seconds between two looks, while something is done and while nothing is."""

SHOWN = 3
"""How many jobs the strip names."""


BY_HAND = ("verify", "backup")
"""What is asked for with one button; the rest is asked for at its own desk."""


@dataclass(frozen=True, slots=True)
class Line:
    """A job as a page says it, in the words of its language."""

    job: Job
    kind: str
    stage: str
    share: int | None
    mine: bool


@page(Deed.LOOK_AT_COUNTS, own=True)
def strip(request: DeskRequest) -> HttpResponse:
    """Say what is being done, and as of when the figures are."""
    register = request.seat.register
    found = register.queue.open_jobs(SHOWN + 1)
    return render_part(
        request,
        "home/strip.html",
        "strip",
        jobs=[line_of(request, each) for each in found[:SHOWN]],
        more=len(found) > SHOWN,
        board=board_of(request),
        seconds=BUSY if found else QUIET,
    )


def board_of(request: DeskRequest) -> BoardState | None:
    """Give as of when the figures are; None for who sees their own records alone."""
    register = request.seat.register
    return None if register.me.own_records else standing_of_board(register)


@page(Deed.LOOK_AT_COUNTS, own=True)
def jobs(request: DeskRequest) -> HttpResponse:
    """List what was asked for, the newest first, and what came of it."""
    found = request.seat.register.queue.jobs(50)
    lines = [line_of(request, each) for each in found]
    return render(request, "home/jobs.html", jobs=lines)


@act(Deed.LOOK_AT_COUNTS, own=True)
def cancel(request: DeskRequest, job: int) -> HttpResponse:
    """Ask a job to stop; what it kept stays kept."""
    request.seat.register.queue.cancel(JobId(job), datetime.now(UTC))
    tell(request, str(request.t("home.asked_to_stop")))
    return go(request, "home:jobs")


def line_of(request: DeskRequest, job: Job) -> Line:
    """Say a job in the language of the page."""
    t = request.t
    kind, stage = f"home.job_{job.kind}", f"home.stage_{stage_of(job.what)}"
    return Line(
        job,
        kind=str(t(kind)) if t.has(kind) else job.kind,
        stage=str(t(stage)) if t.has(stage) else job.what,
        share=min(100, 100 * job.done // job.total) if job.total else None,
        mine=job.by == request.seated.user
        or request.seat.register.may(Deed.KEEP_USERS),
    )


def stage_of(what: str) -> str:
    """Give the name that a stage's words go by.

    Example:
        >>> stage_of("Checking entries"), stage_of("Estimating: lcmcr")
        ('checking_entries', 'estimating')
    """
    return what.partition(":")[0].lower().replace(" ", "_")


@act(Deed.LOOK_AT_COUNTS, own=True)
def ask(request: DeskRequest, kind: str) -> HttpResponse:
    """Ask for a job that needs nothing to be said: a check, or a backup."""
    if kind not in BY_HAND:
        raise BadValue("expected a check or a backup, found another kind of job")
    ask_job(request.seat, kind)
    tell(request, str(request.t(f"home.asked_{kind}")))
    return go(request, "home:jobs")
