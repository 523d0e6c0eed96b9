"""How old: ages of people in an Arabic sentence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tasjil.model.persons import AgeRange
from tasjil.read.arabic.numbers.cardinals import Cardinal, cardinal_at, is_number_word
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import words_of
from tasjil.read.arabic.times.calendar_words import month_at, stem_of
from tasjil.read.found import Found
from tasjil.read.word_lists import word_lists

OLDEST = 120
_REACHED = ("عن", "بلغ", "بلغت", "يبلغ", "تبلغ")
_UNDER, _OVER = ("دون", "تحت"), ("فوق", "تجاوز", "تجاوزت", "جاوز", "جاوزت")
_AN_HOUR = 12
_TEN = 10
_LOOK_BACK = 4


def find_ages(text: str) -> list[Found[int | AgeRange]]:
    """Every age in a sentence, in order, without overlaps.

    An age in months is 0 years. "Under" and "over" leave one end open. "Child" and
    "old man" tell an age group and no age: see `people`.

    Example:
        >>> [(f.text, f.value) for f in find_ages("هالة سوريل (34 عاما)، وابنها")]
        [('34 عاما', 34)]
    """
    line = Line.of(text, words_of(text))
    found: list[Found[int | AgeRange]] = []
    at = 0
    while at < len(line):
        read = _age_at(line, at) if _may_begin(line.form(at)) else None
        if read is None:
            at += 1
            continue
        start, end = read.start, line.words[read.last - 1].end
        value: int | AgeRange = read.low
        if read.low != read.high:
            value = AgeRange(read.low, read.high, text[start:end])
        found.append(Found.at(text, start, end, value))
        at = max(read.last, at + 1)
    return found


@dataclass(frozen=True, slots=True)
class _Age:
    """Years from `low` to `high`, and where their words stand."""

    low: int
    high: int | None
    start: int
    last: int


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(
        map(folded, word_lists("tasjil.read.arabic", "lexicon/ages.txt")[section])
    )


@cache
def _numbered(kind: str) -> Mapping[str, int]:
    lists = word_lists("tasjil.read.arabic", "lexicon/ages.txt")
    return {
        folded(word): int(match[1])
        for section, words in lists.items()
        if (match := re.fullmatch(rf"{kind} ([0-9]+)", section))
        for word in words
    }


@lru_cache(maxsize=65_536)
def _may_begin(form: str) -> bool:
    """True for a word that an age may begin with."""
    plain = _plain(form)
    if plain in _numbered("nth") or plain in _numbered("decade"):
        return True
    few = _words("two years") | _words("two months") | _ITS_NEXT | _ARTICLES
    return form in few or is_number_word(form)


_ITS_NEXT = frozenset(("عامه", "عامها", "شهره", "شهرها", "سنه"))
_ARTICLES = frozenset(("ال", "وال"))


def _plain(form: str) -> str:
    """A form without "and", "in" and "the"."""
    match = re.match(r"[وب]?(?:ال|لل)?", form)
    rest = form[match.end() :] if match else form
    return rest if rest in _numbered("nth") or rest in _numbered("decade") else form


def _age_at(line: Line, at: int) -> _Age | None:
    """The age that begins with a word; None for none."""
    return (
        _decade(line, at)
        or _nth_year(line, at)
        or _years_of_life(line, at)
        or _few(line, at)
        or _years(line, at)
    )


def _before(line: Line, at: int) -> str:
    """The word that an age touches, without its "and"; nothing behind a mark."""
    if at == 0 or line.marks[at]:
        return ""
    form = line.form(at - 1)
    return form[1:] if form.startswith("و") and len(form) > 2 else form


def _decade(line: Line, at: int) -> _Age | None:
    """Read "in his thirties", "a man in his forties"."""
    decade = _numbered("decade").get(_plain(line.form(at)))
    if decade is None:
        return None
    return _Age(decade, decade + 9, line.words[at].start, at + 1)


def _nth_year(line: Line, at: int) -> _Age | None:
    """Read "had not finished her second year": one year old."""
    form = line.form(at)
    if form not in ("عامه", "عامها", "شهره", "شهرها") or not _denied(line, at):
        return None
    nth = _MASCULINE.get(line.form(at + 1).removeprefix("ال"))
    if nth is None or line.marks[at + 1]:
        return None
    years = nth - 1 if form.startswith("عام") else 0
    return _Age(years, years, line.words[at].start, at + 2)


_MASCULINE = dict(
    zip(
        ("اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"),
        range(1, 11),
        strict=True,
    )
)


def _denied(line: Line, at: int) -> bool:
    before = [line.bare(i) for i in range(max(0, at - 3), at)]
    return any(
        word in ("يكمل", "تكمل", "يتم", "تتم", "يتجاوز", "تتجاوز") for word in before
    )


def _years_of_life(line: Line, at: int) -> _Age | None:
    """Read "في التاسعة والعشرين", "دون الخامسة", "بين الخامسة والثانية عشرة"."""
    first = _nth(line, at)
    if first is None:
        return None
    years, last = first
    start = line.words[at].start
    before = _before(line, at)
    if before == "بين":
        other = _nth(line, last) if last < len(line) and not line.marks[last] else None
        if other is None or other[0] <= years or _is_hour(line, other[1]):
            return None
        return _Age(years, other[0], start, other[1])
    if before in _UNDER or _is_under_age(line, at):
        return _Age(0, years - 1, start, last)
    if before in _OVER:
        return _Age(years, None, start, last)
    if not _tells_age(line, at, last, years):
        return None
    return _Age(years, years, start, last)


def _nth(line: Line, at: int) -> tuple[int, int] | None:
    """The number of a year of life, and the index behind it."""
    known = _numbered("nth")
    form = line.form(at)
    first = known.get(_plain(form))
    if first is None or not form.lstrip("وب").startswith(("ال", "لل")):
        return None
    after = line.form(at + 1) if at + 1 < len(line) and not line.marks[at + 1] else ""
    if first <= _TEN or first == _TEN + 1:
        unit = 1 if first == _TEN + 1 else first
        if after in ("عشره", "عشر"):
            return _TEN + unit, at + 2
        tens = known.get(_plain(after)) if after.startswith("وال") else None
        if tens is not None and tens > _TEN + 1:
            return tens + unit, at + 2
    return (first, at + 1) if first != _TEN + 1 else None


def _is_under_age(line: Line, at: int) -> bool:
    """True behind "under the age of"."""
    before = [line.form(i) for i in range(max(0, at - 2), at)]
    return before[-1:] == ["سن"] and before[0] in _UNDER


def _tells_age(line: Line, at: int, last: int, years: int) -> bool:
    """True where an ordinal is an age, and no hour, day or place in a row."""
    if line.form(last) == "من" and line.form(last + 1).startswith(("عمر", "العمر")):
        return True
    before = _before(line, at)
    if before in _words("aged") and before not in _REACHED:
        return True
    if before == "عن":
        return years > _AN_HOUR
    if before not in ("في", "فى") or years <= _AN_HOUR or _is_hour(line, last):
        return False
    is_date = line.form(last) == "من" or month_at(line, last) is not None
    return not is_date


_HOURS = frozenset(("صباحا", "مساء", "ظهرا", "ليلا", "فجرا", "والنصف", "عصرا"))


def _is_hour(line: Line, last: int) -> bool:
    return line.form(last) in (
        "صباحا",
        "مساء",
        "ظهرا",
        "ليلا",
        "فجرا",
        "والنصف",
        "عصرا",
    )


def _few(line: Line, at: int) -> _Age | None:
    """Read "two years old", "a year old", "two months": where an age is told."""
    form = line.form(at)
    is_years = form in _words("two years") or form == "سنه"
    if not is_years and form not in _words("two months"):
        return None
    years = (1 if form == "سنه" else 2) if is_years else 0
    if form == "سنه" and is_number_word(line.form(at - 1)):
        return None
    if not (_is_led(line, at) or _is_bracketed(line, at, at + 1)):
        return None
    return _Age(years, years, line.words[at].start, at + 1)


def _is_led(line: Line, at: int) -> bool:
    """True behind "aged", "whose age is", "son of": within a few small words."""
    for i in range(at - 1, max(-1, at - _LOOK_BACK), -1):
        if line.marks[i + 1]:
            return False
        word = line.bare(i)
        if word in _words("aged") and (word not in _REACHED or i == at - 1):
            return True
        if word not in _BETWEEN:
            return False
    return False


_BETWEEN = frozenset(
    ("من", "لا", "يتجاوز", "نحو", "حوالي", "اقل", "لم", "فقط", "بين", "ما")
)


def _is_bracketed(line: Line, at: int, last: int) -> bool:
    """True for what stands alone in brackets or between commas: "(25)", "، 34،"."""
    before, after = line.marks[at], line.marks[last]
    if not before or at == 0:
        return False
    if before.endswith("("):
        return after.startswith((")", "،"))
    return before in ("،", ",") and (bool(after) or last == len(line))


def _years(line: Line, at: int) -> _Age | None:
    """Read "25 years", alone behind a name or told as an age."""
    number = cardinal_at(line.text, line.words, at)
    if number is None or number.value > OLDEST:
        return None
    low, high, last = number.value, number.value, number.last
    other = _second(line, number)
    if other is not None and other.value <= OLDEST:
        high, last = other.value, other.last
    unit = _unit(line, last)
    end = last + (unit is not None)
    if not _is_age(line, (at, number, last), unit):
        return None
    if unit == "months":
        low, high = low // _AN_HOUR, high // _AN_HOUR
    start = number.start
    if other is None and (before := _before(line, at)) in (*_UNDER, *_OVER):
        return _open(_Age(low, high, start, end), before)
    return _Age(low, high, start, end)


def _open(age: _Age, before: str) -> _Age:
    """An age with "under" or "over" before it."""
    if before in _OVER:
        return _Age(age.low, None, age.start, age.last)
    return _Age(0, max(age.low - 1, 0), age.start, age.last)


def _second(line: Line, number: Cardinal) -> Cardinal | None:
    """The second age of "between 3 and 11", "3-11"."""
    at = number.last
    if at >= len(line):
        return None
    if line.marks[at] in ("-", "–"):
        other = cardinal_at(line.text, line.words, at)
    elif line.marks[at]:
        return None
    elif line.form(at) == "الي":
        other = cardinal_at(line.text, line.words, at + 1)
    else:
        between = line.bare(number.first - 1) == "بين"
        other = cardinal_at(line.text, line.words, at) if between else None
    return other if other is not None and other.value > number.value else None


def _unit(line: Line, last: int) -> str | None:
    """Years or months behind a number; None for neither."""
    if last >= len(line) or line.marks[last]:
        return None
    for unit in ("years", "months"):
        if stem_of(line.form(last), _words(unit)) is not None:
            return unit
    return None


def _is_age(line: Line, read: tuple[int, Cardinal, int], unit: str | None) -> bool:
    """True where a number is told as an age: by the words or the brackets around it."""
    at, number, last = read
    end = last + (unit is not None)
    before = _before(line, at)
    if before in ("ابن", "ابنه", "بنت"):
        return unit is not None or number.definite
    if _is_led(line, at):
        return unit is not None or before not in ("ذو", "ذي", "ذات", "ذا", "عن", "ابو")
    if before in (*_UNDER, *_OVER):
        return unit == "years" or number.definite
    if _is_bracketed(line, at, end):
        return unit is not None or (number.in_digits and number.value > 0)
    if unit != "years" or not before:
        return False
    behind = line.marks[end] if end <= len(line) else ""
    return before not in _words("no age") and bool(behind) and behind[:1] in "،,.)؛»"
