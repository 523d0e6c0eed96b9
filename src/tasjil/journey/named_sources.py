"""Finds the source that a person means by an id, a name or another spelling."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from tasjil.assess.generic import ALWAYS_UNNAMED
from tasjil.assess.names import SourceNames
from tasjil.errors import NoSuchSource
from tasjil.model.folding import fold
from tasjil.model.ids import SourceId
from tasjil.model.sources import Source
from tasjil.model.tally import Origin

MOST_NAMED = 5
"""Names that an error offers."""


@dataclass(frozen=True, slots=True)
class SourcesOfCase:
    """The sources of a case, and how to find one by what a person types."""

    names: SourceNames

    @classmethod
    def of(cls, sources: Iterable[Source]) -> "SourcesOfCase":
        """Index the listed sources."""
        return cls(SourceNames.of(sources))

    def listed(self, typed: str) -> Source:
        """Give the listed source of this id, name or variant.

        Raises:
            NoSuchSource: There is none; the message has the nearest names, and not
                what was typed, which may be the name of a person.
        """
        source = self._listed(typed)
        if source is None:
            raise NoSuchSource(self._none(typed))
        return source

    def named(self, typed: str) -> str:
        """Give the id of the listed source of this name; the name where none is."""
        source = self._listed(typed)
        return typed if source is None else source.id

    def tells(self, typed: str, told: Iterable[Origin]) -> Callable[[Origin], bool]:
        """Give what finds the claims that a source tells or passes on.

        Args:
            typed: An id, a name or a variant of a listed source, or the name of one
                that is not listed and tells something.
            told: The first tellers of the case.

        Raises:
            NoSuchSource: Nobody of that name tells anything.
        """
        source = self._listed(typed)
        if source is not None:
            return _Through(self.names, source.id)
        unlisted = {
            each.key
            for each in told
            if each.source is None
            and each.kind not in ALWAYS_UNNAMED
            and fold(each.name) == fold(typed)
        }
        if not unlisted:
            raise NoSuchSource(self._none(typed))
        return lambda origin: origin.key in unlisted

    def _listed(self, typed: str) -> Source | None:
        by_id = self.names.sources.get(SourceId(typed.strip()))
        exact = self.names.whole.get(fold(typed))
        if by_id is None and exact is not None:
            return self.names.sources[exact]
        return by_id

    def _none(self, typed: str) -> str:
        names = {
            fold(name): name
            for source in self.names.sources.values()
            if source.kind not in ALWAYS_UNNAMED
            for name in (*source.names, source.id)
        }
        near = get_close_matches(fold(typed), names, n=MOST_NAMED, cutoff=0.4)
        offered = [names[each] for each in near or sorted(names)[:MOST_NAMED]]
        listed = ", ".join(repr(name) for name in offered)
        hint = f"the nearest are {listed}" if offered else "sources.csv lists nobody"
        return f"expected the id or a name of a source that tells something; {hint}"


@dataclass(frozen=True, slots=True)
class _Through:
    """Whether a claim reached the case through one source."""

    names: SourceNames
    source: SourceId

    def __call__(self, origin: Origin) -> bool:
        """Tell whether the source told it first, or passed it on."""
        if origin.source == self.source:
            return True
        own = (self.names.whole.get(fold(name)) for name in origin.chain)
        return self.source in own
