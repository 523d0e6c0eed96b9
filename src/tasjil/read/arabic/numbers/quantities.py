"""How many people an Arabic sentence tells of, with the bound it puts on the number."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tasjil.model.quantity import Quantity
from tasjil.model.scope import Codebook
from tasjil.read.arabic.numbers.bounds import (
    Bounded,
    bound_before,
    bound_behind,
    bounded,
)
from tasjil.read.arabic.numbers.cardinals import (
    Cardinal,
    cardinal_at,
    is_joint,
    is_number_word,
)
from tasjil.read.arabic.numbers.counted import (
    Counted,
    Kind,
    Noun,
    noun_after,
    noun_before,
    touches,
    unit_of,
)
from tasjil.read.arabic.numbers.counting import bare, pairs
from tasjil.read.arabic.numbers.households import first_of_household
from tasjil.read.arabic.numbers.no_people import is_no_number_of_people
from tasjil.read.arabic.numbers.vague_numbers import Vague, vague_at
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.words import Word, cuts, words_of
from tasjil.read.bounds import Bound
from tasjil.read.found import Found

__all__ = ["Counted", "find_quantities"]

_CODEBOOK = Codebook()
_TWO = frozenset(("اثنان", "اثنين", "اثنتان", "اثنتين", "تنين", "تنتين"))
_ONE_OF = frozenset(("من", "منهم", "منهن", "منها", "منا", "منكم"))
_ONE_BY_ONE = frozenset(("واحدا", "واحد", "تلو", "بعد", "واحده"))
_DUAL = ("ان", "ين", "تا", "تي")
_OF_OTHERS = ("ه", "ها", "هم", "هن", "هما", "نا", "ك", "كم")
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
    return list(_all_of(text, tuple(sorted(floors.items()))))


@lru_cache(maxsize=2048)
def _all_of(
    text: str, vague: tuple[tuple[str, int], ...]
) -> tuple[Found[Counted], ...]:
    """The numbers of a sentence, kept for whoever asks again."""
    floors = dict(vague)
    words = words_of(text)
    found: list[Found[Counted]] = []
    at = 0
    while at < len(words):
        if not _may_count(words[at].form):
            at += 1
            continue
        last, read = _read_at(text, words, at, floors)
        if read is not None and (not found or read.start >= found[-1].end):
            found.append(read)
        at = max(last, at + 1)
    return tuple(found)


@lru_cache(maxsize=65_536)
def _may_count(form: str) -> bool:
    """True for a word that a number of people may begin with."""
    if is_number_word(form) or form.endswith((*_DUAL, *_OF_OTHERS)):
        return True
    return is_joint(form) or any(bare(form, section) for section in _VAGUE)


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
    start = words[at].start + _joined(words[at])
    read = Bounded(start, words[last - 1].end, at, last, ends)
    return last, _found(text, words, read, noun)


_VAGUE = ("tens", "hundreds", "thousands", "several", "part", "both")


def _joined(word: Word) -> int:
    """How many letters stand before a vague number: "and", "by"."""
    for section in _VAGUE:
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
    first = first_of_household(text, words, number, noun)
    if first is None:
        return read.last, _found(text, words, read, noun)
    return read.last, _household(text, words, number, (first, noun))


def _household(
    text: str, words: Sequence[Word], number: Cardinal, nouns: tuple[int, int]
) -> Found[Counted]:
    """A mother and her three children: four, and the words for all of them."""
    first, last = nouns
    start, count = words[first].start, number.value + last - first
    quantity = Quantity(count, count, text[start : number.end])
    noun = (start, words[last].end)
    return Found.at(text, start, number.end, Counted(quantity, noun))


def _noun(text: str, words: Sequence[Word], number: Cardinal, read: Bounded) -> Noun:
    """What a number counts: the noun behind it or, in Arabic, sometimes before it."""
    after = noun_after(text, words, read.last)
    if number.value == 1 and touches(text, words, read.last):
        if words[read.last].form in _ONE_OF:
            return after
        if words[read.last].form in _ONE_BY_ONE:
            return Kind.THING, read.last
    if number.value == 1 or number.definite:
        before = noun_before(text, words, number)
        if before[0] is not Kind.NOTHING:
            return before
    return after


def _dual(text: str, words: Sequence[Word], at: int) -> Read:
    """Two people in one word: "شخصان", "طفلتين"."""
    before = _pair(text, words, at)
    if before is None:
        return at + 1, None
    last = at + 1
    if touches(text, words, last) and words[last].form in _TWO:
        last += 1
    first, bound = bound_before(text, words, at)
    if bound is None:
        first = at
        bound, _ = bound_behind(text, words, last)
    ends = (bound or Bound.EXACT).ends(2)
    start = words[at].start + _prefix(before) if first == at else words[first].start
    read = Bounded(start, words[last - 1].end, first, last, ends)
    return last, _found(text, words, read, at)


def _pair(text: str, words: Sequence[Word], at: int) -> str | None:
    """What is written before a word that tells of two people; None for another word."""
    word = words[at]
    if not word.form.endswith(_DUAL) and not word.form.endswith(_OF_OTHERS):
        return None
    for cut in cuts(word.form):
        if cut.stem in pairs() and not cut.after:
            return cut.before
    sense = person_sense(word)
    if sense is None or sense.number is not Number.TWO:
        return None
    if not sense.after and not word.form.endswith(_DUAL):
        return None
    if sense.also is None:
        return sense.before
    confirmed = touches(text, words, at + 1) and words[at + 1].form in _TWO
    return sense.before if confirmed else None


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
