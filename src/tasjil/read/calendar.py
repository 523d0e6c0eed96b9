"""Days, months and years of the calendar, as far as a date tells them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date as far as it is told; a month or a year may be missing."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def with_year(self, year: int | None) -> "Calendar":
        """The same date in a year, where none was told."""
        return self if self.year is not None else Calendar(year, self.month, self.day)

    @property
    def first(self) -> date | None:
        """The first day it can stand for; None without a year or off the calendar."""
        return _day(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date | None:
        """The last day it can stand for."""
        if self.year is None or not 1 <= self.year <= 9999:
            return None
        month = self.month or 12
        return _day(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def edtf(self) -> str | None:
        """The date as EDTF; None without a year, or where there is no such day."""
        if self.first is None:
            return None
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return self.first.isoformat()


def _day(year: int | None, month: int, day: int) -> date | None:
    if year is None or not 1 <= year <= 9999 or day > monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def most_recent(weekday: int, published: date, *, before: bool = False) -> date | None:
    """The last such weekday up to publication; `before` leaves out that day itself.

    News convention: "on Wednesday" in a piece of a Wednesday is that day.

    Example:
        >>> most_recent(2, date(2025, 3, 12)).isoformat()
        '2025-03-12'
    """
    back = (published.weekday() - weekday) % 7
    if before and back == 0:
        back = 7
    if published.toordinal() <= back:
        return None
    return published - timedelta(days=back)


def year_of(told: Calendar, published: date | None) -> int | None:
    """The year of a date told without one: the nearest past, or tomorrow at most."""
    if published is None:
        return None
    for year in (published.year + 1, published.year, published.year - 1):
        first = told.with_year(year).first
        if first is not None and first.toordinal() <= published.toordinal() + 1:
            return year
    return published.year - 1


_PARTS: dict[str, tuple[int, int]] = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "first week": (1, 7),
    "second week": (8, 14),
    "third week": (15, 21),
    "fourth week": (22, 28),
    "last week": (22, 31),
    "first half": (1, 15),
    "second half": (16, 31),
    "first ten days": (1, 10),
    "first": (1, 1),
    "first day": (1, 1),
}
"""Days of a month that its parts stand for; a choice, for words name none."""

_YEAR_PARTS: dict[str, tuple[int, int]] = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "last quarter": (10, 12),
    "first three months": (1, 3),
    "first six months": (1, 6),
    "first nine months": (1, 9),
}
"""Months of a year that its parts stand for."""


def days_of_part(told: Calendar, part: str) -> tuple[date | None, date | None]:
    """The days of a part of a month or a year: "early", "mid", "late" and the like.

    Example:
        >>> first, last = days_of_part(Calendar(2025, 3), "mid")
        >>> first.isoformat(), last.isoformat()
        ('2025-03-11', '2025-03-20')
    """
    if told.month is None:
        low, high = _YEAR_PARTS.get(part, (1, 12))
        return Calendar(told.year, low).first, Calendar(told.year, high).last
    low, high = _PARTS.get(part, (1, 31))
    last = told.last
    if last is None:
        return None, None
    return Calendar(told.year, told.month, low).first, last.replace(
        day=min(high, last.day)
    )
