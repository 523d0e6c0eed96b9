"""Whether two sides count the same days, and whether one was counted later."""

from datetime import date, timedelta

from tasjil.count.reconcile.differences.reason import Reason
from tasjil.count.reconcile.differences.sentences import Says
from tasjil.count.reconcile.differences.side import Side
from tasjil.model.edtf import Edtf, interval
from tasjil.model.reconciliation import DifferenceKind

STILL_COUNTING = timedelta(days=2)
"""A count whose last day is so near its statement goes on; others are closed."""


def by_time(a: Side, b: Side, *, same_scope: bool) -> list[Reason]:
    """Compare the days of the harm, and the days up to which people counted.

    Two counts that go on differ by the days between their statements; a closed
    period differs as a period.

    Args:
        a: The one side.
        b: The other.
        same_scope: Both count the same people in the same places, so that of one
            teller the later is the earlier grown.
    """
    found = []
    going_on = goes_on(a) and goes_on(b)
    if _other_start(a, b) or (not going_on and _other_end(a, b)):
        found.append(_period(a, b))
    later = _later(a, b)
    if later and (going_on or (a.teller == b.teller and not found)):
        one_line = same_scope and a.teller == b.teller
        found.append(_as_of(a, b, later, one_line=one_line))
    one_day = not found and going_on and same_scope and until(a) is not None
    if one_day and a.teller == b.teller:
        found.append(_same_day(a, b))
    return found


def goes_on(side: Side) -> bool:
    """Tell whether it counts up to its statement, or does not say until when."""
    period, published = side.total.period, side.total.stated.published
    if not period.told or period.ends is None:
        return True
    stated = Edtf.parse(published).earliest if published else None
    return stated is not None and stated - period.ends <= STILL_COUNTING


def day_of(side: Side) -> date | None:
    """Give the last day on which it can have been stated."""
    published = side.total.stated.published
    return Edtf.parse(published).latest if published else None


def until(side: Side) -> date | None:
    """Give the day up to which it counts: the last day told, or that of its statement.

    A month or a year of publication is no day; then nobody knows.
    """
    published = side.total.stated.published
    ends = side.total.period.ends if side.total.period.told else None
    if ends is not None:
        return ends
    told = Edtf.parse(published) if published else None
    return None if told is None or told.days != 1 else told.latest


def _other_start(a: Side, b: Side) -> bool:
    first, other = a.total.starts, b.total.starts
    return first is not None and other is not None and first != other


def _other_end(a: Side, b: Side) -> bool:
    last, other = until(a), until(b)
    return last is not None and other is not None and last != other


def _later(a: Side, b: Side) -> int:
    """Tell which was counted later: 1 the second, -1 the first, 0 neither."""
    mine, theirs = until(a), until(b)
    if not (goes_on(a) and goes_on(b)):
        mine, theirs = day_of(a), day_of(b)
    if mine is None or theirs is None or mine == theirs:
        return 0
    return 1 if theirs > mine else -1


def _period(a: Side, b: Side) -> Reason:
    text = Says.PERIOD.say(a.number, a.name, _days(a), b.number, b.name, _days(b))
    return Reason(
        DifferenceKind.PERIOD, text, _longer(a, b), claims=(*a.claims, *b.claims)
    )


def _days(side: Side) -> str:
    """Write the days it counts; one that goes on is open at its end."""
    period = side.total.period
    first = period.starts
    last = None if period.ends is None or not period.told else period.ends
    if first is None and last is None:
        last = until(side)
    return interval(first, last)


def _longer(a: Side, b: Side) -> int:
    """Tell whose days hold those of the other."""
    mine, theirs = (_ends(each) for each in (a, b))
    if mine[0] >= theirs[0] and mine[1] <= theirs[1]:
        return 1
    if mine[0] <= theirs[0] and mine[1] >= theirs[1]:
        return -1
    return 0


def _ends(side: Side) -> tuple[date, date]:
    period = side.total.period
    return period.starts or date.min, until(side) or date.max


def _same_day(a: Side, b: Side) -> Reason:
    """Two statements of one day; nobody says which of them was the later."""
    day = until(a)
    told = "unknown" if day is None else day.isoformat()
    text = Says.SAME_DAY.say(a.name, a.number, b.number, told)
    claims = (*a.claims, *b.claims)
    return Reason(DifferenceKind.AS_OF, text, weak=True, claims=claims)


def _as_of(a: Side, b: Side, later: int, *, one_line: bool) -> Reason:
    old, new = (a, b) if later > 0 else (b, a)
    claims = (*old.claims, *new.claims)
    going_on = goes_on(a) and goes_on(b)
    days = [until(each) if going_on else day_of(each) for each in (old, new)]
    told = [each.isoformat() if each else "unknown" for each in days]
    if not one_line:
        values = (old.number, old.name, told[0], new.number, new.name, told[1])
        text = Says.COUNTED_UNTIL.say(*values)
        sign = 0 if a.teller == b.teller else later
        return Reason(DifferenceKind.AS_OF, text, sign, claims=claims)
    # A teller may also lower its count, so the later need not be the larger.
    own = (old.name, old.number, told[0], new.number, told[1])
    if not going_on:
        says = Says.LOOKED_AGAIN
    elif new.number < old.number:
        says = Says.REVISED
    else:
        says = Says.GOES_ON
    return Reason(DifferenceKind.AS_OF, says.say(*own), claims=claims)
