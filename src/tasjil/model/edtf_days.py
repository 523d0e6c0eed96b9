"""Days as plain numbers, so that dates of any year can be compared and counted.

A day is an ordinal: the number that `date.toordinal` gives, carried on before year 1
and after year 9999, where `datetime.date` cannot go.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

Span = tuple[int | None, int | None]
"""The first and last day, as ordinals; None where open or unknown."""

_CYCLE = 146_097
"""Days in 400 years, after which the calendar repeats."""

_LAST_DAY = date.max.toordinal()


def ordinal(year: int, month: int, day: int) -> int:
    """Number a day of any year, negative or beyond 9999.

    Example:
        >>> ordinal(1, 1, 1), ordinal(0, 12, 31)
        (1, 0)
    """
    cycles, rest = divmod(year - 1, 400)
    return date(rest + 1, month, day).toordinal() + cycles * _CYCLE


def month_length(year: int, month: int) -> int:
    """Count the days of a month of any year."""
    return monthrange((year - 1) % 400 + 1, month)[1]


def as_date(day: int | None) -> date | None:
    """Turn an ordinal into a date where Python's calendar has it."""
    if day is None or not 1 <= day <= _LAST_DAY:
        return None
    return date.fromordinal(day)


def shared(a: Span, b: Span) -> Span | None:
    """Give the days two spans share; None where they share none."""
    low = b[0] if a[0] is None or (b[0] is not None and b[0] > a[0]) else a[0]
    high = b[1] if a[1] is None or (b[1] is not None and b[1] < a[1]) else a[1]
    return None if low is not None and high is not None and high < low else (low, high)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put spans in order and join those that touch.

    Example:
        >>> apart([(7, 9), (1, 3), (4, 5)])
        ((1, 5), (7, 9))
    """
    joined: list[Span] = []
    for low, high in sorted(spans, key=lambda span: (span[0] is not None, span[0])):
        if joined and _touch(joined[-1][1], low):
            ends = (joined[-1][1], high)
            last = None if None in ends else max(e for e in ends if e is not None)
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((low, high))
    return tuple(joined)


def write(span: Span, between: str = "/") -> str:
    """Write the shortest EDTF for a span: a day, a month, a year, or start and end.

    Args:
        span: First and last day; None writes as an open end.
        between: `/` for an interval; `..` for a stretch inside a set.
    """
    low, high = span
    if low is None or high is None:
        start = "" if low is None else _day_text(low)
        end = "" if high is None else _day_text(high)
        return (
            f"{start}..{end}" if between == ".." else f"{start or '..'}/{end or '..'}"
        )
    if low == high:
        return _day_text(low)
    first, last = _calendar(low), _calendar(high)
    if first[0] == last[0] and first[1:] == (1, 1) and last[1:] == (12, 31):
        return _year_text(first[0])
    if first == (*last[:2], 1) and last[2] == month_length(*last[:2]):
        return _day_text(low)[:-3]
    return _day_text(low) + between + _day_text(high)


def _touch(end: int | None, start: int | None) -> bool:
    return end is None or start is None or start <= end + 1


def _calendar(day: int) -> tuple[int, int, int]:
    cycles, rest = divmod(day - 1, _CYCLE)
    found = date.fromordinal(rest + 1)
    return found.year + 400 * cycles, found.month, found.day


def _year_text(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _day_text(day: int) -> str:
    """Write a day; beyond four digits EDTF has whole years only."""
    year, month, of_month = _calendar(day)
    year_text = _year_text(year)
    return year_text if abs(year) > 9999 else f"{year_text}-{month:02d}-{of_month:02d}"
