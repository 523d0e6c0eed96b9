"""Turns numbers into positions, straight, by logarithms or by square roots."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from math import floor, log10, sqrt

WIDE_SPREAD = 25
"""Where the largest is so many times the smallest, a straight scale shows nothing."""


class Bend(Enum):
    """How a scale runs."""

    STRAIGHT = "straight"
    LOG = "log"
    ROOT = "root"


@dataclass(frozen=True, slots=True)
class Scale:
    """A way from values to positions.

    Example:
        >>> Scale(0, 10, 100, 200)(5), Scale(1, 100, 0, 10, Bend.LOG)(10)
        (150.0, 5.0)
    """

    low: float
    high: float
    start: float
    end: float
    bend: Bend = Bend.STRAIGHT

    def __call__(self, value: float) -> float:
        """Give the position of a value; what lies outside stays at the edge."""
        low, high = self._bent(self.low), self._bent(self.high)
        share = (self._bent(value) - low) / ((high - low) or 1)
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)

    def _bent(self, value: float) -> float:
        if self.bend is Bend.LOG:
            return log10(max(value, 1e-9))
        return sqrt(max(value, 0)) if self.bend is Bend.ROOT else value

    def ticks(self, most: int) -> list[float]:
        """Choose round numbers for an axis.

        Example:
            >>> Scale(0, 1700, 0, 1).ticks(4), Scale(20, 900, 0, 1, Bend.LOG).ticks(3)
            ([0, 500, 1000, 1500], [30, 100, 300])
        """
        if self.bend is Bend.LOG:
            return _powers(self.low, self.high, most)
        if self.bend is Bend.ROOT:
            return _even(self.high, max(2, most - 1))
        return _even(self.high, most)


def fitted(values: Iterable[float], start: float, end: float) -> Scale:
    """Make a scale that holds values: straight from nothing, or by logarithms.

    Example:
        >>> [fitted(ends, 0, 1).bend.value for ends in ([44, 120], [10, 9_000])]
        ['straight', 'log']
    """
    known = [value for value in values if value > 0]
    if not known:
        return Scale(0, 1, start, end)
    least, most = min(known), max(known)
    if most / least > WIDE_SPREAD:
        return Scale(least * 0.8, most * 1.1, start, end, Bend.LOG)
    return Scale(0, most * 1.04, start, end)


def _even(highest: float, most: int) -> list[float]:
    for power in range(-1, 14):
        for digit in (1, 2, 5):
            step = digit * 10**power
            if step >= 1 and highest / step <= most:
                return [n * step for n in range(floor(highest / step) + 1)]
    return [0]


def _powers(low: float, high: float, most: int) -> list[float]:
    for digits in ((1, 2, 5), (1, 3), (1,)):
        found = [d * 10**p for p in range(14) for d in digits]
        inside = [each for each in found if low <= each <= high]
        if len(inside) <= most:
            return inside or [round(low), round(high)]
    return inside[:: -(-len(inside) // most)]
