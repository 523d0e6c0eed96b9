"""Choosing, among things of which some may be one, the set with the largest sum."""

from collections.abc import Sequence

import numpy as np

from tasjil.count.algebra.runs import Bools, Ints, Runs

EXACT = 20
"""Parts up to so many are solved exactly; above, the best of a few greedy choices."""

ROUNDS = 64
"""Simple cases settled at once, then the rest; a bound against one long chain."""

Edges = tuple[Ints, Ints]
"""Pairs that may be one, each pair once."""


def independent(weights: Ints, edges: Edges, surely: Bools | None = None) -> Bools:
    """Choose members of which no two may be one, with a large sum of weights.

    This is the maximum weight independent set, hard to find in general. Pairs fall
    into parts that do not touch; parts up to EXACT members are solved exactly. A
    larger part takes the largest of several greedy choices: any of them is sound.

    Args:
        weights: What each adds; who adds nothing is not chosen.
        edges: Pairs that may be one.
        surely: Members of which no two are a pair; a large part is worth no less.

    Example:
        >>> pairs = (np.array([0, 1]), np.array([1, 2]))
        >>> independent(np.array([3, 5, 3]), pairs).tolist()
        [True, False, True]
    """
    chosen = np.zeros(len(weights), np.bool_)
    alive = weights > 0
    one, other = _among(alive, edges)
    for _ in range(ROUNDS):
        taken = alive & (weights >= _sums(weights, one, other))
        both = taken[one] & taken[other]
        taken[np.maximum(one[both], other[both])] = False
        chosen |= taken
        alive &= ~taken
        alive[other[taken[one]]] = False
        alive[one[taken[other]]] = False
        one, other = _among(alive, (one, other))
        if not (len(one) and taken.any()):
            break
    chosen |= alive & (_sums(weights, one, other) == 0)
    if len(one):
        _settle(chosen, weights, (one, other), surely)
    return chosen


def parts(size: int, edges: Edges) -> Ints:
    """Give each member the smallest member of the part it hangs together with.

    Example:
        >>> parts(4, (np.array([1]), np.array([3]))).tolist()
        [0, 1, 2, 1]
    """
    label = np.arange(size)
    one, other = edges
    while True:
        least = np.minimum(label[one], label[other])
        fresh = label.copy()
        np.minimum.at(fresh, label[one], least)
        np.minimum.at(fresh, label[other], least)
        fresh = fresh[fresh]
        if np.array_equal(fresh, label):
            return label
        label = fresh


def heaviest(weights: Sequence[int], near: Sequence[int]) -> int:
    """Find the exact heaviest set, as bits; at equal weight the first come first.

    Args:
        weights: Above zero; the members in the order in which they are preferred.
        near: For each, the bits of those that may be one with it.

    Example:
        >>> bin(heaviest([2, 3, 2], [0b010, 0b101, 0b010]))
        '0b101'
    """
    return _heaviest((1 << len(weights)) - 1, weights, near)[1]


def _heaviest(
    mask: int, weights: Sequence[int], near: Sequence[int]
) -> tuple[int, int]:
    total = chosen = 0
    while mask:
        sure, widest = _look(mask, weights, near)
        if sure < 0:
            bit = 1 << widest
            rest = mask & ~bit
            with_it = _heaviest(rest & ~near[widest], weights, near)
            without = _heaviest(rest, weights, near)
            if weights[widest] + with_it[0] >= without[0]:
                more = (weights[widest] + with_it[0], bit | with_it[1])
            else:
                more = without
            return total + more[0], chosen | more[1]
        total += weights[sure]
        chosen |= 1 << sure
        mask &= ~(1 << sure | near[sure])
    return total, chosen


def _look(mask: int, weights: Sequence[int], near: Sequence[int]) -> tuple[int, int]:
    """Find one that is surely in a heaviest set, or else the one with most pairs."""
    widest, most = -1, 0
    left = mask
    while left:
        bit = left & -left
        left ^= bit
        at = bit.bit_length() - 1
        others = near[at] & mask
        if weights[at] >= sum(weights[n] for n in bits(others)):
            return at, -1
        if others.bit_count() > most:
            widest, most = at, others.bit_count()
    return -1, widest


def bits(mask: int) -> list[int]:
    """List the places of the bits.

    Example:
        >>> bits(0b1010)
        [1, 3]
    """
    found = []
    while mask:
        bit = mask & -mask
        found.append(bit.bit_length() - 1)
        mask ^= bit
    return found


def _among(alive: Bools, edges: Edges) -> Edges:
    one, other = edges
    kept = alive[one] & alive[other]
    return one[kept], other[kept]


def _sums(weights: Ints, one: Ints, other: Ints) -> Ints:
    """Add up the weights of everybody's neighbours."""
    found = np.zeros(len(weights), np.int64)
    np.add.at(found, one, weights[other])
    np.add.at(found, other, weights[one])
    return found


def _settle(chosen: Bools, weights: Ints, edges: Edges, surely: Bools | None) -> None:
    """Choose in the parts that no simple rule settles."""
    nodes, local = np.unique(np.concatenate(edges), return_inverse=True)
    half = len(edges[0])
    one, other = local[:half], local[half:]
    label = parts(len(nodes), (one, other))
    sizes = np.bincount(label, minlength=len(nodes))
    small = sizes[label] <= EXACT
    _each_exactly(chosen, weights, nodes, (one, other), np.where(small, label, -1))
    if not small.all():
        found = _largest(weights[nodes], (one, other), label, surely, nodes)
        chosen[nodes[found & ~small]] = True


def _each_exactly(
    chosen: Bools, weights: Ints, nodes: Ints, edges: Edges, label: Ints
) -> None:
    order = np.argsort(label, kind="stable")
    order = order[label[order] >= 0]
    runs = Runs.of(label[order])
    place = np.zeros(len(label), np.int64)
    place[order] = (
        np.arange(len(order)) - runs.first(np.arange(len(order)))[runs.numbers()]
    )
    near = [0] * len(label)
    for one, other in zip(edges[0].tolist(), edges[1].tolist(), strict=True):
        near[one] |= 1 << int(place[other])
        near[other] |= 1 << int(place[one])
    ends = [*runs.starts.tolist(), len(order)]
    for start, end in zip(ends, ends[1:], strict=False):
        members = order[start:end]
        found = heaviest(
            weights[nodes[members]].tolist(), [near[n] for n in members.tolist()]
        )
        chosen[nodes[members[bits(found)]]] = True


def _largest(
    weights: Ints, edges: Edges, label: Ints, surely: Bools | None, nodes: Ints
) -> Bools:
    """Give the best of several greedy choices, part by part."""
    size = len(weights)
    place = np.arange(size)
    firm = np.zeros(size, np.bool_) if surely is None else surely[nodes]
    orders = (
        np.lexsort((place, -weights)),
        place,
        np.lexsort((place, ~firm)),
    )
    sets = [_greedy(_ranks(order), edges) for order in orders]
    sums = [np.bincount(label, np.where(one, weights, 0), size) for one in sets]
    best = np.argmax(np.stack(sums), axis=0)
    found: Bools = np.stack(sets)[best[label], place]
    return found


def _ranks(order: Ints) -> Ints:
    ranks = np.zeros(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _greedy(ranks: Ints, edges: Edges) -> Bools:
    """Take members in their order, each unless one that it may be was taken."""
    alive = np.ones(len(ranks), np.bool_)
    chosen = np.zeros(len(ranks), np.bool_)
    one, other = edges
    while alive.any():
        first = np.full(len(ranks), len(ranks))
        np.minimum.at(first, one, ranks[other])
        np.minimum.at(first, other, ranks[one])
        taken = alive & (ranks < first)
        chosen |= taken
        alive &= ~taken
        alive[other[taken[one]]] = False
        alive[one[taken[other]]] = False
        one, other = _among(alive, (one, other))
    return chosen
