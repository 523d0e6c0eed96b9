"""How far a place reaches: from its outline, its neighbours, or its kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.publish.charts.ground import KM_A_DEGREE, Point
from tasjil.publish.charts.map import Rings
from tasjil.publish.index import Index
from tasjil.publish.view import Geometry

REACH_KM = {
    PlaceLevel.COUNTRY: 200.0,
    PlaceLevel.REGION: 45.0,
    PlaceLevel.GOVERNORATE: 40.0,
    PlaceLevel.DISTRICT: 10.0,
    PlaceLevel.SUBDISTRICT: 7.0,
    PlaceLevel.CITY: 4.0,
    PlaceLevel.TOWN: 2.0,
    PlaceLevel.VILLAGE: 1.5,
    PlaceLevel.NEIGHBOURHOOD: 1.0,
    PlaceLevel.SITE: 1.0,
    PlaceLevel.UNKNOWN: 1.5,
}
"""How far a place reaches around its centre where nothing better is known."""

FINE = frozenset(
    {
        PlaceLevel.CITY,
        PlaceLevel.TOWN,
        PlaceLevel.VILLAGE,
        PlaceLevel.NEIGHBOURHOOD,
        PlaceLevel.SITE,
    }
)
"""Levels drawn as a place; everything wider is drawn as a hatched area."""

TOO_WIDE = frozenset({PlaceLevel.COUNTRY, PlaceLevel.REGION})
"""Levels as wide as the map itself, or without a border; they stay in words."""

CONTAINERS = frozenset({*FINE, PlaceLevel.SUBDISTRICT, PlaceLevel.DISTRICT})
"""Places narrow enough to stand for a place inside them, as a hatched area."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The part of the map a place may take up.

    Attributes:
        rings: Its outline, where the case has one.
    """

    centre: Point
    km: float
    rings: Rings = ()


def reach_of(index: Index, place_id: PlaceId) -> Reach | None:
    """Find where a place lies; None where nobody published it or it is too wide.

    A fine place without coordinates is never put at the centre of a wider one, and
    the coordinates of a wide one are the middle of an area, never a point.
    """
    place = index.view.places.get(place_id)
    if place is None or place.level in TOO_WIDE:
        return None
    rings = rings_of(index.view.areas.get(place_id))
    if rings:
        return _outlined(rings)
    inside = [] if place.level in FINE else list(_inside(index, place_id))
    centre = _centre(place, inside)
    if centre is None:
        return None
    smallest = REACH_KM[place.level]
    return Reach(centre, max([smallest, *(_km(centre, p) + 2 for p in inside)]))


def container_of(index: Index, place_id: PlaceId) -> PlaceId | None:
    """Find the narrowest place around one without coordinates that can be drawn.

    Only up to a district: a whole governorate says too little to be drawn for a
    village.
    """
    places, seen = index.view.places, {place_id}
    parent = places[place_id].parent if place_id in places else None
    while parent is not None and parent in places and parent not in seen:
        if places[parent].level not in CONTAINERS:
            return None
        if reach_of(index, parent) is not None:
            return parent
        seen.add(parent)
        parent = places[parent].parent
    return None


def rings_of(geometry: Geometry | None) -> Rings:
    """Take the rings out of a polygon or of several.

    Example:
        >>> rings_of({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 1]]]})
        ([[0, 0], [1, 0], [0, 1]],)
        >>> rings_of({"type": "Point", "coordinates": [0, 0]})
        ()
    """
    if geometry is None:
        return ()
    if geometry.get("type") == "Polygon":
        return tuple(geometry["coordinates"])
    if geometry.get("type") == "MultiPolygon":
        return tuple(ring for each in geometry["coordinates"] for ring in each)
    return ()


def _inside(index: Index, place: PlaceId) -> Iterator[Point]:
    """Yield the centres of fine places anywhere inside a place."""
    seen, waiting = {place}, [place]
    while waiting:
        children = set(index.children.get(waiting.pop(), ())) - seen
        seen |= children
        waiting += children
        for found in (index.view.places[child] for child in sorted(children)):
            if found.lat is not None and found.lon is not None and found.level in FINE:
                yield found.lon, found.lat


def _centre(place: Place, inside: list[Point]) -> Point | None:
    if place.lat is not None and place.lon is not None:
        return place.lon, place.lat
    return _mean(inside) if inside else None


def _outlined(rings: Rings) -> Reach:
    points = [(float(p[0]), float(p[1])) for ring in rings for p in ring]
    centre = _mean(points)
    return Reach(centre, max(_km(centre, point) for point in points), rings)


def _km(a: Point, b: Point) -> float:
    across = (a[0] - b[0]) * cos(radians((a[1] + b[1]) / 2))
    return hypot(across, a[1] - b[1]) * KM_A_DEGREE


def _mean(points: list[Point]) -> Point:
    across = sum(point[0] for point in points) / len(points)
    return across, sum(point[1] for point in points) / len(points)
