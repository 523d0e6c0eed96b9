"""How much of a list of places is taken, so that a laptop is not flooded."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tasjil.errors import BadPlaceList
from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.folding import folded

MOST = 20_000
"""Places a case takes unless it says otherwise: all of a country of villages."""


def _all_but_sites() -> frozenset[PlaceLevel]:
    return frozenset(PlaceLevel) - {PlaceLevel.SITE, PlaceLevel.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Limits:
    """What is taken; the areas around it always come too.

    Attributes:
        countries: ISO codes of two letters; none takes every country.
        inside: Names or codes of areas; none takes all of them.
        levels: The levels that are taken.
        most: More places than this are refused.
    """

    countries: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    levels: frozenset[PlaceLevel] = field(default_factory=_all_but_sites)
    most: int = MOST

    @classmethod
    def of(
        cls,
        countries: Iterable[str] = (),
        inside: Iterable[str] = (),
        levels: Iterable[PlaceLevel] = (),
        most: int = MOST,
    ) -> "Limits":
        """Limits as a person types them, in any case and spelling.

        Example:
            >>> limits = Limits.of(["sy"], ["Dar'a"])
            >>> sorted(limits.countries), sorted(limits.inside)
            (['SY'], ['dara'])
        """
        return cls(
            frozenset(code.strip().upper() for code in countries),
            frozenset(folded(name) for name in inside),
            frozenset(levels) or _all_but_sites(),
            most,
        )

    def takes_country(self, code: str | None) -> bool:
        """True where places of the country are taken."""
        return not self.countries or code in self.countries

    def takes(self, place: Place, around: Iterable[Place]) -> bool:
        """True where a place is of a wanted level and inside a wanted area."""
        if place.level not in self.levels or not self.takes_country(place.country):
            return False
        if not self.inside:
            return True
        return any(self._is_named(each) for each in (place, *around))

    def _is_named(self, area: Place) -> bool:
        words = {folded(area.id), *map(folded, area.names)}
        return not words.isdisjoint(self.inside)

    def check(self, count: int, file: str) -> None:
        """Refuse more places than a case takes.

        Raises:
            BadPlaceList: There are more; the message says how to take fewer.
        """
        if count > self.most:
            raise BadPlaceList(
                f"{file}: expected at most {self.most:,} places, found more; take "
                "fewer with --country, --inside or --level, or allow more with --most"
            )
