"""Dates in the wild: 6/3/19, آذار 2019, Excel's 43530, Hijri, "early March 2019"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tasjil.errors import BadDate
from tasjil.link.lists.cells.date_parts import Told, to_edtf
from tasjil.link.lists.cells.date_words import (
    AFTER,
    APPROXIMATELY,
    BEFORE,
    HIJRI,
    MONTHS,
    PARTS,
    SEASONS,
    WEEKDAY,
    either,
)
from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.plain import NOTHING, plain
from tasjil.model.defined import Defined
from tasjil.model.edtf import Edtf, interval


class DateOrder(Defined):
    """Which of two numbers is the day where both could be: 6/3/2019."""

    DAY_FIRST = "day first", "6/3/2019 is 6 March."
    MONTH_FIRST = "month first", "6/3/2019 is June 3."
    UNKNOWN = "unknown", "Nothing in the list decides; both days are kept as possible."


@dataclass(frozen=True, slots=True)
class DateRules:
    """How a column writes its dates.

    Attributes:
        order: Which comes first, the day or the month.
        latest: The last year a year of two digits can mean: 45 is 1945, for nobody
            on a list died or was born after it.
    """

    order: DateOrder = DateOrder.UNKNOWN
    latest: int = 2030


PLAIN = DateRules()

_M = either({**MONTHS, **HIJRI})
_NUMERIC = re.compile(r"(\d{1,4})\s*[-/.،,\\ ]\s*(\d{1,2})\s*[-/.،,\\ ]\s*(\d{1,4})")
_TWO = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,4})")
_MONTH = rf"(?P<m>{_M})\.?(?:\s*[/(\-]\s*(?:{_M})\s*\)?)?"
_YEAR = r"'?(?P<y>\d{4}|\d{2})"
_TH = r"(?:st|nd|rd|th|er)?"
_D_M_Y = re.compile(
    rf"(?P<d>\d{{1,2}}){_TH}\.?[\s\-/]*(?:of\s+|من\s+)?{_MONTH}"
    rf"(?:[\s,،/\-]*(?:عام\s+|سنه\s+)?{_YEAR})?"
)
_M_D_Y = re.compile(rf"{_MONTH}[\s\-/]*(?P<d>\d{{1,2}}){_TH}[\s,،/\-]+(?P<y>\d{{4}})")
_M_Y = re.compile(rf"{_MONTH}[\s,،/\-]*(?:of\s+|عام\s+|سنه\s+)?{_YEAR}")
_Y_M_D = re.compile(rf"(?P<y>\d{{4}})[\s,/\-]+{_MONTH}(?:[\s,/\-]+(?P<d>\d{{1,2}}))?")
_SEASON = re.compile(rf"(?P<s>{either(SEASONS)})[\s,]+(?:of\s+|عام\s+)?(?P<y>\d{{4}})")
_PART = re.compile(rf"(?P<part>{either(PARTS)})[\s\-]+(?:شهر\s+)?(?P<rest>.+)")
_BETWEEN = re.compile(
    r"(?:between|from|entre|du|بين|من)\s+(.+?)\s+(?:and|to|et|au|و|الي|حتي)\s*(.+)"
)
_TO = re.compile(r"(.+?)\s*(?:\s-\s|–|—|\s(?:to|till|until|au|الي|حتي|or)\s)\s*(.+)")
_DAYS = re.compile(
    rf"(\d{{1,2}})\s*(?:-|–|/|&|to|and|الي|و)\s*(\d{{1,2}}\s*{_MONTH}.*)"
)
_ABOUT = re.compile(rf"^(?:{APPROXIMATELY})\s*|\s*\(?(?:~|approx\.?|تقريبا)\)?$")
_UNSURE = re.compile(r"\s*\(?\?\)?$|^(?:possibly|probably|maybe|ربما)\s+")
_TIME = re.compile(
    r"[\st,]+(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|ص|م)?"
    r"(?:z|[+-]\d{2}:?\d{2})?$"
)
_OF_HIJRI = re.compile(r"\s*(?:ه|هجري|هجريه|a\.?h\.?|h)\.?$")
_OF_THIS = re.compile(r"(?<=\d)\s*(?:م|ميلادي|ميلاديه|a\.?d\.?|c\.?e\.?)\.?$")
_EXCEL = re.compile(r"(\d{1,5})(?:\.\d+)?")
_EXCEL_DAYS = range(10_000, 62_000)
"""Serial numbers of 1927 to 2069; below them a number is likelier a year."""

_EXCEL_ZERO = date(1899, 12, 30)
_NO_DATE = re.compile(r"[0\s\-/.:]+|1900-01-0[01]|1899-12-3[01]|(?:9999|1111)[-/].*")


@lru_cache(maxsize=1 << 16)
def read_date(text: str, rules: DateRules = PLAIN) -> str | Unread:
    """Read a date into EDTF, as finely as it is told and no finer.

    Example:
        >>> day_first = DateRules(DateOrder.DAY_FIRST)
        >>> read_date("6/3/19", day_first), read_date("6/3/19")
        ('2019-03-06', '[2019-03-06,2019-06-03]')
        >>> read_date("آذار 2019"), read_date("43530"), read_date("~2019")
        ('2019-03', '2019-03-06', '2019~')
        >>> read_date("31/6/2019", day_first).value
        'at odds'
    """
    folded = plain(text)
    if folded in NOTHING or _NO_DATE.fullmatch(folded):
        return Unread.EMPTY
    if (ready := _ready(text.strip())) is not None:
        return ready
    return _read(folded, rules)


def _ready(text: str) -> str | None:
    """Give EDTF back as it is; a time of day goes."""
    if not (text[:1].isdigit() or text[:1] in "[{.") or not text.isascii():
        return None
    day = re.sub(
        r"(?<=\d)[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$", "", text
    )
    if not re.match(r"[\[{.]*/?\d{3}[\dX]", day) or re.fullmatch(
        r"\d+|\d{4}/\d\d?", day
    ):
        return None
    try:
        # A range with ends the wrong way round is a slip, and left to the rest.
        Edtf.parse(day)
    except BadDate:
        return None
    return day


def _read(folded: str, rules: DateRules) -> str | Unread:
    """Take off "about" and "possibly", read what is left, and put the marks back."""
    bare = _ABOUT.sub("", folded)
    about = "~" if bare != folded else ""
    sure = _UNSURE.sub("", bare)
    mark = about if sure == bare else ("%" if about else "?")
    found = _limits(sure.strip(), rules)
    if isinstance(found, Unread) or not mark or found[0] in "[.":
        return found
    if "/" in found:
        low, _, high = found.partition("/")
        return "/".join(end if end in ("", "..") else end + mark for end in (low, high))
    return found + mark


def _limits(folded: str, rules: DateRules) -> str | Unread:
    if match := re.fullmatch(rf"(?:{BEFORE})\s+(.+)", folded):
        return _open(_limits(match[1], rules), before=True)
    if match := re.fullmatch(rf"(?:{AFTER})\s+(.+)", folded):
        whole = _between(folded, rules)
        return whole or _open(_limits(match[1], rules), before=False)
    whole = _between(folded, rules)
    return whole if whole is not None else _single(folded, rules)


def _open(found: str | Unread, *, before: bool) -> str | Unread:
    if isinstance(found, Unread):
        return found
    told = Edtf.parse(found)
    edge = told.earliest if before else told.latest
    if edge is None:
        return Unread.UNREADABLE
    day = timedelta(days=1)
    return interval(None, edge - day) if before else interval(edge + day, None)


def _between(folded: str, rules: DateRules) -> str | None:
    """Read two dates with a word between; the first may lack its month or year."""
    if days := _DAYS.fullmatch(folded):
        last = _single(days[2], rules)
        if isinstance(last, Unread):
            return None
        return _joined(_single(re.sub(r"^\d+", days[1], days[2]), rules), last)
    two = _BETWEEN.fullmatch(folded) or _TO.fullmatch(folded)
    if two is None:
        years = re.fullmatch(r"((?:19|20)\d\d)\s*[-/]\s*((?:19|20)\d\d)", folded)
        return _joined(years[1], years[2]) if years else None
    last = _single(two[2], rules)
    if isinstance(last, Unread):
        return None
    first = _single(two[1], rules)
    if isinstance(first, Unread):
        first = _single(f"{two[1]} {last[:4]}", rules)
    if isinstance(first, Unread) and two[1].isdigit():
        first = _single(re.sub(r"^\d+", two[1], two[2]), rules)
    return _joined(first, last)


def _joined(first: str | Unread, last: str) -> str | None:
    if isinstance(first, Unread):
        return None
    low, high = Edtf.parse(first), Edtf.parse(last)
    if low.earliest is None or high.latest is None or high.latest < low.earliest:
        return None
    if first == last:
        return first
    return interval(low.earliest, high.latest)


def _single(folded: str, rules: DateRules) -> str | Unread:
    """Read one date without words around it."""
    text = re.sub(rf"^(?:{WEEKDAY})\.?[\s,،]+|[\s,،]+(?:{WEEKDAY})$", "", folded)
    text = _TIME.sub("", text).strip(" .,،;")
    hijri = bool(_OF_HIJRI.search(text)) and any(c.isdigit() for c in text)
    text = _OF_THIS.sub("", _OF_HIJRI.sub("", text) if hijri else text).strip()
    if part := _PART.fullmatch(text):
        return _part(PARTS[part["part"]], _single(part["rest"], rules))
    if season := _SEASON.fullmatch(text):
        return f"{season['y']}-{SEASONS[season['s']]}"
    return _figures(text, rules, hijri) or _named(text, rules, hijri)


def _part(part: str, found: str | Unread) -> str | Unread:
    """Give the third of a month, or of a year, that "early" or "late" stands for."""
    if isinstance(found, Unread):
        return found
    told = Edtf.parse(found)
    first, last = told.earliest, told.latest
    if first is None or last is None or len(found) not in (4, 7):
        return found
    at = ("early", "mid", "late").index(part)
    if len(found) == 7:
        low, high = ((1, 10), (11, 20), (21, last.day))[at]
        return interval(first.replace(day=low), first.replace(day=high))
    month = 4 * at + 1
    after = date(first.year + (month == 9), (month + 3) % 12 + 1, 1)
    return interval(first.replace(month=month), after - timedelta(days=1))


def _figures(text: str, rules: DateRules, hijri: bool) -> str | Unread | None:
    """Read a date of numbers alone; None where it is not one."""
    if three := _NUMERIC.fullmatch(text):
        return _three(three[1], three[2], three[3], rules, hijri)
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return to_edtf(Told(int(text[:4]), int(text[4:6]), int(text[6:])))
    if re.fullmatch(r"\d{4}", text):
        year = int(text)
        if hijri or 1300 <= year <= 1500:
            return to_edtf(Told(year, hijri=True))
        return text if 1800 <= year <= rules.latest + 70 else Unread.UNREADABLE
    if (serial := _EXCEL.fullmatch(text)) and int(serial[1]) in _EXCEL_DAYS:
        return (_EXCEL_ZERO + timedelta(days=int(serial[1]))).isoformat()
    if two := _TWO.fullmatch(text):
        return _month_and_year(two[1], two[2], hijri)
    return None


def _month_and_year(first: str, second: str, hijri: bool) -> str | Unread:
    month, year = (second, first) if len(first) == 4 else (first, second)
    if len(year) != 4 or len(month) > 2:
        return Unread.UNREADABLE
    if int(month) == 0:
        return to_edtf(Told(int(year), hijri=hijri))
    return to_edtf(
        Told(int(year), int(month), hijri=hijri or 1300 <= int(year) <= 1500)
    )


def _three(a: str, b: str, c: str, rules: DateRules, hijri: bool) -> str | Unread:
    """Settle which of three numbers is the year, and which the day."""
    if len(a) > 2:
        return to_edtf(Told(int(a), int(b), int(c), hijri))
    if len(c) == 3:
        return Unread.UNREADABLE
    year = int(c) if len(c) == 4 else _century(int(c), rules)
    by_day, by_month = (
        Told(year, int(b), int(a), hijri),
        Told(year, int(a), int(b), hijri),
    )
    if rules.order is DateOrder.UNKNOWN:
        return either_of(to_edtf(by_day), to_edtf(by_month))
    first, other = by_day, by_month
    if rules.order is DateOrder.MONTH_FIRST:
        first, other = other, first
    if first.month is not None and first.month > 12:
        return to_edtf(other)
    return to_edtf(first)


def either_of(one: str | Unread, other: str | Unread) -> str | Unread:
    """Give the reading that can be; the set of both where both can."""
    if isinstance(one, Unread):
        return other
    if isinstance(other, Unread) or one == other:
        return one
    if "/" in one or "/" in other:
        low, high = sorted((Edtf.parse(one), Edtf.parse(other)), key=lambda e: e.spans)
        return interval(low.earliest, high.latest)
    return f"[{min(one, other)},{max(one, other)}]"


def _century(two: int, rules: DateRules) -> int:
    year = rules.latest // 100 * 100 + two
    return year if year <= rules.latest else year - 100


def _named(text: str, rules: DateRules, hijri: bool) -> str | Unread:
    """Read a date whose month is a name."""
    match = (
        _M_D_Y.fullmatch(text)
        or _D_M_Y.fullmatch(text)
        or _M_Y.fullmatch(text)
        or _Y_M_D.fullmatch(text)
    )
    if match is None:
        return Unread.UNREADABLE
    told = match.groupdict()
    if told.get("y") is None:
        return Unread.UNREADABLE
    year = int(told["y"]) if len(told["y"]) == 4 else _century(int(told["y"]), rules)
    name, day = told["m"], told.get("d")
    if name in HIJRI and name not in MONTHS:
        return to_edtf(Told(year, HIJRI[name], int(day or 0) or None, hijri=True))
    return to_edtf(Told(year, MONTHS[name], int(day or 0) or None, hijri))


def order_of(cells: Iterable[str]) -> DateOrder:
    """Find out what comes first, from cells that can be read in one way only.

    Nine of ten have to agree; a list that two people typed in two ways has no order.

    Example:
        >>> order_of(["6/3/2019", "27/3/2019"]).value, order_of(["6/3/2019"]).value
        ('day first', 'unknown')
    """
    day = month = 0
    for cell in cells:
        found = _NUMERIC.fullmatch(_TIME.sub("", plain(cell)))
        if found is None or len(found[1]) > 2:
            continue
        first, second = int(found[1]), int(found[2])
        day += 12 < first <= 31 and 1 <= second <= 12
        month += 12 < second <= 31 and 1 <= first <= 12
    if day > 9 * month:
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if month > 9 * day else DateOrder.UNKNOWN
