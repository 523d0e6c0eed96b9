"""Records that lack a thing meet all of a block that is too large for the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from tasjil.link.block.against import Facts
from tasjil.link.block.limits import Limits
from tasjil.link.block.plan import Kind
from tasjil.link.block.told import Told
from tasjil.link.block.traits import Trait

Pairs = tuple[NDArray[np.int32], NDArray[np.int32]]

NOBODY: Pairs = (np.empty(0, np.int32), np.empty(0, np.int32))

FEW = 8
"""Records of one block that may lack a thing; more are no exception."""

SHARE = 30
"""One pair in so many of those that may be made is for one kind of block."""

A_CHUNK = 4_000_000
"""Pairs made at once: some 200 MB."""

TWO_PARTS = 2


@dataclass(slots=True, eq=False)
class Lacking:
    """Gathers pairs of which one record lacks what would have made its blocks smaller.

    Attributes:
        told: What records tell.
        facts: What can speak against a pair.
        limits: How much may be compared.
        kept: How many pairs were found, repeats counted.
    """

    told: Mapping[Trait, Told]
    facts: Facts
    limits: Limits
    kept: int = 0
    _found: list[NDArray[np.int64]] = field(default_factory=list)

    def meet(self, kind: Kind, over: Told) -> None:
        """Pair the few of each block that lack a thing with all of the block.

        A pair that anything speaks against is left out: too little is told of it.

        Args:
            kind: What the blocks share, and what may be lacking.
            over: Keys and members of blocks that are too large, key by key.
        """
        most = self.limits.pairs * over.records // SHARE
        for trait in kind.lacking:
            self._pair(_Large.of(over, self._lack(trait)).within(most))

    def pairs(self) -> Pairs:
        """Give the pairs in the order of their records, each once."""
        if not self._found:
            return NOBODY
        records = len(self.facts.sex)
        left, right = np.divmod(np.unique(np.concatenate(self._found)), records)
        return left.astype(np.int32), right.astype(np.int32)

    def _lack(self, trait: Trait) -> NDArray[np.bool_]:
        """Tell who does not tell a thing, or one part of a name at most."""
        told = self.told[trait]
        least = TWO_PARTS if trait is Trait.PART else 1
        lack: NDArray[np.bool_] = (
            np.bincount(told.record, minlength=told.records) < least
        )
        return lack

    def _pair(self, large: "_Large") -> None:
        records = len(self.facts.sex)
        for left, right in large.pairs():
            kept = (left < right) & (self.facts.against(left, right) == 0)
            self.kept += int(kept.sum())
            self._found.append(left[kept].astype(np.int64) * records + right[kept])


@dataclass(frozen=True, slots=True, eq=False)
class _Large:
    """Blocks that are too large, and those few of their members who lack a thing.

    Attributes:
        member: The members of all blocks, one block after the other.
        here: Where in it those stand who lack the thing, (n,) int64.
        first: Where the block of each begins.
        size: How many it holds.
    """

    member: NDArray[np.int32]
    here: NDArray[np.int64]
    first: NDArray[np.int64]
    size: NDArray[np.int64]

    @classmethod
    def of(cls, over: Told, lack: NDArray[np.bool_]) -> "_Large":
        new = np.append(True, over.value[1:] != over.value[:-1])[: len(over)]
        first = np.flatnonzero(new)
        size = np.diff(first, append=len(over))
        here = np.flatnonzero(lack[over.record])
        block = np.searchsorted(first, here, side="right") - 1
        few = (np.bincount(block, minlength=len(first)) <= FEW)[block]
        block, here = block[few], here[few]
        return cls(over.record.astype(np.int32), here, first[block], size[block])

    def within(self, most: int) -> "_Large":
        """Leave the largest blocks until no more pairs than that are made."""
        made = np.cumsum(np.bincount(self.size, weights=self.size))
        fits = self.size < np.searchsorted(made, most, side="right")
        return replace(
            self, here=self.here[fits], first=self.first[fits], size=self.size[fits]
        )

    def pairs(self) -> Iterator[Pairs]:
        """Pair each with all of its block, the lower position left, itself too."""
        filled = np.cumsum(self.size) // A_CHUNK
        cuts = np.flatnonzero(np.diff(filled)) + 1
        edges = [0, *cuts.tolist(), len(self.here)]
        for low, high in zip(edges, edges[1:], strict=False):
            first, size = self.first[low:high], self.size[low:high]
            at = np.arange(size.sum()) + np.repeat(first - np.cumsum(size) + size, size)
            one = np.repeat(self.member[self.here[low:high]], size)
            other = self.member[at]
            yield np.minimum(one, other), np.maximum(one, other)
