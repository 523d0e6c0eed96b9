"""Places by folded name and by id: the case's own before the world's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.folding import folded, without_article
from tasjil.read.places.never import NEVER, OFTEN_A_WORD
from tasjil.read.places.world import World, keys_of, world

_SMALL = re.compile(
    r"(?:^|\s)(?!(?:de|del|la|el|of|al|and|ez|e[snr]|a[snrdzt])\b)[a-z]{3}"
)
"""A name with a word in small letters: "Syrian coast", "coastal provinces"."""


class PlaceList:
    """What is asked of the names in a list of places, and nothing of any text."""

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

    def is_own(self, key: str) -> bool:
        """True where the case itself lists the folded name."""
        return key in self._keys

    def begins_small(self, word: str) -> bool:
        """True where a name the case writes in small letters begins with the word."""
        return word in self._small_words

    def needs_cue(self, key: str) -> bool:
        """True where a folded name is an English word too, and not the case's own."""
        if key in self._keys or self._world is None:
            return False
        return self._world.needs_cue(key)

    def candidates(self, key: str) -> Sequence[Place]:
        """The case's places of a name; the world's where the case has none."""
        if key in self._keys or self._world is None:
            return self._keys.get(key, ())
        return self._world.named(key)

    def own_area(self) -> frozenset[str]:
        """The countries the case's own places lie in."""
        if self._area is None:
            self._area = self.countries(self._own)
        return self._area

    def countries(self, ids: Iterable[str]) -> frozenset[str]:
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
