"""Which of several places of one name a report means, and when to leave it open."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.evidence import Evidence
from tasjil.read.places.folding import folded
from tasjil.read.places.spot import Spot

DOMINANT = 8
"""A place this many times as populous as the next of its name is meant."""

WELL_KNOWN = 100_000
"""And it must have so many people to be meant with no country told."""

FAMOUS = 1_000_000
"""A city of this size may be meant with no country told and no word before it."""

KNOWN_THERE = 30_000
"""Where no capital letter marks a name, a town of the country told must have so many
people to be meant by a single word with nothing before it."""

AREAS = (PlaceLevel.GOVERNORATE, PlaceLevel.DISTRICT, PlaceLevel.SUBDISTRICT)
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
    elif kind in AREAS:
        wanted = (kind,)
    else:
        return places
    return [p for p in places if p.level in wanted] or places


def settle(
    places: Sequence[Place],
    spot: Spot,
    kind: PlaceLevel | None,
    evidence: Evidence,
    beside: Collection[str] = (),
) -> Settled | None:
    """Choose among homonyms of the world file.

    Args:
        places: All of one name, the most populous first.
        spot: Where the name stands, and what speaks for its being a place.
        kind: What the word beside the name says it is.
        evidence: The countries of the case and of the report.
        beside: Countries that the other names of its list agree on.

    Returns:
        None where no place of the name is likely to be meant: a small town of a
        country nobody named, with no word before it that speaks for a place.
    """
    kept = of_kind(places, kind)
    fitting = [p for p in kept if folded(p.name) == spot.key] or kept
    if (country := next(filter(_is_country, fitting), None)) is not None:
        return _country_or_rival(country, fitting, evidence)
    for told in (*evidence.steps(), beside):
        inside = [p for p in kept if p.country in told]
        if inside and not spot.capitals and not spot.cued and not beside:
            inside = [p for p in inside if p.population >= KNOWN_THERE]
        if inside:
            return _unless_doubted(_largest(inside), kept, evidence)
    if fitting[0].population < _needed(spot, bool(evidence.told or beside)):
        return None
    chosen = _largest(fitting)
    return chosen if len(fitting) == len(kept) else _unless_equalled(chosen, kept)


def rivals_of(country: Place, places: Sequence[Place]) -> tuple[Place, ...]:
    """Cities elsewhere that a country's name means as often: Amman, for Oman."""
    return tuple(
        p for p in places if p.country != country.country and p.population >= FAMOUS
    )


def _country_or_rival(
    country: Place, places: Sequence[Place], evidence: Evidence
) -> Settled:
    """A country, unless another place of its name may be meant: a state, a capital."""
    told = evidence.area or evidence.told
    states = (p for p in places if p.level in AREAS and p.country in told)
    elsewhere = [p for p in states if p.country != country.country]
    rivals = (*rivals_of(country, places), *elsewhere)
    near = [p for p in (country, *rivals) if p.country in told]
    if not rivals or near == [country]:
        return Settled(country)
    if near and country not in near and len({p.country for p in near}) == 1:
        return _largest(near)
    return Settled(None, (country, *rivals))


def _is_country(place: Place) -> bool:
    return place.level is PlaceLevel.COUNTRY


def _unless_equalled(chosen: Settled, places: Sequence[Place]) -> Settled:
    """Leave it open where a famous city is called so too, beside a longer name."""
    place = chosen.place
    if place is None:
        return chosen
    famous = [p for p in places if p.population >= FAMOUS and _apart(p, place)]
    rivals = [p for p in famous if p.population * DOMINANT > place.population]
    return Settled(None, (place, *rivals)) if rivals else chosen


def _unless_doubted(
    chosen: Settled, places: Sequence[Place], evidence: Evidence
) -> Settled:
    """Leave it open where a far larger namesake lies in a country nobody named.

    "A United States official spoke in Alexandria" does not make it Virginia's.
    """
    place = chosen.place
    if place is None or place.level in (PlaceLevel.COUNTRY, *AREAS):
        return chosen
    famous = FAMOUS if evidence.is_of_the_area(place) else WELL_KNOWN
    least = max(famous, DOMINANT * place.population)
    rivals = [p for p in places if p.population >= least and _apart(p, place)]
    return Settled(None, (place, *rivals)) if rivals else chosen


def _needed(spot: Spot, known: bool) -> int:
    """How many people a place must have to be meant outside the countries named."""
    if spot.kind is not None:
        return 0
    if spot.cued:
        return WELL_KNOWN if known or not spot.capitals else 0
    return FAMOUS if known else WELL_KNOWN


def _largest(places: Sequence[Place]) -> Settled:
    """A bare name is its town before the governorate around it; else the dominant."""
    towns = [p for p in places if p.level not in AREAS]
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
