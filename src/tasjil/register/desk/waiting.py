"""What waits for somebody: to be read, signed or approved."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from tasjil.model.decision import same_person
from tasjil.model.ids import UserId
from tasjil.model.judgement import ClaimState
from tasjil.model.users import User
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.door import gate, requests, users
from tasjil.register.permissions import Leave, leave
from tasjil.register.queries import theirs
from tasjil.register.store import AssessmentRow, ClaimRow, ReportRow, Store

MOST = 10_000
"""How far anything is counted; there may be more."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for one person; None for what they may not do.

    Attributes:
        reports: That there are at all; those of their own, where they see no others.
        claims: That a machine read, and nobody has looked at.
        to_sign: Assessments of others without a second signature.
        to_approve: Requests of others for leave that they may give.
    """

    reports: int
    claims: int | None
    to_sign: int | None
    to_approve: int | None


def waiting(store: Store, at: datetime) -> Waiting:
    """Count what waits for whoever opened the register; none beyond `MOST`."""
    own = gate.look(store, Deed.LOOK_AT_COUNTS)
    me = users.acting(store)
    with translated():
        return Waiting(
            reports=theirs(ReportRow, store, own).count(),
            claims=_claims(store, own) if may(me, Deed.JUDGE_CLAIM) else None,
            to_sign=_to_sign(store, me) if may(me, Deed.SIGN) else None,
            to_approve=_to_approve(store, me, at) if may(me, Deed.APPROVE) else None,
        )


def may(user: User, deed: Deed) -> bool:
    """Tell whether they may do it, be it with their own records alone."""
    return leave(user, deed) is not Leave.NO


def _claims(store: Store, own: UserId | None) -> int:
    rows = theirs(ClaimRow, store, own)
    found: int = rows.filter(state=str(ClaimState.PROPOSED))[:MOST].count()
    return found


def _to_sign(store: Store, me: User) -> int:
    """Count those that stand: a newer one of an element takes the older's place."""
    rows = AssessmentRow.objects.using(store.alias)
    newer = rows.filter(
        about=OuterRef("about"), element=OuterRef("element"), seq__gt=OuterRef("seq")
    )
    open_ones = rows.filter(~Exists(newer), signed__isnull=True).exclude(by=me.id)
    return open_ones[:MOST].count()


def _to_approve(store: Store, me: User, at: datetime) -> int:
    now = requests.now(store, at)
    return sum(
        leave(me, each.deed) is Leave.YES
        for each in requests.every(store)
        if not same_person(each.by, me.id) and each.state(now) == "waiting"
    )
