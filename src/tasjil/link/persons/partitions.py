"""All ways in which a few records can be of some persons, listed once for each size."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

EXACT_UP_TO = 8
"""Records that are decided by looking at all ways: 4,140 for eight, 21,147 for nine."""


@dataclass(frozen=True, slots=True, eq=False)
class Partitions:
    """Every partition of k records.

    Attributes:
        labels: The person of each record, in each partition, (partitions, k) int8.
        together: 1 where a partition holds a pair to be one person; pairs in the
            order of `numpy.triu_indices(k, 1)`, (pairs, partitions) float64.
    """

    labels: NDArray[np.int8]
    together: NDArray[np.float64]


@lru_cache
def partitions(k: int) -> Partitions:
    """List the partitions of k records, all apart last.

    Example:
        >>> partitions(3).labels.tolist()
        [[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1], [0, 1, 2]]
    """
    found = [[0]]
    for _ in range(k - 1):
        found = [[*each, label] for each in found for label in range(max(each) + 2)]
    labels = np.array(found, np.int8)
    a, b = np.triu_indices(k, 1)
    return Partitions(labels, (labels[:, a] == labels[:, b]).T.astype(np.float64))
