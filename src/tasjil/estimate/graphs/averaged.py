"""What a table says of its graphs and of those undocumented, over all graphs."""

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.graphs.grid import Nodes, Reals
from tasjil.estimate.graphs.names import edge


@dataclass(frozen=True, eq=False)
class Averaged:
    """Graphs with what the table says of them, and of n0 over all of them.

    Attributes:
        nodes: Numbers undocumented that were tried, (K,).
        density: The weight of all graphs at each, up to a factor, (K,).
        masks: The graphs that matter, by their edges, (G,).
        chances: Their probabilities, (G,).
        visited: How many graphs were looked at.
        told: What a walk tells of itself; nothing where every graph was looked at.
    """

    nodes: Nodes
    density: Reals
    masks: NDArray[Any]
    chances: Reals
    visited: int
    told: dict[str, Any] | None = None

    def edges(self, lists: int) -> Reals:
        """Give the probability of every edge, (J, J)."""
        given = np.zeros((lists, lists))
        for i, j in combinations(range(lists), 2):
            there = ((self.masks >> edge(i, j)) & 1).astype(np.bool_)
            given[i, j] = given[j, i] = self.chances[there].sum()
        return given

    def top(self, many: int) -> list[tuple[int, float]]:
        """Give the most probable graphs, each with its probability."""
        order = np.argsort(-self.chances, kind="stable")[:many]
        return [(int(self.masks[at]), float(self.chances[at])) for at in order]
