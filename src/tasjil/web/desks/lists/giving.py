"""A list that was given: its columns to confirm, and what it would change, first."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.capture.given import GivenFile
from tasjil.errors import BadColumns, BadValue, CannotCapture, NotInRegister
from tasjil.journey.jobs.given_lists import (
    Look,
    drop_given,
    give_list,
    keep_given,
    look_at,
)
from tasjil.journey.jobs.link_soon import link_now
from tasjil.journey.lists.keeping import list_name
from tasjil.link.lists.changes import ListChanges
from tasjil.model.ids import JobId
from tasjil.publish.outside import told
from tasjil.register.deeds import Deed
from tasjil.web.desks.lists.columns import choices, clean_in, shown, told_in
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell

FEW = 12
"""Records that are named of those that changed."""


@act(Deed.LOOK_AT_REPORTS, Deed.IMPORT_LIST)
def give(request: DeskRequest) -> HttpResponse:
    """Take a list in: it waits in the encrypted store until somebody has looked."""
    file = request.FILES.get("list")
    words = request.POST.get("rows", "")
    if file is not None:
        given = GivenFile(file.name or "", file.read())
    elif words.strip():
        name = request.POST.get("name", "").strip() or "pasted"
        given = GivenFile(f"{name}.csv", words.encode("utf-8", "replace"))
    else:
        tell(request, str(request.t("lists.nothing_given")))
        return go(request, "lists:lists")
    try:
        job, number = give_list(request.seat, given)
    except (BadValue, CannotCapture) as refused:
        tell(request, str(refused))
        return go(request, "lists:lists")
    return go(request, "lists:waiting", job, number)


@page(Deed.LOOK_AT_REPORTS, Deed.IMPORT_LIST, methods=("GET", "HEAD", "POST"))
def waiting(request: DeskRequest, job: int, number: int) -> HttpResponse:
    """Show what its columns are taken for and what it changes; keep it when told."""
    where = JobId(job), number
    wrong, status = "", 200
    look = look_at(request.case, request.seat, *where)
    if request.method == "POST":
        try:
            meanings = told_in(request.POST, look.understood.rows.keys)
            if request.POST.get("do") == "keep":
                return _keep(request, where, look)
            look = look_at(request.case, request.seat, *where, meanings)
        except (BadColumns, BadValue) as refused:
            wrong, status = str(refused), 409
    return render(
        request,
        "lists/waiting.html",
        status=status,
        job=job,
        number=number,
        wrong=wrong,
        name=told(look.found.list.name.removeprefix("lists/")),
        many=len(look.understood.rows) - len(look.understood.nobody),
        nobody=len(look.understood.nobody),
        notes=(*look.found.list.notes, *look.understood.notes),
        columns=_columns(request, look),
        choices=choices(request),
        clean=look.understood.columns.clean,
        change=None if look.changes is None else change_of(request, look),
    )


def _columns(request: DeskRequest, look: Look) -> object:
    return shown(request, look.understood.columns, look.account, look.samples)


def _keep(request: DeskRequest, where: tuple[JobId, int], look: Look) -> HttpResponse:
    meanings = told_in(request.POST, look.understood.rows.keys)
    clean = clean_in(request.POST)
    kept = keep_given(request.case, request.seat, where, meanings, clean)
    link_now(request.seat, datetime.now(UTC))
    tell(request, str(request.t("lists.was_kept")))
    return go(request, "lists:list", kept)


@act(Deed.LOOK_AT_REPORTS, Deed.IMPORT_LIST)
def drop(request: DeskRequest, job: int, number: int) -> HttpResponse:
    """Let a list go that waits."""
    try:
        drop_given(request.seat, JobId(job), number)
        tell(request, str(request.t("lists.let_go")))
    except NotInRegister as gone:
        tell(request, str(gone))
    return go(request, "lists:lists")


@dataclass(frozen=True, slots=True)
class Change:
    """What a newer file changes.

    Attributes:
        follows: The list it is a newer version of.
        changed: Some of the records that changed, each with the headers that did.
        doubtful: How many changed so much that they may be somebody else.
        touched: Records people said something about that are gone or much changed.
    """

    follows: Markup
    unchanged: int
    new: int
    gone: int
    many_changed: int
    changed: tuple[tuple[Markup, Markup], ...]
    doubtful: int
    touched: tuple[Markup, ...]
    added: tuple[Markup, ...]
    dropped: tuple[Markup, ...]


def change_of(request: DeskRequest, look: Look) -> Change:
    """Put what a newer file changes into words."""
    assert look.changes is not None
    assert look.follows is not None
    change: ListChanges = look.changes
    comma = request.t("list.comma")
    return Change(
        told(list_name(look.follows.name)),
        change.unchanged,
        len(change.new),
        len(change.gone),
        len(change.changed),
        tuple(
            (told(each.record), comma.join(map(told, each.headers)))
            for each in change.changed[:FEW]
        ),
        len(change.doubtful),
        tuple(map(told, look.touched)),
        tuple(map(told, change.added)),
        tuple(map(told, change.dropped)),
    )
