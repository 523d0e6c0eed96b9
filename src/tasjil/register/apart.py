"""Reports that somebody still codes apart: others' words on them are closed to them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from tasjil.errors import NotAllowed
from tasjil.register.border import translated
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.store import (
    ClaimRow,
    CodedRow,
    CodingRow,
    JudgementRow,
    MadeRow,
    Store,
)

WORDS = frozenset(
    {
        EntryKind.CLAIM_JUDGED,
        EntryKind.CLAIM_CORRECTED,
        EntryKind.CLAIM_ADDED,
        EntryKind.CLAIM_WITHDRAWN,
    }
)
"""What people say of claims, which would tell a second coder what to think."""


def closed(store: Store) -> frozenset[str]:
    """Name the reports that whoever opened the register was asked to code and has not.

    One query, and an empty answer for nearly everybody.
    """
    me = store.user
    if me is None:
        return frozenset()
    done = CodedRow.objects.using(store.alias).filter(asked=OuterRef("pk"), by=me)
    rows = CodingRow.objects.using(store.alias).filter(Q(one=me) | Q(other=me))
    with translated():
        return frozenset(rows.exclude(Exists(done)).values_list("report", flat=True))


def closed_claims(store: Store, claims: Iterable[str]) -> frozenset[str]:
    """Give those of some claims that stand in such a report."""
    reports = closed(store)
    if not reports:
        return frozenset()
    rows = ClaimRow.objects.using(store.alias).filter(report__in=reports)
    with translated():
        ids = rows.filter(pk__in=list(claims)).values_list("pk", flat=True)
        return frozenset(ids)


def refuse(store: Store, *, report: str = "", claim: str = "") -> None:
    """Refuse to show what others said, or to say something for others to see.

    Raises:
        NotAllowed: Whoever opened the register has to code it first.
    """
    if report in closed(store) or (claim and closed_claims(store, [claim])):
        raise NotAllowed(
            "expected a report that you do not have to code apart, found one that "
            "waits for your codes; finish them first: until then nobody shows you "
            "what others say of its claims, and nobody hears it from you"
        )


def refuse_words(store: Store, entries: Sequence[NewEntry]) -> None:
    """Refuse what a coder says of claims in the open before they have finished."""
    said = [each.body for each in entries if each.kind in WORDS]
    if not said or not closed(store):
        return
    for body in said:
        refuse(store, report=str(body.get("report", "")), claim=str(body["claim"]))


def of_words(store: Store) -> Any:
    """Ask for the entries in which others say something of those claims; None for none.

    For a log that leaves them out for as long as they are closed.
    """
    reports = closed(store)
    if not reports:
        return None
    claims = ClaimRow.objects.using(store.alias).filter(report__in=reports).values("pk")
    judged = JudgementRow.objects.using(store.alias).filter(claim__in=claims)
    made = MadeRow.objects.using(store.alias).filter(report__in=reports)
    taken = made.filter(withdrawn__isnull=False)
    return (
        Q(seq__in=judged.values("seq"))
        | Q(seq__in=made.values("seq"))
        | Q(seq__in=taken.values("withdrawn"))
    )
