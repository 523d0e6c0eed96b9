"""Dates as people tell them: a day, a month, "between", "before", "one of these".

The text is EDTF (Library of Congress, 4 February 2019; ISO 8601-2): all of levels 0
and 1, and of level 2 the sets `[..]` and `{..}` and the qualification of single parts
(`2025-?03`).

Choices that the standard leaves to its readers:

- A date is taken as the set of days it can stand for. `~` and `?` do not widen it.
- Years before 1 and after 9999 are compared and counted exactly, but have no
  `datetime.date`: their `earliest` and `latest` are None, as for an open end.
- Seasons are the northern ones, of three whole months; the winter of 2024 runs from
  December 2024 to February 2025.
- A time of day keeps its day as written, in its own zone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tasjil.errors import BadDate
from tasjil.model.edtf_days import Span, apart, as_date, shared, write
from tasjil.model.edtf_parts import EdtfPrecision, Part, read_part

_COMMA = re.compile(", ?")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, interval or set, and the days it can stand for.

    Attributes:
        spans: The possible days, in order and apart from each other.
        approximate: True where `~` or `%` stands in it ("around").
        uncertain: True where `?` or `%` stands in it ("possibly").

    Raises:
        BadDate: The text is not EDTF, or names a day that never was.

    Example:
        >>> told = Edtf.parse("2025-03-06/2025-03-10")
        >>> told.days, told.contains(Edtf.parse("2025-03-07"))
        (5, True)
        >>> Edtf.parse("[2025-03-07,2025-03-09]").overlaps(Edtf.parse("2025-03-08"))
        False
    """

    text: str
    spans: tuple[Span, ...] = field(init=False, compare=False)
    precision: EdtfPrecision = field(init=False, compare=False)
    approximate: bool = field(init=False, compare=False)
    uncertain: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Read the text, or refuse it with the reason."""
        try:
            parts, precision = _read(self.text)
        except BadDate as reason:
            raise BadDate(
                f"{self.text[:60]}: {reason}; expected an EDTF date such as "
                "2025-03-07, 2025-03 or 2025-03-06/2025-03-10"
            ) from None
        spans = tuple((part.low, part.high) for part in parts)
        marks = "".join(part.qualifiers for part in parts)
        keep = object.__setattr__
        keep(self, "spans", spans if len(spans) == 1 else apart(spans))
        keep(self, "precision", precision)
        keep(self, "approximate", "~" in marks or "%" in marks)
        keep(self, "uncertain", "?" in marks or "%" in marks)

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """Read a text; the same text is read once."""
        return _parse(text)

    @property
    def earliest(self) -> date | None:
        """The first possible day; None where open, unknown or before year 1."""
        return as_date(self.spans[0][0])

    @property
    def latest(self) -> date | None:
        """The last possible day; None where open, unknown or after year 9999."""
        return as_date(self.spans[-1][1])

    @property
    def days(self) -> int | None:
        """How many days it can stand for; None where an end is open or unknown."""
        count = 0
        for low, high in self.spans:
            if low is None or high is None:
                return None
            count += high - low + 1
        return count

    def overlaps(self, other: "Edtf") -> bool:
        """True where at least one day is possible for both."""
        return any(shared(a, b) for a in self.spans for b in other.spans)

    def contains(self, other: "Edtf") -> bool:
        """True where every day that is possible for the other is possible here."""
        return all(any(shared(a, b) == b for a in self.spans) for b in other.spans)


def interval(earliest: date | None, latest: date | None) -> str:
    """Write the EDTF of two days: a day, a whole month, a whole year, or start/end.

    Raises:
        BadDate: The last day comes before the first.

    Example:
        >>> interval(date(2025, 3, 1), date(2025, 3, 31))
        '2025-03'
        >>> interval(date(2025, 3, 6), None)
        '2025-03-06/..'
    """
    low = None if earliest is None else earliest.toordinal()
    high = None if latest is None else latest.toordinal()
    if low is not None and high is not None and high < low:
        raise BadDate(f"expected the last day after the first, {earliest}/{latest}")
    return write((low, high))


def hull(dates: Iterable[Edtf]) -> Edtf:
    """Give the shortest interval that holds every day possible for any of them.

    An end that is open for one of them is open.

    Raises:
        BadDate: There is no date among them.

    Example:
        >>> hull([Edtf.parse("2025-03-09"), Edtf.parse("2025-03-06")]).text
        '2025-03-06/2025-03-09'
    """
    kept = _some(dates)
    lows = [each.spans[0][0] for each in kept]
    highs = [each.spans[-1][1] for each in kept]
    low = None if None in lows else min(day for day in lows if day is not None)
    high = None if None in highs else max(day for day in highs if day is not None)
    return _parse(write((low, high)))


def meet(dates: Iterable[Edtf]) -> Edtf | None:
    """Give the days that are possible for all of them; None where there is no such day.

    Several stretches of days come back as a set `[..]`.

    Raises:
        BadDate: There is no date among them.

    Example:
        >>> meet([Edtf.parse("2025-03"), Edtf.parse("2025-03-29/2025-04-02")]).text
        '2025-03-29/2025-03-31'
        >>> meet([Edtf.parse("2025-03"), Edtf.parse("2025-05")]) is None
        True
    """
    first, *others = _some(dates)
    spans: list[Span] = list(first.spans)
    for other in others:
        pairs = (shared(a, b) for a in spans for b in other.spans)
        spans = [both for both in pairs if both is not None]
    if not spans:
        return None
    if len(spans) == 1:
        return _parse(write(spans[0]))
    return _parse(f"[{','.join(write(span, '..') for span in apart(spans))}]")


@lru_cache(maxsize=65_536)
def _parse(text: str) -> Edtf:
    return Edtf(text)


def _some(dates: Iterable[Edtf]) -> list[Edtf]:
    kept = list(dates)
    if not kept:
        raise BadDate("expected at least one date, got none")
    return kept


def _read(text: str) -> tuple[list[Part], EdtfPrecision]:
    """Tell a set from an interval from a single date, and read its dates."""
    if text[:1] in ("[", "{"):
        if text in ("[]", "{}"):
            raise BadDate("there is no date in the set")
        if text[-1] != ("]" if text[0] == "[" else "}"):
            raise BadDate(f"a set that begins with {text[0]} does not end")
        members = [_member(each) for each in _COMMA.split(text[1:-1])]
        return members, EdtfPrecision.SET
    if "/" in text:
        start, _, end = text.partition("/")
        if not (start or end):
            raise BadDate("there is no date in it")
        return [_between(_end(start), _end(end))], EdtfPrecision.INTERVAL
    part = read_part(text)
    return [part], part.precision


def _member(text: str) -> Part:
    """Read one member of a set: a date, or a stretch `a..b` that may be open."""
    first, dots, last = text.partition("..")
    if not dots:
        return _without_time(text)
    if not (first or last):
        raise BadDate("a stretch inside a set has at least one end")
    return _between(_end(first), _end(last))


def _end(text: str) -> Part:
    """Read one end of an interval; `..` is open and nothing is unknown."""
    if text in ("", ".."):
        return Part(None, None, EdtfPrecision.INTERVAL)
    return _without_time(text)


def _without_time(text: str) -> Part:
    part = read_part(text)
    if part.precision is EdtfPrecision.MOMENT:
        raise BadDate("intervals and sets are made of days, without a time of day")
    return part


def _between(start: Part, end: Part) -> Part:
    """Reach from the first day of the start to the last day of the end."""
    if start.low is not None and end.high is not None and end.high < start.low:
        raise BadDate("the end comes before the start")
    marks = start.qualifiers + end.qualifiers
    return Part(start.low, end.high, EdtfPrecision.INTERVAL, marks)
