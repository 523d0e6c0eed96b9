"""How terms and cells of a table belong together, for many models at once."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Truths = NDArray[np.bool_]


class Design(Protocol):
    """What Newton's steps ask of B models with P terms over C cells."""

    @property
    def size(self) -> int:
        """P."""

    def logs(self, coefficients: Numbers) -> Numbers:
        """Give the logarithm of what is expected in each cell, (B, C)."""

    def margins(self, cells: Numbers) -> Numbers:
        """Add up the cells of each term, (B, P)."""

    def bend(self, mean: Numbers) -> Numbers:
        """Add up the cells of every two terms, (B, P, P)."""

    def part(self, rows: Places) -> "Design":
        """Give the design of some of the models."""


@dataclass(frozen=True, slots=True)
class Written:
    """A design written out as numbers.

    Attributes:
        numbers: (B, C, P).
    """

    numbers: Numbers

    @classmethod
    def unseen(cls, numbers: Numbers) -> "Written":
        """Put the unseen cell, which has the intercept alone, before the others.

        Args:
            numbers: (B, C, P), the intercept first.
        """
        first = np.zeros_like(numbers[:, :1])
        first[:, 0, 0] = 1
        return cls(np.concatenate([first, numbers], 1))

    @property
    def size(self) -> int:
        """P."""
        return int(self.numbers.shape[2])

    def logs(self, coefficients: Numbers) -> Numbers:
        """Give the logarithm of what is expected in each cell, (B, C)."""
        return np.asarray((self.numbers @ coefficients[..., None])[..., 0])

    def margins(self, cells: Numbers) -> Numbers:
        """Add up the cells, each times its number, (B, P)."""
        return np.asarray((cells[:, None, :] @ self.numbers)[:, 0, :])

    def bend(self, mean: Numbers) -> Numbers:
        """Add up the cells, each times two of its numbers, (B, P, P)."""
        turned = self.numbers.swapaxes(1, 2) * mean[:, None, :]
        return np.asarray(turned @ self.numbers)

    def part(self, rows: Places) -> "Written":
        """Give the design of some of the models."""
        return Written(self.numbers[rows])


@dataclass(frozen=True, slots=True)
class Subsets:
    """Terms that are sets of lists, over all 2^J cells, the unseen one first.

    A cell has the terms inside it. What terms and pairs of terms add up to are sums
    over all cells around a set: J additions of half a table give all of them, where
    a written design needs P^2 multiplications for each cell.

    Attributes:
        lists: J.
        terms: A bit for each list, (B, P); 2^J fills up where a model has fewer.
        unions: Of every two terms, (B, P * P); 2^J with what fills up.
    """

    lists: int
    terms: Places
    unions: Places

    @classmethod
    def of(cls, lists: int, terms: Places, real: Truths) -> "Subsets":
        """Make the design.

        Args:
            lists: J.
            terms: A bit for each list, (B, P).
            real: Which are terms and do not only fill up, (B, P).
        """
        none = 1 << lists
        both = real[:, :, None] & real[:, None, :]
        unions = np.where(both, terms[:, :, None] | terms[:, None, :], none)
        flat = unions.reshape(len(terms), terms.shape[1] ** 2)
        return cls(lists, np.where(real, terms, none), flat)

    @property
    def size(self) -> int:
        """P."""
        return int(self.terms.shape[1])

    def logs(self, coefficients: Numbers) -> Numbers:
        """Give the logarithm of what is expected in each cell, (B, 2^J)."""
        placed = np.zeros((len(coefficients), (1 << self.lists) + 1))
        np.put_along_axis(placed, self.terms, coefficients, 1)
        inside = placed[:, :-1].copy()
        for j in range(self.lists):
            halves = inside.reshape(len(inside), -1, 2, 1 << j)
            halves[:, :, 1] += halves[:, :, 0]
        return inside

    def margins(self, cells: Numbers) -> Numbers:
        """Add up the cells of each term, (B, P)."""
        return np.take_along_axis(self._around(cells), self.terms, 1)

    def bend(self, mean: Numbers) -> Numbers:
        """Add up the cells of every two terms, (B, P, P)."""
        found = np.take_along_axis(self._around(mean), self.unions, 1)
        return found.reshape(len(mean), self.size, self.size)

    def part(self, rows: Places) -> "Subsets":
        """Give the design of some of the models."""
        return Subsets(self.lists, self.terms[rows], self.unions[rows])

    def _around(self, cells: Numbers) -> Numbers:
        """Add up all cells that hold each set of lists, (B, 2^J + 1); the last is 0."""
        wide = np.zeros((len(cells), cells.shape[1] + 1))
        sums = cells.copy()
        for j in range(self.lists):
            halves = sums.reshape(len(sums), -1, 2, 1 << j)
            halves[:, :, 0] += halves[:, :, 1]
        wide[:, :-1] = sums
        return wide
