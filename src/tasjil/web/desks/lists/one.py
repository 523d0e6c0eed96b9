"""One list: what its columns mean, who said so, and its rows as they came."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import Http404, HttpResponse
from markupsafe import Markup

from tasjil.errors import BadValue
from tasjil.journey.jobs.given_lists import describe_list
from tasjil.journey.jobs.link_soon import link_now
from tasjil.journey.lists.keeping import list_name
from tasjil.journey.review.list_sheets import ListSheet
from tasjil.link.lists.cleaning import ColumnAccount
from tasjil.link.lists.columns.columns import Column
from tasjil.publish.outside import told
from tasjil.register.deeds import Deed
from tasjil.register.desk.review import PART
from tasjil.web.desks.lists.columns import choices, clean_in, shown, told_in
from tasjil.web.desks.lists.shelf import sheet_of
from tasjil.web.page.addresses import go, way
from tasjil.web.page.door import page
from tasjil.web.page.paging import Part
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row as it came.

    Attributes:
        href: The person it is held to tell of.
        nobody: It tells of no person: a total, headers once more.
    """

    id: str
    href: str | None
    cells: tuple[Markup, ...]
    nobody: bool


@page(Deed.LOOK_AT_REPORTS, methods=("GET", "HEAD", "POST"))
def list_page(request: DeskRequest, id: str) -> HttpResponse:
    """Show a list; confirm or correct what its columns mean where the form is sent."""
    own = next((each for each in sheet_of(request).lists if each.id == id), None)
    if own is None:
        return _not_laid(request, id)
    wrong = ""
    if request.method == "POST":
        try:
            return _describe(request, own)
        except BadValue as refused:
            wrong = str(refused)
    part = Part.asked(request, own.rows, PART)
    plain = request.seat.register.review.rows(id, part.number) or []
    columns = tuple(
        Column(each.header, each.meaning, each.because, each.confidence)
        for each in own.columns
    )
    account = {
        each.header: ColumnAccount(each.read, each.unread)
        for each in own.columns
        if each.read or each.unread
    }
    return render(
        request,
        "lists/list.html",
        status=409 if wrong else 200,
        own=own,
        name=told(own.name),
        file=told(own.file.removeprefix("lists/")),
        wrong=wrong,
        columns=shown(request, columns, account, {}),
        choices=choices(request),
        headers=tuple(told(each.header) for each in own.columns),
        rows=tuple(_row(request, own, each) for each in plain),
        part=part,
        may_say=request.seat.register.may(Deed.IMPORT_LIST),
        by=None if own.by is None else told(own.by),
        at=told((own.at or "")[:10]),
    )


def _not_laid(request: DeskRequest, id: str) -> HttpResponse:
    """Say that a list waits for the next linking, where there is such a list."""
    for version in request.seat.register.kept_lists():
        if version.list == id:
            name = told(list_name(version.name))
            return render(request, "lists/coming.html", name=name)
    raise Http404


def _row(request: DeskRequest, own: ListSheet, plain: dict[str, object]) -> RowShown:
    cells = plain["cells"]
    assert isinstance(cells, dict)
    id, nobody = str(plain["id"]), bool(plain["nobody"])
    return RowShown(
        id,
        None if nobody else way(request.language, "people:person", id),
        tuple(told(cells.get(each.header, "")) for each in own.columns),
        nobody,
    )


def _describe(request: DeskRequest, own: ListSheet) -> HttpResponse:
    """Keep what somebody says of the columns, and have the records linked by it."""
    request.seat.register.must(Deed.IMPORT_LIST)
    meanings = told_in(request.POST, [each.header for each in own.columns])
    typed = request.POST.get("because", "").strip()
    because = typed or str(request.t("lists.because_looked"))
    clean = clean_in(request.POST)
    describe_list(request.case, request.seat, own.id, meanings, clean, because)
    link_now(request.seat, datetime.now(UTC))
    tell(request, str(request.t("lists.was_described")))
    return go(request, "lists:list", own.id)
