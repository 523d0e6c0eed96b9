"""Dates told outright: "7 March 2025", "March 6-9", "4 FEB 90", "mid-March"."""

import re
from dataclasses import dataclass
from datetime import date

from tasjil.read.calendar import Calendar, days_of_part
from tasjil.read.english.times.calendar_days import (
    DAY,
    MONTH,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    year_number,
)

_TO = r"(?:\s*[-–—/]\s*|\s+(?:to|and|or|through|until|till)\s+(?:the\s+)?)"
_ANY_YEAR = rf"(?:{YEAR}|{SHORT_YEAR})"
_DAY_FIRST = re.compile(
    rf"(?P<day>{DAY})(?:(?:,\s+{DAY}){{0,5}},?(?P<to>{_TO})(?P<day2>{DAY}))?[\s-]+"
    rf"(?:of\s+)?(?P<month>{MONTH})"
    rf"(?:(?:,?\s+(?:of\s+|in\s+)?|-)(?P<year>{_ANY_YEAR}))?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})"
    rf"(?:(?P<to>{_TO})(?P<day2>{DAY})(?!\s+(?:{MONTH}|people|others|men|were)))?"
    rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
_MONTH_ONLY = re.compile(rf"(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?")
_ISO = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})[-/.](?P<mon>0[1-9]|1[0-2])"
    r"(?:[-/.](?P<day>0[1-9]|[12][0-9]|3[01]))?(?![0-9/-])"
)
_SLASHED = re.compile(
    r"(?P<a>[0-3]?[0-9])(?P<sep>[/.-])(?P<b>[0-3]?[0-9])(?P=sep)"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
)
_YEAR_ONLY = re.compile(rf"(?P<year>{YEAR})(?!\s*(?:people|men|women|civilians|%))")
_WEEKDAY_DATE = re.compile(
    rf"{WEEKDAY}(?:\s+(?:morning|night|evening|afternoon))?"
    r"(?:\s*\(|,?\s+(?:on\s+)?(?:the\s+)?)"
)
BARE_MONTH_AFTER = re.compile(
    r"\b(?:in|since|during|throughout|until|till|early|mid|late|last|this|of|by|from|"
    r"between|to|and|before|after|every|through|around)[\s-]+(?:early|mid|late)?[\s-]*$"
    r"|\b(?:toll|count|figures?|tally|total|report|bulletin)\s+for\s+$"
)
BARE_YEAR_AFTER = re.compile(
    r"\b(?:in|since|during|throughout|until|till|early|mid|late|of|by|from|between|to|"
    r"before|after|through|year|around|and)[\s-]+(?:early|mid|late)?[\s-]*(?:the\s+)?$"
)


_VERB_AFTER = re.compile(r"\s+(?:have|be|not|also|still|yet|die|well)\b")
"""After "may", which is then no month."""


_NAMED_AFTER = re.compile(
    r"\s+(?:avenue|street|movement|revolution|brigade|square|hospital|university|bridge|"
    r"martyrs|battalion|front|school|dam)s?\b"
)
"""What is called after a day: "9 October Avenue"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date as written: one, or the two ends of a stretch.

    Attributes:
        either: "3/4/2025" can be two days: both are kept.
    """

    start: int
    end: int
    first: Calendar
    last: Calendar | None = None
    either: tuple[Calendar, ...] = ()


def told_at(lower: str, start: int) -> Told | None:
    """The date that begins here, in any of the English orders; None for none."""
    if start >= len(lower):
        return None
    weekday = _WEEKDAY_DATE.match(lower, start)
    if weekday is not None:
        after = told_at(lower, weekday.end())
        if after is None or after.first.day is None:
            return None
        bracketed = lower[weekday.end() - 1] == "(" and lower[after.end :][:1] == ")"
        end = after.end + bracketed
        return Told(start, end, after.first, after.last, after.either)
    if lower[start].isdigit():
        return _from_digits(lower, start)
    match = _MONTH_FIRST.match(lower, start)
    if match is not None and not _is_other_number(lower, match):
        return _days(match)
    match = _MONTH_ONLY.match(lower, start)
    if match is None or (match["year"] is None and not _bare(lower, start, match)):
        return None
    return Told(
        start, match.end(), Calendar(_year(match), month_number(match["month"]))
    )


def _bare(lower: str, start: int, match: re.Match[str]) -> bool:
    """True where a month stands alone and is meant: "in March", never "may"."""
    if not BARE_MONTH_AFTER.search(lower[max(0, start - 20) : start]):
        return False
    return not _VERB_AFTER.match(lower, match.end())


def _is_other_number(lower: str, match: re.Match[str]) -> bool:
    """True for "in March 12 people died": the number counts people."""
    if match["year"] is not None or match["day2"] is not None:
        return False
    after = lower[match.end() : match.end() + 24]
    return bool(
        re.match(r"\s+(?:people|civilians|men|women|children|soldiers|others)\b", after)
    )


def _from_digits(lower: str, start: int) -> Told | None:
    for pattern in (_ISO, _SLASHED):
        match = pattern.match(lower, start)
        if match is not None:
            return _iso(match) if pattern is _ISO else _slashed(match)
    match = _DAY_FIRST.match(lower, start)
    if match is not None and _NAMED_AFTER.match(lower, match.end()):
        return None
    if match is not None and not _VERB_AFTER.match(lower, match.end()):
        return _days(match)
    match = _YEAR_ONLY.match(lower, start)
    if match is None or not BARE_YEAR_AFTER.search(lower[max(0, start - 24) : start]):
        return None
    return Told(start, match.end(), Calendar(int(match["year"])))


def _year(match: re.Match[str]) -> int | None:
    return year_number(match["year"]) if match["year"] else None


def _days(match: re.Match[str]) -> Told | None:
    """One day or two of one month."""
    year, month = _year(match), month_number(match["month"])
    first = Calendar(year, month, day_number(match["day"]))
    last = None
    if match["day2"] is not None:
        last = Calendar(year, month, day_number(match["day2"]))
    return Told(match.start(), match.end(), first, last)


def _iso(match: re.Match[str]) -> Told:
    day = int(match["day"]) if match["day"] else None
    calendar = Calendar(int(match["year"]), int(match["mon"]), day)
    return Told(match.start(), match.end(), calendar)


def _slashed(match: re.Match[str]) -> Told | None:
    """Read "14/3/2025"; where both orders are possible, both days are kept."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    days = [Calendar(year, m, d) for d, m in ((a, b), (b, a)) if 1 <= m <= 12 and d]
    days = [each for each in dict.fromkeys(days) if each.first is not None]
    if not days:
        return None
    return Told(match.start(), match.end(), days[0], either=tuple(days))


PART_NAMES = {
    "beginning": "early",
    "start": "early",
    "middle": "mid",
    "end": "late",
    "mid-": "mid",
    "final week": "last week",
    "first 10 days": "first ten days",
    "first 3 months": "first three months",
    "first 6 months": "first six months",
    "first 9 months": "first nine months",
}


def part_of(told: Calendar, part: str) -> tuple[date | None, date | None]:
    """The days of "early March" or "late 2024".

    Example:
        >>> first, last = part_of(Calendar(2025, 3), "mid")
        >>> first.isoformat(), last.isoformat()
        ('2025-03-11', '2025-03-20')
    """
    return days_of_part(told, PART_NAMES.get(part, part))
