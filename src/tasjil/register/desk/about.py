"""Which entries of the log are about a thing: a report, a claim, a person, a number."""

from typing import Any

from django.db.models import Q

from tasjil.model.users import SHAPE
from tasjil.register.entry import EntryKind
from tasjil.register.store import (
    AssessmentRow,
    ClaimRow,
    ConsentRow,
    DissentRow,
    Entry,
    EstimateRow,
    IdentityRow,
    JudgementRow,
    LinkRow,
    MadeRow,
    ProtectedRow,
    ReadingRow,
    ReportRow,
    RequestRow,
    Store,
)

MOST = 2_000
"""How many entries about one thing are looked at, the newest first."""

OF_USERS = (
    *(EntryKind.USER_ADDED, EntryKind.USER_CHANGED),
    *(EntryKind.BOX_GRANTED, EntryKind.BOX_TAKEN),
)
OF_PEOPLE = (
    *(EntryKind.IDENTITY_SEALED, EntryKind.IDENTITY_TIED, EntryKind.IDENTITY_OPENED),
    *(EntryKind.IDENTITY_ERASED, EntryKind.CONSENT_WITHDRAWN),
)


def about(store: Store, thing: str) -> list[int]:
    """Give the numbers of the entries that are about a thing, the newest first.

    Args:
        store: The register.
        thing: The id of a report, a claim, an incident, a victim, a record, a user or
            somebody in the box, or the number of an entry.
    """
    number = int(thing) if thing.isascii() and thing.isdigit() else None
    if number is not None and number < 2**62:
        return sorted(_about_entry(store, number), reverse=True)[:MOST]
    found = {
        *_about_claim(store, thing),
        *_about_report(store, thing),
        *_about_person(store, thing),
        *_assessed(store, Q(about=thing)),
    }
    if SHAPE.fullmatch(thing):
        found |= set(_naming(store, OF_USERS, "user", thing))
    return sorted(found, reverse=True)[:MOST]


def _numbers(rows: Any, *columns: str) -> set[int]:
    """Take the numbers of entries out of some rows."""
    newest = rows.order_by(f"-{columns[0]}").values_list(*columns)[:MOST]
    return {each for row in newest for each in row if each is not None}


def _about_entry(store: Store, number: int) -> set[int]:
    """An entry, and those that sign it, dissent from it, approve it or rest on it."""
    using = store.alias
    requests = RequestRow.objects.using(using).filter(pk=number)
    found = _numbers(Entry.objects.using(using).filter(pk=number), "seq")
    found |= _numbers(requests, "seq", "used") | _assessed(store, Q(pk=number))
    found |= _numbers(EstimateRow.objects.using(using).filter(pk=number), "withdrawn")
    return found | set(_naming(store, (EntryKind.APPROVAL_GIVEN,), "asked", number))


def _about_claim(store: Store, claim: str) -> set[int]:
    using = store.alias
    pair = Q(one=claim) | Q(other=claim)
    made = Q(claim=claim) | Q(of=claim) | Q(root=claim)
    return {
        *_numbers(ClaimRow.objects.using(using).filter(pk=claim), "seq"),
        *_numbers(JudgementRow.objects.using(using).filter(claim=claim), "seq"),
        *_numbers(LinkRow.objects.using(using).filter(pair), "seq"),
        *_numbers(MadeRow.objects.using(using).filter(made), "seq", "withdrawn"),
    }


def _about_report(store: Store, report: str) -> set[int]:
    using = store.alias
    claims = ClaimRow.objects.using(using).filter(report=report).values("pk")
    tied = ProtectedRow.objects.using(using).filter(report=report)
    people = IdentityRow.objects.using(using).filter(
        reference__in=tied.values("reference")
    )
    judged = JudgementRow.objects.using(using).filter(claim__in=claims)
    return {
        *_numbers(ReportRow.objects.using(using).filter(pk=report), "seq"),
        *_numbers(ReadingRow.objects.using(using).filter(pk=report), "seq"),
        *_numbers(judged, "seq"),
        *_numbers(MadeRow.objects.using(using).filter(report=report), "seq"),
        *_numbers(people, "seq", "erased"),
    }


def _about_person(store: Store, reference: str) -> set[int]:
    people = IdentityRow.objects.using(store.alias).filter(pk=reference)
    found = _numbers(people, "seq", "erased")
    if not found:
        return found
    consents = ConsentRow.objects.using(store.alias).filter(reference=reference)
    found |= _numbers(consents, "seq", "withdrawn")
    return found | set(_naming(store, OF_PEOPLE, "reference", reference))


def _assessed(store: Store, which: Q) -> set[int]:
    rows = AssessmentRow.objects.using(store.alias).filter(which)
    said = DissentRow.objects.using(store.alias)
    dissents = said.filter(assessment__in=rows.values("pk"))
    return _numbers(rows, "seq", "signed") | _numbers(dissents, "seq")


def _naming(
    store: Store, kinds: tuple[EntryKind, ...], part: str, value: str | int
) -> list[int]:
    """Give the entries of some rare kinds whose body names this; by its own JSON."""
    told = str(value) if isinstance(value, int) else f'"{value}"'
    # Canonical JSON: after a value comes the next one, or the end.
    named = Q(body__contains=f'"{part}":{told},') | Q(
        body__contains=f'"{part}":{told}}}'
    )
    rows = Entry.objects.using(store.alias).filter(named)
    found: list[int] = []
    for kind in kinds:
        some = rows.filter(kind=str(kind)).order_by("-seq")
        found += some.values_list("seq", flat=True)[:MOST]
    return found
