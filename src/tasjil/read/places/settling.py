"""Which of several places of one name a report means, and when to leave it open."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.folding import folded
from tasjil.read.places.spotting import Spot

DOMINANT = 8
"""A place this many times as populous as the next of its name is meant."""

WELL_KNOWN = 100_000
"""And it must have so many people to be meant with no country told."""

FAMOUS = 1_000_000
"""A city of this size may be meant with no country told and no word before it."""

_AREAS = (PlaceLevel.GOVERNORATE, PlaceLevel.DISTRICT, PlaceLevel.SUBDISTRICT)
_SETTLEMENTS = (PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE)


@dataclass(frozen=True, slots=True)
class Settled:
    """One place, or several that it could be."""

    place: Place | None
    candidates: tuple[Place, ...] = ()


def of_kind(places: Sequence[Place], kind: PlaceLevel | None) -> Sequence[Place]:
    """Keep the places that fit the word beside the name, if any of them does."""
    if kind is None:
        return places
    if kind in _SETTLEMENTS:
        wanted: tuple[PlaceLevel, ...] = _SETTLEMENTS
    elif kind in _AREAS:
        wanted = (kind,)
    else:
        return places
    return [p for p in places if p.level in wanted] or places


def settle(
    places: Sequence[Place],
    spot: Spot,
    kind: PlaceLevel | None,
    countries: Sequence[Collection[str]],
) -> Settled | None:
    """Choose among homonyms of the world file.

    Args:
        places: All of one name, the most populous first.
        spot: Where the name stands, and what speaks for its being a place.
        kind: What the word beside the name says it is.
        countries: Sets of ISO codes, the strongest first: the case's, the report's.

    Returns:
        None where no place of the name is likely to be meant: a small town of a
        country nobody named, with no word before it that speaks for a place.
    """
    fitting = of_kind(places, kind)
    fitting = [p for p in fitting if folded(p.name) == spot.key] or fitting
    for told in countries:
        inside = [p for p in of_kind(places, kind) if p.country in told]
        if inside:
            return _largest(inside)
    country = next((p for p in fitting if p.level is PlaceLevel.COUNTRY), None)
    if country is not None:
        return Settled(country)
    known = any(countries)
    if fitting[0].population < _needed(spot, known) and not spot.kind:
        return None
    return _largest(fitting)


def _needed(spot: Spot, known: bool) -> int:
    """How many people a place must have to be meant outside the countries named."""
    if spot.cued:
        return WELL_KNOWN if known else 0
    return FAMOUS if known else WELL_KNOWN


def _largest(places: Sequence[Place]) -> Settled:
    """A bare name is its town before the governorate around it; else the dominant."""
    towns = [p for p in places if p.level not in _AREAS]
    first, *others = towns or places
    rivals = [p for p in others if _apart(first, p)]
    if not rivals or _dominates(first, rivals[0]):
        return Settled(first)
    return Settled(None, (first, *rivals))


def _dominates(first: Place, next: Place) -> bool:
    return first.population >= max(WELL_KNOWN, DOMINANT * next.population)


def _apart(one: Place, other: Place) -> bool:
    """False for two entries a few kilometres apart: one place, listed twice."""
    if None in (one.lat, one.lon, other.lat, other.lon):
        return one.id != other.id
    near = abs((one.lat or 0) - (other.lat or 0)) + abs(
        (one.lon or 0) - (other.lon or 0)
    )
    return near > 0.3
