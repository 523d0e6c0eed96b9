"""The form that asks for an estimate: methods, strata, lists, limits."""

from typing import Any, TypeVar

from django.http import HttpResponse, QueryDict

from tasjil.errors import BadValue
from tasjil.estimate.refuse import Limits
from tasjil.estimate.settings import SEED, EstimateSettings
from tasjil.journey.estimating.shelf import list_names
from tasjil.journey.estimating.wanted import DRAWS, Stratum, Wanted
from tasjil.journey.jobs.asking import ask_job
from tasjil.journey.jobs.kinds import ESTIMATE
from tasjil.model.defined import Defined
from tasjil.model.estimate import Method
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

OF_A_CASE = tuple(
    each for each in Method if each not in (Method.TWO_LISTS, Method.DOUBLY_ROBUST)
)
"""The methods that three lists or more are for."""

MOST_DRAWS = 500

T = TypeVar("T", bound=Defined)


@page(Deed.ESTIMATE)
def new(request: DeskRequest) -> HttpResponse:
    """Show the form."""
    return _form(request, QueryDict())


@act(Deed.ESTIMATE)
def ask(request: DeskRequest) -> HttpResponse:
    """Ask a worker for an estimate; what cannot be asked for is shown again."""
    try:
        asked = asked_by(request.POST)
    except BadValue as wrong:
        return _form(request, request.POST, str(wrong))
    return go(request, "estimates:job", ask_job(request.seat, ESTIMATE, asked))


def _form(request: DeskRequest, typed: QueryDict, wrong: str = "") -> HttpResponse:
    return render(
        request,
        "estimates/new.html",
        status=400 if wrong else 200,
        methods=OF_A_CASE,
        strata=tuple(Stratum),
        lists=list_names(request.seat.register),
        limits=Limits().plain(),
        typed=typed,
        ticked={name: set(typed.getlist(name)) for name in ("method", "by", "without")},
        draws=DRAWS,
        seed=SEED,
        wrong=wrong,
    )


def asked_by(form: QueryDict) -> dict[str, Any]:
    """Read the form as a job is asked.

    Raises:
        BadValue: A number is none, a limit cannot be, or a limit is set otherwise and
            nobody says why.
    """
    limits = Limits.told(_limits(form))
    because = form.get("because", "").strip()
    if limits.changed() and not because:
        raise BadValue(
            "expected why a limit is set otherwise: a changed limit is kept with its "
            "reason, found none; say why, and ask again"
        )
    settings = EstimateSettings(
        methods=_chosen(Method, form.getlist("method")),
        by=tuple(str(each) for each in _chosen(Stratum, form.getlist("by"))),
        seed=_whole(form, "seed", SEED, 2**63 - 1),
        limits=limits,
    )
    wanted = Wanted(
        settings,
        draws=_whole(form, "draws", DRAWS, MOST_DRAWS),
        without=tuple(form.getlist("without")),
        reports=bool(form.get("reports")),
    )
    minutes = _whole(form, "minutes", 0, 7 * 24 * 60)
    asked: dict[str, Any] = {"wanted": wanted.plain(), "because": because or None}
    return asked | ({"minutes": minutes} if minutes else {})


def _limits(form: QueryDict) -> list[str]:
    usual = Limits().plain()
    return [
        f"{name}={typed}"
        for name in usual
        if (typed := str(form.get(f"limit_{name}", "")).strip())
    ]


def _chosen(of: type[T], told: list[str]) -> tuple[T, ...]:
    return tuple(each for each in of if each.value in told)


def _whole(form: QueryDict, name: str, usual: int, most: int) -> int:
    """Read a whole number; the usual one where none was typed."""
    told = form.get(name, "").strip()
    if not told:
        return usual
    if not (told.isascii() and told.isdigit()) or int(told) > most:
        raise BadValue(
            f"expected {name} as a whole number of 0 to {most}, found something else; "
            "type digits alone, or leave the field empty"
        )
    return int(told)
