"""Records that hang together, and must be decided together: small knots of pairs."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs
from tasjil.link.persons.groups import (
    bounded,
    connected,
    members_by_size,
    pairs_inside,
)
from tasjil.link.persons.marks import Marks, cannot_be_one
from tasjil.link.persons.partitions import EXACT_UP_TO
from tasjil.link.persons.told import Told

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]

BARRED = -1e7
"""Weight of what cannot be; more than all evidence of a tangle together."""

SURE = 0.99
"""A pair as probable as this overrules a list only found to be clean, and a date."""

PADDED = (16, 32, 64)
"""Tangles too large to look at all ways are worked on in these sizes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far the search for persons goes.

    Attributes:
        hopeless: Pairs less probable than this bind no tangle together; they still
            count within one.
        weak: Pairs less probable than this bind no tangle that is too large to look
            at all ways.
        unseen: Evidence, in nats, of a pair of which nothing is kept: it was not
            compared, or came out below what is kept. The share of true pairs that
            this happens to, by default 2 in 100.
        largest: Records of one tangle; a larger one is split along its weakest pairs.
        exact: Records up to which all ways are looked at.
    """

    hopeless: float = 0.02
    weak: float = 0.1
    unseen: float = float(np.log(0.02))
    largest: int = PADDED[-1]
    exact: int = EXACT_UP_TO


@dataclass(frozen=True, slots=True, eq=False)
class Tangles:
    """Tangles of one size. Records that people hold to be one are one node.

    Attributes:
        members: Nodes of each tangle, (tangles, k) int32; -1 where there is none.
        base: Weight of what is not among the pairs, (tangles, k, k) nats, symmetric.
        barred: What cannot be one person, (tangles, k, k).
        pair: Which pairs lie in these tangles, (m,): their places in `Pairs`.
        spot: Where they lie in the flat matrices, above the diagonal, (m,) int64.
    """

    members: Ints
    base: Floats
    barred: NDArray[np.bool_]
    pair: NDArray[np.int64]
    spot: NDArray[np.int64]

    def weights(self, evidence: Floats) -> Floats:
        """Lay the evidence of pairs, in nats, into matrices, (tangles, k, k)."""
        upper = np.zeros(self.base.size)
        np.add.at(upper, self.spot, evidence[self.pair])
        laid = upper.reshape(self.base.shape)
        full = self.base + laid + laid.transpose(0, 2, 1)
        full[self.barred] = BARRED
        return np.asarray(full)


@dataclass(frozen=True, slots=True, eq=False)
class Knots:
    """All tangles of some records, and what lies between them.

    Attributes:
        node: The node of each record, (n,) int32.
        sizes: Tangles by size.
        between: Pairs that could be one person, but lie in no tangle, (m,).
        given_up: Those of them that only the bound on a tangle's size put apart.
    """

    node: Ints
    sizes: tuple[Tangles, ...]
    between: NDArray[np.int64]
    given_up: NDArray[np.int64]


def log_odds(probability: Floats) -> Floats:
    """Turn probabilities into nats of evidence; certainty is never complete.

    Example:
        >>> log_odds(np.array([0.5])).tolist()
        [0.0]
    """
    held = np.clip(probability, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(held) - np.log1p(-held))


def find_knots(pairs: Pairs, marks: Marks, told: Told, limits: Limits) -> Knots:
    """Find which records must be decided together.

    Args:
        pairs: With calibrated probabilities.
        marks: Of every record.
        told: People's words.
        limits: How far to go.
    """
    node = connected(len(marks), told.same[:, 0], told.same[:, 1])
    one, other = node[pairs.left], node[pairs.right]
    apart = _node_keys(node[told.apart], len(marks))
    open_ = (one != other) & ~cannot_be_one(
        marks, pairs.left, pairs.right, pairs.probability >= SURE
    )
    keys = _keys(one, other, len(marks))
    open_ &= ~np.isin(keys, apart)
    binding = open_ & (pairs.probability >= limits.hopeless)
    whole = connected(_count(node), one[binding], other[binding])
    many = np.bincount(whole, minlength=1)[whole[one]] > limits.exact
    binding &= ~many | (pairs.probability >= limits.weak)
    strength = pairs.probability[binding]
    parts = connected(_count(node), one[binding], other[binding])
    tangle = bounded(parts, one[binding], other[binding], strength, limits.largest)
    crossing = open_ & (tangle[one] != tangle[other])
    grounds = _Grounds(pairs, marks, node, tangle, apart)
    return Knots(
        node,
        tuple(grounds.of(limits)),
        np.flatnonzero(crossing),
        np.flatnonzero(crossing & binding),
    )


def _count(node: Ints) -> int:
    return int(node.max()) + 1 if len(node) else 0


def _keys(one: Ints, other: Ints, n: int) -> NDArray[np.int64]:
    low, high = np.minimum(one, other), np.maximum(one, other)
    return np.asarray(low.astype(np.int64) * n + high)


def _node_keys(pairs: Ints, n: int) -> NDArray[np.int64]:
    return np.unique(_keys(pairs[:, 0], pairs[:, 1], n))


@dataclass(frozen=True, slots=True, eq=False)
class _Grounds:
    """What is needed to lay out tangles."""

    pairs: Pairs
    marks: Marks
    node: Ints
    tangle: Ints
    apart: NDArray[np.int64]

    def of(self, limits: Limits) -> Iterator[Tangles]:
        place = np.zeros(len(self.tangle), np.int64)
        kind = np.zeros(len(self.tangle), np.int64)
        start = np.zeros(len(self.tangle), np.int64)
        layouts = list(_layouts(self.tangle, limits.exact))
        for which, members in enumerate(layouts):
            c, i = np.nonzero(members >= 0)
            k = members.shape[1]
            at = members[c, i]
            place[at], kind[at], start[at] = i, which + 1, c * k * k
        sizes = np.bincount(self.node, minlength=len(self.tangle))
        inside = self._inside(kind)
        barred = self._barred()
        for which, members in enumerate(layouts):
            shape = (len(members), members.shape[1], members.shape[1])
            pair = inside[kind[self.node[self.pairs.left[inside]]] == which + 1]
            spots = _Spots(self.node, place, start, members.shape[1])
            spot = spots.of(self.pairs.left[pair], self.pairs.right[pair])
            held = np.where(members >= 0, sizes[members], 0).astype(np.float64)
            base = limits.unseen * held[:, :, None] * held[:, None, :]
            taken = np.bincount(spot, minlength=base.size).reshape(shape)
            base -= limits.unseen * (taken + taken.transpose(0, 2, 1))
            here = kind[self.node[barred[0]]] == which + 1
            bars = np.zeros(base.size, bool)
            bars[spots.of(barred[0][here], barred[1][here])] = True
            both = bars.reshape(shape)
            empty = members < 0
            yield Tangles(
                members,
                base,
                both | both.transpose(0, 2, 1) | empty[:, :, None] | empty[:, None, :],
                pair,
                spot,
            )

    def _inside(self, kind: NDArray[np.int64]) -> NDArray[np.int64]:
        one, other = self.node[self.pairs.left], self.node[self.pairs.right]
        same = (self.tangle[one] == self.tangle[other]) & (one != other)
        return np.flatnonzero(same & (kind[one] > 0))

    def _barred(self) -> tuple[Ints, Ints]:
        """Pairs of records of one tangle that cannot be one, kept or not."""
        one, other = pairs_inside(self.tangle[self.node])
        n = len(self.marks)
        sure = self.pairs.probability >= SURE
        keys = _keys(self.pairs.left[sure], self.pairs.right[sure], n)
        near = np.isin(_keys(one, other, n), keys)
        bars = cannot_be_one(self.marks, one, other, near)
        bars |= np.isin(_keys(self.node[one], self.node[other], n), self.apart)
        bars &= self.node[one] != self.node[other]
        return one[bars], other[bars]


@dataclass(frozen=True, slots=True, eq=False)
class _Spots:
    """Where a pair of records lies in the flat matrices of its tangle."""

    node: Ints
    place: NDArray[np.int64]
    start: NDArray[np.int64]
    k: int

    def of(self, one: Ints, other: Ints) -> NDArray[np.int64]:
        a, b = self.node[one], self.node[other]
        low = np.minimum(self.place[a], self.place[b])
        high = np.maximum(self.place[a], self.place[b])
        return np.asarray(self.start[a] + low * self.k + high)


def _layouts(tangle: Ints, exact: int) -> Iterator[Ints]:
    """Give the members of all tangles; larger ones are filled up to a few sizes."""
    large: dict[int, list[Ints]] = {}
    for members in members_by_size(tangle):
        k = members.shape[1]
        if k <= exact:
            yield members
            continue
        width = next(size for size in PADDED if k <= size)
        fill = ((0, 0), (0, width - k))
        large.setdefault(width, []).append(np.pad(members, fill, constant_values=-1))
    for width in sorted(large):
        yield np.concatenate(large[width])
