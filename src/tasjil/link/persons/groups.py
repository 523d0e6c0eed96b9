"""Positions put into groups: what hangs together, and never more than a bound."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from tasjil.link.words import Groups

Ints = NDArray[np.int32]


def connected(n: int, one: Ints, other: Ints) -> Ints:
    """Number the groups that pairs connect, by the first position of each.

    Args:
        n: How many positions.
        one: Ends of the pairs, (m,).
        other: Their other ends, (m,).

    Returns:
        The group of each position, (n,) int32.

    Example:
        >>> connected(4, np.array([1]), np.array([3])).tolist()
        [0, 1, 2, 1]
    """
    if n == 0:
        return np.empty(0, np.int32)
    links = np.ones(len(one), np.int8)
    graph = coo_matrix((links, (one, other)), shape=(n, n))
    return by_first(connected_components(graph, directed=False)[1])


def by_first(labels: NDArray[np.integer]) -> Ints:
    """Number labels anew, in the order in which each is first met.

    Example:
        >>> by_first(np.array([7, 7, 2, 7])).tolist()
        [0, 0, 1, 0]
    """
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int32)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first), dtype=np.int32)
    return np.asarray(rank[inverse], np.int32)


def bounded(
    groups: Ints, one: Ints, other: Ints, weight: NDArray[np.float64], most: int
) -> Ints:
    """Split groups that are too large along their weakest pairs.

    The strongest pairs are taken first; one that would make a group larger than the
    bound is given up.

    Args:
        groups: The group of each position, (n,).
        one: Ends of the pairs that connect them, (m,).
        other: Their other ends, (m,).
        weight: Of each pair, (m,).
        most: Positions that a group may have.

    Returns:
        The group of each position, numbered by first position, (n,) int32.
    """
    size = np.bincount(groups)
    large = size > most
    if not large.any():
        return groups
    at = np.flatnonzero(large[groups[one]])
    at = at[np.lexsort((other[at], one[at], -weight[at]))]
    kept: Groups[int] = Groups()
    sizes: dict[int, int] = {}
    for a, b in zip(one[at].tolist(), other[at].tolist(), strict=True):
        x, y = kept.root(a), kept.root(b)
        together = sizes.get(x, 1) + sizes.get(y, 1)
        if x != y and together <= most:
            kept.unite(x, y)
            sizes[kept.root(x)] = together
    split = groups.astype(np.int64)
    for position in np.flatnonzero(large[groups]).tolist():
        split[position] = len(size) + kept.root(position)
    return by_first(split)


def members_by_size(groups: Ints, least: int = 2) -> Iterator[Ints]:
    """List the members of the groups, all groups of one size at once.

    Args:
        groups: The group of each position, (n,).
        least: Smaller groups are left out.

    Returns:
        For each size k, ascending: positions, (groups of that size, k), each group
        ascending.

    Example:
        >>> [each.tolist() for each in members_by_size(np.array([0, 1, 0, 2, 2, 2]))]
        [[[0, 2]], [[3, 4, 5]]]
    """
    order = np.argsort(groups, kind="stable").astype(np.int32)
    size = np.bincount(groups, minlength=1)
    start = np.cumsum(size) - size
    for k in np.unique(size[size >= least]).tolist():
        at = start[size == k]
        yield order[at[:, None] + np.arange(k)]


def pairs_inside(groups: Ints) -> tuple[Ints, Ints]:
    """List every pair of positions that share a group.

    The work grows with the square of a group: bound the groups first.

    Returns:
        The earlier positions and the later ones, (pairs,) each.
    """
    ones, others = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for members in members_by_size(groups):
        a, b = np.triu_indices(members.shape[1], 1)
        ones.append(members[:, a].ravel())
        others.append(members[:, b].ravel())
    return np.concatenate(ones), np.concatenate(others)
