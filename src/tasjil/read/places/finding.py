"""Every place a text names: listed ones settled, others kept with their level."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tasjil.model.places import Place, PlaceLevel, Precision, Where
from tasjil.read.found import Found
from tasjil.read.places.arabic.spotting import spots as arabic_spots
from tasjil.read.places.arabic.text import ArabicText
from tasjil.read.places.arabic.unlisted import unlisted as arabic_unlisted
from tasjil.read.places.arabic.words import nationalities as arabic_nationalities
from tasjil.read.places.beside import inside_the_next
from tasjil.read.places.containing import contained, merged
from tasjil.read.places.evidence import Evidence
from tasjil.read.places.latin_text import LatinText
from tasjil.read.places.nationalities import nationalities
from tasjil.read.places.placelist import PlaceList
from tasjil.read.places.roads import road_ends, unlisted_ends, with_roads
from tasjil.read.places.settling import Settled, of_kind, rivals_of, settle
from tasjil.read.places.spot import Spot
from tasjil.read.places.spotting import spots
from tasjil.read.places.unlisted import unlisted

_LIST_GAP = re.compile(
    r"\s*(?:,|,?\s+and|,?\s+or|/)\s+(?:in\s+)?(?:the\s+)?"
    r"|\s*(?:[،,/]\s*|\s)(?:(?:و|أو|ثم|وفي|في|و\s?بلدة|ومدينة|وقرية)\s*)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_LONGEST_LIST = 40
"""Names of a list that speak for each other's country."""

_FINER = (PlaceLevel.SITE, PlaceLevel.NEIGHBOURHOOD)
"""Kinds whose name is often borrowed from a town."""


@dataclass(frozen=True, slots=True)
class Texts:
    """One text cut into words, once for each script it has."""

    latin: LatinText
    arabic: ArabicText
    roads: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, text: str) -> "Texts":
        """Cut a text."""
        return cls(LatinText(text), ArabicText(text), road_ends(text))

    def spots(self, places: PlaceList) -> list[Spot]:
        """Known names in both scripts, in order."""
        found = list(spots(self.latin, places)) if self.latin.tokens else []
        if self.roads:
            found = list(with_roads(found, self.latin.text, self.roads, places))
        if self.arabic.words:
            found += arabic_spots(self.arabic, places)
        return sorted(found, key=lambda spot: spot.start)

    def unlisted(self) -> Iterator[Found[Where]]:
        """Names that no list has, told by strong words."""
        if self.latin.tokens:
            yield from unlisted_ends(self.latin.text, self.roads)
            yield from unlisted(self.latin)
        if self.arabic.words:
            yield from arabic_unlisted(self.arabic)

    def nationalities(self) -> set[str]:
        """Countries that an adjective tells: "three Syrian soldiers"."""
        known, arabic = nationalities(), arabic_nationalities()
        told = {known[w] for w in _WORD.findall(self.latin.lower) if w in known}
        return told | {arabic[w] for w in self.arabic.words if w in arabic}


def find(text: str, places: PlaceList, evidence: Evidence) -> list[Found[Where]]:
    """Every place named in the text, in order, without overlaps."""
    texts = Texts.of(text)
    return find_among(texts.spots(places), texts, places, evidence)


def find_among(
    seen: Sequence[Spot], texts: Texts, places: PlaceList, evidence: Evidence
) -> list[Found[Where]]:
    """The places of a text whose known names were looked up before."""
    text = texts.latin.text
    seen = [s for s in seen if s.kind is not None or s.key not in evidence.common]
    evidence = evidence.with_sentence(told_countries(texts, seen, places))
    settled = list(_settled(text, seen, places, evidence))
    around = {s.place.country or "" for _, s in settled if s.place} - {""}
    settled = [
        (spot, choice if choice.place else _once_more(spot, around, choice))
        for spot, choice in settled
    ]
    found = [_where(text, spot, choice, places) for spot, choice in settled]
    return contained(text, merged(found, texts.unlisted()))


def told_countries(
    texts: Texts, seen: Sequence[Spot], places: PlaceList
) -> frozenset[str]:
    """Countries the text names, by name or by nationality."""
    told = texts.nationalities()
    for spot in seen:
        named = places.candidates(spot.key)[:5]
        for place in named[:3]:
            country = place.level is PlaceLevel.COUNTRY and place.country
            if country and not rivals_of(place, named):
                told.add(place.country or "")
    return frozenset(told)


def _settled(
    text: str, seen: Sequence[Spot], places: PlaceList, evidence: Evidence
) -> Iterator[tuple[Spot, Settled]]:
    """Settle each spot, a list of places at a time."""
    following = dict(zip(seen, seen[1:], strict=False))
    alone = _without_namesake(seen, places)
    for run in _runs(text, seen):
        plural = next((s.kind for s in (run[0], run[-1]) if s.plural), None)
        for spot, beside in zip(run, _agreed(run, places), strict=True):
            kind = spot.kind or plural
            listed = places.candidates(spot.key)
            if spot.longer is not None:
                yield spot, Settled(None)
            elif places.is_own(spot.key):
                yield spot, _own_choice(of_kind(listed, kind), alone, places, evidence)
            elif listed:
                inside = inside_the_next(text, spot, following.get(spot), places)
                choice = settle(inside or listed, spot, kind, evidence, beside)
                if choice is not None:
                    yield spot, choice


def _without_namesake(seen: Sequence[Spot], places: PlaceList) -> set[str]:
    """Ids of the case's places that are named here and share their name with none."""
    own = (places.candidates(s.key) for s in seen if places.is_own(s.key))
    return {named[0].id for named in own if len(named) == 1}


def _own_choice(
    listed: Sequence[Place],
    alone: Collection[str],
    places: PlaceList,
    evidence: Evidence,
) -> Settled:
    """Among the case's namesakes: the one inside a place told beside it.

    Of different levels the first in the case's file is meant, for its author
    knows what a bare name stands for. Two of one level are left open.
    """
    first, *others = listed
    if all(other.level is not first.level for other in others):
        return Settled(first)
    for named in (alone, evidence.named):
        inside = [p for p in listed if {w.id for w in places.within(p)} & set(named)]
        if len(inside) == 1:
            return Settled(inside[0])
    return Settled(None, tuple(listed))


def _once_more(spot: Spot, around: set[str], open: Settled) -> Settled:
    """Settle what was left open by the countries of the places around it."""
    inside = [p for p in open.candidates if p.country in around]
    if not inside:
        return open
    told = Evidence(sentence=frozenset(around))
    chosen = settle(open.candidates, spot, spot.kind, told)
    return chosen or open


def _agreed(run: Sequence[Spot], places: PlaceList) -> list[frozenset[str]]:
    """For each name of a list the one country that others of it agree on with it."""
    each = [_countries(spot, places) for spot in run]
    counted = Counter(country for countries in each for country in countries)
    shared = [frozenset(c for c in mine if counted[c] > 1) for mine in each]
    return [mine if len(mine) == 1 else frozenset() for mine in shared]


def _countries(spot: Spot, places: PlaceList) -> set[str]:
    return {p.country for p in places.candidates(spot.key) if p.country}


def _where(text: str, spot: Spot, settled: Settled, places: PlaceList) -> Found[Where]:
    """What a claim may hold of the spot; a coordinate only for the place itself."""
    start, end, place = spot.start, spot.stop, settled.place
    words = text[start:end]
    fits = place is not None and place.level is spot.kind
    if spot.around and (area := _land_around(spot, place, places)):
        return Found(start, end, words, replace(area, text=words))
    if spot.kind in _FINER and not fits:
        where = _finer(words, spot, place, places)
    elif spot.longer is not None:
        where = Where(words, precision=spot.precision)
    elif place is None:
        ids = tuple(p.id for p in settled.candidates)
        level = spot.kind or settled.candidates[0].level
        where = Where(words, level=level, precision=spot.precision, candidates=ids)
    else:
        where = _listed(words, spot, place, places)
    return Found(start, end, words, where)


def _listed(words: str, spot: Spot, place: Place, places: PlaceList) -> Where:
    """A place of the list; "the north of Syria" lies in Syria, and not beside it."""
    whole = place.level is PlaceLevel.COUNTRY and not spot.capitals
    return Where(
        words,
        name=place.name,
        level=place.level,
        geonames=place.geonames,
        lat=place.lat,
        lon=place.lon,
        precision=Precision.AT if whole else spot.precision,
        place=place.id,
        within=tuple(p.id for p in places.within(place)),
    )


def _land_around(spot: Spot, place: Place | None, places: PlaceList) -> Where | None:
    """The countryside of a governorate's seat: a region of the governorate.

    The city's own point would put the harm where it was not.
    """
    if place is None:
        return None
    chain = (place, *places.within(place))
    named = {p.id for p in places.candidates(spot.key)}
    areas = (p for p in chain if p.level is PlaceLevel.GOVERNORATE)
    area = next((p for p in areas if p.id in named), None)
    if area is None:
        return None
    return Where(
        "",
        level=PlaceLevel.REGION,
        precision=Precision.NEAR,
        within=tuple(p.id for p in chain[chain.index(area) :]),
    )


def _finer(words: str, spot: Spot, town: Place | None, places: PlaceList) -> Where:
    """A hospital, camp or quarter called after a town: it is not the town."""
    known = town is not None and spot.in_its_town
    chain = (town, *places.within(town)) if town is not None and known else ()
    return Where(
        words,
        level=spot.kind or PlaceLevel.SITE,
        precision=spot.precision,
        within=tuple(place.id for place in chain),
    )


def _runs(text: str, seen: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Names that stand in one list: "Varesh, Tolmin and Kesar"."""
    run: list[Spot] = []
    for spot in seen:
        goes_on = run and _LIST_GAP.fullmatch(text, run[-1].stop, spot.start)
        if run and (not goes_on or len(run) >= _LONGEST_LIST):
            yield run
            run = []
        run.append(spot)
    if run:
        yield run
