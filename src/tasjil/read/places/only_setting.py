"""The one town or village a report is about, where it names no other."""

import re
from collections.abc import Sequence

from tasjil.model.places import PlaceLevel, Where
from tasjil.read.found import Found
from tasjil.read.places.folding import folded

_SETTLEMENTS = (
    *(PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE),
    PlaceLevel.UNKNOWN,
)
_BEHIND_A_DATELINE = re.compile(
    r"\s{0,2}(?:[,،][^\n—–-]{0,40}|\([^)\n]{1,40}\))?\s*(?:—|–|-)"
)
_TOP = 400
"""How many letters of a report may hold its dateline."""


def only_setting(text: str, found: Sequence[Found[Where]]) -> Found[Where] | None:
    """The first mention of the only settlement that a report names.

    The dateline does not count: an office in the capital writes of everywhere.

    Args:
        text: The whole report.
        found: The places found in it.
    """
    told = [f for f in found if f.value.level in _SETTLEMENTS]
    body = [f for f in told if not _is_dateline(text, f)]
    names = {f.value.place or folded(f.value.text) for f in body}
    if len(names) != 1 or body[0].value.candidates:
        return None
    return body[0]


def _is_dateline(text: str, found: Found[Where]) -> bool:
    """True at the head of a line near the top, before a dash."""
    opens = found.start == 0 or text[found.start - 1] == "\n"
    if found.start > _TOP or not opens:
        return False
    return _BEHIND_A_DATELINE.match(text, found.end) is not None
