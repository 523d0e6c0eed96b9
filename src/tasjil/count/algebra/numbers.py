"""The arithmetic of a count: what may be added, what only widens a range."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tasjil.count.algebra.runs import UNTOLD, Bools, Ints, Runs
from tasjil.model.quantity import Quantity, Unit

Ends = tuple[int | None, int | None, bool]
"""Lowest and highest number told, and whether it is open upwards."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers as told, many at once, in columns of one length.

    Attributes:
        low: The fewest people each can stand for; UNTOLD where no number was told.
        top: The highest number stated, which may itself be a lower bound; UNTOLD where
            none was stated.
        is_open: Whether it is open upwards.
    """

    low: Ints
    top: Ints
    is_open: Bools

    @classmethod
    def of(cls, numbers: Iterable[Ends]) -> "Numbers":
        """Put numbers into columns; None is untold."""
        kept = list(numbers)
        low = [UNTOLD if each[0] is None else each[0] for each in kept]
        top = [UNTOLD if each[1] is None else each[1] for each in kept]
        open_ = np.array([each[2] for each in kept], np.bool_)
        return cls(np.array(low, np.int64), np.array(top, np.int64), open_)

    @property
    def known(self) -> Bools:
        """True where some number was told."""
        known: Bools = (self.low != UNTOLD) | (self.top != UNTOLD)
        return known

    def take(self, at: Ints | Bools) -> "Numbers":
        """Give some of them."""
        return Numbers(self.low[at], self.top[at], self.is_open[at])

    def listed(self) -> list[Ends]:
        """Give them one by one; untold is None."""
        columns = (self.low.tolist(), self.top.tolist(), self.is_open.tolist())
        return [
            (None if low == UNTOLD else low, None if top == UNTOLD else top, is_open)
            for low, top, is_open in zip(*columns, strict=True)
        ]

    def either(self, runs: Runs) -> "Numbers":
        """Span numbers told of the same people, run by run: one of them is right.

        Example:
            >>> same = Runs.of(np.zeros(2, np.int64))
            >>> Numbers.of([(38, 38, False), (24, 24, True)]).either(same).listed()
            [(24, 38, True)]
            >>> Numbers.of([(5, 5, False), (None, None, True)]).either(same).listed()
            [(5, 5, True)]
            >>> Numbers.of([(3, 3, False), (5, None, True)]).either(same).listed()
            [(3, 5, True)]
        """
        return Numbers(
            runs.least_told(self.low),
            runs.most(self._tops(runs)),
            runs.some(self.is_open),
        )

    def both(self, runs: Runs) -> "Numbers":
        """Add numbers told of different people; an untold one leaves the sum open.

        One that tells the fewest and not the most adds the fewest to both ends.

        Example:
            >>> apart = Runs.of(np.zeros(2, np.int64))
            >>> Numbers.of([(6, 6, False), (1, 1, False)]).both(apart).listed()
            [(7, 7, False)]
            >>> Numbers.of([(3, 3, False), (None, None, True)]).both(apart).listed()
            [(3, 3, True)]
            >>> Numbers.of([(3, None, True), (5, 5, False)]).both(apart).listed()
            [(8, 8, True)]
        """
        known, lows = self.known, np.maximum(self.low, 0)
        low = runs.total(lows)
        tops = self._tops(runs)
        top = runs.total(np.maximum(tops, 0))
        return Numbers(
            np.where(runs.some(known), low, UNTOLD),
            np.where(runs.some(tops != UNTOLD), top, UNTOLD),
            runs.some(self.is_open | ~known),
        )

    def _tops(self, runs: Runs) -> Ints:
        """Give the highest numbers stated; one untold adds the people certain of it.

        None at all where none was stated: certain people alone are no ceiling.
        """
        stated = runs.some(self.top != UNTOLD)[runs.numbers()]
        certain = np.where(stated, self.low, UNTOLD)
        return np.where(self.top == UNTOLD, certain, self.top)

    def widest_part(self, runs: Runs) -> "Numbers":
        """Give what parts say of a whole nobody numbered: no fewer than the largest.

        Parts may hold each other ("3 children", "2 girls"), so they are not added.

        Example:
            >>> parts = Numbers.of([(3, 3, False), (2, 2, False)])
            >>> parts.widest_part(Runs.of(np.zeros(2, np.int64))).listed()
            [(3, None, True)]
        """
        untold = np.full(len(runs), UNTOLD)
        return Numbers(runs.most(self.low), untold, np.ones(len(runs), np.bool_))

    def filled(self, named: Ints) -> "Numbers":
        """Let named people fill unnamed places: they lift the floor, not the ceiling.

        Example:
            >>> told = [(2, 13, False), (1, 3, False), (None, None, True)]
            >>> Numbers.of(told).filled(np.array([4, 4, 4])).listed()
            [(4, 13, False), (3, 3, False), (4, None, True)]
        """
        raised = np.maximum(self.low, named)
        low = np.where(self.top == UNTOLD, raised, np.minimum(raised, self.top))
        return Numbers(np.where(named > 0, low, self.low), self.top, self.is_open)


def told(quantity: Quantity) -> Ends:
    """Read a quantity. Families are people, at least one each, and open upwards.

    Example:
        >>> told(Quantity(13, None, "at least 13"))
        (13, 13, True)
        >>> told(Quantity(None, None, "an unknown number"))
        (None, None, True)
    """
    if not quantity.known:
        return None, None, True
    low = quantity.low or 0
    if quantity.unit is Unit.FAMILY:
        return low, None, True
    return low, quantity.highest_stated, quantity.high is None
