"""The Hijri calendar, as a table knows it: a day earlier or later is possible.

The months begin with a sighting of the moon. The tabular calendar (30 and 29 days in
turn, 11 leap years in 30: Reingold and Dershowitz, *Calendrical Calculations*, chapter
7) is a day off now and then, so a day is given with the one before and the one after.
"""

from datetime import date, timedelta

from tasjil.model.edtf import interval

_EPOCH = 227_015
"""The ordinal of 1 Muharram of the year 1."""

_MONTHS = 12
_UNSURE = timedelta(days=1)
_YEARS = range(1, 1700)


def first_day(year: int, month: int) -> date:
    """The first day of a month by the table.

    Example:
        >>> first_day(1452, 12).isoformat()
        '2031-03-25'
    """
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + days)


def hijri_days(
    year: int, month: int | None = None, day: int | None = None
) -> tuple[date, date] | None:
    """The first and the last day that a Hijri date can be, a day wide at either end.

    Example:
        >>> first, last = hijri_days(1452, 12, 11)
        >>> first.isoformat(), last.isoformat()
        ('2031-04-03', '2031-04-05')
    """
    if year not in _YEARS or not 1 <= (day or 1) <= 30:
        return None
    first = first_day(year, month or 1)
    if day is not None:
        first += timedelta(days=day - 1)
        return first - _UNSURE, first + _UNSURE
    after = first_day(year + 1, 1)
    if month is not None and month < _MONTHS:
        after = first_day(year, month + 1)
    return first - _UNSURE, after


def hijri_edtf(
    year: int, month: int | None = None, day: int | None = None
) -> str | None:
    """The EDTF of a Hijri date; None where there is no such date.

    Example:
        >>> hijri_edtf(1452, 12, 11)
        '2031-04-03/2031-04-05'
    """
    days = hijri_days(year, month, day)
    return None if days is None else interval(*days)


def hijri_year_before(published: date, month: int, day: int | None) -> int:
    """The Hijri year of a date told without one: the nearest past.

    Example:
        >>> hijri_year_before(date(2031, 4, 10), 12, 11)
        1452
    """
    year = int((published.toordinal() - _EPOCH) / 354.36667) + 2
    while year > 1:
        days = hijri_days(year, month, day)
        if days is not None and days[0] <= published:
            break
        year -= 1
    return year
