"""Walks over the graphs of more lists than whose graphs can all be looked at."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np

from tasjil.estimate.graphs.grid import Nodes, Reals, filled
from tasjil.estimate.graphs.names import Joined, bits, edge, families, joined_in
from tasjil.estimate.graphs.scores import Scores

Progress = Callable[[int, int], None]
_TELL = 500


@dataclass(frozen=True, eq=False)
class Ground:
    """What graphs are scored on: a table, at numbers undocumented.

    Attributes:
        nodes: Numbers undocumented, (K,).
        saturated: The graph with every edge may be walked on.
    """

    scores: Scores
    nodes: Nodes
    log_prior: Any = None
    saturated: bool = False
    _sets: dict[int, Reals] = field(default_factory=dict)

    @property
    def lists(self) -> int:
        """How many lists there are."""
        return len(self.scores.table.lists)

    def of(self, lists: int) -> Reals:
        """Score a set of lists, (K,); each is scored once."""
        if lists not in self._sets:
            self._sets[lists] = self.scores.of(self.scores.fit(lists), self.nodes)
        return self._sets[lists]

    def logs(self, joined: Joined) -> Reals:
        """Give the log weights of a graph, (K,)."""
        total = self.scores.base(self.nodes, self.log_prior)
        for v, around in families(joined):
            total = total + self.of(around | 1 << v) - self.of(around)
        return total

    def change(self, joined: Joined, i: int, j: int) -> Reals | None:
        """Say what an edge more, or less, does to a graph, (K,).

        Returns:
            None where the graph would not stay chordal: an edge may come where what
            both are joined to keeps them apart, and go where all of that is joined
            (Giudici & Green 1999, Biometrika 86).
        """
        common = joined[i] & joined[j]
        apart = not joined[i] >> j & 1
        free = _kept_apart(joined, i, j, common) if apart else _whole(joined, common)
        if not free:
            return None
        a, b = 1 << i, 1 << j
        more = self.of(common | a | b) + self.of(common)
        given = more - self.of(common | a) - self.of(common | b)
        return given if apart else -given


@dataclass(frozen=True, eq=False)
class Walk:
    """One walk, without its beginning.

    Attributes:
        steps: The graph at each step, by its edges.
        moved: The share of steps that went to another graph.
    """

    steps: list[int]
    moved: float

    @property
    def visits(self) -> Counter[int]:
        """How often each graph was walked on."""
        return Counter(self.steps)


def walk(
    ground: Ground,
    steps: int,
    chance: np.random.Generator,
    dispersed: bool,
    progress: Progress | None = None,
) -> Walk:
    """Walk from graph to graph, one edge at a time; n0 is summed over (Metropolis).

    Args:
        ground: What graphs are scored on.
        steps: How many; a quarter before them is thrown away.
        chance: Where chance comes from.
        dispersed: Begin at a graph of chance; otherwise at that without an edge.
        progress: Told of steps done.
    """
    pairs = list(combinations(range(ground.lists), 2))
    mask = _somewhere(ground, pairs, chance) if dispersed else 0
    place = _Place(ground, mask)
    early = steps // 4
    chosen = chance.integers(len(pairs), size=early + steps).tolist()
    hurdles = np.log(chance.random(early + steps)).tolist()
    trail, moved = [], 0
    for at, (which, hurdle) in enumerate(zip(chosen, hurdles, strict=True)):
        i, j = pairs[which]
        moved += place.tried(i, j, hurdle)
        trail.append(place.mask)
        if progress is not None and at % _TELL == 0:
            progress(max(0, at - early), steps)
    return Walk(trail[early:], moved / len(trail))


class _Place:
    """Where a walk is: the one thing in this folder that changes."""

    def __init__(self, ground: Ground, mask: int) -> None:
        self.ground = ground
        self.mask = mask
        self.joined = joined_in(mask, ground.lists)
        self.logs = ground.logs(self.joined)
        self.spread = np.maximum(filled(ground.nodes).weights(), 1e-3)
        self.known: dict[int, float] = {}
        self.full = (1 << ground.lists * (ground.lists - 1) // 2) - 1

    def weight(self, mask: int, logs: Reals) -> float:
        """Give the log weight of a graph over all n0; each is summed once."""
        if mask not in self.known:
            top = float(logs.max())
            self.known[mask] = top + float(
                np.log((np.exp(logs - top) * self.spread).sum())
            )
        return self.known[mask]

    def tried(self, i: int, j: int, hurdle: float) -> bool:
        """Go to the graph with an edge more or less, if it is likely enough."""
        there = self.mask ^ 1 << edge(i, j)
        if there == self.full and not self.ground.saturated:
            return False
        change = self.ground.change(self.joined, i, j)
        if change is None:
            return False
        logs = self.logs + change
        if hurdle >= self.weight(there, logs) - self.weight(self.mask, self.logs):
            return False
        self.mask, self.logs = there, logs
        self.joined = toggled(self.joined, i, j)
        return True


def toggled(joined: Joined, i: int, j: int) -> Joined:
    """Give a graph with an edge more, or less."""
    given = list(joined)
    given[i] ^= 1 << j
    given[j] ^= 1 << i
    return tuple(given)


def _somewhere(
    ground: Ground, pairs: list[tuple[int, int]], chance: np.random.Generator
) -> int:
    """Give a graph of chance: any edge that may come or go does."""
    joined: Joined = (0,) * ground.lists
    mask = 0
    for which in chance.integers(len(pairs), size=4 * len(pairs)).tolist():
        i, j = pairs[which]
        common = joined[i] & joined[j]
        apart = not joined[i] >> j & 1
        free = _kept_apart(joined, i, j, common) if apart else _whole(joined, common)
        if free and (mask ^ 1 << edge(i, j)).bit_count() < len(pairs):
            joined, mask = toggled(joined, i, j), mask ^ 1 << edge(i, j)
    return mask


def _whole(joined: Joined, these: int) -> bool:
    return all(these & ~joined[v] == 1 << v for v in bits(these))


def _kept_apart(joined: Joined, i: int, j: int, common: int) -> bool:
    """Say whether no way leads from one list to another but through these."""
    reached, fresh = 1 << i, 1 << i
    while fresh:
        around = 0
        for v in bits(fresh):
            around |= joined[v]
        fresh = around & ~reached & ~common
        reached |= fresh
    return not reached >> j & 1
