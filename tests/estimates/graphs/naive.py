"""Decomposable graphs the slow way: every set of edges, every cycle, every clique."""

from itertools import combinations, permutations, product
from math import lgamma, log

from tasjil.estimate.tables import CaptureTable

Edges = frozenset[tuple[int, int]]


def all_graphs(lists: int) -> list[Edges]:
    """Give every graph without a bare cycle of four lists or more."""
    pairs = list(combinations(range(lists), 2))
    every = (
        frozenset(pair for pair, on in zip(pairs, chosen, strict=True) if on)
        for chosen in product((False, True), repeat=len(pairs))
    )
    return [edges for edges in every if not has_bare_cycle(edges, lists)]


def has_bare_cycle(edges: Edges, lists: int) -> bool:
    """Say whether some four or more lists form a ring and nothing else."""
    for many in range(4, lists + 1):
        for some in combinations(range(lists), many):
            within = [edge for edge in edges if edge[0] in some and edge[1] in some]
            if is_ring(within, some):
                return True
    return False


def is_ring(edges: list[tuple[int, int]], lists: tuple[int, ...]) -> bool:
    """Say whether edges lead once round these lists and back."""
    if len(edges) != len(lists):
        return False
    first, *rest = lists
    return any(
        all(
            tuple(sorted(step)) in edges
            for step in zip((first, *way), (*way, first), strict=True)
        )
        for way in permutations(rest)
    )


def cliques(edges: Edges, lists: int) -> list[frozenset[int]]:
    """Give the largest sets of lists that are all joined."""
    whole = [
        frozenset(some)
        for many in range(1, lists + 1)
        for some in combinations(range(lists), many)
        if all(pair in edges for pair in combinations(some, 2))
    ]
    return [each for each in whole if not any(each < other for other in whole)]


def separators(found: list[frozenset[int]]) -> list[frozenset[int]]:
    """Give what each clique shares with those before, in an order that runs on."""
    for order in permutations(found):
        shared = []
        for at in range(1, len(order)):
            before = frozenset().union(*order[:at])
            common = order[at] & before
            if not any(common <= earlier for earlier in order[:at]):
                break
            shared.append(common)
        else:
            return shared
    raise AssertionError("not decomposable")


def log_weight(table: CaptureTable, edges: Edges, delta: float, hidden: int) -> float:
    """Weigh a graph with a number undocumented, as Madigan & York write it."""
    lists = len(table.lists)
    total = table.n + hidden
    found = cliques(edges, lists)
    shared = separators(found)
    part = lgamma(2**lists * delta) - lgamma(total + 2**lists * delta)
    return (
        sum(score(table, each, delta, hidden) for each in found)
        - sum(score(table, each, delta, hidden) for each in shared if each)
        - sum(-part for each in shared if not each)
        + (len(found) - len(shared)) * part
        + lgamma(total + 1)
        - lgamma(hidden + 1)
        - log(total)
    )


def score(
    table: CaptureTable, lists: frozenset[int], delta: float, hidden: int
) -> float:
    """Score the cells of some lists, one by one."""
    share = delta * 2 ** (len(table.lists) - len(lists))
    cells = dict.fromkeys(product((False, True), repeat=len(lists)), 0)
    for pattern, count in zip(table.patterns, table.counts, strict=True):
        cells[tuple(bool(pattern[j]) for j in sorted(lists))] += int(count)
    cells[(False,) * len(lists)] += hidden
    return sum(lgamma(y + share) - lgamma(share) for y in cells.values())
