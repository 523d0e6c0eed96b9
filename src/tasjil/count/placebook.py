"""What is known of places while counting: name, level, and what holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tasjil.model.claim import Claim
from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel, Where


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """Levels, names and the places around, by place."""

    levels: Mapping[PlaceId, PlaceLevel]
    names: Mapping[PlaceId, str]
    within: Mapping[PlaceId, frozenset[PlaceId]]

    @classmethod
    def of(
        cls, claims: Iterable[Claim], places: Mapping[PlaceId, Place]
    ) -> "PlaceBook":
        """Read the case's own list, and what claims say of any other place."""
        levels: dict[PlaceId, PlaceLevel] = {}
        names: dict[PlaceId, str] = {}
        within: dict[PlaceId, frozenset[PlaceId]] = {}
        for claim in claims:
            for where in claim.where:
                if where.place is not None and where.place not in levels:
                    levels[where.place] = where.level
                    names[where.place] = where.name or where.text
                    within[where.place] = frozenset(where.within)
        for place in places.values():
            levels[place.id] = place.level
            names[place.id] = place.name
            within[place.id] = _around(place, places)
        return cls(levels, names, within)

    def level(self, place: PlaceId | None) -> PlaceLevel | None:
        """Give a place's level; None where nothing is known of it."""
        return None if place is None else self.levels.get(place)

    def name(self, place: PlaceId) -> str:
        """Give a place's main name; its id where nothing is known of it."""
        return self.names.get(place, place)

    def holds(self, place: PlaceId, others: Iterable[PlaceId]) -> bool:
        """Tell whether a place holds one of the others."""
        return any(place in self.within.get(other, ()) for other in others)


def _around(place: Place, places: Mapping[PlaceId, Place]) -> frozenset[PlaceId]:
    found: set[PlaceId] = set()
    parent = place.parent
    while parent is not None and parent not in found:
        found.add(parent)
        above = places.get(parent)
        parent = None if above is None else above.parent
    return frozenset(found)


def finest(where: Iterable[Where]) -> list[Where]:
    """Give the places that hold none of the others told beside them, each once."""
    kept = list(where)
    holding = {place for each in kept for place in each.within}
    told: dict[str, Where] = {}
    for each in kept:
        if each.place is None or each.place not in holding:
            told.setdefault(each.place or each.text, each)
    return list(told.values())
