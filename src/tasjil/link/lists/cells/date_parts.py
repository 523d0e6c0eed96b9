"""A year, a month and a day as somebody typed them, turned into EDTF."""

from dataclasses import dataclass
from datetime import date

from tasjil.link.lists.cells.unread import Unread
from tasjil.model.hijri import hijri_edtf

_EARLIEST, _LAST = 1800, 2100


@dataclass(frozen=True, slots=True)
class Told:
    """A date as far as it is told; a month or a day of 0 is not told.

    Attributes:
        hijri: True for a date of the Hijri calendar.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hijri: bool = False


def to_edtf(told: Told) -> str | Unread:
    """Write a date as EDTF; `AT_ODDS` where there is no such day.

    A Hijri date is known to a day before or after, and is an interval.

    Example:
        >>> to_edtf(Told(2019, 3, 6)), to_edtf(Told(2019, 3, 0)), to_edtf(Told(1440, 7))
        ('2019-03-06', '2019-03', '2019-03-07/2019-04-07')
        >>> to_edtf(Told(2019, 2, 30)).value
        'at odds'
    """
    month, day = told.month or None, told.day or None
    if month is None:
        day = None
    if told.hijri or 1300 <= told.year <= 1500:
        return _hijri(told.year, month, day)
    if not _EARLIEST <= told.year <= _LAST:
        return Unread.AT_ODDS
    try:
        first = date(told.year, month or 1, day or 1)
    except ValueError:
        return Unread.AT_ODDS
    if day is not None:
        return first.isoformat()
    return f"{told.year:04}" if month is None else f"{told.year:04}-{month:02}"


def _hijri(year: int, month: int | None, day: int | None) -> str | Unread:
    if not 1300 <= year <= 1500 or not 1 <= (month or 1) <= 12:
        return Unread.AT_ODDS
    return hijri_edtf(year, month, day) or Unread.AT_ODDS
