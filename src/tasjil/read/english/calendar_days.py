"""Months, weekdays and years as English writes them, and the days they stand for."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = """january february march april may june july august september october
november december"""
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"

MONTHS = {name: n for n, name in enumerate(_MONTHS.split(), start=1)}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name: n for n, name in enumerate(_DAYS.split())}
WEEKDAYS |= {"tues": 1, "thurs": 3}

_SHORT = "|".join(m for m in MONTHS if len(m) < 5 and m not in _MONTHS.split())
MONTH = rf"(?:(?:{'|'.join(_MONTHS.split())})\b|(?:{_SHORT})\b\.?)"
WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9:]|[.,][0-9])(?:st|nd|rd|th)?\b"
YEAR = r"(?:1[89]|20)[0-9]{2}\b(?![-–/][0-9]{1,2}\b|['’]s\b)"
SHORT_YEAR = r"['’]?[0-9]{2}\b(?!\s*(?:%|:|-[a-z]|percent|[a-z]+s\b|men|women|people))"

_NUMBER = re.compile("[0-9]+")


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


def day_number(words: str) -> int:
    """The number in "7th".

    Example:
        >>> day_number("7th")
        7
    """
    found = _NUMBER.search(words)
    return int(found[0]) if found else 0


def month_number(words: str) -> int:
    """The number of a month, written out or short, in lower case."""
    return MONTHS[words.rstrip(".")]


def year_number(words: str) -> int:
    """A year in four digits, or the one that two digits mean on old wire copy.

    Example:
        >>> year_number("90"), year_number("2025")
        (1990, 2025)
    """
    year = day_number(words)
    if year >= 100:
        return year
    return 1900 + year if year >= 50 else 2000 + year


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
