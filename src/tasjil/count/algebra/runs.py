"""Runs of equal keys in sorted columns, and what each run adds up to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

UNTOLD = -1
"""Stands in a column of numbers where none was told."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Where each run begins, in columns that are sorted by some keys.

    Attributes:
        starts: The first position of each run; shape (runs,).
        size: How many positions there are.

    Example:
        >>> runs = Runs.of(np.array([4, 4, 7]))
        >>> runs.total(np.array([1, 2, 5])).tolist(), runs.numbers().tolist()
        ([3, 5], [0, 0, 1])
    """

    starts: Ints
    size: int

    @classmethod
    def of(cls, *keys: Ints) -> "Runs":
        """Find the runs; a run ends where any of the keys changes."""
        size = len(keys[0])
        if not size:
            return cls(np.zeros(0, np.int64), 0)
        fresh = np.zeros(size, np.bool_)
        fresh[0] = True
        for key in keys:
            fresh[1:] |= key[1:] != key[:-1]
        return cls(np.flatnonzero(fresh), size)

    def __len__(self) -> int:
        """Count the runs."""
        return len(self.starts)

    def lengths(self) -> Ints:
        """Count the positions of each run."""
        return np.diff(self.starts, append=self.size)

    def numbers(self) -> Ints:
        """Give each position the number of its run, from 0."""
        return np.repeat(np.arange(len(self.starts)), self.lengths())

    def first(self, column: Ints) -> Ints:
        """Give the first value of each run."""
        return column[self.starts]

    def total(self, column: Ints | Bools) -> Ints:
        """Add up each run; True counts one."""
        return np.add.reduceat(column.astype(np.int64, copy=False), self.starts)

    def most(self, column: Ints) -> Ints:
        """Give the largest of each run."""
        return np.maximum.reduceat(column, self.starts)

    def some(self, column: Bools) -> Bools:
        """Tell of each run whether any position holds."""
        return np.logical_or.reduceat(column, self.starts)

    def every(self, column: Bools) -> Bools:
        """Tell of each run whether every position holds."""
        return np.logical_and.reduceat(column, self.starts)

    def union(self, column: Ints) -> Ints:
        """Join the bits of each run."""
        return np.bitwise_or.reduceat(column, self.starts)

    def least_told(self, column: Ints) -> Ints:
        """Give the smallest number told in each run; UNTOLD where none was."""
        most = np.iinfo(np.int64).max
        told = np.where(column == UNTOLD, most, column)
        found = np.minimum.reduceat(told, self.starts)
        return np.where(found == most, UNTOLD, found)


def spread(starts: Ints, lengths: Ints) -> Ints:
    """List the positions of several stretches, one after another.

    Example:
        >>> spread(np.array([5, 9]), np.array([2, 3])).tolist()
        [5, 6, 9, 10, 11]
    """
    total = int(lengths.sum())
    ends = np.cumsum(lengths)
    found: Ints = np.arange(total) + np.repeat(starts - (ends - lengths), lengths)
    return found


def stands_in(keys: Ints, ordered: Ints) -> Bools:
    """Tell of each key whether it is among sorted ones.

    Example:
        >>> stands_in(np.array([3, 4]), np.array([1, 4])).tolist()
        [False, True]
    """
    if not len(ordered):
        return np.zeros(len(keys), np.bool_)
    at = np.searchsorted(ordered, keys)
    found: Bools = ordered[np.minimum(at, len(ordered) - 1)] == keys
    return found
