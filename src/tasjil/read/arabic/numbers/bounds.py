"""Bounds and ranges around an Arabic number: "ما لا يقل عن", "بين 10 و12"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tasjil.read.arabic.numbers.cardinals import Cardinal, cardinal_at, is_number_word
from tasjil.read.arabic.numbers.counting import (
    Phrase,
    bounds_after,
    bounds_before,
    counting,
)
from tasjil.read.arabic.text.words import Word
from tasjil.read.bounds import Bound, Ends

_SPACES = frozenset(" \"'«“»”")
_DASHES = frozenset(" -–")
_FAR = 20
_LOOK_BACK = 6
_LOOK_FAR_BACK = 24
"""So many words before "from 21 to 33" a word such as "rose" may stand."""

_LOOK_ON = 5


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with its bound or range: where its words stand, and its two ends."""

    start: int
    end: int
    first: int
    last: int
    ends: Ends


def bounded(text: str, words: Sequence[Word], number: Cardinal) -> Bounded | None:
    """A number with what bounds it; None where it is a score or the like.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "ما لا يقل عن 88 حالة"
        >>> found = bounded(text, words_of(text), cardinal_at(text, words_of(text), 4))
        >>> text[found.start : found.end], found.ends
        ('ما لا يقل عن 88', (88, None))
    """
    start, end, last = number.start, number.end, number.last
    ends: Ends = (number.value, number.value)
    other = _other_end(text, words, number)
    if other is not None:
        if other.value <= number.value:
            return None
        ends, end, last = (number.value, other.value), other.end, other.last
    first, before = bound_before(text, words, number.first)
    if first < number.first:
        start = words[first].start + _joint(words[first])
    if before is None and other is None:
        before, after = bound_behind(text, words, last)
        if after > last:
            end, last = words[after - 1].end, after
    if before is not None and other is None:
        ends = before.ends(number.value)
    return Bounded(start, end, first, last, ends)


def _joint(word: Word) -> int:
    """How long the "and" before a bound is: "وقرابة"."""
    alone = word.form in bounds_before() or word.form in _OPENERS
    return 0 if alone or word.form[:1] not in ("و", "ف", "ب", "ل") else 1


def bound_before(
    text: str, words: Sequence[Word], first: int
) -> tuple[int, Bound | None]:
    """The bound that ends where a number starts: its first word, and what it is."""
    at = first - 1
    if at < 0 or not _SPACES.issuperset(text[words[at].end : words[first].start]):
        return first, None
    for form in (words[at].form, words[at].form[1:]):
        for phrase, bound in bounds_before().get(form, ()):
            begin = first - len(phrase)
            if begin >= 0 and _stands(words, begin, phrase):
                return begin, bound
    between = _between(words, at)
    return (first, None) if between is None else (between, None)


_OPENERS = frozenset(("بين", "ما"))


def _between(words: Sequence[Word], at: int) -> int | None:
    """Where "between" starts that stands before a number, with its "what is"."""
    if words[at].form not in ("بين", "وبين"):
        return None
    is_long = at and words[at - 1].form in ("ما", "بما", "وما")
    return at - 1 if is_long else at


def _stands(words: Sequence[Word], begin: int, phrase: Phrase) -> bool:
    """True where a phrase stands, with "and" or "by" before its first word or not."""
    first, *rest = phrase
    form = words[begin].form
    if form != first and not (form[:1] in ("و", "ف", "ب", "ل") and form[1:] == first):
        return False
    return all(words[begin + 1 + i].form == word for i, word in enumerate(rest))


def bound_behind(
    text: str, words: Sequence[Word], last: int
) -> tuple[Bound | None, int]:
    """The bound behind a number, and where its words end if they touch the number.

    It may stand behind the noun: "40 آخرين على الأقل".
    """
    for at in range(last, min(last + _LOOK_ON, len(words))):
        if not _SPACES.issuperset(text[words[at - 1].end : words[at].start]):
            break
        for phrase, bound in bounds_after().get(words[at].form, ()):
            end = at + len(phrase)
            begins_another = end < len(words) and words[end].form == "من"
            if _stands_whole(words, at, phrase) and not begins_another:
                return bound, end if at == last else last
        if is_number_word(words[at].form):
            break
    return None, last


def _stands_whole(words: Sequence[Word], begin: int, phrase: Phrase) -> bool:
    """True where every word of a phrase stands, before the sentence ends."""
    return begin + len(phrase) <= len(words) and _stands(words, begin, phrase)


def _other_end(text: str, words: Sequence[Word], number: Cardinal) -> Cardinal | None:
    """The second number of a range, or of a score, which is none."""
    at = number.last
    if at >= len(words):
        return None
    gap = text[words[at - 1].end : words[at].start]
    if gap != " " and _DASHES.issuperset(gap) and gap.strip():
        return cardinal_at(text, words, at) if words[at].form[0].isdecimal() else None
    if gap != " ":
        return None
    if words[at].form in ("الي", "او") and at + 1 < len(words):
        other = cardinal_at(text, words, at + 1)
        return other if _is_range(words, number, other) else None
    other = cardinal_at(text, words, at)
    if other is None or not other.joined or other.value <= number.value:
        return None
    before = words[number.first - 1].form if number.first else ""
    return other if before in ("بين", "وبين") else None


def _is_range(words: Sequence[Word], number: Cardinal, other: Cardinal | None) -> bool:
    """True for "10 to 12" and "ten or twelve", not for "rose from 25 to 27"."""
    if other is None or not number.value < other.value <= _FAR * number.value:
        return False
    led = number.first > 0 and words[number.first - 1].form == "من"
    back = _LOOK_FAR_BACK if led else _LOOK_BACK
    before = words[max(0, number.first - back) : number.first]
    return not _tells_change(word.form for word in before)


def _tells_change(forms: Iterable[str]) -> bool:
    changing = counting("changing")
    return any(form in changing or form[1:] in changing for form in forms)
