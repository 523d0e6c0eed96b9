"""The arithmetic of a count: what may be added, what only widens a range."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.model.quantity import Quantity, Unit


@dataclass(frozen=True, slots=True)
class Told:
    """A number as told: lowest, highest stated, and whether it is open upwards.

    Attributes:
        low: The fewest people it can stand for; None where no number was told.
        top: The highest number stated, which may itself be a lower bound; None where
            none was stated.
    """

    low: int | None
    top: int | None
    is_open: bool

    @property
    def known(self) -> bool:
        """True where some number was told."""
        return self.low is not None or self.top is not None


UNTOLD = Told(None, None, True)


def told(quantity: Quantity) -> Told:
    """Read a quantity. Families are people, at least one each, and open upwards.

    Example:
        >>> told(Quantity(13, None, "at least 13"))
        Told(low=13, top=13, is_open=True)
        >>> told(Quantity(None, None, "an unknown number")) == UNTOLD
        True
    """
    if not quantity.known:
        return UNTOLD
    low = quantity.low or 0
    if quantity.unit is Unit.FAMILY:
        return Told(low, None, True)
    return Told(low, quantity.highest_stated, quantity.high is None)


def either(numbers: Iterable[Told]) -> Told:
    """Span numbers told of the same people: one of them is right.

    Example:
        >>> either([Told(38, 38, False), Told(24, 24, True)])
        Told(low=24, top=38, is_open=True)
        >>> either([Told(5, 5, False), UNTOLD])
        Told(low=5, top=5, is_open=True)
        >>> either([Told(3, 3, False), Told(5, None, True)])
        Told(low=3, top=5, is_open=True)
    """
    kept = list(numbers)
    lows = [each.low for each in kept if each.low is not None]
    tops = _tops(kept)
    is_open = any(each.is_open for each in kept) or not kept
    return Told(min(lows, default=None), max(tops, default=None), is_open)


def both(numbers: Iterable[Told]) -> Told:
    """Add numbers told of different people; an untold one leaves the sum open.

    Example:
        >>> both([Told(6, 6, False), Told(1, 1, False)])
        Told(low=7, top=7, is_open=False)
        >>> both([Told(3, 3, False), UNTOLD])
        Told(low=3, top=3, is_open=True)
        >>> both([Told(4, 4, False), Told(2, None, True)])
        Told(low=6, top=6, is_open=True)
    """
    kept = list(numbers)
    known = [each for each in kept if each.known]
    if not known:
        return UNTOLD
    tops = _tops(known)
    is_open = len(known) < len(kept) or any(each.is_open for each in known)
    return Told(
        sum(each.low or 0 for each in known), sum(tops) if tops else None, is_open
    )


def _tops(numbers: list[Told]) -> list[int]:
    """Give the highest numbers stated; one untold adds the people certain of it.

    None at all where none was stated: certain people alone are no ceiling.
    """
    if all(each.top is None for each in numbers):
        return []
    return [
        top
        for each in numbers
        if (top := each.low if each.top is None else each.top) is not None
    ]


def widest_part(numbers: Iterable[Told]) -> Told:
    """Give what parts say of a whole nobody numbered: no fewer than the largest.

    Parts may hold each other ("3 children", "2 girls"), so they are not added.

    Example:
        >>> widest_part([Told(3, 3, False), Told(2, 2, False)])
        Told(low=3, top=None, is_open=True)
    """
    lows = [each.low for each in numbers if each.low is not None]
    return Told(max(lows, default=None), None, True)


def fill(figure: Told, named: int) -> Told:
    """Let named victims fill unnamed places: they lift the floor, never the ceiling.

    Example:
        >>> fill(Told(2, 13, False), named=4)
        Told(low=4, top=13, is_open=False)
        >>> fill(Told(1, 3, False), named=4)
        Told(low=3, top=3, is_open=False)
        >>> fill(UNTOLD, named=4)
        Told(low=4, top=None, is_open=True)
    """
    if not named:
        return figure
    low = max(figure.low or 0, named)
    return Told(
        low if figure.top is None else min(low, figure.top), figure.top, figure.is_open
    )


def summed_ceiling(ends: Iterable[tuple[int, int | None]]) -> int | None:
    """Add up ceilings; an incident without one adds the people certain of it.

    Args:
        ends: Floor and ceiling of each incident, ceiling None where no number was told.

    Example:
        >>> summed_ceiling([(3, 5), (0, None)]), summed_ceiling([(3, 5), (2, None)])
        (5, 7)
        >>> summed_ceiling([(2, None)]) is None
        True
    """
    kept = list(ends)
    if all(top is None for _, top in kept):
        return None
    return sum(low if top is None else top for low, top in kept)
