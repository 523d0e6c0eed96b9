"""The wider place told right behind a name: "Tripoli, Lebanon"."""

import re
from collections.abc import Sequence

from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.placelist import PlaceList
from tasjil.read.places.spot import Spot

_INSIDE = re.compile(
    r"\s*[,،(]\s*(?:in\s+|في\s+)?(?:the\s+)?|\s+(?:in|of|في|ب)\s*(?:the\s+)?"
    r"(?:(?:province|governorate|state)\s+of\s+)?",
    re.IGNORECASE,
)
_WIDER = (PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE)


def inside_the_next(
    text: str, spot: Spot, next: Spot | None, places: PlaceList
) -> Sequence[Place]:
    """The namesakes inside the country or division named right behind; or none."""
    if next is None or not _INSIDE.fullmatch(text, spot.stop, next.start):
        return ()
    outer = places.candidates(next.key)
    if next.kind not in _WIDER:
        outer = [p for p in outer if not _has_its_seat(p, outer)]
    return [p for p in places.candidates(spot.key) if any(_holds(o, p) for o in outer)]


def _has_its_seat(place: Place, named: Sequence[Place]) -> bool:
    """True for a division whose own town bears its name: "Homs, Hama" is a list."""
    return place.level is PlaceLevel.GOVERNORATE and any(
        p.parent == place.parent and p.level not in _WIDER for p in named
    )


def _holds(outer: Place, inner: Place) -> bool:
    """True where one lies in the other, by country or by its division's code."""
    if outer.level is PlaceLevel.COUNTRY:
        return outer.country == inner.country and inner.level is not outer.level
    divided = outer.level is PlaceLevel.GOVERNORATE and outer.parent is not None
    return divided and outer.parent == inner.parent and outer.id != inner.id
