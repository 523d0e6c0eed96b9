"""What a date says: a day or a span, told outright or from another date."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tasjil.errors import BadDate
from tasjil.model.edtf import Edtf, interval


class DateRole(StrEnum):
    """What a date says about the time of the harm."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    """Up to a day: "until Tuesday", "as of 12 March"."""

    DURING = "during"
    """Within a stretch of days: "between 6 and 9 March"."""

    DURATION = "duration"
    """How long, not when: "for four days"."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A time told from another one: days after (or before) an anchor.

    Attributes:
        first: Days from the anchor to the first day meant; -1 is the day before it.
        last: Days from the anchor to the last day meant.
    """

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DateRead:
    """A time as read.

    Attributes:
        edtf: The time where it can be known; None for a duration, for a time told
            from an anchor, and where the date of publication would be needed.
        relative: How to get from the anchor to the time; see `resolve`.
    """

    edtf: str | None
    role: DateRole = DateRole.AT
    relative: Relative | None = None


def resolve(relative: Relative, anchor: str) -> str | None:
    """The EDTF date that a relative time means, told from an anchor's date.

    Days after are counted from the anchor's last day, days before from its first.
    None where the anchor is open or leaves the calendar.

    Example:
        >>> resolve(Relative(1, 4), "2025-03-06")
        '2025-03-07/2025-03-10'
        >>> resolve(Relative(-1, -1), "2025-03-01")
        '2025-02-28'
    """
    if relative == Relative(0, 0):
        return anchor
    told = Edtf.parse(anchor)
    base = told.latest if relative.last > 0 else told.earliest
    if base is None:
        return None
    return days_edtf(shifted(base, relative.first), shifted(base, relative.last))


def shifted(day: date, days: int) -> date | None:
    """The day so many days later; None where it leaves the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def days_edtf(first: date | None, last: date | None) -> str | None:
    """The EDTF of the days from first to last; None where either is unknown."""
    if first is None or last is None or last < first:
        return None
    return first.isoformat() if first == last else interval(first, last)


def published_day(published: str | None) -> date | None:
    """The day of publication; None unless it is told to the day."""
    first, last = _ends(published)
    return first if first == last else None


def published_latest(published: str | None) -> date | None:
    """The last day on which it can have been published."""
    return _ends(published)[1]


def _ends(published: str | None) -> tuple[date | None, date | None]:
    if not published:
        return None, None
    try:
        told = Edtf.parse(published)
    except BadDate:
        return None, None  # a publisher's date that is no date tells nothing
    return told.earliest, told.latest
