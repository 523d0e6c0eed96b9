"""The register of victims, and the search for a name in any script."""

from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from markupsafe import Markup

from tasjil.errors import BadDate, BadValue
from tasjil.journey import board
from tasjil.journey.board import Page, PersonFilter, PersonSort
from tasjil.model.acts import Act
from tasjil.model.edtf import Edtf
from tasjil.model.persons import AgeGroup, Sex
from tasjil.publish.edition import Edition
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import go
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.choosing import chosen
from tasjil.web.shown.people import person_rows, sex_words
from tasjil.web.shown.places import place_choices, place_typed

LONGEST = 200
"""Characters of a name that somebody searches for."""


@page(Deed.LOOK_AT_REPORTS)
def people(request: DeskRequest) -> HttpResponse:
    """List everybody, narrowed by what the address says; no name is in it."""
    return _listed(request, request.GET, "")


@page(Deed.LOOK_AT_REPORTS, methods=("GET", "HEAD", "POST"))
def search(request: DeskRequest) -> HttpResponse:
    """Find a name: it comes in a form, so that it stands in no address and no log."""
    if request.method != "POST":
        return go(request, "people:people")
    return _listed(request, request.POST, request.POST.get("name", "")[:LONGEST])


def _listed(request: DeskRequest, asked: QueryDict, name: str) -> HttpResponse:
    register, say = request.seat.register, voice(request)
    wrong, wanted = "", PersonFilter()
    try:
        wanted = filter_of(asked, say)
    except (BadDate, BadValue) as refused:
        wrong = str(refused)
    sort = chosen(PersonSort, asked.get("sort")) or PersonSort.NAME
    found = board.people(register, name, wanted, Page(_number(asked)), sort)
    return render(
        request,
        "people/people.html",
        rows=person_rows(request, found.items),
        found=found,
        name=name,
        asked=asked,
        query=_kept(asked),
        wrong=wrong,
        board=board.standing_of_board(register),
        choices=_choices(request, say),
    )


def filter_of(asked: QueryDict, say: Edition) -> PersonFilter:
    """Read what the list is narrowed to.

    Raises:
        BadDate: A day is none.
        BadValue: No place of the case is called so.
    """
    since, until = (asked.get(each, "").strip() or None for each in ("since", "until"))
    for told in (since, until):
        if told is not None:
            Edtf.parse(told)
    return PersonFilter(
        act=chosen(Act, asked.get("act")),
        place=place_typed(say, asked.get("place", "")),
        since=since,
        until=until,
        sex=chosen(Sex, asked.get("sex")),
        age_group=chosen(AgeGroup, asked.get("age")),
        doubtful=True if asked.get("doubtful") else None,
        unnamed=True if asked.get("unnamed") else None,
        unverified=True if asked.get("unverified") else None,
    )


def _number(asked: QueryDict) -> int:
    told = asked.get("part", "1")
    return (
        max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < 7 else 1
    )


def _kept(asked: QueryDict) -> str:
    """Give what narrows the list, for the links to other parts; never a name."""
    left = ("part", "name", "csrfmiddlewaretoken")
    return urlencode([(k, v) for k, v in asked.items() if k not in left and v])


def _choices(request: DeskRequest, say: Edition) -> dict[str, object]:
    t = request.t
    everything: tuple[str, Markup] = ("", t("people.any"))
    return {
        "act": [everything, *((each.value, say.word(each)) for each in Act)],
        "sex": [everything, *((each.value, sex_words(request, each)) for each in Sex)],
        "age": [everything, *((each.value, say.word(each)) for each in AgeGroup)],
        "sort": [(each.value, t(f"people.sort_{each.value}")) for each in PersonSort],
        "place": place_choices(request.case, say),
    }
