"""Arabic cardinals in digits and in words, of every gender, case and region."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.words import Word
from tasjil.read.word_lists import word_lists

_TEN, _TEENS, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_BEFORE = re.compile(r"(?P<and>[وف])?(?P<to>[بلك])?(?P<the>ال|ل(?=ل))?")
_JOINTS = re.compile(r"[وف]?(?:ال|لل?|[بك](?:ال)?)?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[,.٬][0-9]{3})+")
_DECIMAL = re.compile(r"[0-9]+[.,٫][0-9]+")
_LONGEST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number, and which words of the sentence it is made of.

    Attributes:
        start: Where its words start in the sentence, behind "and", "by" or "for".
        end: Where they end.
        first: The index of its first word, and `last` of the one behind it.
        joined: "And" stood before it.
        definite: "The" stood before it.
    """

    value: int
    start: int
    end: int
    first: int
    last: int
    joined: bool
    definite: bool
    in_digits: bool


@dataclass(frozen=True, slots=True)
class _Numeral:
    """One word of a number: its value, or by how much it multiplies."""

    value: float
    times: bool = False
    before_ten: bool = False
    joined: bool = False
    definite: bool = False
    in_digits: bool = False
    skipped: int = 0
    """How many characters stand before it: "and", "by", "for"."""

    size: int = 1
    """How many words it is made of; "and" is a word of its own before digits."""


def cardinal_at(text: str, words: Sequence[Word], at: int) -> Cardinal | None:
    """The number that begins with a word; None where none does.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "ألف وأربعمئة وثلاثة عشر مدنيا"
        >>> cardinal_at(text, words_of(text), 0).value
        1413
    """
    numerals = _run(text, words, at)
    first = next(numerals, None)
    if first is None or (first.joined and first.in_digits and first.size == 1):
        return None
    read = _added(first, numerals)
    if read is None:
        return None
    value, size = read
    start = words[at].start + first.skipped
    if first.in_digits:
        start = words[at + first.size - 1].start
        if first.definite:
            start = words[at].start + first.skipped
    last = at + size
    return Cardinal(
        value,
        start,
        words[last - 1].end,
        at,
        last,
        first.joined,
        first.definite,
        first.in_digits,
    )


def is_number_word(form: str) -> bool:
    """True for digits and for words of numbers, with what is written before them.

    Example:
        >>> is_number_word("وعشرين"), is_number_word("15"), is_number_word("رجال")
        (True, True, False)
    """
    return form[:1].isdecimal() or _numeral(form) is not None


def is_joint(form: str) -> bool:
    """True for letters that are written before digits: "and", "by", "the".

    Example:
        >>> is_joint("وال"), is_joint("من")
        (True, False)
    """
    return bool(form) and _JOINTS.fullmatch(form) is not None


def _run(text: str, words: Sequence[Word], at: int) -> Iterator[_Numeral]:
    """The number words from a word on, as long as nothing stands between them."""
    while at < len(words):
        numeral = _numeral_at(text, words, at)
        if numeral is None:
            return
        yield numeral
        at += numeral.size
        if at >= len(words) or text[words[at - 1].end : words[at].start] not in _GAPS:
            return


_GAPS = frozenset((" ", "", "-"))


def _numeral_at(text: str, words: Sequence[Word], at: int) -> _Numeral | None:
    """The number word at a place; digits with the letters written before them."""
    word = words[at]
    if word.form[0].isdecimal():
        return _digits(word.form)
    if at + 1 < len(words) and words[at + 1].start == word.end:
        if not words[at + 1].form[0].isdecimal() or not _JOINTS.fullmatch(word.form):
            return None
        digits = _digits(words[at + 1].form)
        return None if digits is None else _with_joint(digits, word.form)
    after = words[at + 1].form if at + 1 < len(words) else ""
    if after in _AND_ELEVEN.get(word.form, ()):
        return _Numeral(1, before_ten=True, joined=True, skipped=1)
    return _numeral(word.form)


_AND_ELEVEN = {"واحد": ("عشر",), "واحدي": ("عشره",)}
"""What reads as "one" and is "and ele-" where "-ven" stands behind it."""


def _with_joint(digits: _Numeral, joint: str) -> _Numeral:
    """Digits behind "and", "by", "the"."""
    before = _BEFORE.match(joint + "ل")
    definite = "ال" in joint or joint.endswith("لل")
    skipped = len(joint) - 2 if "ال" in joint else len(joint)
    joined = before is not None and before["and"] is not None
    return _Numeral(
        digits.value,
        joined=joined,
        definite=definite,
        in_digits=True,
        skipped=skipped,
        size=2,
    )


@lru_cache(maxsize=4096)
def _digits(form: str) -> _Numeral | None:
    """Digits with marks of thousands, or with a fraction; None for no number."""
    if form.isdecimal():
        value: float = int(form) if len(form) <= _LONGEST_DIGITS else -1
    elif _THOUSANDS.fullmatch(form):
        value = int(re.sub(r"[,.٬]", "", form)) if len(form) < 14 else -1
    elif _DECIMAL.fullmatch(form):
        value = float(re.sub(r"[,٫]", ".", form))
    else:
        return None
    return None if value < 0 else _Numeral(value, in_digits=True)


@cache
def _known() -> dict[str, _Numeral]:
    """Every number word, folded."""
    known: dict[str, _Numeral] = {}
    for name, forms in word_lists("tasjil.read.arabic", "lexicon/numbers.txt").items():
        value = re.search("[0-9]+", name)
        if value is not None:
            numeral = _Numeral(
                int(value[0]),
                times=name.startswith("times"),
                before_ten=name.endswith("before ten"),
            )
            known |= {folded(form): numeral for form in forms}
    return known


@cache
def _no_number() -> frozenset[str]:
    """Words that only look like a number behind a preposition."""
    forms = word_lists("tasjil.read.arabic", "lexicon/numbers.txt")["no preposition"]
    return frozenset(map(folded, forms))


@lru_cache(maxsize=65_536)
def _numeral(form: str) -> _Numeral | None:
    """A number word, with what is written before it taken off."""
    known = _known()
    if form in known:
        return known[form]
    longest = _BEFORE.match(form)
    if longest is None or form in _no_number():
        return None
    for end in range(1, longest.end() + 1):
        before = _BEFORE.fullmatch(form[:end])
        numeral = known.get(form[end:])
        if before is None or numeral is None:
            continue
        return _Numeral(
            numeral.value,
            numeral.times,
            numeral.before_ten,
            joined=before["and"] is not None,
            definite=before["the"] is not None,
            skipped=len(before["and"] or "") + len(before["to"] or ""),
        )
    return None


def _added(first: _Numeral, rest: Iterator[_Numeral]) -> tuple[int, int] | None:
    """The value of a run of number words, and how many words of it belong together."""
    total, current, size = 0.0, first.value, first.size
    last = first
    if first.times or (first.value >= 2 * _THOUSAND and not first.in_digits):
        total, current = first.value, 0.0
    needs_ten = first.before_ten
    for numeral in rest:
        step = _step(total, current, last, numeral)
        if step is None:
            break
        total, current = step
        size += numeral.size
        last = numeral
        needs_ten = False
    value = total + current
    if needs_ten or value != int(value):
        return None
    return int(value), size


def _step(
    total: float, current: float, last: _Numeral, new: _Numeral
) -> tuple[float, float] | None:
    """What one more number word makes of a number; None where it is another number."""
    if new.times and not new.joined:
        return _multiplied(total, current, last, new)
    if new.joined:
        return _joined(total, current, last, new)
    is_unit = 0 < last.value < _TEN and not last.times and not last.in_digits
    if is_unit and new.value == _TEN and not new.in_digits:
        return total, current + _TEN
    if is_unit and new.value == _HUNDRED and current < _TEN and not new.in_digits:
        return total, current * _HUNDRED
    return None


def _multiplied(
    total: float, current: float, last: _Numeral, new: _Numeral
) -> tuple[float, float] | None:
    """A number times a thousand or a million."""
    if current <= 0 or last.times or (total and new.value >= _smallest(total)):
        return None
    if last.value >= new.value:
        return None
    return total + current * new.value, 0.0


def _smallest(total: float) -> float:
    """The smaller of the scales that a number was made with."""
    return _THOUSAND if total % (_THOUSAND * _THOUSAND) else _THOUSAND * _THOUSAND


def _joined(
    total: float, current: float, last: _Numeral, new: _Numeral
) -> tuple[float, float] | None:
    """A number and a smaller one behind "and"."""
    if new.before_ten and not current % _HUNDRED:
        return total, current + new.value
    if current == 0:
        return _after_scale(total, new)
    if new.times or (last.in_digits and new.in_digits) or new.value != int(new.value):
        return None
    is_unit = 0 < last.value < _TEN and 0 < current % _HUNDRED < _TEN
    if is_unit and _TEENS <= new.value < _HUNDRED and not last.in_digits:
        return total, current + new.value
    if current % _HUNDRED == 0 and current < _THOUSAND and new.value < _HUNDRED:
        return (total, current + new.value) if not last.in_digits else None
    return None


def _after_scale(total: float, new: _Numeral) -> tuple[float, float] | None:
    """What may follow a thousand or a million: less than it."""
    if new.times:
        fits = new.value < _smallest(total)
        return (total + new.value, 0.0) if fits else None
    if new.value == 2 * _THOUSAND and not new.in_digits:
        fits = total % (_THOUSAND * _THOUSAND) == 0
        return (total + new.value, 0.0) if fits else None
    return (total, new.value) if new.value < _smallest(total) else None
