"""What a reader may know beside the report: places, tellers, the codebook's floors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from tasjil.model.scope import Codebook
from tasjil.model.sources import Source, SourceKind
from tasjil.read.places.gazetteer import Gazetteer


@cache
def world() -> Gazetteer:
    """The built-in list of places, read once."""
    return Gazetteer()


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """The case a report is read for; without one, the world's places and our codebook.

    Attributes:
        gazetteer: Where place names are looked up.
        vague: The fewest people a vague number stands for ("dozens").
        tellers: Names of those who tell, with their kind, from the case's sources.
        areas: Ids of places or countries the case is about; they settle homonyms.

    Example:
        >>> ReadingContext().vague["dozens"]
        12
    """

    gazetteer: Gazetteer = field(default_factory=world)
    vague: Mapping[str, int] = field(
        default_factory=lambda: Codebook().vague, hash=False
    )
    tellers: Mapping[str, SourceKind] = field(default_factory=dict, hash=False)
    areas: tuple[str, ...] = ()

    @classmethod
    def of_case(
        cls,
        gazetteer: Gazetteer,
        codebook: Codebook,
        sources: tuple[Source, ...] = (),
        areas: tuple[str, ...] = (),
    ) -> "ReadingContext":
        """The context of a case with its own places, codebook and sources."""
        tellers = {name: source.kind for source in sources for name in source.names}
        return cls(gazetteer, codebook.vague, tellers, areas)
