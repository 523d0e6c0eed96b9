"""Everybody a report has told of so far, found by name or by how lately it was."""

from collections.abc import Collection, Iterator
from itertools import combinations, islice

from tasjil.read.drafts.draft import Draft
from tasjil.read.drafts.entities import Entity
from tasjil.read.name_forms import Key, name_key, name_sounds

NEAR = 200
"""People without a name are not meant again when so many others were told of since."""

_LONGEST = 8
_TWO = 2


class ToldOf:
    """The people of one report in the order in which they were first told of."""

    def __init__(self) -> None:
        """Start with nobody told of."""
        self.all: list[Entity] = []
        self._recent: dict[str, Entity] = {}
        self._order: dict[str, int] = {}
        self._by_draft: dict[int, Entity] = {}
        self._by_mention: dict[tuple[int, int], list[Entity]] = {}
        self._by_whole: dict[tuple[str, ...], list[Entity]] = {}
        self._by_inside: dict[tuple[str, ...], list[Entity]] = {}

    def new(self) -> Entity:
        """People nobody told of before."""
        entity = Entity(f"g{len(self.all) + 1}")
        self._order[entity.id] = len(self.all)
        self.all.append(entity)
        return entity

    def add(self, entity: Entity, draft: Draft) -> None:
        """Take in one more telling of somebody."""
        known = len(entity.names)
        entity.add(draft)
        self._recent.pop(entity.id, None)
        self._recent[entity.id] = entity
        self._by_draft[id(draft)] = entity
        together = self._by_mention.setdefault(draft.mention, [])
        if entity not in together:
            together.append(entity)
        for key in entity.names[known:]:
            for words in _whole(key):
                self._by_whole.setdefault(words, []).append(entity)
            for words in _inside(key):
                self._by_inside.setdefault(words, []).append(entity)

    def holding(self, draft: Draft | None) -> Entity | None:
        """The people a draft told of; None for no draft."""
        return None if draft is None else self._by_draft.get(id(draft))

    def of(self, name: str) -> Entity | None:
        """The people with this id."""
        at = self._order.get(name)
        return None if at is None else self.all[at]

    def together(self, mention: tuple[int, int]) -> list[Entity]:
        """Everybody one verb tells of."""
        return self._by_mention.get(mention, [])

    def latest(self) -> Iterator[Entity]:
        """Those told of last, the last first, as far back as is near."""
        return islice(reversed(self._recent.values()), NEAR)

    def near(self, draft: Draft, besides: Collection[Entity] = ()) -> list[Entity]:
        """Whom a draft can mean: those told of lately, and all who share a name."""
        found = {e.id: e for e in self.latest()}
        found.update((e.id, e) for e in self._named(draft))
        gone = {e.id for e in besides}
        kept = (e for name, e in found.items() if name not in gone)
        return sorted(kept, key=lambda e: self._order[e.id])

    def _named(self, draft: Draft) -> Iterator[Entity]:
        """People one of whose names can be a form of one of the draft's."""
        names = [*draft.victims.names]
        if draft.antecedent is not None:
            names.append(draft.antecedent[0])
        for name in names:
            key = name_key(name)
            for words in _whole(key):
                yield from self._by_inside.get(words, ())
            for words in _inside(key):
                yield from self._by_whole.get(words, ())


def _whole(key: Key) -> set[tuple[str, ...]]:
    """The sounds of a name's first and last word: what another form of it must have."""
    if len(key) < _TWO:
        return {(sound,) for word in key for sound in name_sounds(word)}
    firsts, lasts = name_sounds(key[0]), name_sounds(key[-1])
    return {(first, last) for first in firsts for last in lasts}


def _inside(key: Key) -> set[tuple[str, ...]]:
    """The sounds of every word and of every two: what a shorter form can have."""
    sounds = [name_sounds(word) for word in (*key[: _LONGEST - 1], *key[-1:])]
    one = {(sound,) for each in sounds for sound in each}
    pairs = combinations(sounds, _TWO)
    return one | {(a, b) for first, last in pairs for a in first for b in last}
