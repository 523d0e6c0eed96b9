"""When, where and with what: what stands around a word of harm in its sentence."""

import re
from collections.abc import Sequence
from functools import cache

from tasjil.model.causes import Cause
from tasjil.model.claim import When
from tasjil.model.places import Where
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.lexicon import table, words
from tasjil.read.arabic.text.small_words import bare
from tasjil.read.date_read import DateRead, DateRole
from tasjil.read.found import Found

_FAR = 160
_MOST = 4
_BEFORE_COSTS = 15
_JOINT = r"(?<!\w)(?:[وف]?[بلك]?(?:ال)?|لل)"


def nearest_date(
    dates: Sequence[Found[DateRead]], at: int, told: Sequence[tuple[int, int]] = ()
) -> Found[DateRead] | None:
    """The date nearest to a word; not one of a telling, nor a mere duration.

    Args:
        dates: The dates of the sentence.
        at: Where the word of harm stands.
        told: Stretches that say who told it, and when: no date of the harm.
    """
    dated = [
        d
        for d in dates
        if d.value.role is not DateRole.DURATION
        and not any(start <= d.start < end for start, end in told)
    ]
    return min(dated, key=lambda d: _distance(d, at), default=None)


def when(date: Found[DateRead] | None, text: str) -> When:
    """The time as a claim holds it; `text` is the report's own words for it."""
    return When() if date is None else When(date.value.edtf, text)


def nearby_places(
    places: Sequence[Found[Where]],
    at: int,
    people: Sequence[tuple[int, int]],
    text: str = "",
) -> list[Found[Where]]:
    """Places of a sentence that are no part of a name and nobody's seat, nearest first.

    Args:
        places: The places of the sentence.
        at: Where the word of harm stands.
        people: Where the names of persons stand.
        text: The sentence.
    """
    free = [p for p in places if not any(s < p.end and p.start < e for s, e in people)]
    free = [p for p in free if not _is_seat(text, p.start)]
    near = [p for p in free if _distance(p, at) <= _FAR]
    return sorted(near, key=lambda p: _distance(p, at))[:_MOST]


def _is_seat(text: str, start: int) -> bool:
    """True for "the monitor, based in Varesh": where it sits, not where harm was."""
    before = folded(text[:start]).split()
    seat = words("grammar", "seat")
    return any(bare(word) in seat for word in before[-2:])


def _distance(found: Found[Where] | Found[DateRead], at: int) -> int:
    """Letters between a find and the word; what follows the word counts as nearer."""
    if found.start >= at:
        return found.start - at
    return at - found.end + _BEFORE_COSTS


@cache
def _causes() -> tuple[tuple[Cause, re.Pattern[str]], ...]:
    """What harm is done with, each with its words."""
    found = []
    for label, raw in table("causes").items():
        parts = sorted((folded(p.strip()) for p in raw.split(",")), key=len)
        inside = "|".join(re.escape(part) for part in reversed(parts))
        found.append((Cause(label), re.compile(rf"{_JOINT}(?:{inside})(?!\w)")))
    return tuple(found)


def cause_of(text: str) -> Cause:
    """What the harm was done with, as a sentence tells it.

    Example:
        >>> cause_of("قتل ثلاثة مدنيين برصاص قناص")
        <Cause.SMALL_ARMS: 'small arms and light weapons'>
    """
    even = folded(text)
    told = (cause for cause, pattern in _causes() if pattern.search(even))
    return next(told, Cause.UNKNOWN)
