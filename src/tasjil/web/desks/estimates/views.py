"""The estimates that were kept, and each with its honest report."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from markupsafe import Markup

from tasjil.errors import NotInRegister
from tasjil.estimate.report import Report
from tasjil.estimate.report.page import fragment, lead
from tasjil.estimate.saying import Language as Spoken
from tasjil.journey import board
from tasjil.journey.estimating.shelf import (
    OpenedEstimate,
    Shelved,
    list_names,
    opened_estimate,
    shelved,
    shown_now,
)
from tasjil.journey.jobs.kinds import AGAIN, ESTIMATE
from tasjil.model.acts import Act
from tasjil.publish.pages.overview import measures
from tasjil.publish.rows import Measure
from tasjil.register.deeds import Deed
from tasjil.web.desks.estimates.settings_told import settings_told
from tasjil.web.desks.home.strip import Line, line_of
from tasjil.web.page.addresses import way
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice

FEWEST_LISTS = 3
SHOWN = 50
"""Estimates that the page lists, the newest first."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The count an estimate stands beside; neither is part of the other."""

    question: Markup
    href: str | None
    measures: tuple[Measure, ...]


@page(Deed.LOOK_AT_COUNTS)
def estimates(request: DeskRequest) -> HttpResponse:
    """Show the estimates that were kept, and why there may be none."""
    register = request.seat.register
    reads = register.may(Deed.LOOK_AT_REPORTS)
    shelf = shelved(request.case, register, SHOWN)
    newest = shown_now(shelf)
    return render(
        request,
        "estimates/estimates.html",
        shelf=shelf if reads else tuple(e for e in shelf if e.head.stands),
        newest=newest,
        lead=_lead(request, newest),
        beside=beside_of(request),
        lists=list_names(register) if reads else (),
        too_few=reads and len(list_names(register)) < FEWEST_LISTS,
        open_jobs=_open_jobs(request) if reads else (),
    )


def _lead(request: DeskRequest, newest: Shelved | None) -> Markup | None:
    if newest is None:
        return None
    register = request.seat.register
    opened = opened_estimate(request.case, register, newest.head.id)
    if opened.report is None:
        return None
    words = lead(opened.report, spoken(request), exact=is_exact(request))
    return Markup(words)  # noqa: S704


def _open_jobs(request: DeskRequest) -> tuple[Line, ...]:
    queue = request.seat.register.queue
    found = [e for kind in (ESTIMATE, AGAIN) for e in queue.open_jobs(10, kind=kind)]
    return tuple(line_of(request, each) for each in found)


@page(Deed.LOOK_AT_COUNTS)
def estimate(request: DeskRequest, id: str) -> HttpResponse:
    """Show one estimate with everything it says of itself."""
    register = request.seat.register
    found = _found(request, id)
    ours = not found.kept.office
    return render(
        request,
        "estimates/estimate.html",
        found=found,
        report=_report(request, found.report),
        beside=beside_of(request),
        settings=settings_told(request, found.wanted) if found.wanted else (),
        may_withdraw=ours
        and found.kept.withdrawn is None
        and register.may(Deed.WITHDRAW_ESTIMATE),
        may_again=found.report is not None and register.may(Deed.LOOK_AT_REPORTS),
        wrong="",
    )


def _found(request: DeskRequest, id: str) -> OpenedEstimate:
    """Open an estimate; who sees figures alone is shown none that was taken back."""
    register = request.seat.register
    try:
        found = opened_estimate(request.case, register, id)
    except NotInRegister as none:
        raise Http404 from none
    if found.kept.withdrawn is not None and not register.may(Deed.LOOK_AT_REPORTS):
        raise Http404
    return found


def _report(request: DeskRequest, report: Report | None) -> Markup | None:
    if report is None:
        return None
    words = fragment(report, spoken(request), exact=is_exact(request))
    return Markup(words)  # noqa: S704


def spoken(request: DeskRequest) -> Spoken:
    """Give the language of the page as reports know it."""
    return Spoken(request.language.value)


def is_exact(request: DeskRequest) -> bool:
    """Say whether small numbers are told: who sees figures alone might know who."""
    return request.seat.register.may(Deed.LOOK_AT_REPORTS)


def beside_of(request: DeskRequest) -> Beside | None:
    """Give the count of the killed, to stand apart from an estimate of them."""
    register, say = request.seat.register, voice(request)
    tally = board.tally(register)
    for figure in tally.figures if tally else ():
        if figure.act is Act.KILLED:
            reads = register.may(Deed.LOOK_AT_REPORTS)
            to = way(request.language, "counts:figure", figure.id) if reads else None
            question = say.say(f"question.{figure.act.value}")
            return Beside(question, to, measures(say, figure))
    return None
