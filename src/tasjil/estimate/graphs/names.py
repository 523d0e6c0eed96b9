"""Graphs in words: which lists depend on which, by name."""

from collections.abc import Sequence
from itertools import combinations

Joined = tuple[int, ...]
"""The neighbours of each list, as bits of lists."""


def edge(i: int, j: int) -> int:
    """Give the place of an edge among the bits of a graph.

    Example:
        >>> edge(0, 1), edge(2, 0), edge(1, 2)
        (0, 1, 2)
    """
    low, high = min(i, j), max(i, j)
    return high * (high - 1) // 2 + low


def joined_in(mask: int, lists: int) -> Joined:
    """Say which lists each list is joined to, as bits, in a graph told by its edges."""
    found = [0] * lists
    for i, j in combinations(range(lists), 2):
        if mask >> edge(i, j) & 1:
            found[i] |= 1 << j
            found[j] |= 1 << i
    return tuple(found)


def families(joined: Joined) -> list[tuple[int, int]]:
    """Give each list of a chordal graph with its parents, see `chordal.Graphs`.

    Returns:
        (list, its parents as bits), in the order in which lists leave the graph.

    Example:
        >>> families(joined_in(0b101, 3))
        [(0, 2), (1, 4), (2, 0)]
    """
    left = (1 << len(joined)) - 1
    found = []
    while left:
        for v in bits(left):
            around = joined[v] & left
            if all(around & ~joined[u] == 1 << u for u in bits(around)):
                found.append((v, around))
                left &= ~(1 << v)
                break
        else:
            break
    return found


def cliques(mask: int, lists: int) -> list[int]:
    """Give the largest sets of lists that all depend on one another, as bits.

    Example:
        >>> [bin(each) for each in cliques(0b101, 3)]
        ['0b11', '0b110']
    """
    sets = [around | 1 << v for v, around in families(joined_in(mask, lists))]
    return sorted(
        each for each in sets if not any(each & ~o == 0 and each != o for o in sets)
    )


def named(mask: int, lists: Sequence[str]) -> str:
    """Say a graph as its cliques: lists of one bracket depend on one another.

    Example:
        >>> named(0b101, ["register", "press", "families"])
        '[press, register] [families, press]'
    """
    said = [
        ", ".join(sorted(lists[j] for j in bits(clique)))
        for clique in cliques(mask, len(lists))
    ]
    return " ".join(f"[{each}]" for each in said)


def bits(these: int) -> list[int]:
    """Give the places of the bits that are set.

    Example:
        >>> bits(0b101)
        [0, 2]
    """
    return [at for at in range(these.bit_length()) if these >> at & 1]
