"""Where an incident was, drawn as the area it stands for, never as a false point."""

from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from tasjil.model.hidden_signs import visible
from tasjil.model.ids import PlaceId
from tasjil.publish.charts.map import MapWords, Spot, draw_map
from tasjil.publish.edition import Edition
from tasjil.publish.pages.reach import FINE, container_of, reach_of, rings_of
from tasjil.web.page.addresses import href
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice


@dataclass(frozen=True, slots=True)
class Ground:
    """A place on the map, or the words for why it is not drawn.

    Attributes:
        around: The names of the places it lies in, nearest first.
        level: What kind of place it is: how finely the incident is placed.
        wide: The map; empty where there is nothing to draw.
        somewhere: It is drawn as the area around it: nobody published where in it.
    """

    around: Markup
    level: Markup
    wide: Markup = Markup("")
    narrow: Markup = Markup("")
    somewhere: Markup | None = None


def ground_of(request: DeskRequest, place_id: PlaceId | None) -> Ground | None:
    """Draw where an incident was; None where no list of places has its place."""
    say = voice(request)
    places = say.index.view.places
    if place_id is None or place_id not in places:
        return None
    place = places[place_id]
    around = say.listed(say.place(each) for each in _above(say, place_id))
    level = say.word(place.level)
    drawn = place_id if reach_of(say.index, place_id) else None
    drawn = drawn or container_of(say.index, place_id)
    if drawn is None:
        return Ground(around, level)
    spot = _spot(request, say, drawn, fine=drawn == place_id and place.level in FINE)
    areas = say.index.view.areas
    outlines = [rings_of(areas[each]) for each in sorted(areas)]
    words = MapWords(str(say.say("map.name").striptags()), str(say.say("map.km")))
    wide, narrow = (draw_map([spot], outlines, words, w) for w in (560, 340))
    somewhere = None
    if drawn != place_id:
        somewhere = say.say(
            "map.somewhere", container=say.place(drawn), places=say.place(place_id)
        )
    return Ground(around, level, wide, narrow, somewhere)


def _above(say: Edition, place_id: PlaceId) -> list[PlaceId]:
    places, found = say.index.view.places, list[PlaceId]()
    above = places[place_id].parent
    while above is not None and above in places and above not in found:
        found.append(above)
        above = places[above].parent
    return found


def _spot(request: DeskRequest, say: Edition, place_id: PlaceId, *, fine: bool) -> Spot:
    place = say.index.view.places[place_id]
    reach = reach_of(say.index, place_id)
    assert reach is not None
    name = visible(say.own(place.name, place.name_ar))
    words = f"{name} ({say.word(place.level).striptags()})"
    query = urlencode({"place": place_id})
    address = f"{href(request.language, 'incidents:incidents')}?{query}"
    return Spot(name, words, address, reach.centre, reach.km, fine, reach.rings)
