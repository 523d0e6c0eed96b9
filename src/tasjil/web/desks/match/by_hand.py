"""Persons put together or divided by hand: seen before it is done, and taken back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey.jobs.link_soon import link_now
from tasjil.journey.review import by_hand, history
from tasjil.journey.review.by_hand import ByHand, MovedCount
from tasjil.model.judgement import Verdict
from tasjil.publish.outside import told
from tasjil.register.deeds import Deed
from tasjil.web.desks.match.sides import list_words
from tasjil.web.page.addresses import go, href, way
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.page.voice import voice
from tasjil.web.shown.did import moment_words
from tasjil.web.shown.titles import title_of

LOOK_AND_DO = ("GET", "HEAD", "POST")


@dataclass(frozen=True, slots=True)
class RecordShown:
    """One record of a person: its name, and where it stands."""

    id: str
    name: Markup
    list: Markup


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person with all of their records."""

    id: str
    href: str | None
    name: Markup
    records: tuple[RecordShown, ...]


@dataclass(frozen=True, slots=True)
class MoveShown:
    """An incident in which they are named, before and after."""

    href: str | None
    title: Markup
    before: Markup
    after: Markup
    moves: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What it would do.

    Attributes:
        words: As how many words on pairs of records it is kept.
    """

    moves: tuple[MoveShown, ...]
    named: tuple[int, int]
    words: int


@page(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK, methods=LOOK_AND_DO)
def merge(request: DeskRequest) -> HttpResponse:
    """Show what putting two persons together would do; do it where the form is sent."""
    sent = request.POST if request.method == "POST" else request.GET
    ids = sent.get("one", "").strip(), sent.get("other", "").strip()
    because, wrong = request.POST.get("because", "").strip(), ""
    preview: Preview | None = None
    try:
        why = because if request.method == "POST" else "…"
        said = by_hand.merging(request.seat.register, *ids, why, datetime.now(UTC))
        if request.method == "POST":
            return _kept(request, said, "match.merged")
        preview = preview_of(request, said)
    except (BadValue, NotInRegister) as refused:
        wrong = str(refused)
    return render(
        request,
        "match/merge.html",
        status=409 if wrong and request.method == "POST" else 200,
        ids=ids,
        people=tuple(p for id in ids if (p := person_shown(request, id)) is not None),
        preview=preview,
        because=because,
        wrong=wrong,
    )


@page(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK, methods=LOOK_AND_DO)
def split(request: DeskRequest, id: str) -> HttpResponse:
    """Take ticked records out of a person: first what it would do, then it is done."""
    register, wrong = request.seat.register, ""
    by_hand.records_of(register, id)
    out = request.POST.getlist("record")
    because, does = request.POST.get("because", "").strip(), request.POST.get("do")
    preview: Preview | None = None
    if request.method == "POST":
        try:
            why = because if does == "keep" else "…"
            said = by_hand.dividing(register, id, out, why, datetime.now(UTC))
            if does == "keep":
                return _kept(request, said, "match.divided")
            preview = preview_of(request, said)
        except BadValue as refused:
            wrong = str(refused)
    return render(
        request,
        "match/split.html",
        status=409 if wrong else 200,
        id=id,
        person=person_shown(request, id),
        out=frozenset(out),
        preview=preview,
        because=because,
        wrong=wrong,
    )


def _kept(request: DeskRequest, said: ByHand, words: str) -> HttpResponse:
    by_hand.keep(request.seat, said)
    link_now(request.seat, datetime.now(UTC))
    undo = href(request.language, "match:take-back", said.persons[0])
    tell(request, str(request.t(words)), undo, at=said.words[0].at)
    return go(request, "match:history", said.persons[0])


def person_shown(request: DeskRequest, id: str) -> PersonShown | None:
    """Give a person with their records, as the board knows their names."""
    register = request.seat.register
    try:
        records = by_hand.records_of(register, id)
    except NotInRegister:
        return None
    sheets = by_hand.sheets_of(register, records)
    names = {r.told.record: r.told for s in sheets for r in s.body.records}
    found = []
    for record in records:
        known = names.get(record)
        name = record if known is None or not known.name.strip() else known.name
        list = record.rpartition(":")[0]
        found.append(RecordShown(record, told(name), list_words(request, list)))
    link = way(request.language, "people:person", records[0])
    return PersonShown(id, link, found[0].name, tuple(found))


def preview_of(request: DeskRequest, said: ByHand) -> Preview:
    """Say in words what it would do to the count."""
    would = by_hand.would_move(request.case, request.seat.register, said)
    return Preview(
        tuple(_move(request, each) for each in would.incidents),
        would.named,
        len(said.words),
    )


def _move(request: DeskRequest, each: MovedCount) -> MoveShown:
    say = voice(request)
    line = request.seat.register.board.incidents_by_id([each.incident])
    found = line.get(each.incident)

    def figure(count: object) -> Markup:
        if count is None:
            return say.say("incident.not_counted")
        return say.count_range(count.floor, count.ceiling)  # type: ignore[attr-defined]

    before, after = figure(each.before), figure(each.after)
    return MoveShown(
        way(request.language, "incidents:incident", each.incident),
        told(each.incident) if found is None else title_of(say, found),
        before,
        after,
        before != after,
    )


@page(Deed.LOOK_AT_REPORTS)
def past(request: DeskRequest, id: str) -> HttpResponse:
    """Show how a person came to be whom they are."""
    register = request.seat.register
    found = history.history(register, id)
    return render(
        request,
        "match/history.html",
        id=id,
        person=person_shown(request, id),
        moves=tuple(
            (
                moment_words(request, at),
                told(was) if was else None,
                told(now) if now else None,
                n,
            )
            for at, was, now, n in found.moves
        ),
        spoken=found.spoken,
        when={each.at: moment_words(request, each.at) for each in found.spoken},
        verdicts={each: request.t(f"match.{each.name.lower()}") for each in Verdict},
        may_say=register.may(Deed.JUDGE_LINK),
        merge=f"{href(request.language, 'match:merge')}?{urlencode({'one': id})}",
    )


@act(Deed.LOOK_AT_REPORTS, Deed.JUDGE_LINK)
def take_back(request: DeskRequest, id: str) -> HttpResponse:
    """Take back what was said together of a person's records."""
    typed = request.POST.get("because", "").strip()
    because = typed or str(request.t("match.back_because"))
    now = datetime.now(UTC)
    try:
        said_at = request.POST.get("at", "")
        history.take_back(request.seat, id, said_at, because, now)
        link_now(request.seat, now)
        tell(request, str(request.t("match.taken_back")))
    except BadValue as refused:
        tell(request, str(refused))
    return go(request, "match:history", id)
