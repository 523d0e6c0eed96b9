"""A known name in a text, and what a list of places answers about its names."""

from dataclasses import dataclass
from typing import Protocol

from tasjil.model.places import PlaceLevel, Precision

LONGEST = 5
"""The most words a name of the list may have."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A known name in the text.

    Attributes:
        kind: The word beside it that says what it is ("province"), if any.
        plural: The kind stands in the plural and holds for a whole list.
        cued: A preposition, a kind or the head of a dateline speaks for a place.
        longer: Where a longer name ends that the known one is only a part of.
        end: Where the name ends; `kind_end` where a kind after it ends.
        capitals: False in a script that has none, so that fewer words are names.
        precision: How the words around tie the harm to the place.
        around: It is the countryside of the place that is meant.
        in_its_town: Its kind is a site that stands in the town it is called after.
    """

    start: int
    end: int
    key: str
    kind: PlaceLevel | None = None
    plural: bool = False
    kind_end: int | None = None
    cued: bool = False
    longer: int | None = None
    capitals: bool = True
    precision: Precision = Precision.AT
    around: bool = False
    in_its_town: bool = False

    @property
    def stop(self) -> int:
        """Where all of it ends: the name, what it is a part of, or its kind."""
        return self.longer or self.kind_end or self.end


class Names(Protocol):
    """What a list of places answers about its names; keys are folded."""

    def has(self, key: str) -> bool:
        """True where a place bears the name."""
        ...

    def begins(self, word: str) -> bool:
        """True where a name of the list begins with the word."""
        ...

    def has_small(self, key: str) -> bool:
        """True where the case itself writes the name in small letters: "the coast"."""
        ...

    def begins_small(self, word: str) -> bool:
        """True where such a name begins with the word."""
        ...

    def is_own(self, key: str) -> bool:
        """True where the case itself lists the name."""
        ...

    def needs_cue(self, key: str) -> bool:
        """True where the name is an English word too."""
        ...
