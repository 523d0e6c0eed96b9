"""All ways in which the records of a small tangle can be of some persons, weighed."""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.link.persons.partitions import partitions

Floats = NDArray[np.float64]
Labels = NDArray[np.int8]


def scores(weights: Floats) -> Floats:
    """Weigh every partition of every tangle, (tangles, partitions) nats.

    Args:
        weights: Symmetric, (tangles, k, k) nats.
    """
    k = weights.shape[1]
    a, b = np.triu_indices(k, 1)
    return np.asarray(weights[:, a, b] @ partitions(k).together)


def posterior(weights: Floats) -> Floats:
    """Tell how likely every partition of every tangle is, (tangles, partitions).

    Example:
        >>> two = np.array([[[0.0, np.log(3)], [np.log(3), 0.0]]])
        >>> posterior(two).round(2).tolist()
        [[0.75, 0.25]]
    """
    found = scores(weights)
    found -= found.max(axis=1, keepdims=True)
    np.exp(found, out=found)
    found /= found.sum(axis=1, keepdims=True)
    return found


def together(likely: Floats, k: int) -> Floats:
    """Tell how likely each two records are one person, (tangles, k, k)."""
    a, b = np.triu_indices(k, 1)
    flat = likely @ partitions(k).together.T
    full = np.zeros((len(likely), k, k))
    full[:, a, b] = flat
    full[:, b, a] = flat
    return full


def best(weights: Floats) -> Labels:
    """Give the partition of each tangle whose pairs weigh most, (tangles, k)."""
    k = weights.shape[1]
    return np.asarray(partitions(k).labels[scores(weights).argmax(axis=1)])


def certainty(likely: Floats, labels: Labels) -> Floats:
    """Tell how likely each record's person is exactly as labelled, (tangles, k)."""
    k = labels.shape[1]
    every = _companions(partitions(k).labels)
    own = _companions(labels)
    found = np.empty(labels.shape)
    for pattern in np.unique(own, axis=0):
        at = np.flatnonzero((own == pattern).all(axis=1))
        found[at] = likely[at] @ (every == pattern)
    return found


def draw(likely: Floats, k: int, chance: Generator) -> Labels:
    """Draw a partition of each tangle of k records by how likely it is."""
    reached = np.cumsum(likely, axis=1)
    mark = chance.random(len(likely)) * reached[:, -1]
    which = (reached < mark[:, None]).sum(axis=1)
    return np.asarray(partitions(k).labels[which])


def _companions(labels: Labels) -> NDArray[np.int64]:
    """Write down who is with each record, as bits of one number, (rows, k)."""
    same = labels[:, :, None] == labels[:, None, :]
    return np.asarray(same @ (1 << np.arange(labels.shape[1])))
