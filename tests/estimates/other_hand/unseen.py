"""Tables nobody has seen: invented people on invented lists, drawn by a seed."""

import numpy as np

from tasjil.estimate.tables import CaptureTable


def drawn(
    seed: int, lists: int, people: int, least: float, most: float
) -> CaptureTable:
    """Two kinds of people, of whom one is likelier to be on every list."""
    rng = np.random.default_rng(seed)
    chance = rng.uniform(least, most, (2, lists)) * [[0.6], [1.2]]
    on = rng.random((people, lists)) < chance[rng.integers(2, size=people)]
    patterns, counts = np.unique(on[on.any(1)], axis=0, return_counts=True)
    return CaptureTable.of([f"list {j}" for j in range(lists)], patterns, counts)


WORLDS = [(1, 3, 900, 0.2, 0.5), (2, 3, 200, 0.3, 0.6), (3, 4, 1500, 0.15, 0.4)]
WORLDS += [(4, 4, 300, 0.3, 0.5)]
