"""Changes the list of sources: a line is kept, added or taken out, with a reason."""

from dataclasses import replace

from django.http import HttpResponse, QueryDict

from tasjil.errors import BadValue, NoSuchSource
from tasjil.journey.board.tellers import teller, teller_id
from tasjil.journey.jobs.asking import ask_job
from tasjil.journey.source_list import (
    drop_source,
    keep_source,
    parts,
    read_list,
)
from tasjil.model.ids import SourceId
from tasjil.model.sources import Source, SourceKind
from tasjil.register.deeds import Deed
from tasjil.web.desks.sources.teller import Typed, listed_as, show
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act
from tasjil.web.page.request import DeskRequest, tell


def _typed(sent: QueryDict) -> Typed:
    """Read the form; those it passes on come one a field, or with | between."""
    names = ("id", "name", "name_ar", "kind", "language", "variants", "url", "note")
    relays = [part for each in sent.getlist("relays") for part in parts(each)]
    return Typed(
        **{name: sent.get(name, "").strip() for name in names},
        because=sent.get("because", "").strip(),
        mark=sent.get("mark", ""),
        new=bool(sent.get("new")),
        relays=tuple(dict.fromkeys(relays)),
    )


def _source(typed: Typed) -> Source:
    """Give the source a form means.

    Raises:
        BadValue: It has no id or name, or its kind is none.
    """
    id = typed.id.strip()
    if not (id and id.isascii() and id.replace("-", "").replace("_", "").isalnum()):
        raise BadValue(
            "expected a short id of letters, digits and - for the source, such as "
            "'herald', found something else; it stands in addresses, so no person's "
            "name may be in it"
        )
    kind = next((each for each in SourceKind if each == typed.kind), None)
    if kind is None:
        raise BadValue("expected one of the kinds of source, found another; choose one")
    return Source(
        SourceId(id),
        typed.name,
        typed.name_ar or None,
        kind,
        typed.language or None,
        tuple(map(SourceId, typed.relays)),
        parts(typed.variants),
        typed.url or None,
        typed.note or None,
    )


@act(Deed.LOOK_AT_REPORTS, Deed.SET_SCOPE)
def keep(request: DeskRequest) -> HttpResponse:
    """Keep a line of the list, with a way to put it back as it was."""
    typed = _typed(request.POST)
    before = listed_as(request, teller_id(typed.id))
    try:
        source = _source(typed)
        entry = keep_source(
            request.case,
            request.seat,
            source,
            typed.because,
            typed.mark,
            new=typed.new,
        )
    except (BadValue, NoSuchSource) as wrong:
        seen = None if typed.new else before
        body = teller(request.seat.register, teller_id(typed.id))
        fresh = replace(typed, mark=read_list(request.case).mark)
        return show(request, seen, body, fresh, str(wrong), 409)
    mark = read_list(request.case).mark
    because = str(request.t("sources.undone", entry=entry))
    if typed.new or before is None:
        undo, fields = (
            "sources:drop",
            {"id": typed.id, "because": because, "mark": mark},
        )
    else:
        undo, fields = "sources:keep", Typed.of(before, "").fields(because, mark)
    tell(
        request,
        request.t("sources.kept", entry=entry),
        undo=href(request.language, undo),
        **fields,
    )
    return go(request, "sources:one", teller_id(source.id))


@act(Deed.LOOK_AT_REPORTS, Deed.SET_SCOPE)
def drop(request: DeskRequest) -> HttpResponse:
    """Take a line out of the list, with a way to put it back."""
    id, sent = SourceId(request.POST.get("id", "")), request.POST
    before = listed_as(request, teller_id(id))
    because = sent.get("because", "")
    entry = drop_source(request.case, request.seat, id, because, sent.get("mark", ""))
    if before is not None:
        mark = read_list(request.case).mark
        undone = str(request.t("sources.undone", entry=entry))
        fields = {**Typed.of(before, "").fields(undone, mark), "new": "1"}
        tell(
            request,
            request.t("sources.dropped", entry=entry),
            undo=href(request.language, "sources:keep"),
            **fields,
        )
    return go(request, "sources:sources")


@act(Deed.LOOK_AT_REPORTS, Deed.PROPOSE)
def read(request: DeskRequest) -> HttpResponse:
    """Have the reports read again by the list as it is now."""
    ask_job(request.seat, "read")
    tell(request, request.t("sources.read_asked"))
    return go(request, "sources:sources")
