"""What a report tells of the countries it is about, the surest first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from tasjil.model.places import Place


@dataclass(frozen=True, slots=True)
class Evidence:
    """Countries that settle which of several namesakes is meant.

    Attributes:
        area: ISO codes of the case's area; the strongest, but for a word right beside
            the name ("in Tripoli, Lebanon").
        report: Codes of the countries the whole report names.
        sentence: Codes of those that this sentence names.
        named: Ids of the case's own places that the report names.
        common: Folded words that the report uses with the ending of a common noun.
    """

    area: frozenset[str] = frozenset()
    report: frozenset[str] = frozenset()
    sentence: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    def with_sentence(self, codes: Iterable[str]) -> "Evidence":
        """The same, and what the sentence at hand names."""
        return replace(self, sentence=self.sentence | frozenset(codes))

    @property
    def told(self) -> frozenset[str]:
        """Every country that anything speaks for."""
        return self.area | self.report | self.sentence

    def steps(self) -> Iterator[Collection[str]]:
        """Sets of countries, the strongest first."""
        yield from (each for each in (self.area, self.sentence, self.report) if each)

    def is_of_the_area(self, place: Place) -> bool:
        """True for a place in the case's own area."""
        return place.country in self.area
