"""Parts of months and years in Arabic: "مطلع آذار"، "الربع الأول من العام"."""

from datetime import date

from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.times.calendar_words import phrase_at, stem_of, time_words
from tasjil.read.arabic.times.told_dates import told_at
from tasjil.read.calendar import Calendar, days_of_part
from tasjil.read.date_read import days_edtf

_WHICH = {
    "الاول": "first",
    "الاولي": "first",
    "الثاني": "second",
    "التاني": "second",
    "الثالث": "third",
    "الرابع": "fourth",
    "الاخير": "last",
}
_NOUNS = {"النصف": "half", "الاسبوع": "week", "الربع": "quarter"}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}

Read = tuple[str | None, int]
"""The EDTF, and the index behind the last word."""


def part_at(line: Line, at: int, published: date | None) -> Read | None:
    """The part of a month or year that begins with a word; None for none.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> line = Line.of("أواخر آذار 2031", words_of("أواخر آذار 2031"))
        >>> part_at(line, 0, None)
        ('2031-03-21/2031-03-31', 3)
    """
    for part in ("early", "mid", "late"):
        last = phrase_at(line, at, part)
        if last is not None:
            return _of_period(line, last, part, published)
    noun = stem_of(line.form(at), frozenset(_NOUNS))
    which = _WHICH.get(line.form(at + 1))
    if noun is None or which is None or line.marks[at + 1]:
        return None
    return _numbered(line, at + 2, (_NOUNS[noun], which), published)


def _numbered(
    line: Line, at: int, told: tuple[str, str], published: date | None
) -> Read | None:
    """Read "the first week of March", "the first quarter"."""
    noun, which = told
    if noun == "quarter":
        return _quarter(line, at, _QUARTERS[which], published)
    if at >= len(line) or line.form(at) != "من":
        return None
    return _of_period(line, at + 1, f"{which} {noun}", published)


def _quarter(line: Line, at: int, number: int, published: date | None) -> Read:
    """A quarter of the year told behind it, else of the year of publication."""
    calendar, last = None, at
    if at < len(line) and not line.marks[at]:
        behind = at + 1 if line.form(at) == "من" else at
        calendar, end = _period(line, behind, published) or (None, at)
        last = end if calendar is not None else at
    year = calendar.year if calendar else published.year if published else None
    first, final = Calendar(year, 3 * number - 2), Calendar(year, 3 * number)
    return days_edtf(first.first, final.last), last


def _of_period(line: Line, at: int, part: str, published: date | None) -> Read | None:
    """The days of a part of the month or year that begins with a word."""
    found = _period(line, at, published)
    if found is None:
        return None
    calendar, last = found
    return days_edtf(*days_of_part(calendar, part)), last


def _period(line: Line, at: int, published: date | None) -> tuple[Calendar, int] | None:
    """The month or the year that begins with a word, with its year."""
    if at >= len(line) or line.marks[at]:
        return None
    if line.form(at) in ("شهر", "الشهر") and at + 1 < len(line):
        told = told_at(line, at + 1, expected=True)
        if told is not None:
            at += 1
    told = told_at(line, at, expected=True)
    if told is not None:
        dated = told[0].dated(published)
        whole = dated.first.day is None and not dated.is_hijri
        return (dated.first, told[1]) if whole and dated.last is None else None
    return _this_period(line, at, published)


def _this_period(
    line: Line, at: int, published: date | None
) -> tuple[Calendar, int] | None:
    """Read "the year", "this year", "last month" behind a part of it."""
    if line.form(at) in time_words("these") and at + 1 < len(line):
        at += 1
    is_year = line.form(at) in time_words("year alone")
    is_month = line.form(at) in time_words("month alone")
    if published is None or not (is_year or is_month):
        return None
    after = line.form(at + 1) if at + 1 < len(line) and not line.marks[at + 1] else ""
    back = after in time_words("last")
    last = at + 1 + (back or after in time_words("this"))
    if is_year:
        return Calendar(published.year - back), last
    months = published.year * 12 + published.month - 1 - back
    return Calendar(months // 12, months % 12 + 1), last
