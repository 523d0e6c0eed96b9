"""The lie of the land for comparing totals: what holds a place, what a region holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tasjil.count.placebook import PlaceBook
from tasjil.model.ids import PlaceId
from tasjil.model.places import PlaceLevel

NOTHING: frozenset[PlaceId] = frozenset()


@dataclass(frozen=True, slots=True)
class Ground:
    """Places inside places, worked out once for all totals.

    Example:
        >>> book = PlaceBook(
        ...     {"lumenia": PlaceLevel.COUNTRY, "north": PlaceLevel.GOVERNORATE},
        ...     {"lumenia": "Lumenia", "north": "North Province"},
        ...     {"lumenia": frozenset(), "north": frozenset({"lumenia"})},
        ... )
        >>> Ground(book).holder("north")
        'lumenia'
    """

    book: PlaceBook
    _declared: dict[PlaceId, frozenset[PlaceId]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Read what each region without a border is said to hold."""
        inside: dict[PlaceId, set[PlaceId]] = defaultdict(set)
        for place, around in self.book.within.items():
            for outer in around:
                if self.is_borderless(outer):
                    inside[outer].add(place)
        declared = {region: frozenset(held) for region, held in inside.items()}
        object.__setattr__(self, "_declared", declared)

    def around(self, place: PlaceId) -> frozenset[PlaceId]:
        """Give every place that holds this one."""
        return self.book.within.get(place, NOTHING)

    def holder(self, place: PlaceId) -> PlaceId | None:
        """Give the finest place with a border that holds this one; None without any.

        A place of which nothing else is known cannot be compared with others, and so
        holds nothing here.
        """
        return self.finest_known(self.around(place))

    def finest_known(self, places: Iterable[PlaceId]) -> PlaceId | None:
        """Give the finest of nested places with a border; None without any."""
        settled = [
            each
            for each in places
            if each in self.book.levels and not self.is_borderless(each)
        ]
        return max(
            settled, key=lambda each: (len(self.around(each)), each), default=None
        )

    def knows(self, places: Iterable[PlaceId]) -> bool:
        """Tell whether all of these places can be compared with others."""
        return all(each in self.book.levels for each in places)

    def is_borderless(self, place: PlaceId) -> bool:
        """Tell whether it is a region that has no agreed border."""
        return self.book.level(place) is PlaceLevel.REGION

    def declared(self, region: PlaceId) -> frozenset[PlaceId]:
        """Give the places that are said to lie in a region."""
        return self._declared.get(region, NOTHING)

    def lies_in(self, place: PlaceId, area: frozenset[PlaceId]) -> bool:
        """Tell whether a place is one of the area, or lies in one of it."""
        return place in area or not area.isdisjoint(self.around(place))
