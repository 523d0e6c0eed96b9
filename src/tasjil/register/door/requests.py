"""What one person asked, and a second approved: leave for what nobody does alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tasjil.errors import NotAllowed
from tasjil.model.decision import moment, same_person
from tasjil.model.ids import UserId
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.door import users
from tasjil.register.permissions import Leave, leave, who_may
from tasjil.register.store import Entry, Head, RequestRow, Store

LAPSES = timedelta(days=7)
"""How long a request waits, and how long an approval can be used."""

PARTS = ("seq", "deed", "what", "by", "at", "approved_by", "approved_at", "used")


@dataclass(frozen=True, slots=True)
class Request:
    """One request for leave.

    Attributes:
        seq: Its number: the place of its entry in the log.
        what: What it is about, as a digest or in words without names.
        approved_by: The second person; None while it waits.
        used: The entry that rests on it; an approval is good for one.
    """

    seq: int
    deed: Deed
    what: str
    by: UserId
    at: str
    approved_by: UserId | None
    approved_at: str | None
    used: int | None

    def lapsed(self, now: datetime) -> bool:
        """Tell whether it waited too long, or was approved too long ago."""
        return now - moment(self.approved_at or self.at) > LAPSES

    def state(self, now: datetime) -> str:
        """Say where it stands: waiting, approved, used or lapsed."""
        if self.used is not None:
            return "used"
        if self.lapsed(now):
            return "lapsed"
        return "waiting" if self.approved_by is None else "approved"


def now(store: Store, at: datetime) -> datetime:
    """Give the time, and never one before the last entry of the log.

    A clock that was set back does not bring a lapsed approval to life.
    """
    with translated():
        size = Head.objects.using(store.alias).values_list("size").filter(pk=1)
        last = Entry.objects.using(store.alias).filter(seq__in=size)
        told = last.values_list("at", flat=True).first()
    return at if told is None else max(at, moment(told))


def every(store: Store) -> Iterator[Request]:
    """Give every request, oldest first."""
    return _requests(store)


def find(store: Store, seq: int) -> Request | None:
    """Give one request by its number; None where that entry is none."""
    return next(_requests(store, seq=seq), None)


def _requests(store: Store, **wanted: object) -> Iterator[Request]:
    rows = RequestRow.objects.using(store.alias).filter(**wanted).order_by("seq")
    with translated():
        for seq, deed, what, by, at, approved_by, approved_at, used in rows.values_list(
            *PARTS
        ):
            second = None if approved_by is None else UserId(approved_by)
            yield Request(
                seq, Deed(deed), what, UserId(by), at, second, approved_at, used
            )


def approval(store: Store, deed: Deed, what: str, at: datetime) -> Request | None:
    """Find an approval that can be used for this deed on this thing, the oldest."""
    time = now(store, at)
    for request in _requests(store, deed=str(deed), what=what):
        if why_not(store, request, time) is None:
            return request
    return None


def why_not(store: Store, request: Request, time: datetime) -> str | None:
    """Say why something cannot rest on a request; None where it can."""
    if request.approved_by is None:
        return "nobody has approved it"
    if request.used is not None:
        return f"entry {request.used} has used it"
    if request.lapsed(time):
        return f"it was approved more than {LAPSES.days} days ago"
    if same_person(request.by, request.approved_by):
        return "one person asked and approved"
    for each in (request.by, request.approved_by):
        user = users.find(store, each)
        if user is None or leave(user, request.deed) is not Leave.YES:
            return "one of the two has no leave for it any more"
    return None


def second_person_missing(deed: Deed, why: str) -> NotAllowed:
    """Say that a deed takes two, and how to go about it."""
    return NotAllowed(
        f"expected the leave of a second person, to {deed.definition}: {why}; "
        f"`tasjil ask CASE {deed} WHAT --because ...` asks for it, and another "
        f"{who_may(deed)} gives it with `tasjil approve`"
    )
