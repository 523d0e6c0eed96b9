"""What parts of a count add up to; a part can be taken out and put back, changed."""

from collections import Counter
from dataclasses import dataclass
from typing import Self

import numpy as np

from tasjil.count.algebra.runs import UNTOLD, Bools, Ints
from tasjil.count.rows.shares import Shares
from tasjil.model.quantity import CountRange
from tasjil.model.tally import IncidentCount


@dataclass(frozen=True, slots=True)
class RowSums:
    """The rows of one breakdown, each at the place of its value.

    Attributes:
        floor: What those that are certainly different add up to.
        ceiling: All ceilings; one without a ceiling adds the people certain of it.
        known: How many have a ceiling.
        number: How many incidents stand in the row.
        verified: What is established: the fewest, the most, how many have no most.
    """

    floor: Ints
    ceiling: Ints
    known: Ints
    number: Ints
    verified: tuple[Ints, Ints, Ints]

    @classmethod
    def of(
        cls, shares: Shares, chosen: Bools, verified: tuple[Ints, Ints], size: int
    ) -> Self:
        """Add up shares by value.

        Args:
            shares: Parts of rows.
            chosen: Which of them are in the floor.
            verified: What is established of each: fewest and most.
            size: How many values there are.
        """

        def total(numbers: Ints | Bools) -> Ints:
            found = np.zeros(size, np.int64)
            np.add.at(found, shares.value, numbers.astype(np.int64, copy=False))
            return found

        known = shares.ceiling != UNTOLD
        low, high = verified
        return cls(
            total(np.where(chosen, shares.floor, 0)),
            total(np.where(known, shares.ceiling, shares.floor)),
            total(known),
            total(np.ones(len(known), np.bool_)),
            (total(low), total(np.maximum(high, 0)), total(high == UNTOLD)),
        )

    def __add__(self, other: Self) -> Self:
        """Put a part in."""
        return self._with(other, 1)

    def __sub__(self, other: Self) -> Self:
        """Take a part out."""
        return self._with(other, -1)

    def _with(self, other: Self, sign: int) -> Self:
        three = zip(self.verified, other.verified, strict=True)
        low, high, open_ = (mine + sign * theirs for mine, theirs in three)
        return type(self)(
            self.floor + sign * other.floor,
            self.ceiling + sign * other.ceiling,
            self.known + sign * other.known,
            self.number + sign * other.number,
            (low, high, open_),
        )

    def changed(self, other: Self) -> Ints:
        """Give the values whose rows are not the same in the other."""
        differ = np.zeros(len(self.floor), np.bool_)
        mine = (self.floor, self.ceiling, self.known, self.number, *self.verified)
        theirs = (other.floor, other.ceiling, other.known, other.number)
        for one, two in zip(mine, (*theirs, *other.verified), strict=True):
            differ |= one != two
        return np.flatnonzero(differ)


@dataclass(frozen=True, slots=True)
class Part:
    """Some incidents of one act, counted; no other incident hangs together with them.

    Attributes:
        sums: What they add to the figure, by the name of its number.
        notes: How many incidents something must be said of.
        rows: What they add to each breakdown.
        members: Incidents and values that stand together in each breakdown.
        counts: What each adds, by its place among all.
    """

    sums: Counter[str]
    notes: Counter[str]
    rows: dict[str, RowSums]
    members: dict[str, tuple[Ints, Ints]]
    counts: dict[int, IncidentCount]


def ranged(low: int, high: int, opened: int) -> CountRange:
    """Give a range; open where some end is."""
    return CountRange(low, None if opened else max(low, high))


def untold(number: int) -> int | None:
    """Give a number of a column; None where none was told."""
    return None if number == UNTOLD else number
