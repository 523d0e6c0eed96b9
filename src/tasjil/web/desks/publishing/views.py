"""What would leave the house, what left it, and what differs between the two."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import Http404, HttpResponse, StreamingHttpResponse
from markupsafe import Markup

from tasjil.journey.release.differences import Difference
from tasjil.journey.release.drafted import read_draft, read_summary
from tasjil.journey.release.publishing import archived, still_shown
from tasjil.model.acts import Act
from tasjil.model.json import from_json
from tasjil.model.release import ChangeKind
from tasjil.publish.outside import told
from tasjil.register.board.keeping import UNTOUCHED
from tasjil.register.deeds import Deed
from tasjil.register.desk.logbook import Cut, Wanted
from tasjil.register.door.requests import Request
from tasjil.register.entry import EntryKind
from tasjil.register.permissions import Leave, leave
from tasjil.register.releases import KeptRelease
from tasjil.web.page.addresses import way
from tasjil.web.page.door import page
from tasjil.web.page.paging import SIZE, Part
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.did import moment_words

MOST_ASKED = 10
"""Requests for leave that a page shows."""

TYPES = {"html": "text/html", "css": "text/css", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release in the list."""

    release: KeptRelease
    at: Markup
    by: Markup
    because: Markup
    here: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One line of what differs."""

    kind: Markup
    what: Markup
    href: str | None
    before: Markup | None
    after: Markup | None
    causes: tuple[tuple[Markup, int, str | None], ...]


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A request for leave to publish.

    Attributes:
        mine: Whoever looks asked for it themselves.
        is_draft: It is about the draft as it is now.
    """

    request: Request
    state: str
    by: Markup
    at: Markup
    because: Markup
    mine: bool
    is_draft: bool


@page(Deed.KEEP_CORRECTION)
def publishing(request: DeskRequest) -> HttpResponse:
    """Show where the next release stands, and those before."""
    register, case = request.seat.register, request.case
    draft, releases = read_summary(case), register.releases()
    asked = _asked(request, None if draft is None else draft.what)
    last = releases[-1] if releases else None
    return render(
        request,
        "publishing/publishing.html",
        draft=draft,
        made=None if draft is None else moment_words(request, draft.at),
        behind=draft is not None and _moved(request, draft.entries),
        asked=asked,
        pending=any(each.is_draft for each in asked),
        approved=any(each.state == "approved" and each.is_draft for each in asked),
        may_publish=leave(register.me, Deed.PUBLISH) is Leave.YES,
        releases=tuple(_row(request, each) for each in releases[::-1][:SIZE]),
        still=None if last is None else still_shown(case, register, last),
        waiting=register.how_many_corrections(waiting=True),
        busy=[
            job
            for kind in ("draft", "release")
            for job in register.queue.open_jobs(1, kind=kind)
        ],
    )


@page(Deed.KEEP_CORRECTION)
def changes(request: DeskRequest) -> HttpResponse:
    """List what the draft has that the release before has not, and why."""
    draft = read_draft(request.case)
    if draft is None:
        raise Http404
    part = Part.asked(request, len(draft.changes))
    shown = draft.changes[part.first() : part.first() + SIZE]
    return render(
        request,
        "publishing/changes.html",
        title=request.t("publishing.changes_of", release=draft.id),
        previous=draft.previous,
        rows=tuple(rows_of(request, shown)),
        answered=draft.answered,
        part=part,
    )


@page(Deed.KEEP_CORRECTION)
def release(request: DeskRequest, id: str) -> HttpResponse:
    """Show a release: what it rests on, its figures, and what it changed."""
    found = request.seat.register.release(id)
    if found is None:
        raise Http404
    all_changes = found.told.get("changes", ())
    part = Part.asked(request, len(all_changes))
    shown = all_changes[part.first() : part.first() + SIZE]
    facts = found.told.get("facts", {})
    return render(
        request,
        "publishing/release.html",
        row=_row(request, found),
        log=way(request.language, "log:entry", found.number),
        approval=found.approval and way(request.language, "log:entry", found.approval),
        figures=tuple(
            (voice(request).event(Act(each["act"])), _numbers(request, each))
            for each in facts.get("figures", {}).values()
        ),
        files=len(found.told.get("files", ())),
        withheld=facts.get("withheld", 0),
        still=still_shown(request.case, request.seat.register, found),
        rows=tuple(rows_of(request, (from_json(each, Difference) for each in shown))),
        part=part,
    )


@page(Deed.KEEP_CORRECTION)
def file(request: DeskRequest, name: str) -> HttpResponse:
    """Show one file of the draft, as anybody would see it."""
    draft = read_draft(request.case)
    kind = TYPES.get(name.rpartition(".")[2])
    if draft is None or kind is None or name not in draft.files:
        raise Http404
    path = request.case.draft_folder / name
    answer = HttpResponse(path.read_bytes(), content_type=f"{kind}; charset=utf-8")
    answer.headers["Cache-Control"] = "no-store"
    return answer


@page(Deed.KEEP_CORRECTION)
def archive(request: DeskRequest, id: str) -> StreamingHttpResponse:
    """Hand on a frozen release as one archive; it is made while it is sent."""
    known = {each.id for each in request.seat.register.releases()}
    folder = request.case.releases_folder / id
    if id not in known or not folder.is_dir():
        raise Http404
    answer = StreamingHttpResponse(archived(folder), content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{folder.name}.zip"'
    return answer


def rows_of(request: DeskRequest, found: Iterable[Difference]) -> Iterator[ChangeRow]:
    """Say what differs, in words and links."""
    for each in found:
        now = each.after or each.before or {}
        name = _name(request, each, now)
        known = each.part == "incident" and each.kind is not ChangeKind.REMOVED
        yield ChangeRow(
            request.t(f"publishing.{each.kind.name.lower()}"),
            name,
            way(request.language, "incidents:incident", each.what) if known else None,
            None if each.before is None else _numbers(request, each.before),
            None if each.after is None else _numbers(request, each.after),
            tuple(
                (
                    request.t(f"entry.{cause.kind.replace('.', '_')}"),
                    cause.entry,
                    way(request.language, "log:entry", cause.entry),
                )
                if cause.entry
                else (request.t("publishing.protection"), 0, None)
                for cause in each.causes
            ),
        )


def _name(request: DeskRequest, each: Difference, now: dict[str, object]) -> Markup:
    say = voice(request)
    act = Act(str(now["act"]))
    if each.part == "figure":
        return request.t("publishing.figure_of", act=say.event(act))
    places = {str(place.id): place.id for place in request.case.places}
    place = str(now["place"]) if now.get("place") else ""
    where = say.place(places[place]) if place in places else told(place)
    edtf = now.get("edtf")
    return say.say(
        "incident.title",
        act=say.event(act),
        place=where if place else say.say("place.unknown"),
        date=say.date(None if edtf is None else str(edtf)),
    )


def _numbers(request: DeskRequest, each: dict[str, object]) -> Markup:
    say = voice(request)
    low, high = each["verified"]  # type: ignore[misc]
    return request.t(
        "publishing.numbers",
        range=say.count_range(each["floor"], each["ceiling"]),  # type: ignore[arg-type]
        verified=say.range(low, high),  # type: ignore[has-type]
    )


def _moved(request: DeskRequest, entries: int) -> bool:
    """Tell whether anything was done since that a count would go by."""
    register = request.seat.register
    if register.head().size == entries:
        return False
    wanted = Wanted(kinds=tuple(each for each in EntryKind if each not in UNTOUCHED))
    return bool(register.logbook.page(wanted, Cut(after=entries), size=1).entries)


def _row(request: DeskRequest, each: KeptRelease) -> ReleaseRow:
    return ReleaseRow(
        each,
        moment_words(request, each.at),
        told(each.by),
        told(each.because),
        (request.case.releases_folder / each.id).is_dir(),
    )


def _asked(request: DeskRequest, what: str | None) -> tuple[AskedRow, ...]:
    """Give who asks for leave to publish, and whether it waits, newest first."""
    register = request.seat.register
    now = register.time(datetime.now(UTC))
    found = [
        (each, state)
        for each in register.requests()[::-1]
        if each.deed is Deed.PUBLISH
        and (state := each.state(now)) in ("waiting", "approved")
    ]
    return tuple(
        AskedRow(
            each,
            state,
            told(each.by),
            moment_words(request, each.at),
            told(register.logbook.entry(each.seq).because or ""),
            each.by == register.user,
            each.what == what,
        )
        for each, state in found[:MOST_ASKED]
    )
