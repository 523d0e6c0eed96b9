"""Whether two sides count the same people."""

from tasjil.count.reconcile.differences.reason import Reason
from tasjil.count.reconcile.differences.sentences import Says
from tasjil.count.reconcile.differences.side import Side
from tasjil.count.reconcile.who import EVERYBODY as ALL_STATUSES
from tasjil.count.reconcile.words import (
    EVERYBODY,
    FIGHTING,
    PERSONS,
    SEVERAL,
    status_words,
)
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.reconciliation import DifferenceKind


def by_who(a: Side, b: Side) -> Reason | None:
    """Compare status, sex and age; a group inside another makes the smaller number."""
    if _people(a) == _people(b):
        return None
    claims = (*a.claims, *b.claims)
    text = Says.WHO.say(a.number, a.name, who(a), b.number, b.name, who(b))
    sign = 1 if within(a, b) else -1 if within(b, a) else 0
    return Reason(DifferenceKind.STATUS, text, sign, claims=claims)


def within(one: Side, other: Side) -> bool:
    """Tell whether all the one counts are people the other counts."""
    return (
        one.statuses <= other.statuses
        and other.sex in (one.sex, Sex.UNKNOWN)
        and other.age_group in (one.age_group, AgeGroup.UNKNOWN)
    )


def who(side: Side) -> str:
    """Say whom a side counts, in words that the site has in Arabic too."""
    if (side.sex, side.age_group) in PERSONS:
        return PERSONS[side.sex, side.age_group]
    if side.statuses == ALL_STATUSES:
        return EVERYBODY
    if side.statuses == _FIGHTING:
        return FIGHTING
    if len(side.statuses) == 1:
        return status_words(next(iter(side.statuses)))
    return SEVERAL


_FIGHTING = frozenset({Status.ARMED_FORCES, Status.DIRECT_PARTICIPANT})


def _people(side: Side) -> tuple[object, ...]:
    return side.statuses, side.sex, side.age_group
