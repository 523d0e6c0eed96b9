"""Reads one date of the EDTF standard, down to the days it can stand for.

`tasjil.model.edtf` puts such dates together into intervals and sets.
"""

import re
from typing import NamedTuple

from tasjil.errors import BadDate
from tasjil.model.defined import Defined
from tasjil.model.edtf_days import month_length, ordinal

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


class EdtfPrecision(Defined):
    """How finely an EDTF text tells the time."""

    MOMENT = "moment", "A day with a time of day."
    DAY = "day", "One day."
    MONTH = "month", "One month, or a part of one: 2025-03-1X."
    SEASON = "season", "Three months that are told as a season."
    YEAR = "year", "One year, or a part of one: 2025-1X."
    YEARS = "years", "A decade, a century, a millennium: 201X, 20XX."
    INTERVAL = "interval", "From one date to another; an end may be open."
    SET = "set", "One of several dates, or all of them."


class Part(NamedTuple):
    """One date: its first and last possible day as ordinals, None where open."""

    low: int | None
    high: int | None
    precision: EdtfPrecision
    qualifiers: str = ""


_Q = "[?~%]?"
_DATE = re.compile(
    rf"{_Q}(-?[0-9X]{{4}}){_Q}(?:-{_Q}([0-9X]{{2}}){_Q}(?:-{_Q}([0-9X]{{2}}){_Q})?)?"
)
_LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,11})[?~%]?")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_X_AT_THE_RIGHT = re.compile(r"-?[0-9]*X*")
_NOT_QUALIFIERS = re.compile(r"[^?~%]+")


def read_part(text: str) -> Part:
    """Read a date, a year of more than four digits, or a date with a time of day.

    Raises:
        BadDate: The reason alone; the caller says where the text stood.
    """
    if found := _DATE.fullmatch(text):
        return _date(found[1], found[2], found[3], _NOT_QUALIFIERS.sub("", text))
    if found := _LONG_YEAR.fullmatch(text):
        year = int(found[1])
        qualifiers = _NOT_QUALIFIERS.sub("", text)
        low, high = ordinal(year, 1, 1), ordinal(year, 12, 31)
        return Part(low, high, EdtfPrecision.YEAR, qualifiers)
    if found := _MOMENT.fullmatch(text):
        return _moment(found)
    raise BadDate(_why_not(text))


def _date(year: str, month: str | None, day: str | None, qualifiers: str) -> Part:
    """Find the first and last day of a date whose shape is right."""
    if not _X_AT_THE_RIGHT.fullmatch(year + (month or "") + (day or "")):
        raise BadDate("X stands only for digits at the right (2025-03-XX, 201X)")
    if year == "-0000":
        raise BadDate("the year 0000 has no minus sign")
    if month and month.isdigit() and int(month) in SEASONS:
        return _season(int(year), int(month), day, qualifiers)
    first_year, last_year = _years(year)
    first, last = _fitting(month, 12, _no_month(month))
    length = month_length(last_year, last)
    days = _fitting(day, length, _no_day(last_year, last, length))
    low = ordinal(first_year, first, days[0])
    high = ordinal(last_year, last, days[1])
    return Part(low, high, _precision(year, month, day), qualifiers)


def _years(year: str) -> tuple[int, int]:
    """Give the first and the last year that the digits allow."""
    nought, nine = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return min(nought, nine), max(nought, nine)


def _fitting(digits: str | None, upto: int, refusal: str) -> tuple[int, int]:
    """Give the first and last number from 1 that two digits allow."""
    if digits is None or digits == "XX":
        return 1, upto
    low = max(1, int(digits.replace("X", "0")))
    high = min(upto, int(digits.replace("X", "9")))
    if high < low or digits == "00":
        raise BadDate(refusal)
    return low, high


def _no_month(month: str | None) -> str:
    return f"there is no month {month}; months are 01 to 12, seasons 21 to 24"


def _no_day(year: int, month: int, length: int) -> str:
    return f"{MONTHS[month - 1]} {year} has {length} days"


def _season(year: int, season: int, day: str | None, qualifiers: str) -> Part:
    """Take the northern seasons of three whole months; winter begins in its year."""
    if day is not None:
        raise BadDate(f"a season has no days, found {season}-{day}")
    first, last = SEASONS[season]
    last_year, last = (year, last) if last <= 12 else (year + 1, last - 12)
    high = ordinal(last_year, last, month_length(last_year, last))
    return Part(ordinal(year, first, 1), high, EdtfPrecision.SEASON, qualifiers)


def _precision(year: str, month: str | None, day: str | None) -> EdtfPrecision:
    """Name the finest part that is told whole."""
    if day is not None and "X" not in day:
        return EdtfPrecision.DAY
    if month is not None and "X" not in month:
        return EdtfPrecision.MONTH
    return EdtfPrecision.YEARS if "X" in year else EdtfPrecision.YEAR


def _moment(found: re.Match[str]) -> Part:
    """Read a date with a time of day; its day is the day as written, in its zone."""
    hour, minute, second = int(found[2]), int(found[3]), int(found[4])
    if hour > 23 or minute > 59 or second > 59:
        raise BadDate(f"there is no time {found[2]}:{found[3]}:{found[4]}")
    zone = found[5] or "Z"
    if zone != "Z" and (int(zone[1:3]) > 14 or int(zone[4:6] or 0) > 59):
        raise BadDate(f"there is no time zone {zone}; zones run from -14 to +14")
    return read_part(found[1])._replace(precision=EdtfPrecision.MOMENT)


def _why_not(text: str) -> str:
    """Say in words why a text has not the shape of a date."""
    if not text.strip():
        return "there is no date in it"
    if "T" in text:
        return "a time of day is written 2025-03-07T14:30:00, with Z or +03:00 after it"
    if text.startswith("Y"):
        return "Y begins a year of more than four digits, such as Y17000"
    if not text.isascii():
        return "it is written with signs other than 0 to 9, X, - and ?~%"
    return "a date is written YYYY, YYYY-MM or YYYY-MM-DD"
