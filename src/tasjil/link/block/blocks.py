"""Blocks of records, and the pairs in them: each once, some millions at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tasjil.link.block.against import ENOUGH, Facts
from tasjil.link.block.lacking import NOBODY
from tasjil.link.block.not_compared import NotCompared

A_BATCH = 8_000_000
"""Pairs made at once: some 400 MB while they are sorted. Each batch costs the database
another look at all records."""

EACH = 40
"""Pairs for each record made at once, so that pairs take no more room than records."""

LEAST = 500_000
"""Pairs made at once where records are few."""

Batch = tuple[NDArray[np.int32], NDArray[np.int32]]


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """Which records are compared with which.

    Attributes:
        records: How many there are.
        member: The members of all blocks, one block after the other, each in the order
            of records, (n,) int32.
        after: How many of its block come after each member, (n,) uint16.
        alike: Whether the block is one of those compared whatever speaks against it.
        facts: What can speak against a pair.
        beside: Pairs beside those of the blocks, in the order of their records, each
            once; left and right as `pairs` gives them.
        not_compared: What was left out, in words.
    """

    records: int
    member: NDArray[np.int32]
    after: NDArray[np.uint16]
    alike: NDArray[np.bool_]
    facts: Facts
    beside: Batch = NOBODY
    not_compared: tuple[NotCompared, ...] = ()

    @property
    def count(self) -> int:
        """How many pairs there are at most: repeats and unlikely ones counted."""
        return int(self.after.sum(dtype=np.int64)) + len(self.beside[0])

    def pairs_of(self, asked: NDArray[np.bool_]) -> Iterator[Batch]:
        """Give the pairs that hold one of some records at least.

        Args:
            asked: Which records, (records,).

        Yields:
            As `pairs` does.
        """
        ends = np.flatnonzero(self.after == 0)
        size = np.diff(ends, prepend=-1)
        block = np.repeat(np.arange(len(size)), size)
        own = np.bincount(block, asked[self.member], minlength=len(size)) > 0
        kept = own[block]
        one, other = self.beside
        touched = asked[one] | asked[other]
        few = replace(
            self,
            beside=(one[touched], other[touched]),
            member=self.member[kept],
            after=self.after[kept],
            alike=self.alike[kept],
        )
        for left, right in few.pairs():
            held = asked[left] | asked[right]
            if held.any():
                yield left[held], right[held]

    def pairs(self, batch: int | None = None) -> Iterator[Batch]:
        """Give the pairs, each once in the whole, in the order of their records.

        Args:
            batch: Pairs made at once, before repeats are dropped; None chooses.

        Yields:
            Left and right positions, (n,) int32 each, the left always before the right.
        """
        chosen = batch or min(A_BATCH, max(LEAST, EACH * self.records))
        for low, high in self._ranges(chosen):
            here = np.flatnonzero((self.member >= low) & (self.member < high))
            left, right = self._distinct(here, self._beside(low, high))
            if len(left):
                yield left, right

    def _ranges(self, batch: int) -> Iterator[tuple[int, int]]:
        """Cut the records where their pairs fill a batch."""
        each = np.bincount(self.member, weights=self.after, minlength=self.records)
        each += np.bincount(self.beside[0], minlength=self.records)
        filled = np.cumsum(each) // batch
        cuts = np.flatnonzero(np.diff(filled)) + 1
        edges = [0, *cuts.tolist(), self.records]
        yield from zip(edges, edges[1:], strict=False)

    def _beside(self, low: int, high: int) -> NDArray[np.int64]:
        left, right = self.beside
        here = slice(*np.searchsorted(left, (low, high)).tolist())
        return left[here].astype(np.int64) * self.records + right[here]

    def _distinct(self, here: NDArray[np.int64], beside: NDArray[np.int64]) -> Batch:
        """Pair each member with those after it; drop the unlikely, then repeats."""
        times = self.after[here].astype(np.int64)
        first = here + 1 - np.cumsum(times) + times
        at = np.arange(times.sum()) + np.repeat(first, times)
        left, right = np.repeat(self.member[here], times), self.member[at]
        kept = np.repeat(self.alike[here], times)
        weak = np.flatnonzero(~kept)
        kept[weak] = self.facts.against(left[weak], right[weak]) < ENOUGH
        pair = left[kept].astype(np.int64) * self.records + right[kept]
        pair = np.concatenate([pair, beside])
        pair.sort()
        new = np.ones(len(pair), dtype=bool)
        new[1:] = pair[1:] != pair[:-1]
        one, other = np.divmod(pair[new], max(self.records, 1))
        return one.astype(np.int32), other.astype(np.int32)
