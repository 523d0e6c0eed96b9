"""The list of places: the case's own before the world's, found in any spelling."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel, Precision, Where
from tasjil.read.found import Found
from tasjil.read.places.containing import contained, merged
from tasjil.read.places.cues import (
    BETWEEN_BEFORE,
    IN_ITS_TOWN,
    NEAR_AFTER,
    NEAR_BEFORE,
)
from tasjil.read.places.folding import folded, without_article
from tasjil.read.places.nationalities import nationalities
from tasjil.read.places.never import NEVER, OFTEN_A_WORD
from tasjil.read.places.settling import Settled, of_kind, settle
from tasjil.read.places.spotting import Sentence, Spot, spots
from tasjil.read.places.unlisted import unlisted
from tasjil.read.places.world import World, keys_of, world

_LIST_GAP = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|/)\s+(?:in\s+)?(?:the\s+)?", re.I)
_WORD = re.compile(r"[a-z]{4,}")

_SMALL = re.compile(
    r"(?:^|\s)(?!(?:de|del|la|el|of|al|and|ez|e[snr]|a[snrdzt])\b)[a-z]{3}"
)
"""A name with a word in small letters: "Syrian coast", "coastal provinces"."""

_FINER = (PlaceLevel.SITE, PlaceLevel.NEIGHBOURHOOD)
"""Kinds whose name is often borrowed from a town."""


class Gazetteer:
    """Places by name. A case's own places win over the world file.

    Example:
        >>> varesh = Place(PlaceId("varesh"), "Varesh", PlaceLevel.TOWN)
        >>> [found] = Gazetteer([varesh], world=False).find("Shells fell near Varesh.")
        >>> found.text, found.value.place, found.value.precision.value
        ('Varesh', 'varesh', 'near')
    """

    def __init__(self, own: Sequence[Place] = (), *, world: bool = True) -> None:
        """Keep the case's places; the world file is unpacked when first asked for."""
        self._own = {place.id: place for place in own}
        self._keys: dict[str, list[Place]] = defaultdict(list)
        for place in own:
            for key in keys_of(place):
                self._keys[key].append(place)
        self._small = {
            folded(name) for place in own for name in place.names if _SMALL.search(name)
        }
        self._small_words = {key.partition(" ")[0] for key in self._small}
        self._first_words = {key.partition(" ")[0] for key in self._keys}
        self._with_world = world
        self._area: frozenset[str] | None = None

    @cached_property
    def _world(self) -> World | None:
        return world() if self._with_world else None

    def knows(self, words: str) -> bool:
        """True where the words are the name of a place, and hardly anything else."""
        key = folded(words)
        if key in self._keys:
            return True
        if key in NEVER or key in OFTEN_A_WORD or self._world is None:
            return False
        bare = without_article(key) or key
        listed = key in self._world or bare in self._world
        return listed and not self._world.needs_cue(key)

    def place(self, id: str) -> Place | None:
        """The place with this id; None where there is none."""
        own = self._own.get(PlaceId(id))
        if own is None and self._world is not None:
            return self._world.place(PlaceId(id))
        return own

    def within(self, place: Place) -> tuple[Place, ...]:
        """The places that contain a place, nearest first."""
        chain: list[Place] = []
        parent = self._own.get(place.parent) if place.parent else None
        while parent is not None and parent not in [place, *chain]:
            chain.append(parent)
            parent = self._own.get(parent.parent) if parent.parent else None
        if not chain and place.id not in self._own and self._world is not None:
            return self._world.within(place)
        return tuple(chain)

    def find(self, text: str, *, hints: Iterable[str] = ()) -> list[Found[Where]]:
        """Every place named in the text, in order, without overlaps.

        Args:
            text: The text, in any case and in Latin or Arabic script.
            hints: Ids of places, or ISO codes of countries, that the report or the
                case is about; they settle which of several homonyms is meant.
        """
        sentence = Sentence(text)
        seen = list(spots(sentence, self))
        area = self._own_area() | self._countries(hints)
        told = self._told(sentence.lower, seen)
        settled = list(self._settled(text, seen, (area, told)))
        told |= {s.place.country or "" for _, s in settled if s.place}
        settled = [
            (spot, choice if choice.place else self._once_more(spot, told, choice))
            for spot, choice in settled
        ]
        found = [self._where(sentence, spot, choice) for spot, choice in settled]
        return contained(text, merged(found, unlisted(sentence)))

    def has(self, key: str) -> bool:
        """True where a place bears the folded name."""
        return key in self._keys or (self._world is not None and key in self._world)

    def begins(self, word: str) -> bool:
        """True where a folded name of the list begins with the word."""
        own = word in self._first_words
        return own or (self._world is not None and self._world.begins(word))

    def has_small(self, key: str) -> bool:
        """True where the case itself writes the name in small letters: "the coast"."""
        return key in self._small

    def begins_small(self, word: str) -> bool:
        """True where a name the case writes in small letters begins with the word."""
        return word in self._small_words

    def needs_cue(self, key: str) -> bool:
        """True where a folded name is an English word too, and not the case's own."""
        if key in self._keys or self._world is None:
            return False
        return self._world.needs_cue(key)

    def _candidates(self, key: str) -> Sequence[Place]:
        """The case's places of a name; the world's where the case has none."""
        if key in self._keys or self._world is None:
            return self._keys.get(key, ())
        return self._world.named(key)

    def _own_area(self) -> frozenset[str]:
        """The countries the case's own places lie in."""
        if self._area is None:
            self._area = self._countries(self._own)
        return self._area

    def _countries(self, ids: Iterable[str]) -> frozenset[str]:
        """ISO codes of hints; the id of a place stands for its country."""
        found = set()
        for id in ids:
            if len(id) == 2 and id.isupper():
                found.add(id)
            elif (place := self.place(id)) is not None:
                found.add(self._country(place) or "")
        return frozenset(found - {""})

    def _country(self, place: Place) -> str | None:
        if place.country or place.level is not PlaceLevel.COUNTRY:
            return place.country
        listed = self._world.named(folded(place.name)) if self._world else ()
        return next((p.country for p in listed if p.level is PlaceLevel.COUNTRY), None)

    def _told(self, lower: str, seen: Sequence[Spot]) -> set[str]:
        """Countries the text names, by name or by nationality."""
        known = nationalities()
        told = {known[w] for w in _WORD.findall(lower) if w in known}
        for spot in seen:
            for place in self._candidates(spot.key)[:3]:
                if place.level is PlaceLevel.COUNTRY and place.country:
                    told.add(place.country)
        return told

    def _settled(
        self, text: str, seen: Sequence[Spot], countries: Sequence[Collection[str]]
    ) -> Iterator[tuple[Spot, Settled]]:
        """Settle each spot, a list of places at a time."""
        for run in _runs(text, seen):
            plural = next((s.kind for s in (run[0], run[-1]) if s.plural), None)
            for spot in run:
                kind = spot.kind or plural
                places = self._candidates(spot.key)
                if spot.longer is not None:
                    yield spot, Settled(None)
                elif spot.key in self._keys:
                    yield spot, self._own_choice(of_kind(places, kind), seen)
                elif places:
                    beside = (*countries, self._beside(run, spot))
                    choice = settle(places, spot, kind, beside)
                    if choice is not None:
                        yield spot, choice

    def _own_choice(self, places: Sequence[Place], seen: Sequence[Spot]) -> Settled:
        """Among the case's namesakes: the one inside a place told beside it.

        Of different levels the first in the case's file is meant, for its author
        knows what a bare name stands for. Two of one level are left open.
        """
        first, *others = places
        if all(other.level is not first.level for other in others):
            return Settled(first)
        told = {only[0].id for s in seen if len(only := self._keys.get(s.key, [])) == 1}
        inside = [p for p in places if told & {w.id for w in self.within(p)}]
        if len(inside) == 1:
            return Settled(inside[0])
        return Settled(None, tuple(places))

    def _once_more(self, spot: Spot, told: Collection[str], open: Settled) -> Settled:
        """Settle what was left open by the countries of the places around it."""
        inside = [p for p in open.candidates if p.country in told]
        return (settle(inside, spot, spot.kind, (told,)) or open) if inside else open

    def _beside(self, run: Sequence[Spot], spot: Spot) -> set[str]:
        """Countries that the other names of a list agree on with this one."""
        mine = {p.country for p in self._candidates(spot.key)}
        others = [
            {p.country for p in self._candidates(each.key)}
            for each in run
            if each is not spot
        ]
        shared = {c for other in others for c in other & mine if c}
        return shared if len(shared) == 1 else set()

    def _where(self, sentence: Sentence, spot: Spot, settled: Settled) -> Found[Where]:
        end = spot.longer or spot.kind_end or spot.end
        text, place = sentence.text[spot.start : end], settled.place
        precision = _precision(sentence, spot)
        fits = place is not None and place.level is spot.kind
        if spot.kind in _FINER and not fits:
            return Found(
                spot.start, end, text, self._finer(text, spot.kind, precision, place)
            )
        if spot.longer is not None:
            return Found(spot.start, end, text, Where(text, precision=precision))
        if place is None:
            ids = tuple(p.id for p in settled.candidates)
            level = spot.kind or settled.candidates[0].level
            where = Where(text, level=level, precision=precision, candidates=ids)
            return Found(spot.start, end, text, where)
        where = Where(
            text,
            name=place.name,
            level=place.level,
            geonames=place.geonames,
            lat=place.lat,
            lon=place.lon,
            precision=precision,
            place=place.id,
            within=tuple(p.id for p in self.within(place)),
        )
        return Found(spot.start, end, text, where)

    def _finer(
        self, text: str, kind: PlaceLevel, precision: Precision, town: Place | None
    ) -> Where:
        """A hospital, camp or quarter called after a town: it is not the town."""
        named = text.split()[-1].lower() in IN_ITS_TOWN
        chain = (town, *self.within(town)) if town is not None and named else ()
        ids = tuple(place.id for place in chain)
        return Where(text, level=kind, precision=precision, within=ids)


def _runs(text: str, seen: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Names that stand in one list: "Varesh, Tolmin and Kesar"."""
    run: list[Spot] = []
    for spot in seen:
        if run and not _LIST_GAP.fullmatch(
            text, run[-1].longer or run[-1].kind_end or run[-1].end, spot.start
        ):
            yield run
            run = []
        run.append(spot)
    if run:
        yield run


def _precision(sentence: Sentence, spot: Spot) -> Precision:
    """How the words around tie the harm to the place."""
    lower, start = sentence.lower, spot.start
    if BETWEEN_BEFORE.search(lower, max(0, start - 60), start):
        return Precision.BETWEEN
    if NEAR_BEFORE.search(lower, max(0, start - 60), start) or NEAR_AFTER.match(
        lower, spot.end
    ):
        return Precision.NEAR
    return Precision.AT
