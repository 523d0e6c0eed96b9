"""How many, as a range with its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.errors import InvertedRange
from tasjil.model.defined import Defined


class Unit(Defined):
    """What a quantity counts (HURIDOCS counting unit, the part we need)."""

    PERSON = "person", "People, one by one."
    FAMILY = "family", "Families; how many people they were is not told."
    BODY = "body", "Bodies, which may or may not be counted elsewhere as people killed."


@dataclass(frozen=True, slots=True)
class CountRange:
    """The fewest and the most people a statement can stand for; no ceiling is None."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        """Refuse a range below zero or upside down."""
        low, high = self.low, self.high
        if low < 0 or (high is not None and high < low):
            raise InvertedRange(f"expected 0 <= low <= high, got {low}..{high}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people as told: a range, and the words it was read from.

    `low` None means that nothing is known ("it is unknown how many died"), which is
    not zero. `high` None means open upwards ("at least 13") or not known.

    Example:
        >>> Quantity(1401, None, "more than 1,400").highest_stated
        1401
        >>> Quantity(None, None, "an unknown number").known
        False
    """

    low: int | None
    high: int | None
    text: str | None
    unit: Unit = Unit.PERSON

    def __post_init__(self) -> None:
        """Refuse a range below zero or upside down."""
        low, high = self.low, self.high
        if (low is not None and low < 0) or (high is not None and high < (low or 0)):
            raise InvertedRange(f"expected 0 <= low <= high, got {low}..{high}")

    @property
    def known(self) -> bool:
        """True where at least one end was told."""
        return self.low is not None or self.high is not None

    @property
    def highest_stated(self) -> int | None:
        """The highest number of the statement, open or not; None where unknown."""
        return self.high if self.high is not None else self.low

    @property
    def exact(self) -> bool:
        """True where one number was told, without a bound."""
        return self.low is not None and self.low == self.high


def total(ranges: Iterable[CountRange]) -> CountRange:
    """Add up ranges over incidents that share no victim.

    Args:
        ranges: One range for each incident. Two ranges for the same incident count
            its victims twice: group first.

    Example:
        >>> total([CountRange(3, 5), CountRange(1, None)])
        CountRange(low=4, high=None)
    """
    low, high = 0, 0
    is_open = False
    for each in ranges:
        low += each.low
        is_open = is_open or each.high is None
        high += each.high or 0
    return CountRange(low, None if is_open else high)
