"""How many people an Arabic sentence tells of, with the bound it puts on the number."""

import re
from collections.abc import Mapping, Sequence

from tasjil.model.quantity import Quantity
from tasjil.model.scope import Codebook
from tasjil.read.arabic.bounds import Bounded, bound_before, bound_behind, bounded
from tasjil.read.arabic.cardinals import Cardinal, cardinal_at
from tasjil.read.arabic.counted import (
    Counted,
    Kind,
    Noun,
    noun_after,
    noun_before,
    touches,
    unit_of,
)
from tasjil.read.arabic.counting import bare, counting
from tasjil.read.arabic.inflection import Number
from tasjil.read.arabic.no_people import is_no_number_of_people
from tasjil.read.arabic.people import person_sense
from tasjil.read.arabic.vague_numbers import Vague, vague_at
from tasjil.read.arabic.words import Word, words_of
from tasjil.read.bounds import Bound
from tasjil.read.found import Found

__all__ = ["Counted", "find_quantities"]

_CODEBOOK = Codebook()
_TWO = frozenset(("اثنان", "اثنين", "اثنتان", "اثنتين", "تنين", "تنتين"))
Read = tuple[int, Found[Counted] | None]
"""The index behind the last word read, and what it tells of people."""


def find_quantities(
    text: str, vague: Mapping[str, int] | None = None
) -> list[Found[Counted]]:
    """Every number of people in a sentence, in order, without overlaps.

    Years, dates, ages, money, distances and counted things are left out. A number whose
    noun is on no list is kept with its noun, for the reader to judge.

    Args:
        text: The sentence as `sentences.split` made it.
        vague: The codebook's floors for "dozens" and the like.

    Example:
        >>> found = find_quantities("مقتل ما لا يقل عن 13 مدنيا في 7 آذار وتضرر منزلين")
        >>> [(f.text, f.value.quantity.low, f.value.quantity.high) for f in found]
        [('ما لا يقل عن 13', 13, None)]
    """
    floors = _CODEBOOK.vague if vague is None else vague
    words = words_of(text)
    found: list[Found[Counted]] = []
    at = 0
    while at < len(words):
        last, read = _read_at(text, words, at, floors)
        if read is not None and (not found or read.start >= found[-1].end):
            found.append(read)
        at = max(last, at + 1)
    return found


def _read_at(
    text: str, words: Sequence[Word], at: int, floors: Mapping[str, int]
) -> Read:
    """Read whatever number of people begins with a word."""
    vague = vague_at(text, words, at, floors)
    if vague is not None:
        return _vague(text, words, at, vague)
    number = cardinal_at(text, words, at)
    if number is not None:
        return _cardinal(text, words, number)
    return _dual(text, words, at)


def _vague(text: str, words: Sequence[Word], at: int, vague: Vague) -> Read:
    ends, last = vague
    kind, noun = noun_after(text, words, last)
    if kind is Kind.THING:
        return last, None
    if kind is Kind.NOTHING and at and words[at].form.startswith("بال"):
        noun = at - 1 if touches(text, words, at) else -1
    start = words[at].start + _joined(words[at], ("tens", "hundreds", "several", "part"))
    read = Bounded(start, words[last - 1].end, at, last, ends)
    return last, _found(text, words, read, noun)


def _joined(word: Word, sections: Sequence[str]) -> int:
    """How many letters stand before a vague number: "and", "by"."""
    for section in (*sections, "thousands", "both"):
        stem = bare(word.form, section)
        if stem is not None and stem != word.form:
            before = len(word.form) - len(stem)
            return before - 2 if word.form[:before].endswith("ال") else before
    return 0


def _cardinal(text: str, words: Sequence[Word], number: Cardinal) -> Read:
    """A number in words or digits, if it counts people."""
    read = bounded(text, words, number)
    if read is None:
        return number.last + 1, None
    if is_no_number_of_people(text, words, number, read.last):
        return read.last, None
    kind, noun = _noun(text, words, number, read)
    if kind is Kind.THING:
        return read.last, None
    return read.last, _found(text, words, read, noun)


def _noun(
    text: str, words: Sequence[Word], number: Cardinal, read: Bounded
) -> Noun:
    """What a number counts: the noun behind it or, in Arabic, sometimes before it."""
    after = noun_after(text, words, read.last)
    if number.value == 1 or number.definite:
        before = noun_before(text, words, number)
        if before[0] is not Kind.NOTHING:
            is_one = number.value == 1 and after[0] is Kind.NOUN
            return after if is_one and words[read.last].form == "من" else before
    return after


def _dual(text: str, words: Sequence[Word], at: int) -> Read:
    """Two people in one word: "شخصان", "طفلتين"."""
    sense = person_sense(words[at])
    if sense is None or sense.number is not Number.TWO:
        return at + 1, None
    last = at + 1
    if touches(text, words, last) and words[last].form in _TWO:
        last += 1
    elif sense.also is not None:
        return at + 1, None
    first, bound = bound_before(text, words, at)
    if bound is None:
        first = at
        bound, _ = bound_behind(text, words, last)
    ends = (bound or Bound.EXACT).ends(2)
    start = words[at].start + _prefix(sense.before)
    if first < at:
        start = words[first].start
    read = Bounded(start, words[last - 1].end, first, last, ends)
    return last, _found(text, words, read, at)


def _prefix(before: str) -> int:
    """How many letters before a noun are not of it: "و", "ب"; the article is."""
    if before.endswith("لل"):
        return len(before) - 1
    return len(before.removesuffix("ال"))


def _found(
    text: str, words: Sequence[Word], read: Bounded, noun: int
) -> Found[Counted]:
    low, high = read.ends
    unit = unit_of(words, noun, read.first)
    quantity = Quantity(low, high, text[read.start : read.end], unit)
    span = None if noun < 0 else (words[noun].start, words[noun].end)
    return Found.at(text, read.start, read.end, Counted(quantity, span))
