"""Places told one inside the other: "Sarmin, in Idlib province"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tasjil.model.places import PlaceLevel, Precision, Where
from tasjil.read.found import Found

_INSIDE = re.compile(
    r"\s*(?:,\s*|\(|\s)(?:(?:located\s+|situated\s+)?(?:in|of|inside)\s+)?"
    r"(?:the\s+)?(?:\w+\s+){0,2}?(?:(?:city|town|province|governorate|district)\s+of\s+)?"
    r"|\s*[،,(]?\s*(?:(?:الواقعة|الواقع|التابعة|التابع)\s+)?(?:في|من|ب|ل|ل?لبلدة|قرب)?\s*",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:and(?:\s+the\s+(?:town|village|city)\s+of)?|و\s*(?:مدينة|بلدة|قرية)?|[-–—])\s*"
)
_ORDER = {level: rank for rank, level in enumerate(PlaceLevel)}


def merged(
    listed: Sequence[Found[Where]], others: Iterable[Found[Where]]
) -> list[Found[Where]]:
    """Listed places, and unlisted ones wherever they do not overlap."""
    kept = sorted(listed, key=lambda found: found.start)
    starts = [found.start for found in kept]
    for other in others:
        at = bisect_left(starts, other.start)
        after_last = at == 0 or kept[at - 1].end <= other.start
        before_next = at == len(kept) or other.end <= kept[at].start
        if after_last and before_next:
            kept.insert(at, other)
            starts.insert(at, other.start)
    return kept


def contained(text: str, found: Sequence[Found[Where]]) -> list[Found[Where]]:
    """Put places that no list has inside the wider place told right after them.

    The second place of "between Varesh and Tolmin" is one between as well.
    """
    out = [
        _between(text, before, each)
        for before, each in zip([None, *found], found, strict=False)
    ]
    for number in range(len(found) - 2, -1, -1):
        inner, outer = out[number], out[number + 1]
        if _goes_inside(text, inner, outer):
            around = (*filter(None, [outer.value.place]), *outer.value.within)
            out[number] = replace(inner, value=replace(inner.value, within=around))
    return out


def _between(
    text: str, before: Found[Where] | None, each: Found[Where]
) -> Found[Where]:
    if before is None or before.value.precision is not Precision.BETWEEN:
        return each
    if _AND.fullmatch(text, before.end, each.start) is None:
        return each
    return replace(each, value=replace(each.value, precision=Precision.BETWEEN))


def _goes_inside(text: str, inner: Found[Where], outer: Found[Where]) -> bool:
    if inner.value.place is not None or inner.value.within or inner.value.candidates:
        return False
    wider = _ORDER[outer.value.level] < _ORDER[inner.value.level]
    return wider and _INSIDE.fullmatch(text, inner.end, outer.start) is not None
