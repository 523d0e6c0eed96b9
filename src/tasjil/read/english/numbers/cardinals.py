"""Plain numbers of people: cardinals with their bound or range, "a" and "one"."""

import re

from tasjil.model.quantity import Quantity
from tasjil.read.bounds import Ends
from tasjil.read.english.numbers.bounds import bound_before, bounded
from tasjil.read.english.numbers.counted import Counted, counted_after, not_people
from tasjil.read.english.numbers.number_words import CARDINAL, number
from tasjil.read.english.numbers.quantity_words import Read, unit_of
from tasjil.read.word_lists import word_lists

_CARDINAL = re.compile(CARDINAL)
_RANGE = re.compile(
    rf"(?P<gap>\s*[-–—]\s*|\s+(?:to|or|and)\s+[“\"']?)"
    rf"(?P<bound>(?:(?:perhaps|possibly|maybe|even)\s+)?(?:up\s+to|as\s+many\s+as|over|"
    rf"more\s+than|nearly|almost|about)\s+)?"
    rf"(?P<high>{CARDINAL})(?![\w,.]*[0-9a-z])"
)
_BETWEEN = re.compile(r"\b(?:between|from|of)\s+(?:(?:about|around|some)\s+)?$")

_CHANGES = "|".join(
    sorted(word_lists("tasjil.read.english", "lexicon/counting.txt")["changes"])
)
_CHANGED = re.compile(
    rf"\b(?:{_CHANGES})\b(?:\s+[a-z]+)?\s+from\s+"
    rf"(?:(?:about|around|some|at\s+least|nearly|more\s+than)\s+)?$"
)

_ONE_BY_ONE = re.compile(r"\bone\s+(?:by|after)\s+one\b")
_NUMBER_NEXT = re.compile(rf"\s+(?!one\b|hundred\b|thousand\b|million\b){CARDINAL}\b")
SINGLE = frozenset(("a", "an", "one", "another"))


def cardinal(lower: str, start: int, word: str) -> Read | None:
    """A number in digits or words, with its bound or its range, if it counts people."""
    match = _CARDINAL.match(lower, start)
    if match is not None and _ONE_BY_ONE.search(lower[max(0, start - 8) : start + 10]):
        return None
    if match is None:
        return _one(lower, start, word) if word in SINGLE else None
    value = number(match[0])
    if value is None or not_people(lower, start, match.end()):
        return None
    end, ends = _range(lower, start, match.end(), value)
    if not_people(lower, start, end):
        return None
    counted = counted_after(lower, end)
    if counted is Counted.THING:
        return None
    if word in SINGLE and value == 1 and (ends is None or word != "one"):
        return _one(lower, start, word)
    first, last = start, end
    if ends is None:
        first, last, ends = bounded(lower, start, end, value)
    else:
        first = _range_start(lower, start)
    low, high = ends
    return Read(first, last, Quantity(low, high, None, unit_of(counted)))


def _range(lower: str, start: int, end: int, value: int) -> tuple[int, Ends | None]:
    """Read on from the first number: "10-12", "10 to 12", "10 and up to 12"."""
    match = _RANGE.match(lower, end)
    if match is None:
        return end, None
    high = number(match["high"])
    if high is None or high <= value or _is_change(lower, start):
        return end, None
    gap = match["gap"].strip("“\"' \t\n").split()
    if gap == ["and"]:
        window = lower[max(0, start - 30) : start]
        if not match["bound"] and "between " not in window:
            return end, None
    if gap in (["or"], ["to"]) and match["bound"] is None and high > 20 * max(value, 1):
        return end, None
    return match.end(), (value, high)


def _is_change(lower: str, start: int) -> bool:
    """True for the 21 of "rose from 21 to 33", which are two counts and no range."""
    return _CHANGED.search(lower[max(0, start - 60) : start]) is not None


def _one(lower: str, start: int, word: str) -> Read | None:
    """Read "a soldier", "one man", "one was killed": one person, never "one car"."""
    end = start + len(word)
    if word == "another" and _NUMBER_NEXT.match(lower, end):
        return None  # "another four people" are four
    counted = counted_after(lower, end)
    if counted in (Counted.PEOPLE, Counted.BODIES, Counted.FAMILIES):
        return Read(start, end, Quantity(1, 1, None, unit_of(counted)))
    if word == "one" and counted is Counted.STANDS_ALONE:
        return Read(start, end, Quantity(1, 1, None))
    return None


def _range_start(lower: str, start: int) -> int:
    """Where the words before a range begin: "between 10 and 12", "at least 10 ..."."""
    window = lower[max(0, start - 20) : start]
    between = _BETWEEN.search(window)
    if between is not None:
        return start - len(window) + between.start()
    bound = bound_before(lower, start)
    return start if bound is None else bound[0]
