"""What people ask a register: plain values out, one at a time, nothing of the store."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from django.db import models
from django.db.models import Q

from tasjil.errors import NotInRegister
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.json import from_json
from tasjil.model.judgement import (
    ClaimJudgement,
    ClaimState,
    Judgement,
    PairKind,
    Verdict,
)
from tasjil.model.report import Report
from tasjil.register import content
from tasjil.register.actions import Reading
from tasjil.register.border import translated
from tasjil.register.described import headers_in, over
from tasjil.register.store import (
    CaseRow,
    ClaimRow,
    JudgementRow,
    LinkRow,
    ReadingRow,
    ReportRow,
    Store,
)

AT_ONCE = 200
"""How many rows are fetched at a time while somebody walks through them."""


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
    *("described_id", "described__size", "described__data"),
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
            record = record_of(row[:3], row[6:])
            text = content.unpacked(*row[3:6]).decode()
            yield from_json({**record, "text": text}, Report)


def record_of(record: Sequence[Any], said: Sequence[Any]) -> dict[str, Any]:
    """Give a report's record, under what a person said of it last.

    Args:
        record: Digest, size and data of the record.
        said: The same of what was said; all None where nobody said anything.
    """
    plain = msgspec.json.decode(content.unpacked(*record))
    words = () if said[0] is None else (content.unpacked(*said),)
    return over(plain, *words)


def said_of(
    store: Store, id: ReportId, own: UserId | None = None
) -> dict[str, str | None]:
    """Give what people said of where a report comes from; empty where nobody did.

    Raises:
        NotInRegister: There is no such report.
    """
    rows = theirs(ReportRow, store, own).filter(pk=id)
    with translated():
        found = rows.values_list(*REPORT_PARTS[6:]).first()
    if found is None:
        raise _no_report(id)
    return {} if found[0] is None else headers_in(content.unpacked(*found), id)


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


def captured_by(store: Store, id: ReportId) -> str:
    """Say who captured a report; `NotInRegister` where nobody did."""
    rows = ReportRow.objects.using(store.alias).filter(pk=id)
    with translated():
        by = rows.values_list("by", flat=True).first()
    if by is None:
        raise _no_report(id)
    return str(by)


def known(store: Store, among: Iterable[ReportId] | None = None) -> frozenset[ReportId]:
    """Give the id of every report, or of those among the ids given."""
    rows = ReportRow.objects.using(store.alias)
    if among is not None:
        rows = rows.filter(pk__in=list(among))
    with translated():
        ids = rows.values_list("pk", flat=True)
        return frozenset(ReportId(id) for id in ids)


def same_words(
    store: Store, texts: Iterable[str], own: UserId | None = None
) -> dict[str, ReportId]:
    """Give the first report with each of these texts, by the text's digest."""
    rows = theirs(ReportRow, store, own).filter(text__in=list(texts))
    with translated():
        found = rows.order_by("-seq").values_list("text", "pk")
        return {text: ReportId(id) for text, id in found}


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
    """Name the last reader of every report read since the case was last set.

    One that was read before a person said where it comes from is stale.
    """
    with translated():
        case = CaseRow.objects.using(store.alias).values_list("seq", flat=True).first()
        rows = ReadingRow.objects.using(store.alias).filter(seq__gt=case or 0)
        said = ReportRow.objects.using(store.alias).filter(described_seq__isnull=False)
        said_at = {id: seq or 0 for id, seq in said.values_list("pk", "described_seq")}
        return {
            ReportId(id): by
            for id, by, seq in rows.values_list("pk", "reader", "seq")
            if said_at.get(id, 0) < seq
        }


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


def claims_of(
    store: Store, ids: Sequence[ClaimId], own: UserId | None = None
) -> Iterator[tuple[Claim, ClaimState]]:
    """Give those of the claims that are there."""
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        yield from _opened(theirs(ClaimRow, store, own).filter(pk__in=some))


def claim(
    store: Store, id: ClaimId, own: UserId | None = None
) -> tuple[Claim, ClaimState]:
    """Give one claim; `NotInRegister` where it does not stand, or never did."""
    for found in _opened(theirs(ClaimRow, store, own).filter(pk=id)):
        return found
    raise no_claim(id)


def require_claims(
    store: Store, ids: Sequence[ClaimId], own: UserId | None = None
) -> None:
    """Raise `NotInRegister` unless every one of the claims stands."""
    rows = theirs(ClaimRow, store, own)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        with translated():
            there = set(rows.filter(pk__in=some).values_list("pk", flat=True))
        for id in some:
            if id not in there:
                raise no_claim(id)


def no_claim(id: ClaimId) -> NotInRegister:
    """Say that a claim does not stand, or never did."""
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
    columns = ("claim", "state", "by", "at", "because", "takes_back")
    with translated():
        parts = rows.values_list(*columns).iterator(chunk_size=AT_ONCE)
        for id, state, by, at, because, back in parts:
            yield ClaimJudgement(
                ClaimId(id), ClaimState(state), UserId(by), at, because, back
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


def case(store: Store) -> Any:
    """Give what the case counts, as it was set last; None where it never was."""
    with translated():
        row = CaseRow.objects.using(store.alias).filter(pk=1).first()
        if row is None:
            return None
        held = content.get(store, [row.content_id])
    return msgspec.json.decode(held[row.content_id])
