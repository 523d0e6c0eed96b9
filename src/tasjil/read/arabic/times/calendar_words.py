"""Months, weekdays, days and years as Arabic writes them, from the list `dates.txt`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.line import Line
from tasjil.read.word_lists import word_lists

_JOINTS = ("", "و", "ب", "ل", "ف", "وب", "ول", "فب", "فل", "ع", "وع")
_FIRST_LETTERS = frozenset(joint[:1] for joint in _JOINTS if joint)
_LATEST_DAY = 31
_YEARS = range(1300, 2101)
_OURS_FROM = 1700
_AUGUST = ("اب",)
"""Without the mark on its first letter it is "father", and "door" with "in"."""

_UNITS, _TENTH, _ELEVENTH, _TENS = range(1, 10), 10, 11, (20, 30)
Phrase = tuple[str, ...]


@cache
def time_words(section: str) -> frozenset[str]:
    """The folded words of one section; "_" joins those of a phrase.

    Example:
        >>> "امس" in time_words("yesterday")
        True
    """
    return frozenset(
        map(folded, word_lists("tasjil.read.arabic", "lexicon/dates.txt")[section])
    )


@cache
def numbered(kind: str) -> Mapping[Phrase, int]:
    """The names of sections that have a number: months, weekdays, days."""
    lists = word_lists("tasjil.read.arabic", "lexicon/dates.txt")
    found: dict[Phrase, int] = {}
    for section, names in lists.items():
        if match := re.fullmatch(rf"{kind} ([0-9]+)", section):
            found |= {tuple(folded(name).split("_")): int(match[1]) for name in names}
    return found


def phrase_at(line: Line, at: int, section: str) -> int | None:
    """Where a phrase of a section ends that begins with a word; None for none.

    "And", "in" or "to" may be written with its first word.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> line = Line.of("وأول من أمس", words_of("وأول من أمس"))
        >>> phrase_at(line, 0, "day before yesterday")
        3
    """
    known = time_words(section)
    stem = stem_of(line.form(at), _firsts(section))
    if stem is None:
        return None
    for size in (3, 2, 1):
        words = [stem, *(line.form(at + i) for i in range(1, size))]
        if "_".join(words) in known and touching(line, at, size):
            return at + size
    return None


@cache
def _firsts(section: str) -> frozenset[str]:
    return frozenset(phrase.partition("_")[0] for phrase in time_words(section))


@lru_cache(maxsize=262_144)
def stem_of(form: str, known: frozenset[str]) -> str | None:
    """The word of a list that a form is, with what is written before it taken off."""
    if form in known:
        return form
    if form[:1] not in _FIRST_LETTERS:
        return None
    for joint in _JOINTS[1:]:
        if form.startswith(joint) and form[len(joint) :] in known:
            return form[len(joint) :]
    return None


def joint_of(form: str, known: frozenset[str]) -> int:
    """How many letters stand before a word of a list."""
    stem = stem_of(form, known)
    return 0 if stem is None else len(form) - len(stem)


def touching(line: Line, at: int, size: int) -> bool:
    """True where no mark stands between so many words."""
    return not any(line.marks[i] for i in range(at + 1, at + size))


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its number, and whether it is one of the Hijri calendar."""

    number: int
    is_hijri: bool = False


def month_at(line: Line, at: int) -> tuple[Month, int] | None:
    """The month that begins with a word, told once or twice: "آذار/مارس".

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "تشرين الثاني (نوفمبر) 2031"
        >>> month_at(Line.of(text, words_of(text)), 0)
        (Month(number=11, is_hijri=False), 3)
    """
    found = _one_month(line, at)
    if found is None or found[1] >= len(line):
        return found
    month, last = found
    if line.marks[last] in ("/", "-", "(", "\\", "–"):
        again = _one_month(line, last)
        if again is not None and again[0] == month:
            return again
    return found


def _one_month(line: Line, at: int) -> tuple[Month, int] | None:
    first = _month_stem(line.form(at))
    if first is None:
        return None
    for size in (2, 1):
        if size > 1 and (at + 1 >= len(line) or line.marks[at + 1]):
            continue
        name = (first, *(line.form(at + i) for i in range(1, size)))
        month = _months().get(name)
        if month is not None and not (
            name == _AUGUST and "آ" not in line.words[at].text
        ):
            return month, at + size
    return None


@lru_cache(maxsize=16_384)
def _month_stem(form: str) -> str | None:
    return stem_of(form, _first_words())


@cache
def _months() -> Mapping[Phrase, Month]:
    ours = {name: Month(n) for name, n in numbered("month").items()}
    return ours | {name: Month(n, True) for name, n in numbered("hijri").items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name in _months())


@lru_cache(maxsize=16_384)
def weekday_of(form: str) -> int | None:
    """The day of the week that a form names, Monday is 0.

    Example:
        >>> weekday_of("والخميس"), weekday_of("للجمعه"), weekday_of("خميس")
        (3, 4, None)
    """
    names = numbered("weekday")
    if form.startswith(("لل", "ولل")):
        form = form.replace("لل", "ال", 1)
    stem = stem_of(form, frozenset(name[0] for name in names))
    return None if stem is None else names[(stem,)]


def day_at(line: Line, at: int) -> tuple[int, int] | None:
    """The day of a month that begins with a word: "30", "الثالث", "الحادي والعشرين".

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "الثاني عشر من آذار"
        >>> day_at(Line.of(text, words_of(text)), 0)
        (12, 2)
    """
    form = line.form(at)
    if form in ("و", "ب", "ال", "ل", "في") and _joined(line, at):
        form, at = line.form(at + 1), at + 1
    if form.isdecimal():
        is_day = len(form) <= 2 and 1 <= int(form) <= _LATEST_DAY
        return (int(form), at + 1) if is_day else None
    return _ordinal_at(line, at)


def _joined(line: Line, at: int) -> bool:
    """True for letters that touch the digits behind them."""
    after = at + 1 < len(line) and line.words[at + 1].start == line.words[at].end
    return after and line.form(at + 1).isdecimal()


def _ordinal_at(line: Line, at: int) -> tuple[int, int] | None:
    first = _ordinal(line.form(at))
    if first is None:
        return None
    if first in _UNITS or first == _ELEVENTH:
        unit = 1 if first == _ELEVENTH else first
        after = line.form(at + 1)
        if after in ("عشر", "عشره"):
            return _TENTH + unit, at + 2
        tens = _ordinal(after[1:]) if after.startswith("وال") else None
        if tens in _TENS:
            day = tens + unit
            return (day, at + 2) if day <= _LATEST_DAY else None
    return None if first == _ELEVENTH else (first, at + 1)


@lru_cache(maxsize=16_384)
def _ordinal(form: str) -> int | None:
    names = numbered("day")
    stem = stem_of(form, frozenset(name[0] for name in names))
    return None if stem is None else names[(stem,)]


def year_at(line: Line, at: int, *, alone: bool = False) -> tuple[int, int] | None:
    """The year that begins with a word, behind "of", "year" and "the"; else None.

    Args:
        line: The sentence.
        at: The index of the word.
        alone: The digits must begin here.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "من عام 2031 م"
        >>> year_at(Line.of(text, words_of(text)), 0)
        (2031, 4)
    """
    if not alone:
        if line.form(at) == "من":
            at += 1
        if line.form(at) in time_words("a year"):
            at += 1
    if line.form(at) in ("ال", "ل", "لل", "و", "وال") and at + 1 < len(line):
        at += 1
    form = line.form(at)
    if len(form) != 4 or not form.isdecimal() or int(form) not in _YEARS:
        return None
    is_ours = int(form) >= _OURS_FROM
    marks = time_words("our marks" if is_ours else "hijri marks")
    marked = at + 1 < len(line) and not line.marks[at + 1]
    if marked and line.form(at + 1) in marks:
        return int(form), at + 2
    return int(form), at + 1
