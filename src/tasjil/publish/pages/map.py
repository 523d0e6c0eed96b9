"""What the map shows: places with incidents, and the places that are not on it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from tasjil.errors import PublishError
from tasjil.model.hidden_signs import visible
from tasjil.model.ids import PlaceId
from tasjil.publish.addresses import page_file
from tasjil.publish.charts.map import MapWords, Spot, draw_map
from tasjil.publish.edition import Edition
from tasjil.publish.pages.reach import FINE, container_of, reach_of, rings_of


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
    """Draw every place that has incidents and list those that cannot be drawn.

    A place without coordinates is listed; its district is drawn as an area.
    """
    at_place, view = edition.index.at_place, edition.index.view
    listed = sorted(place for place in at_place if place is not None)
    own = [place for place in listed if reach_of(edition.index, place) is not None]
    off = [place for place in listed if place not in set(own)]
    spots = [_spot(edition, place) for place in own]
    spots += _container_spots(edition, off, set(own))
    wide, narrow = _both_sizes(edition, spots)
    rows = sorted((_off(edition, each) for each in off), key=lambda row: row.name)
    if None in at_place:
        rows.append(_off(edition, None))
    return MapView(wide, narrow, tuple(rows), view.areas_source if view.areas else None)


def place_href(place: PlaceId | None) -> str:
    """Address the list of a place's incidents; None stands for no listed place."""
    return page_file("place", place) if place is not None else "place/nowhere.html"


def _both_sizes(edition: Edition, spots: list[Spot]) -> tuple[Markup, Markup]:
    if not spots:
        return Markup(""), Markup("")
    areas = edition.index.view.areas
    outlines = [rings_of(areas[place]) for place in sorted(areas)]
    say = edition.say
    words = MapWords(str(say("map.name").striptags()), str(say("map.km")))
    return draw_map(spots, outlines, words, 760), draw_map(spots, outlines, words, 340)


def _off(edition: Edition, place: PlaceId | None) -> OffMap:
    say = edition.say
    name = say("place.unlisted") if place is None else edition.place(place)
    count = say("count.incidents", n=len(edition.index.at_place[place]))
    return OffMap(name, place_href(place), count)


def _spot(edition: Edition, place_id: PlaceId) -> Spot:
    incidents = len(edition.index.at_place[place_id])
    words = edition.say(
        "map.spot",
        place=_plain_name(edition, place_id),
        level=edition.word(edition.index.view.places[place_id].level),
        incidents=edition.say("count.incidents", n=incidents),
    )
    return _drawn(edition, place_id, words.striptags(), place_href(place_id))


def _container_spots(
    edition: Edition, off: list[PlaceId], drawn: set[PlaceId]
) -> Iterator[Spot]:
    """Draw the districts of places without coordinates, each district once."""
    found: dict[PlaceId, list[PlaceId]] = defaultdict(list)
    for place in off:
        container = container_of(edition.index, place)
        if container is not None and container not in drawn:
            found[container].append(place)
    for container, inside in found.items():
        words = edition.say(
            "map.somewhere",
            container=_plain_name(edition, container),
            places=edition.listed(edition.place(place) for place in inside),
        )
        spot = _drawn(edition, container, words.striptags(), "places.html")
        yield replace(spot, fine=False)


def _drawn(edition: Edition, place_id: PlaceId, words: str, href: str) -> Spot:
    reach = reach_of(edition.index, place_id)
    if reach is None:
        raise PublishError(
            f"expected place {place_id!r} to have an area to draw, found none"
        )
    fine = edition.index.view.places[place_id].level in FINE
    name = _plain_name(edition, place_id)
    return Spot(name, words, href, reach.centre, reach.km, fine, reach.rings)


def _plain_name(edition: Edition, place_id: PlaceId) -> str:
    place = edition.index.view.places[place_id]
    return visible(edition.own(place.name, place.name_ar))
