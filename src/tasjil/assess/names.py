"""Finding the listed source that the words of a report mean."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.model.folding import fold
from tasjil.model.ids import SourceId
from tasjil.model.sources import Source

SHORTEST_INSIDE = 4
"""A one-word name of fewer letters is not looked for inside longer words."""

FEWEST_BEGUN = 3
"""Words from which the start of a name stands for the whole of it."""


@dataclass(frozen=True, slots=True)
class SourceNames:
    """Every name of every listed source, folded."""

    sources: dict[SourceId, Source]
    whole: dict[str, SourceId]
    longest: int
    words: dict[str, frozenset[SourceId]]

    @classmethod
    def of(cls, sources: Iterable[Source]) -> "SourceNames":
        """Index the names; one that two sources share belongs to neither."""
        listed = {source.id: source for source in sources}
        owners: dict[str, set[SourceId]] = defaultdict(set)
        for source in listed.values():
            for name in source.names:
                owners[fold(name)].add(source.id)
        whole = {name: min(ids) for name, ids in owners.items() if len(ids) == 1}
        whole.pop("", None)
        longest = max((len(name.split()) for name in whole), default=0)
        inside: dict[str, set[SourceId]] = defaultdict(set)
        for name, id_ in whole.items():
            for word in name.split():
                inside[word].add(id_)
        words = {word: frozenset(ids) for word, ids in inside.items()}
        return cls(listed, whole, longest, words)

    def find(self, text: str) -> Source | None:
        """Give the source these words mean, or None.

        The whole of the words is tried first, then the longest listed name inside
        them ("the director of the Harbour Observatory").
        """
        words = fold(text).split()
        exact = self.whole.get(" ".join(words))
        if exact is not None:
            return self.sources[exact]
        begun = self._begun_by(words)
        if begun is not None:
            return self.sources[begun]
        for size in range(min(self.longest, len(words)), 0, -1):
            inside = {
                self.whole[name]
                for name in _runs(words, size)
                if name in self.whole and (size > 1 or len(name) >= SHORTEST_INSIDE)
            }
            if inside:
                return self.sources[inside.pop()] if len(inside) == 1 else None
        return None

    def _begun_by(self, words: list[str]) -> SourceId | None:
        """Give the one source whose longer name starts with these words."""
        if len(words) < FEWEST_BEGUN:
            return None
        start = " ".join(words) + " "
        found = {id_ for name, id_ in self.whole.items() if name.startswith(start)}
        return found.pop() if len(found) == 1 else None

    def holding(self, words: list[str]) -> frozenset[SourceId]:
        """Give the sources that have all of these words in one of their names."""
        asked = set(words)
        return frozenset(
            id_
            for id_ in self.words.get(words[0], ())
            if any(
                asked.issubset(fold(name).split()) for name in self.sources[id_].names
            )
        )

    def relayed_by(self, source: SourceId) -> frozenset[SourceId]:
        """Give everyone whose figures it passes on, directly or through others."""
        found: set[SourceId] = set()
        ahead = [source]
        while ahead:
            known = self.sources.get(ahead.pop())
            fresh = set(known.relays if known else ()) - found
            found |= fresh
            ahead += sorted(fresh)
        return frozenset(found - {source})


def _runs(words: list[str], size: int) -> list[str]:
    return [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]
