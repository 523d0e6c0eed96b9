"""An axis of days on which long silences are cut short, each cut shown as a cut."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

LONG_SILENCE = 14
"""Days without a statement after which the axis is cut."""

CUT = 4.0
"""How wide a cut is drawn, in days."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Where each day of a chart lies, counted in days of width from the first.

    Attributes:
        places: The days that have a statement, and where they lie.
        cuts: Where a silence is cut short, at the middle of the cut.

    Example:
        >>> axis = TimeAxis.over([date(2031, 5, 1), date(2031, 5, 3), date(2031, 9, 1)])
        >>> list(axis.places.values()), axis.cuts
        ([0.0, 2.0, 6.0], (4.0,))
    """

    places: dict[date, float]
    cuts: tuple[float, ...]

    @classmethod
    def over(cls, days: Iterable[date]) -> "TimeAxis":
        """Lay out the days; there is at least one."""
        order = sorted(set(days))
        places, cuts = {order[0]: 0.0}, []
        for before, after in pairwise(order):
            gap = (after - before).days
            is_long = gap > LONG_SILENCE
            if is_long:
                cuts.append(places[before] + CUT / 2)
            places[after] = places[before] + (CUT if is_long else gap)
        return cls(places, tuple(cuts))

    @property
    def width(self) -> float:
        """Where the last day lies."""
        return max(self.places.values())

    def ticks(self, most: int) -> list[date]:
        """Choose days to name: the ends first, then the days beside the cuts."""
        days = list(self.places)
        beside = [day for day in days if self._is_beside_a_cut(day)]
        room = max(self.width / most, 0.5)
        chosen: list[date] = []
        for day in (days[0], days[-1], *beside, *days):
            at = self.places[day]
            if all(abs(at - self.places[other]) >= room for other in chosen):
                chosen.append(day)
        return sorted(chosen) or days[:1]

    def _is_beside_a_cut(self, day: date) -> bool:
        return any(abs(self.places[day] - cut) <= CUT / 2 for cut in self.cuts)
