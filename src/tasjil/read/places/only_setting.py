"""The one place a report is about, where it names no other."""

import re
from collections.abc import Sequence

from tasjil.model.places import PlaceLevel, Where
from tasjil.read.found import Found
from tasjil.read.places.folding import folded
from tasjil.read.word_lists import word_lists

_SETTLEMENTS = (
    *(PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE),
    PlaceLevel.UNKNOWN,
)
_BEHIND_A_DATELINE = re.compile(
    r"\s{0,2}(?:[,،][^\n—–-]{0,40}|\([^)\n]{1,40}\))?\s*(?:—|–|-)"
)
_WORDS = word_lists("tasjil.read.places", "data/words.txt")
_HOSPITALS = frozenset(map(folded, _WORDS["hospitals"]))
_TOP = 400
"""How many letters of a report may hold its dateline."""


def only_setting(text: str, found: Sequence[Found[Where]]) -> Found[Where] | None:
    """The first mention of the only town or village that a report names.

    The dateline does not count: an office in the capital writes of everywhere. Where no
    town is named, a prison or a road may be what the report is about; a hospital is
    where the wounded were brought.

    Args:
        text: The whole report.
        found: The places found in it.
    """
    body = [f for f in found if not _is_dateline(text, f)]
    towns = [f for f in body if f.value.level in _SETTLEMENTS]
    return _only(towns) if towns else _only([f for f in body if _is_a_scene(f)])


def _only(told: Sequence[Found[Where]]) -> Found[Where] | None:
    """The first of several mentions of one place; None where they are of two."""
    names = {f.value.place or folded(f.value.text) for f in told}
    if len(names) != 1 or told[0].value.candidates:
        return None
    return told[0]


def _is_a_scene(found: Found[Where]) -> bool:
    """True for a site that is no hospital."""
    if found.value.level is not PlaceLevel.SITE:
        return False
    return _HOSPITALS.isdisjoint(folded(found.text).split())


def _is_dateline(text: str, found: Found[Where]) -> bool:
    """True at the head of a line near the top, before a dash."""
    opens = found.start == 0 or text[found.start - 1] == "\n"
    if found.start > _TOP or not opens:
        return False
    return _BEHIND_A_DATELINE.match(text, found.end) is not None
