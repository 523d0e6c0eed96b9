"""Who is asked before an entry goes into the log: the one place where that happens."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tasjil.errors import NotAllowed
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User, check_user_id
from tasjil.register import apart
from tasjil.register.deeds import BY_PROGRAM, DEED_OF, Deed
from tasjil.register.door import own, users
from tasjil.register.door.rules import RULES
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.permissions import Leave, refusal, require
from tasjil.register.store import Store

FOR = frozenset(
    {
        EntryKind.DOCUMENT_CAPTURED,
        EntryKind.DOCUMENT_READ,
        EntryKind.SCOPE_SET,
        EntryKind.LIST_IMPORTED,
        EntryKind.PERSONS_LINKED,
        EntryKind.ESTIMATE_MADE,
    }
)
"""Where a program is the author, these say for whom it worked.

A claim it proposed does not: the entry that ends the reading says it for all of them.
"""


def admit(
    store: Store, entries: Sequence[NewEntry], by: str, at: datetime
) -> Sequence[NewEntry]:
    """Ask whether the user who opened the register may do this; inside a transaction.

    Returns:
        The entries as they are to be written: those of a program say for whom.

    Raises:
        NotAllowed: Says who may, and what to do.
    """
    if store.user is None and users.ever(store) == 0:
        return _first_lead(entries, by)
    user = users.acting(store)
    by_deed: dict[Deed, list[NewEntry]] = {}
    for entry in entries:
        by_deed.setdefault(_deed(entry, entries), []).append(entry)
    _check_author(user, by, by_deed.keys())
    for deed, some in by_deed.items():
        given = require(user, deed, own=True)
        if given is Leave.OWN and not own.all_own(store, some, user.id):
            raise NotAllowed(refusal(user, deed))
    apart.refuse_words(store, entries)
    _check_rules(store, entries, user, at)
    return [_signed(entry, user.id, by) for entry in entries]


def _deed(entry: NewEntry, entries: Sequence[NewEntry]) -> Deed:
    """Say what an entry needs leave for.

    Whoever writes down that a person withdraws consent ends that person's key with it,
    as was promised. To destroy reports as well is to erase, and takes a lead.
    """
    if entry.kind is EntryKind.IDENTITY_ERASED and not entry.body.get("contents"):
        withdrawn = (
            other.body.get("reference")
            for other in entries
            if other.kind is EntryKind.CONSENT_WITHDRAWN
        )
        if entry.body.get("reference") in withdrawn:
            return Deed.WITHDRAW_CONSENT
    return DEED_OF[entry.kind]


def look(store: Store, deed: Deed) -> UserId | None:
    """Ask whether the user who opened the register may look at something.

    Returns:
        The user, where they are to see their own records alone; None for everything.

    Raises:
        NotAllowed: Says who may, and what to do.
    """
    user = users.acting(store)
    return user.id if require(user, deed, own=True) is Leave.OWN else None


def _first_lead(entries: Sequence[NewEntry], by: str) -> Sequence[NewEntry]:
    """A log of nobody begins with its lead, who adds the others."""
    check_user_id(by)
    told = [(entry.kind, dict(entry.body)) for entry in entries]
    lead = {"user": by, "role": str(Role.LEAD), "own_records": False, "active": True}
    if told != [(EntryKind.USER_ADDED, lead)]:
        raise NotAllowed(
            "expected a lead as the first user of this register, found none; make it "
            "anew with tasjil build, or open it with a lead's key"
        )
    return entries


def _check_author(user: User, by: str, deeds: Iterable[Deed]) -> None:
    """An entry is signed with the user's id, or with the program's that they run."""
    if by == user.id:
        return
    if "/" not in by:
        raise NotAllowed(
            "expected the user who opened the register as the author (by), found "
            "another; whoever decides opens it with their own key"
        )
    for deed in deeds:
        if deed not in BY_PROGRAM:
            raise NotAllowed(
                f"expected a person, to {deed.definition}, found a program as the "
                "author (by); give the user's id"
            )


def _check_rules(
    store: Store, entries: Sequence[NewEntry], user: User, at: datetime
) -> None:
    ruled = [entry for entry in entries if entry.kind in RULES]
    if len(ruled) > 1:
        raise NotAllowed(
            "expected one decision of this kind in an action, found more; take them "
            "one after the other, so that each is held against the one before"
        )
    for entry in ruled:
        RULES[entry.kind](store, entry, user, at)


def _signed(entry: NewEntry, user: UserId, by: str) -> NewEntry:
    """Let the entry of a program say for whom, and no other."""
    if entry.kind not in FOR:
        return entry
    body = {key: told for key, told in entry.body.items() if key != "for"}
    return replace(entry, body=body if by == user else {**body, "for": user})
