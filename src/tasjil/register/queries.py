"""What people ask a register: plain values out, one at a time, nothing of the store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db import models
from django.db.models import Count, Q

from tasjil.errors import NotInRegister
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, PlaceId, ReportId, UserId
from tasjil.model.json import from_json
from tasjil.model.judgement import (
    ClaimJudgement,
    ClaimState,
    Judgement,
    PairKind,
    Verdict,
)
from tasjil.model.report import Report
from tasjil.register import content, log
from tasjil.register.actions import Reading
from tasjil.register.border import translated
from tasjil.register.entry import EntryKind
from tasjil.register.gone import gone
from tasjil.register.store import (
    CaseRow,
    ClaimRow,
    Entry,
    JudgementRow,
    LinkRow,
    ReadingRow,
    ReportRow,
    Store,
)

AT_ONCE = 200
"""How many rows are fetched at a time while somebody walks through them."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a register holds. These are counts of paper, never of people.

    Attributes:
        own_records: Only the records of who asks are counted; entries are all.
    """

    entries: int
    reports: int
    read: int
    claims: dict[ClaimState, int]
    judgements: int
    own_records: bool = False


def counts(store: Store, own: UserId | None = None) -> Counts:
    """Count entries, reports, reports read, claims by state, and judgements."""
    with translated():
        claims = theirs(ClaimRow, store, own)
        found = dict(claims.values_list("state").annotate(many=Count("pk")))
        return Counts(
            entries=log.head(store).size,
            reports=theirs(ReportRow, store, own).count(),
            read=theirs(ReadingRow, store, own).count(),
            claims={state: found.get(state, 0) for state in ClaimState},
            judgements=theirs(JudgementRow, store, own).count(),
            own_records=own is not None,
        )


@dataclass(frozen=True, slots=True)
class Pile:
    """How many claims are alike. This is a count of paper, never of people."""

    state: ClaimState
    act: Act
    level: Level
    place: PlaceId | None
    claims: int


def piles(store: Store, own: UserId | None = None) -> list[Pile]:
    """Count the claims of each state, act, level and first place."""
    alike = ("state", "act", "level", "place")
    rows = theirs(ClaimRow, store, own).values_list(*alike)
    with translated():
        # Not Count("pk"): that would read every row and not the index alone.
        found = list(rows.annotate(many=Count("*")).order_by(*alike))
    return [
        Pile(ClaimState(state), Act(act), Level(level), place, many)
        for state, act, level, place, many in found
    ]


def theirs(kind: type[models.Model], store: Store, own: UserId | None) -> Any:
    """Give the rows of a table: all, or those that are about one user's reports."""
    rows = kind._default_manager.using(store.alias)
    if own is None:
        return rows
    if kind is ReportRow:
        return rows.filter(by=own)
    reports = ReportRow.objects.using(store.alias).filter(by=own).values("pk")
    if kind in (JudgementRow, LinkRow):
        claims = ClaimRow.objects.using(store.alias).filter(report__in=reports)
        told = claims.values("pk")
        if kind is LinkRow:
            return rows.filter(one__in=told, other__in=told)
        return rows.filter(claim__in=told)
    return rows.filter(report__in=reports)


REPORT_PARTS = (
    *("record_id", "record__size", "record__data"),
    *("text_id", "text__size", "text__data"),
)


def reports(
    store: Store,
    ids: Iterable[ReportId] | None = None,
    own: UserId | None = None,
) -> Iterator[Report]:
    """Give reports with their text, in the order they were captured."""
    rows = theirs(ReportRow, store, own).order_by("seq")
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    with translated():
        parts = rows.values_list(*REPORT_PARTS).iterator(chunk_size=AT_ONCE)
        for row in parts:
            record = msgspec.json.decode(content.unpacked(*row[:3]))
            text = content.unpacked(*row[3:]).decode()
            yield from_json({**record, "text": text}, Report)


def report(store: Store, id: ReportId, own: UserId | None = None) -> Report:
    """Give one report; `NotInRegister` where the register does not have it."""
    for found in reports(store, [id], own):
        return found
    raise _no_report(id)


def _no_report(id: ReportId) -> NotInRegister:
    return NotInRegister(
        f"expected a report that was captured, found none with the id {id!r}; capture "
        "it first, or check the id"
    )


def check_words(store: Store, readings: Sequence[Reading]) -> None:
    """Check that every claim rests on words of its report.

    Raises:
        BadPassage: Some of the words do not stand there.
        NotInRegister: A report was never captured.
    """
    rows = ReportRow.objects.using(store.alias)
    for start in range(0, len(readings), AT_ONCE):
        some = readings[start : start + AT_ONCE]
        found = rows.filter(pk__in=[reading.report for reading in some])
        parts = found.values_list("pk", "text_id", "text__size", "text__data")
        with translated():
            texts = {part[0]: content.unpacked(*part[1:]).decode() for part in parts}
        for reading in some:
            if reading.report not in texts:
                raise _no_report(reading.report)
            for claim in reading.claims:
                claim.check(texts[reading.report])


def original(store: Store, id: ReportId, own: UserId | None = None) -> bytes:
    """Give the bytes of a report as they were captured; its id is their digest."""
    with translated():
        there = theirs(ReportRow, store, own).filter(pk=id).exists()
    if not there:
        raise _no_report(id)
    with translated():
        return content.get(store, [id])[id]


def known(store: Store, among: Iterable[ReportId] | None = None) -> frozenset[ReportId]:
    """Give the id of every report, or of those among the ids given."""
    rows = ReportRow.objects.using(store.alias)
    if among is not None:
        rows = rows.filter(pk__in=list(among))
    with translated():
        ids = rows.values_list("pk", flat=True)
        return frozenset(ReportId(id) for id in ids)


def find(
    store: Store, name: str, digest: str | None, own: UserId | None = None
) -> list[ReportId]:
    """Give the reports of this name, or those whose digest begins like this."""
    rows = theirs(ReportRow, store, own).order_by("seq")
    with translated():
        called = rows.filter(Q(name=name) | Q(name__endswith=f"/{name}"))
        named = list(called.values_list("pk", flat=True))
        if not named and digest is not None:
            begins = rows.filter(pk__startswith=f"sha256:{digest}")
            named = list(begins.values_list("pk", flat=True))
        return [ReportId(id) for id in named]


def reading(store: Store, id: ReportId) -> str | None:
    """Name the reader that read a report last; None where none has."""
    with translated():
        rows = ReadingRow.objects.using(store.alias).filter(pk=id)
        return rows.values_list("reader", flat=True).first()


def readings(store: Store) -> dict[ReportId, str]:
    """Name the last reader of every report that was read."""
    with translated():
        rows = ReadingRow.objects.using(store.alias).values_list("pk", "reader")
        return {ReportId(id): reader for id, reader in rows}


def fresh_readings(store: Store) -> dict[ReportId, str]:
    """Name the last reader of every report read since the case was last set."""
    with translated():
        case = CaseRow.objects.using(store.alias).values_list("seq", flat=True).first()
        rows = ReadingRow.objects.using(store.alias).filter(seq__gt=case or 0)
        return {ReportId(id): by for id, by in rows.values_list("pk", "reader")}


def claims(
    store: Store,
    state: ClaimState | None = None,
    report: ReportId | None = None,
    own: UserId | None = None,
) -> Iterator[tuple[Claim, ClaimState]]:
    """Give claims, each with where it stands, in the order they were proposed."""
    rows = theirs(ClaimRow, store, own).order_by("seq")
    if state is not None:
        rows = rows.filter(state=state)
    if report is not None:
        rows = rows.filter(report=report)
    yield from _opened(rows)


def claim(
    store: Store, id: ClaimId, own: UserId | None = None
) -> tuple[Claim, ClaimState]:
    """Give one claim; `NotInRegister` where it does not stand, or never did."""
    for found in _opened(theirs(ClaimRow, store, own).filter(pk=id)):
        return found
    raise _no_claim(id)


def require_claims(store: Store, ids: Sequence[ClaimId]) -> None:
    """Raise `NotInRegister` unless every one of the claims stands."""
    rows = ClaimRow.objects.using(store.alias)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        with translated():
            there = set(rows.filter(pk__in=some).values_list("pk", flat=True))
        for id in some:
            if id not in there:
                raise _no_claim(id)


def _no_claim(id: ClaimId) -> NotInRegister:
    return NotInRegister(
        f"expected a claim that stands, found none with the id {id!r}; it may have "
        "been replaced when its report was read again: look at the report's claims"
    )


def _opened(rows: Any) -> Iterator[tuple[Claim, ClaimState]]:
    parts = ("state", "content_id", "content__size", "content__data")
    with translated():
        for state, *kept in rows.values_list(*parts).iterator(chunk_size=AT_ONCE):
            plain = msgspec.json.decode(content.unpacked(*kept))
            yield from_json(plain, Claim), ClaimState(state)


def judgements(
    store: Store, claim: ClaimId | None = None, own: UserId | None = None
) -> Iterator[ClaimJudgement]:
    """Give what people decided, oldest first; the newest on a claim is what holds."""
    rows = theirs(JudgementRow, store, own).order_by("seq")
    if claim is not None:
        rows = rows.filter(claim=claim)
    columns = ("claim", "state", "by", "at", "because")
    with translated():
        parts = rows.values_list(*columns).iterator(chunk_size=AT_ONCE)
        for id, state, by, at, because in parts:
            yield ClaimJudgement(
                ClaimId(id), ClaimState(state), UserId(by), at, because
            )


def link_judgements(
    store: Store, kind: PairKind | None = None, own: UserId | None = None
) -> Iterator[Judgement]:
    """Give what people said about pairs, oldest first; the newest is what holds."""
    rows = theirs(LinkRow, store, own).order_by("seq")
    if kind is not None:
        rows = rows.filter(kind=kind)
    columns = ("kind", "one", "other", "verdict", "by", "at", "because")
    with translated():
        parts = rows.values_list(*columns).iterator(chunk_size=AT_ONCE)
        for of, one, other, verdict, by, at, because in parts:
            yield Judgement(
                PairKind(of), one, other, Verdict(verdict), UserId(by), at, because
            )


def known_lists(store: Store) -> frozenset[str]:
    """Give the id of every list that was imported; an id is the digest of its bytes."""
    return frozenset(list_contents(store))


def list_contents(store: Store) -> dict[str, tuple[str, ...]]:
    """Give every list that was imported, with its contents, its record first."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.LIST_IMPORTED)
    with translated():
        told = map(msgspec.json.decode, rows.values_list("body", flat=True))
        return {
            each["list"]: (each["content"]["record"], each["content"]["original"])
            for each in told
        }


def standing_lists(store: Store) -> frozenset[str]:
    """Give the id of every list that was imported and not erased since."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.IDENTITY_ERASED)
    with translated():
        told = map(msgspec.json.decode, rows.values_list("body", flat=True))
        erased = {each for body in told for each in body.get("lists", ())}
    return known_lists(store) - erased


def find_lists(store: Store, name: str, digest: str | None) -> list[str]:
    """Give the lists of this name, or those whose digest begins like this."""
    standing = standing_lists(store)
    records = {
        id: parts[0] for id, parts in list_contents(store).items() if id in standing
    }
    if digest is not None:
        found = [id for id in records if id.startswith(f"sha256:{digest}")]
        if found:
            return found
    with translated():
        held = content.get(store, records.values(), gone(store).contents)
    names = {
        id: msgspec.json.decode(held[at])["name"]
        for id, at in records.items()
        if at in held
    }
    return [id for id, own in names.items() if own == name or own.endswith(f"/{name}")]


def case(store: Store) -> Any:
    """Give what the case counts, as it was set last; None where it never was."""
    with translated():
        row = CaseRow.objects.using(store.alias).filter(pk=1).first()
        if row is None:
            return None
        held = content.get(store, [row.content_id])
    return msgspec.json.decode(held[row.content_id])
