"""Tables of lists that share few people, drawn by chance."""

from collections.abc import Iterator

import numpy as np

from tasjil.estimate.tables import CaptureTable


def sparse_tables(many: int, seed: int) -> Iterator[CaptureTable]:
    """Draw tables of three to six lists, most of whose patterns hold nobody."""
    rng = np.random.default_rng(seed)
    for _ in range(many):
        lists = int(rng.integers(3, 7))
        mean = rng.gamma(0.3, rng.choice([0.3, 3.0, 30.0]), (1 << lists) - 1)
        patterns = [[k >> j & 1 for j in range(lists)] for k in range(1, 1 << lists)]
        yield CaptureTable.of(
            [f"l{j}" for j in range(lists)], patterns, rng.poisson(mean).tolist()
        )
