"""Many tangles at once: who is whom in each, and what moving a record would gain."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.persons.tangles import BARRED

Floats = NDArray[np.float64]
Labels = NDArray[np.int8]
Places = NDArray[np.int64]

NEVER = BARRED / 2
"""A gain as low as this stands on something that cannot be."""


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Tangles of one size; the labels are changed in place.

    Attributes:
        weights: Symmetric, with a diagonal of zeros, (tangles, k, k) nats.
        labels: The person of each record, from 0 to k - 1, (tangles, k) int8.
    """

    weights: Floats
    labels: Labels

    @classmethod
    def alone(cls, weights: Floats) -> "Board":
        """Start with every record a person of its own."""
        count, k, _ = weights.shape
        own = weights.copy()
        own[:, np.arange(k), np.arange(k)] = 0.0
        return cls(own, np.tile(np.arange(k, dtype=np.int8), (count, 1)))

    @property
    def rows(self) -> Places:
        """The tangles, (tangles,)."""
        return np.arange(len(self.labels))

    @property
    def score(self) -> Floats:
        """The weight of all pairs held to be one, (tangles,)."""
        same = self.labels[:, :, None] == self.labels[:, None, :]
        return np.asarray((self.weights * same).sum(axis=(1, 2)) / 2)

    def all(self, record: int) -> Places:
        """Name the same record of every tangle, (tangles,)."""
        return np.full(len(self.labels), record, np.int64)

    def others(self, *absent: Places) -> NDArray[np.bool_]:
        """Tell which records are not among the absent ones, (tangles, k)."""
        present = np.ones(self.labels.shape, bool)
        for record in absent:
            present[self.rows, record] = False
        return present

    def held(self, present: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Tell which labels some of these records bear, (tangles, k)."""
        found = np.zeros(self.labels.shape, bool)
        c, i = np.nonzero(present)
        found[c, self.labels[c, i]] = True
        return found

    def gains(self, record: Places, present: NDArray[np.bool_]) -> Floats:
        """Weigh a record's place with each person of those present, or alone.

        Returns:
            Gains over being alone, (tangles, k). Labels that nobody bears are -inf;
            the first of them stands for being alone, and is 0.
        """
        count, k = self.labels.shape
        row = self.weights[self.rows, record] * present
        spot = self.rows[:, None] * k + self.labels
        gain: Floats = np.zeros((count, k))
        flat = np.bincount(spot.ravel(), row.ravel(), minlength=count * k)
        gain[:] = flat.reshape(count, k)
        held = self.held(present)
        gain[~held] = -np.inf
        gain[self.rows, np.argmin(held, axis=1)] = 0.0
        return gain

    def between(self) -> Floats:
        """Weigh joining any two persons, (tangles, k, k); -inf where there are none."""
        k = self.labels.shape[1]
        member = np.zeros(self.weights.shape)
        member[self.rows[:, None], self.labels, np.arange(k)] = 1.0
        total = member @ self.weights @ member.transpose(0, 2, 1)
        somebody: NDArray[np.bool_] = member.sum(axis=2) > 0
        total[~(somebody[:, :, None] & somebody[:, None, :])] = -np.inf
        low = np.tril_indices(k)
        total[:, low[0], low[1]] = -np.inf
        return np.asarray(total)
