"""Which records tell a thing, as columns of numbers: equal numbers, equal things."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MOST_PARTS = 6
"""Parts of one name that make keys; longer chains add nothing but pairs."""

_KIND_BITS = 56
_ODD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What records tell of one thing; a record may tell several, or nothing.

    Attributes:
        record: Position of the record, in order where nothing was joined, (n,) int64.
        value: What it tells, (n,) uint64, mixed so that all bits count.
        records: How many records there are, with those that tell nothing.
    """

    record: NDArray[np.int64]
    value: NDArray[np.uint64]
    records: int

    def __len__(self) -> int:
        """How many things are told."""
        return len(self.record)

    def joined(self, other: "Told") -> "Told":
        """Say of every record each of its things together with each of the other's.

        Args:
            other: In the order of records.
        """
        count = np.bincount(other.record, minlength=self.records)
        start = np.cumsum(count) - count
        times = count[self.record]
        at = np.arange(times.sum()) + np.repeat(
            start[self.record] - np.cumsum(times) + times, times
        )
        value = np.repeat(self.value, times) * _ODD + other.value[at]
        return Told(np.repeat(self.record, times), mixed(value), self.records)

    def several(self, number: int) -> "Told":
        """Say of every record any so many of its things together, in no order.

        Args:
            number: Two or three.

        Example:
            >>> parts = told(np.array([[5, 7], [7, 5]]))
            >>> two = parts.several(2)
            >>> two.record.tolist(), bool(two.value[0] == two.value[1])
            ([0, 1], True)
        """
        pieces = [
            _together(self, (0, *steps))
            for steps in combinations(range(1, MOST_PARTS), number - 1)
        ]
        return Told(
            np.concatenate([record for record, _ in pieces]),
            np.concatenate([value for _, value in pieces]),
            self.records,
        )


def _together(
    own: Told, steps: Sequence[int]
) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Take each thing and those so many steps after it, where the record is one."""
    last = steps[-1]
    here = np.flatnonzero(own.record[:-last] == own.record[last:])
    value = np.zeros(len(here), dtype=np.uint64)
    for step in steps:
        value = mixed(value * _ODD + own.value[here + step])
    return own.record[here], value


UNTOLD = np.iinfo(np.int64).min


def told(numbers: NDArray[np.int64], salt: int = 0) -> Told:
    """Make a column of what records tell.

    Args:
        numbers: One row a record, a whole number for each distinct thing, UNTOLD
            where there is none; twice the same is told once.
        salt: Another one for every kind of thing, so that no two kinds meet.

    Example:
        >>> told(np.array([[5, UNTOLD], [7, 7]])).record.tolist()
        [0, 1]
    """
    ordered = np.sort(numbers, axis=1)
    there = ordered != UNTOLD
    there[:, 1:] &= ordered[:, 1:] != ordered[:, :-1]
    value = ordered[there].astype(np.uint64) ^ np.uint64(salt << _KIND_BITS)
    return Told(np.nonzero(there)[0], mixed(value), len(numbers))


def mixed(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread numbers over all 64 bits (the finaliser of SplitMix64, Steele 2014)."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))
