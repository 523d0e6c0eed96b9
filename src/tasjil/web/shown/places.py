"""How a place is chosen on a page: by its name, from a list by what lies in what."""

from collections import defaultdict

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.model.ids import PlaceId
from tasjil.model.places import Place
from tasjil.publish.edition import Edition

OF_THE_WORLD = "geonames:"
"""How the id of a place begins that the built-in list has, and the case has not."""

MOST_OFFERED = 300
"""How many places are offered; all others are found by typing their name."""


def place_choices(case: Case, say: Edition) -> list[tuple[str, str]]:
    """Give the names that a field offers, wide places before those inside them.

    Each with the places around it, so that two villages of one name are told apart.
    """
    inside: dict[PlaceId | None, list[Place]] = defaultdict(list)
    known = {each.id: each for each in case.places}
    for each in case.places:
        inside[each.parent if each.parent in known else None].append(each)
    found: list[tuple[str, str]] = []
    waiting: list[tuple[Place, str]] = [(each, "") for each in inside[None]]
    while waiting and len(found) < MOST_OFFERED:
        place, around = waiting.pop(0)
        name = say.own(place.name, place.name_ar)
        found.append((name, around))
        path = f"{name}, {around}" if around else name
        waiting += [(each, path) for each in inside[place.id]]
    return found


def place_typed(say: Edition, typed: str) -> PlaceId | None:
    """Find the place that somebody typed, by its id or by any of its names.

    Raises:
        BadValue: The case has no such place.
    """
    name = typed.strip()
    if not name:
        return None
    places = say.index.view.places
    if PlaceId(name) in places or name.startswith(OF_THE_WORLD):
        return PlaceId(name)
    wanted = name.casefold()
    for place in places.values():
        if any(each.casefold() == wanted for each in place.names):
            return place.id
    raise BadValue(
        "expected a place of this case, by one of its names, found none that is called "
        "so; choose one of those that the field offers"
    )
