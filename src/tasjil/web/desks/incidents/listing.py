"""The list of incidents, narrowed and in an order of one's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from markupsafe import Markup

from tasjil.errors import BadDate, BadValue
from tasjil.journey import board
from tasjil.journey.board import IncidentFilter, IncidentLine, IncidentSort, Page
from tasjil.model.acts import Act
from tasjil.model.edtf import Edtf
from tasjil.model.missing import GapKind, Part
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.edition import Edition
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import href
from tasjil.web.page.door import page
from tasjil.web.page.paging import asked_number
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.choosing import chosen
from tasjil.web.shown.places import place_choices, place_typed
from tasjil.web.shown.titles import place_words

FEW_GAPS = 3
"""How many of the things that are missing a line names."""


@dataclass(frozen=True, slots=True)
class Row:
    """One incident in the list."""

    href: str
    title: Markup
    place: Markup
    date: Markup
    figure: Markup
    bar: Markup
    verified: Markup
    line: IncidentLine
    gaps: tuple[Markup, ...]


@page(Deed.LOOK_AT_REPORTS)
def incidents(request: DeskRequest) -> HttpResponse:
    """Show a page of the list."""
    register, say = request.seat.register, voice(request)
    wrong, wanted = "", IncidentFilter()
    try:
        wanted = filter_of(request, say)
    except (BadDate, BadValue) as refused:
        wrong = str(refused)
    sort = chosen(IncidentSort, request.GET.get("sort")) or IncidentSort.MOVES
    found = board.incidents(register, wanted, sort, Page(asked_number(request)))
    return render(
        request,
        "incidents/incidents.html",
        rows=tuple(rows(request, say, found.items)),
        found=found,
        query=kept_query(request.GET),
        asked=request.GET,
        wrong=wrong,
        board=board.standing_of_board(register),
        choices=_choices(request, say),
    )


def filter_of(request: DeskRequest, say: Edition) -> IncidentFilter:
    """Read what the list is narrowed to.

    Raises:
        BadDate: A day is none.
        BadValue: No place of the case is called so.
    """
    asked = request.GET
    since, until = (asked.get(each, "").strip() or None for each in ("since", "until"))
    for told in (since, until):
        if told is not None:
            Edtf.parse(told)
    return IncidentFilter(
        act=chosen(Act, asked.get("act")),
        place=place_typed(say, asked.get("place", "")),
        since=since,
        until=until,
        needs=chosen(Part, asked.get("needs")),
        kind=chosen(GapKind, asked.get("kind")),
        unjudged=True if asked.get("unjudged") else None,
        counted=True if asked.get("counted") else None,
    )


def kept_query(asked: QueryDict) -> str:
    """Give what was asked, for the links to other parts of the list."""
    return urlencode([(k, v) for k, v in asked.items() if k != "part" and v])


def rows(
    request: DeskRequest, say: Edition, lines: tuple[IncidentLine, ...]
) -> Iterator[Row]:
    """Put lines into words, with bars to one scale."""
    most = max((each.ceiling or each.floor for each in lines), default=0)
    for line in lines:
        verified = line.verified
        yield Row(
            href=href(request.language, "incidents:incident", line.id),
            title=say.event(line.act),
            place=place_words(say, line),
            date=say.date(line.edtf),
            figure=say.count_range(line.floor, line.ceiling)
            if line.counted
            else say.say("incident.not_counted"),
            bar=range_bar(line.floor, line.ceiling, most, verified.low)
            if line.counted
            else Markup(""),
            verified=say.range(verified.low, verified.high),
            line=line,
            gaps=tuple(_gap(request, *each) for each in line.gaps[:FEW_GAPS]),
        )


def _gap(request: DeskRequest, part: Part, kind: GapKind) -> Markup:
    t = request.t
    return t(
        "incidents.gap", part=t(f"Part.{part.value}"), kind=t(f"GapKind.{kind.value}")
    )


def _choices(request: DeskRequest, say: Edition) -> dict[str, object]:
    t = request.t
    everything = ("", t("incidents.any"))
    return {
        "act": [everything, *((each.value, say.word(each)) for each in Act)],
        "needs": [everything, *((p.value, t(f"Part.{p.value}")) for p in Part)],
        "kind": [everything, *((k.value, t(f"GapKind.{k.value}")) for k in GapKind)],
        "sort": [(s.value, t(f"incidents.sort_{s.value}")) for s in IncidentSort],
        "place": place_choices(request.case, say),
    }
