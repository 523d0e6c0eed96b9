"""Dates as people write them above a report, in English and Arabic, into EDTF."""

import datetime
import re
from dataclasses import dataclass, replace

from tasjil.errors import BadDate
from tasjil.model.edtf import Edtf
from tasjil.model.months import ARABIC, ENGLISH, WEEKDAYS, fold


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; the year is None where it was not written.

    Attributes:
        century_guessed: True where the year was written with two digits.
    """

    month: int
    day: int
    year: int | None = None
    century_guessed: bool = False

    @property
    def edtf(self) -> str | None:
        """The date in EDTF; None without a year or where there is no such day.

        Example:
            >>> Day(3, 14, 2025).edtf, Day(3, 14).edtf, Day(2, 30, 2025).edtf
            ('2025-03-14', None, None)
        """
        if self.year is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return None


_EN = "|".join(sorted(ENGLISH, key=len, reverse=True))
_AR = "|".join(re.escape(m) for m in sorted(ARABIC, key=len, reverse=True))
_WD = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_WEEKDAY = rf"(?:\b(?:{_WD})\b\.?\s*[,،]?\s+)?"
_YEAR = r"(?:\d{4}|'?\d{2})(?!\d)(?!:)"
_D_MONTH_Y = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\.?[\s-]+(?:of\s+)?(?:{_EN})\b\.?(?:[\s,-]+{_YEAR})?"
)
_MONTH_D_Y = rf"\b(?:{_EN})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s+\d{{4}})?"
_ARABIC = (
    rf"\d{{1,2}}\s*(?:من\s+)?(?:{_AR})(?:\s*[/(\-]\s*(?:{_AR})\)?)?"
    r"(?:\s*[،,/]?\s*(?:عام\s+)?\d{4}(?!\d))?(?![\u0621-\u064a])"
)
_YMD = r"\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)"
_DMY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)"
DATE = rf"{_WEEKDAY}(?:{_YMD}|{_DMY}|{_D_MONTH_Y}|{_MONTH_D_Y}|{_ARABIC})"
"""A date in folded text (`months.fold`), to be put into larger patterns."""

_PARTS = re.compile(
    rf"{_WEEKDAY}(?:"
    r"(?P<y1>\d{4})[-/](?P<m1>\d{1,2})[-/](?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4})"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-]+(?:of\s+)?(?P<m3>{_EN})\.?"
    r"(?:[\s,-]+'?(?P<y3>\d{4}|\d{2}))?"
    rf"|(?P<m4>{_EN})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y4>\d{{4}}))?"
    rf"|(?P<d5>\d{{1,2}})\s*(?:من\s+)?(?P<m5>{_AR})"
    rf"(?:\s*[/(\-]\s*(?P<n5>{_AR})\)?)?(?:\s*[،,/]?\s*(?:عام\s+)?(?P<y5>\d{{4}}))?"
    r")",
    re.IGNORECASE,
)
_EDTF = re.compile(r"[\[{.]{0,3}/?-?\d{2}[\dX]{2}(?!\d).{0,60}")
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}")
_LETTER = re.compile(
    r"(?:[A-Za-z]{3},\s+)?(\d{1,2}\s+[A-Za-z]{3}\s+\d{4})\s+\d{1,2}:\d{2}"
)
_MONTH_YEAR = re.compile(
    rf"(?P<m>{_EN}|{_AR})(?:\s*[/(]\s*(?:{_AR})\)?)?\.?,?\s+(?P<y>\d{{4}})", re.I
)
_LAST_WEEKDAY = re.compile(rf",?\s+(?:{_WD})\s*$", re.IGNORECASE)
_TIME = re.compile(
    r"[\s,،|•·-]*(?:at\s+|الساعة\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*"
    r"(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?(?:[+-]\d{1,2}:?\d{0,2})?\s*$",
    re.IGNORECASE,
)


def day_of(words: str) -> Day | None:
    """Read one date with a day; None where it is none, or could be two.

    3/4/2025 is 3 April in Damascus and March 4 in Washington: without Arabic words
    around it, it stays unread.

    Example:
        >>> day_of("Friday, 14 March 2025").edtf
        '2025-03-14'
        >>> day_of("4 FEB 90").edtf, day_of("3/4/2025")
        ('1990-02-04', None)
        >>> day_of("١٤ آذار/مارس ٢٠٢٥").edtf
        '2025-03-14'
    """
    folded = fold(words).strip()
    match = _PARTS.fullmatch(folded)
    if match is None:
        return None
    found = {k[0]: v for k, v in match.groupdict().items() if v is not None}
    if match["d2"] and not _one_reading(match["d2"], match["m2"], words):
        return None
    month, again = _month(found["m"]), found.get("n")
    if month is None or (again and _month(again) != month):
        return None
    day = _with_year(Day(month, int(found["d"])), found.get("y"))
    # A leap year stands in where no year is written, so that 29 February may pass.
    return day if replace(day, year=day.year or 2024).edtf else None


def _one_reading(first: str, second: str, words: str) -> bool:
    """True where day and month cannot be taken for each other."""
    arabic = bool(re.search(r"[\u0621-\u064a\u0660-\u0669]", words))
    return arabic or int(first) > 12 or first == second


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return ENGLISH.get(word.lower()) or ARABIC.get(" ".join(word.split()))


def _with_year(day: Day, year: str | None) -> Day:
    if year is None:
        return day
    if len(year) == 4:
        return replace(day, year=int(year))
    # The POSIX rule for two digits: 69 to 99 are the 1900s.
    century = 1900 if int(year) >= 69 else 2000
    return replace(day, year=century + int(year), century_guessed=True)


def edtf_of(words: str) -> str | Day | None:
    """Read a date header: EDTF or ISO as it is, or a date in words.

    Returns:
        EDTF; or a `Day` where the year is missing; or None where it cannot be read.

    Example:
        >>> edtf_of("2025-03"), edtf_of("March 2025"), edtf_of("14 آذار 2025, 10:30")
        ('2025-03', '2025-03', '2025-03-14')
        >>> edtf_of("2025-13-40") is None
        True
    """
    words = words.strip().strip("\"'")
    folded = fold(words).strip()
    stamp = _STAMP.match(folded) or _LETTER.match(folded)
    if stamp:
        day = day_of(stamp[1])
        return day.edtf if day else None
    if _EDTF.fullmatch(folded) and _is_edtf(folded):
        return folded
    month = _MONTH_YEAR.fullmatch(folded)
    if month:
        return f"{month['y']}-{_month(month['m']):02d}"
    plain = _LAST_WEEKDAY.sub("", _TIME.sub("", words))
    day = day_of(plain)
    return None if day is None else (day.edtf or day)


def _is_edtf(text: str) -> bool:
    try:
        Edtf.parse(text)
    except BadDate:
        return False
    return True
