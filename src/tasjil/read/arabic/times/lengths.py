"""How long: "ثلاثة أيام", "يومين", "الساعات الأربع والعشرين"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tasjil.read.arabic.numbers.cardinals import cardinal_at
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.times.calendar_words import stem_of, time_words, touching

_DAYS_IN = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_FEW = 3
_MOST_DAYS = 700_000


@dataclass(frozen=True, slots=True)
class Length:
    """A number of hours, days, weeks, months or years.

    Attributes:
        last: The index behind its last word.
        is_few: The number was not told: "several days".
    """

    count: int
    unit: str
    last: int
    is_few: bool = False

    @property
    def days(self) -> int:
        """How many days that is; part of a day is one."""
        return min(max(1, round(self.count * _DAYS_IN[self.unit])), _MOST_DAYS)


def length_at(line: Line, at: int) -> Length | None:
    """The length of time that begins with a word; None for none.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "الساعات الأربع والعشرين"
        >>> length = length_at(Line.of(text, words_of(text)), 0)
        >>> length.count, length.unit, length.days
        (24, 'hour', 1)
    """
    if at >= len(line):
        return None
    return _number_first(line, at) or _unit_first(line, at)


def _number_first(line: Line, at: int) -> Length | None:
    """Read "three days", "several weeks"."""
    if stem_of(line.form(at), time_words("few")) is not None:
        unit = _unit_at(line, at + 1)
        few = Length(_FEW, unit[0], at + 2, is_few=True) if unit else None
        return few if few and touching(line, at, 2) else None
    number = cardinal_at(line.text, line.words, at)
    if number is None or number.last >= len(line) or line.marks[number.last]:
        return None
    unit = _unit_at(line, number.last)
    if unit is None or unit[1] != 1:
        return None
    return Length(number.value, unit[0], number.last + 1)


def _unit_first(line: Line, at: int) -> Length | None:
    """Read "two days", "a week", and "the six days" with the number behind."""
    unit = _unit_at(line, at)
    if unit is None:
        return None
    name, count = unit
    if at + 1 < len(line) and not line.marks[at + 1] and line.form(at)[:2] == "ال":
        number = cardinal_at(line.text, line.words, at + 1)
        if number is not None and not number.joined:
            return Length(number.value, name, number.last)
    behind = line.form(at + 1) if at + 1 < len(line) else ""
    if name == "year" and len(behind) == 4 and behind.isdecimal():
        return None  # the year has a number of its own
    if line.form(at) in _MANY:
        return Length(_FEW, name, at + 1, is_few=True)
    return Length(count, name, at + 1)


_MANY = frozenset(("ايام", "اسابيع", "اشهر", "شهور", "سنوات", "سنين", "اعوام", "ساعات"))
_MANY |= frozenset(f"ال{word}" for word in _MANY)


@cache
def _units() -> Mapping[str, tuple[str, int]]:
    """Every word for a unit of time, with how many of it a word is: two in a dual."""
    found = {word: (unit, 1) for unit in _DAYS_IN for word in time_words(unit)}
    for unit in ("hour", "week", "month", "year", "day"):
        found |= {word: (unit, 2) for word in time_words(f"two {unit}")}
    return found


def _unit_at(line: Line, at: int) -> tuple[str, int] | None:
    stem = stem_of(line.form(at), frozenset(_units())) if at < len(line) else None
    return None if stem is None else _units()[stem]
