"""Whose record an entry is about, for those who may work on their own alone."""

from collections.abc import Callable, Sequence
from typing import Any

from tasjil.model.ids import UserId
from tasjil.register.border import translated
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.store import ClaimRow, Entry, IdentityRow, ReportRow, Store

Owner = Callable[[Store, str], str | None]


def of_report(store: Store, id: str) -> str | None:
    """A report is theirs who captured it."""
    by: str | None = _first(ReportRow.objects.using(store.alias).filter(pk=id), "by")
    return by


def of_claim(store: Store, id: str) -> str | None:
    """A claim is theirs who captured its report."""
    report = _first(ClaimRow.objects.using(store.alias).filter(pk=id), "report")
    return None if report is None else of_report(store, report)


def of_identity(store: Store, reference: str) -> str | None:
    """Somebody in the sealed box is in the care of who put them there."""
    identities = IdentityRow.objects.using(store.alias).filter(pk=reference)
    entries = Entry.objects.using(store.alias).filter(pk=_first(identities, "seq"))
    by: str | None = _first(entries, "by")
    return by


def _first(rows: Any, column: str) -> Any:
    with translated():
        return rows.values_list(column, flat=True).first()


OWNERS: dict[EntryKind, tuple[str, Owner]] = {
    EntryKind.DOCUMENT_DESCRIBED: ("report", of_report),
    EntryKind.CLAIM_PROPOSED: ("report", of_report),
    EntryKind.DOCUMENT_READ: ("report", of_report),
    EntryKind.CLAIM_JUDGED: ("claim", of_claim),
    EntryKind.CLAIM_CORRECTED: ("report", of_report),
    EntryKind.CLAIM_ADDED: ("report", of_report),
    EntryKind.CLAIM_WITHDRAWN: ("claim", of_claim),
    EntryKind.CODING_ASKED: ("report", of_report),
    EntryKind.CODING_DONE: ("report", of_report),
    EntryKind.CONSENT_GIVEN: ("reference", of_identity),
    EntryKind.CONSENT_WITHDRAWN: ("reference", of_identity),
    EntryKind.IDENTITY_OPENED: ("reference", of_identity),
    EntryKind.IDENTITY_TIED: ("reference", of_identity),
    EntryKind.IDENTITY_ERASED: ("reference", of_identity),
}
"""Where an entry says which record it is about, and how that record's owner is found.

An entry of another kind is about no single record, and so about nobody's own.
"""

BEGINS = {
    EntryKind.DOCUMENT_CAPTURED: "report",
    EntryKind.IDENTITY_SEALED: "reference",
}
"""What begins a record makes it the user's own."""


TIES = frozenset({EntryKind.IDENTITY_SEALED, EntryKind.IDENTITY_TIED})
"""What holds back reports is about those reports too."""


def all_own(store: Store, entries: Sequence[NewEntry], user: UserId) -> bool:
    """Tell whether entries to be are about records of one user and of nobody else."""
    begun = {
        entry.body.get(BEGINS[entry.kind]) for entry in entries if entry.kind in BEGINS
    }
    owners: dict[tuple[Owner, str], str | None] = {}
    for entry in entries:
        subjects = _subjects(entry)
        if subjects is None:
            return False
        for owner, subject in subjects:
            if (owner, subject) not in owners and subject not in begun:
                owners[owner, subject] = owner(store, subject)
            if owners.get((owner, subject), user) != user:
                return False
    return True


def _subjects(entry: NewEntry) -> list[tuple[Owner, str]] | None:
    """List the records an entry is about; None where that cannot be said."""
    tied = entry.body.get("reports", ()) if entry.kind in TIES else ()
    subjects: list[tuple[Owner, str]] = [(of_report, report) for report in tied]
    if entry.kind in OWNERS:
        key, owner = OWNERS[entry.kind]
        return [*subjects, (owner, entry.body[key])]
    return subjects if entry.kind in BEGINS else None
