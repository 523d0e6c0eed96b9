"""What the map shows: places with incidents, and the places that are not on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians

from markupsafe import Markup

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.publish.addresses import page_file
from tasjil.publish.charts.ground import KM_A_DEGREE, Point
from tasjil.publish.charts.map import MapWords, Rings, Spot, draw_map
from tasjil.publish.edition import Edition
from tasjil.publish.outside import visible
from tasjil.publish.view import Geometry

REACH_KM = {
    PlaceLevel.COUNTRY: 200.0,
    PlaceLevel.REGION: 45.0,
    PlaceLevel.GOVERNORATE: 40.0,
    PlaceLevel.DISTRICT: 14.0,
    PlaceLevel.SUBDISTRICT: 8.0,
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


@dataclass(frozen=True, slots=True)
class OffMap:
    """A place with incidents that nobody published coordinates of."""

    name: Markup
    href: str
    incidents: Markup


@dataclass(frozen=True, slots=True)
class MapView:
    """The map in two sizes, and what could not be drawn."""

    wide: Markup
    narrow: Markup
    off_map: tuple[OffMap, ...]
    outlines_by: str | None


def map_view(edition: Edition) -> MapView:
    """Draw every place that has incidents and list those that cannot be drawn."""
    spots, off = [], []
    for place, incidents in edition.index.at_place.items():
        if place is None:
            continue
        spot = _spot(edition, place, len(incidents))
        if spot is not None:
            spots.append(spot)
        else:
            off.append(_off(edition, place, len(incidents)))
    off.sort(key=lambda each: each.name)
    if nowhere := edition.index.at_place.get(None):
        off.append(_nowhere(edition, len(nowhere)))
    spots.sort(key=lambda spot: spot.href)
    view = edition.index.view
    wide, narrow = _both_sizes(edition, spots)
    source = view.areas_source if view.areas else None
    return MapView(wide, narrow, tuple(off), source)


def place_href(place: PlaceId | None) -> str:
    """Address the list of a place's incidents; None stands for no listed place."""
    return page_file("place", place) if place is not None else "place/nowhere.html"


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


def _both_sizes(edition: Edition, spots: list[Spot]) -> tuple[Markup, Markup]:
    if not spots:
        return Markup(""), Markup("")
    areas = edition.index.view.areas
    outlines = [rings_of(areas[place]) for place in sorted(areas)]
    say = edition.say
    words = MapWords(str(say("map.name").striptags()), str(say("map.km")))
    return draw_map(spots, outlines, words, 760), draw_map(spots, outlines, words, 340)


def _off(edition: Edition, place: PlaceId, incidents: int) -> OffMap:
    words = edition.say("count.incidents", n=incidents)
    return OffMap(edition.place(place), place_href(place), words)


def _nowhere(edition: Edition, incidents: int) -> OffMap:
    say = edition.say
    words = say("count.incidents", n=incidents)
    return OffMap(say("place.unlisted"), place_href(None), words)


def _spot(edition: Edition, place_id: PlaceId, incidents: int) -> Spot | None:
    """Find where a place lies and how far it reaches; None where nobody knows."""
    places = edition.index.view.places
    place = places.get(place_id)
    if place is None:
        return None
    rings = rings_of(edition.index.view.areas.get(place_id))
    reach = _reach(place, list(_inside(edition, place_id)))
    if reach is None and not rings:
        return None
    centre, km = reach or _middle(rings)
    name = visible(edition.own(place.name, place.name_ar))
    count = edition.say("count.incidents", n=incidents).striptags()
    level = edition.word(place.level).striptags()
    words = f"{name} ({level}): {count}"
    fine = place.level in FINE
    return Spot(name, words, place_href(place_id), centre, km, fine, rings)


def _inside(edition: Edition, place: PlaceId) -> Iterator[Point]:
    """Yield the centres of fine places anywhere inside a place."""
    index, seen, waiting = edition.index, {place}, [place]
    while waiting:
        children = set(index.children.get(waiting.pop(), ())) - seen
        seen |= children
        waiting += children
        for found in (index.view.places[child] for child in sorted(children)):
            if found.lat is not None and found.lon is not None and found.level in FINE:
                yield found.lon, found.lat


def _reach(place: Place, inside: list[Point]) -> tuple[Point, float] | None:
    """Give a centre, and a radius that holds the places known to lie inside.

    A fine place without coordinates is never put at the centre of a wider one.
    """
    smallest = REACH_KM[place.level]
    if place.lat is not None and place.lon is not None:
        centre = (place.lon, place.lat)
    elif inside and place.level not in FINE:
        centre = (_mean([p[0] for p in inside]), _mean([p[1] for p in inside]))
    else:
        return None
    if place.level in FINE:
        return centre, smallest
    return centre, max([smallest, *(_km(centre, point) + 2 for point in inside)])


def _middle(rings: Rings) -> tuple[Point, float]:
    """Give the middle of an outline and how far it reaches from there."""
    points = [(float(p[0]), float(p[1])) for ring in rings for p in ring]
    centre = (_mean([p[0] for p in points]), _mean([p[1] for p in points]))
    return centre, max(_km(centre, point) for point in points)


def _km(a: Point, b: Point) -> float:
    across = (a[0] - b[0]) * cos(radians((a[1] + b[1]) / 2))
    return hypot(across, a[1] - b[1]) * KM_A_DEGREE


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
