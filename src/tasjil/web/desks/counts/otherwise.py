"""What if: the count as it would be, shown beside what it is; nothing is kept."""

from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpResponse

from tasjil.journey import board
from tasjil.journey.jobs.asking import ask_job
from tasjil.journey.jobs.kinds import WHAT_IF
from tasjil.journey.jobs.what_if import answer_of, asked_for, question_of
from tasjil.model.ids import JobId
from tasjil.model.proof import StandardOfProof
from tasjil.model.scope import Disagreement, Treated
from tasjil.register.deeds import Deed
from tasjil.register.desk.job import Job
from tasjil.web.desks.counts.asking import asked_by, lines, question_words, sentences
from tasjil.web.desks.counts.edition import edition_of
from tasjil.web.desks.home.strip import line_of
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice

SHOWN = 10
"""Questions asked before that the page lists."""


@page(Deed.LOOK_AT_REPORTS)
def otherwise(request: DeskRequest) -> HttpResponse:
    """Show the form, and what was asked before."""
    say = voice(request)
    before = request.seat.register.queue.jobs(SHOWN, kind=WHAT_IF)
    return render(
        request,
        "counts/otherwise.html",
        sources=sorted(
            ((str(e.id), str(say.source(e).striptags())) for e in request.case.sources),
            key=lambda each: each[1].casefold(),
        ),
        standards=[
            ("", request.t("counts.as_it_is")),
            *((e.value, say.word(e)) for e in StandardOfProof),
        ],
        rules=[
            ("", request.t("counts.as_it_is")),
            *((e.value, say.word(e)) for e in Disagreement),
        ],
        treated=tuple(Treated),
        before=[
            (job, question_words(request, say, question_of(job.asked)))
            for job in before
        ],
    )


@act(Deed.LOOK_AT_REPORTS)
def ask(request: DeskRequest) -> HttpResponse:
    """Ask for a count of what would be."""
    job = ask_job(request.seat, WHAT_IF, asked_for(asked_by(request.POST)))
    return go(request, "counts:answer", job)


@page(Deed.LOOK_AT_REPORTS)
def answer(request: DeskRequest, job: int) -> HttpResponse:
    """Show what a count would find, beside what it finds; or how far it is."""
    found = _job(request, job)
    context = _context(request, found)
    if request.is_part:
        return render_part(request, "counts/answer.html", "far", **context)
    return render(request, "counts/answer.html", **context)


@act(Deed.LOOK_AT_REPORTS)
def cancel(request: DeskRequest, job: int) -> HttpResponse:
    """Ask for it no more."""
    register = request.seat.register
    register.queue.cancel(_job(request, job).id, datetime.now(UTC))
    return go(request, "counts:answer", job)


def _job(request: DeskRequest, number: int) -> Job:
    found = request.seat.register.queue.job(JobId(number))
    if found.kind != WHAT_IF:
        raise Http404
    return found


def _context(request: DeskRequest, job: Job) -> dict[str, Any]:
    say = edition_of(request)
    told: dict[str, Any] = {
        "line": line_of(request, job),
        "job": job,
        "question": question_words(request, say, question_of(job.asked)),
        "board": board.standing_of_board(request.seat.register),
        "error": job.error,
        "found": None,
    }
    if not job.result or "found" not in job.result:
        return told
    came = answer_of(job.result)
    one, other = came.found.range
    return told | {
        "found": came.found,
        "left": came.left,
        "figures": tuple(lines(request, say, came.found.figures)),
        "rows": tuple(lines(request, say, came.found.rows)),
        "sentences": tuple(sentences(request, came.found)),
        "ranges": (say.range(one.low, one.high), say.range(other.low, other.high)),
    }
