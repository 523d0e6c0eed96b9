"""Dates told outright in Arabic: "7 آذار/مارس 2031", "الثالث من أيار", "14/3/2031"."""

import re
from dataclasses import dataclass, replace
from datetime import date

from tasjil.model.hijri import hijri_edtf, hijri_year_before
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.times.calendar_words import (
    Month,
    day_at,
    month_at,
    stem_of,
    time_words,
    year_at,
)
from tasjil.read.calendar import Calendar, year_of

_AFTER_DAY = ("", "/", "-", "–")
_BEFORE_YEAR = ("", "،", ",", "/", "-", "–")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.((?:19|20)[0-9]{2})")
_MONTHS = 12
_LISTED = 4
_UNSURE_NAMES = frozenset(
    (
        "اب",
        "مارس",
        "ماي",
        "اوت",
        "جوان",
        "نوار",
        "مايس",
        "نيسان",
        "تموز",
        "اذار",
        "ايار",
    )
)
"""Months that are names or other words too: they need a word before them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date as written: one, or the two ends of a stretch.

    Attributes:
        first: The date; its year or more of it may be missing.
        last: The other end of "6-9 March".
        before: "Last March": before the month of publication.
    """

    first: Calendar
    last: Calendar | None = None
    is_hijri: bool = False
    before: bool = False
    this_month: bool = False

    def dated(self, published: date | None, year: int | None = None) -> "Told":
        """The same with a year: the one given, else the nearest past."""
        if self.this_month and published is not None:
            first = replace(self.first, year=published.year, month=published.month)
            return replace(self, first=first, this_month=False)
        if self.first.year is not None:
            return self
        year = year or self._nearest(published)
        last = None if self.last is None else self.last.with_year(year)
        return replace(self, first=self.first.with_year(year), last=last)

    def _nearest(self, published: date | None) -> int | None:
        if published is None:
            return None
        if self.is_hijri:
            month = self.first.month or 1
            return hijri_year_before(published, month, self.first.day)
        year = year_of(self.first, published)
        same = self.first.day is None and self.first.month == published.month
        return year - 1 if year and self.before and same else year

    @property
    def edtf(self) -> str | None:
        """The EDTF of the date itself, or of its first end; None without a year."""
        one = self.first
        if not self.is_hijri or one.year is None:
            return one.edtf
        return hijri_edtf(one.year, one.month, one.day)


Read = tuple[Told, int]
"""A date, and the index behind its last word."""


def told_at(line: Line, at: int, *, expected: bool = False) -> Read | None:
    """The date that begins with a word, told outright; None for none.

    Args:
        line: The sentence.
        at: The index of its first word.
        expected: A date must stand here: the second end of a stretch.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "الثاني عشر من آذار/مارس 2031"
        >>> told, _ = told_at(Line.of(text, words_of(text)), 0)
        >>> told.edtf
        '2031-03-12'
    """
    for read in (_in_numbers(line, at), _day(line, at)):
        if read is not None:
            return _in_both_calendars(line, *read)
    month = month_at(line, at)
    if month is not None:
        read = _month(line, at, month, expected=expected)
        return None if read is None else _in_both_calendars(line, *read)
    return _year(line, at, expected=expected)


def _in_numbers(line: Line, at: int) -> Read | None:
    """Read "14/3/2031", "14.3.2031", "2031-03-14": the day stands before the month."""
    form = line.form(at)
    dotted = _DOTTED.fullmatch(form)
    if dotted is not None:
        parts, last = [int(part) for part in dotted.groups()], at + 1
    elif form.isdecimal() and at + 2 < len(line) and _one_mark(line, at):
        forms = [line.form(at + i) for i in range(3)]
        if not all(part.isdecimal() and len(part) <= 4 for part in forms):
            return None
        parts, last = [int(part) for part in forms], at + 3
    else:
        return None
    day, month, year = parts if parts[2] > 31 else parts[::-1]
    if month > _MONTHS >= day:
        day, month = month, day
    told = Calendar(year, month, day)
    if not 1 <= month <= _MONTHS or year < 100 or told.first is None:
        return None
    return Told(told), last


def _one_mark(line: Line, at: int) -> bool:
    return line.marks[at + 1] == line.marks[at + 2] and line.marks[at + 1] in "/-."


def _day(line: Line, at: int) -> Read | None:
    """Read a day and its month, or the days of a stretch in one month."""
    first = day_at(line, at)
    if first is None:
        return None
    days, last = [first[0]], first[1]
    while len(days) < _LISTED and last < len(line):
        other = _other_day(line, last)
        if other is None:
            break
        days.append(other[0])
        last = other[1]
    for count in range(len(days), 0, -1):
        if count < len(days):
            return None
        read = _with_month(line, days[0], days[-1], last)
        if read is not None:
            return read
    return _with_month(line, days[0], days[0], first[1])


def _other_day(line: Line, at: int) -> tuple[int, int] | None:
    """A second day of the same month: "6-9", "2 و5", "6 إلى 10"."""
    if line.marks[at] in ("-", "–"):
        return day_at(line, at)
    if line.marks[at] not in ("", "،"):
        return None
    if line.form(at) in time_words("to") or line.form(at) == "او":
        return day_at(line, at + 1)
    return day_at(line, at) if line.form(at).startswith("و") else None


def _with_month(line: Line, first: int, last: int, at: int) -> Read | None:
    """The days with the month behind them: its name, or "of this month"."""
    if at >= len(line) or line.marks[at] not in _AFTER_DAY:
        return None
    if line.form(at) == "من":
        at += 1
    if line.form(at) in ("شهر", "الشهر"):
        at += 1
    month = month_at(line, at)
    if month is None:
        is_this = line.form(at) in time_words("this") and line.form(at - 1) != "من"
        told = Told(Calendar(None, None, first), this_month=True)
        return (told, at + 1) if is_this and first == last else None
    number, is_hijri = month[0].number, month[0].is_hijri
    year, end = _year_behind(line, month[1], month[0])
    one = Calendar(year, number, first)
    two = Calendar(year, number, last) if last > first else None
    told = Told(one, two, is_hijri)
    before = _behind(line, end, "last")
    this = before or _behind(line, end, "this")
    return replace(told, before=bool(before)), this or end


def _year_behind(line: Line, at: int, month: Month) -> tuple[int | None, int]:
    """The year behind a month, of the same calendar; None where none is told."""
    if at >= len(line) or line.marks[at] not in _BEFORE_YEAR:
        return None, at
    year = year_at(line, at)
    if year is None or (year[0] < 1700) != month.is_hijri:
        return None, at
    return year


def _behind(line: Line, at: int, section: str) -> int | None:
    """Where a word of a section ends that touches what stands before it."""
    touches = at < len(line) and not line.marks[at]
    return at + 1 if touches and line.form(at) in time_words(section) else None


def _month(
    line: Line, at: int, found: tuple[Month, int], *, expected: bool
) -> Read | None:
    """Read a month with its year, with "last", or alone behind "in" or "since"."""
    month, last = found
    year, end = _year_behind(line, last, month)
    told = Told(Calendar(year, month.number), is_hijri=month.is_hijri)
    if year is not None:
        return told, end
    if (before := _behind(line, end, "last")) is not None:
        return replace(told, before=True), before
    if (this := _behind(line, end, "this")) is not None:
        return told, this
    if expected or _stands_in_time(line, at):
        return told, end
    is_sure = not month.is_hijri and line.form(at).lstrip("وبل") not in _UNSURE_NAMES
    return (told, end) if is_sure and line.form(at) not in _UNSURE_NAMES else None


def _stands_in_time(line: Line, at: int) -> bool:
    """True behind "in", "since", "month", and for "in" written with the word."""
    if line.form(at)[:1] in ("ب", "ل") and line.form(at) not in _UNSURE_NAMES:
        return True
    before = at > 0 and not line.marks[at]
    return before and stem_of(line.form(at - 1), time_words("in time")) is not None


def _year(line: Line, at: int, *, expected: bool) -> Read | None:
    """Read "عام 2029", "صيف 1998", and a year alone behind "in" or "since"."""
    season = stem_of(line.form(at), _SEASONS)
    if season is not None:
        year = year_at(line, at + 1) if at + 1 < len(line) else None
        return None if year is None else (_season(season, year[0]), year[1])
    named = stem_of(line.form(at), time_words("a year")) is not None
    year = year_at(line, at + 1 if named else at, alone=True)
    if year is None:
        return None
    is_hijri = year[0] < 1700
    if not (named or expected or (_stands_in_time(line, at) and not is_hijri)):
        return None
    return Told(Calendar(year[0]), is_hijri=is_hijri), year[1]


_SEASON_MONTHS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 2),
}
_SEASONS = frozenset(word for season in _SEASON_MONTHS for word in time_words(season))


def _season(word: str, year: int) -> Told:
    """A season of a year, the northern ones; winter runs into the next year."""
    season = next(name for name in _SEASON_MONTHS if word in time_words(name))
    first, last = _SEASON_MONTHS[season]
    return Told(Calendar(year, first), Calendar(year + (last < first), last))


def _in_both_calendars(line: Line, told: Told, last: int) -> Read:
    """A date told in two calendars is one date: the sharper one counts."""
    at = last
    if line.form(at) in ("الموافق", "الموافقه", "الموافق_ل", "موافق"):
        at += 1
    elif at >= len(line) or line.marks[at] not in ("(", "/", "-", "،("):
        return told, last
    if line.form(at) == "ل":
        at += 1
    for read in (_in_numbers(line, at), _day(line, at)):
        if read is not None and read[0].is_hijri != told.is_hijri:
            other, end = read
            return (other if told.is_hijri else told), end
    return told, last
