"""Who codes a report a second time, and when each of the two has finished."""

from datetime import datetime

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.decision import same_person
from tasjil.model.ids import ReportId, UserId
from tasjil.model.users import User
from tasjil.register import coding, queries
from tasjil.register.deeds import Deed
from tasjil.register.door import users
from tasjil.register.door.told import number_told, reason_told
from tasjil.register.entry import NewEntry
from tasjil.register.permissions import Leave, leave
from tasjil.register.store import Store


def asks_two(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """Two different people are asked, who may judge the claims of this report."""
    reason_told(entry)
    coders = list(entry.body.get("coders") or ())
    if len(coders) != 2 or same_person(coders[0], coders[1]):
        raise BadValue(
            "expected two different people to code a report, found others; name two"
        )
    report = ReportId(str(entry.body.get("report")))
    owner = queries.captured_by(store, report)
    for id in coders:
        user = users.require(store, UserId(id))
        given = leave(user, Deed.JUDGE_CLAIM)
        if given is Leave.NO or (given is Leave.OWN and owner != id):
            raise NotAllowed(
                "expected two people who may judge this report's claims, found one "
                "who may not; name another, or ask a lead to change their role"
            )
    if coding.waiting(store, report):
        raise NotAllowed(
            "expected a report that nobody is coding, found one that two people were "
            "asked to code and have not finished; wait for them"
        )


def finishes_own(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """Each of the two finishes once, and nobody for another."""
    asked = number_told(entry.body, "asked")
    found = coding.one(store, asked)
    if found is None or found.report != entry.body.get("report"):
        raise NotInRegister(
            f"expected a report that is coded twice, found none at entry {asked}; look "
            "at what you were asked to code"
        )
    if by.id not in found.coders:
        raise NotAllowed(
            "expected one of the two who were asked to code this report, found "
            "another; they finish it themselves"
        )
    if by.id in found.done:
        raise NotAllowed(
            "expected codes that are not finished yet, found that you have finished; "
            "what differs is settled by judging and correcting the claims"
        )
