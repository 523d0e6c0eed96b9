"""Tables of overlaps as a fitted model would have them, drawn anew.

A method that can say how probable each pattern of lists is says it in one of the two
forms here, one for each draw of its posterior.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.diagnose.ranks import Floats

Patterns = NDArray[np.bool_]
Counts = NDArray[np.int64]
CODED = 62
"""Lists whose patterns are whole numbers, which sort far faster than rows."""


class Chances(Protocol):
    """How probable each pattern is, for who is on some list."""

    def of(self, patterns: Patterns) -> Floats:
        """Give the probability of each pattern, (M, J) -> (M,)."""
        ...

    def draw(self, n: int, rng: np.random.Generator) -> tuple[Patterns, Counts]:
        """Draw the overlaps of n people: patterns, each once, and their counts."""
        ...


@dataclass(frozen=True, slots=True)
class CellChances:
    """The probability of every cell, for log-linear models and graphs.

    Attributes:
        lists: How many, J.
        cells: One for each of the 2^J cells, list j as bit j; cell 0 is not used.

    Example:
        >>> chances = CellChances(2, np.array([9.0, 0.5, 0.25, 0.25]))
        >>> chances.of(np.array([[True, True]]))
        array([0.25])
    """

    lists: int
    cells: Floats

    def __post_init__(self) -> None:
        """Refuse what is no probability."""
        seen = self.cells[1:]
        if self.cells.shape != (1 << self.lists,) or not (
            (seen >= 0).all() and seen.sum() > 0
        ):
            raise BadValue(
                f"expected {1 << self.lists} probabilities, got {self.cells.shape}"
            )

    def of(self, patterns: Patterns) -> Floats:
        """Give the probability of each pattern."""
        bits = 1 << np.arange(self.lists)
        return np.asarray(self.cells[patterns @ bits] / self.cells[1:].sum())

    def draw(self, n: int, rng: np.random.Generator) -> tuple[Patterns, Counts]:
        """Draw the overlaps of n people."""
        seen = self.cells[1:]
        counts = rng.multinomial(n, seen / seen.sum())
        there = np.flatnonzero(counts)
        on = (there[:, None] + 1 >> np.arange(self.lists) & 1).astype(np.bool_)
        return on, counts[there]


@dataclass(frozen=True, slots=True)
class ClassChances:
    """Classes of people, each listed in its own way, independently of one another.

    Attributes:
        weights: Share of everybody, listed or not, in each class, (K,).
        listed: The probability of each class to be on each list, (J, K).
    """

    weights: Floats
    listed: Floats

    @property
    def some(self) -> Floats:
        """Give the probability of each class to be on some list, (K,)."""
        return np.asarray(-np.expm1(np.log1p(-self._below_one).sum(0)))

    @property
    def unlisted(self) -> float:
        """Give the share of everybody that is on no list, p0."""
        return float(self.weights @ (1.0 - self.some))

    def of(self, patterns: Patterns) -> Floats:
        """Give the probability of each pattern."""
        inside = np.log(np.maximum(self.listed, 1e-300))
        outside = np.log1p(-self._below_one)
        within = np.exp(patterns @ inside + ~patterns @ outside)
        return np.asarray(within @ self.weights / (self.weights @ self.some))

    def draw(self, n: int, rng: np.random.Generator) -> tuple[Patterns, Counts]:
        """Draw the overlaps of n people, list after list; work grows with patterns."""
        share = self.weights * self.some
        many = rng.multinomial(n, share / share.sum())
        which = np.flatnonzero(many)
        on, many = np.zeros((len(which), len(self.listed)), np.bool_), many[which]
        for j in range(len(self.listed)):
            chance = self._next(j, np.asarray(on[:, :j].any(1)), which)
            yes = rng.binomial(many, chance)
            no = many - yes
            also = on[yes > 0]
            also[:, j] = True
            on = np.concatenate([also, on[no > 0]])
            which = np.concatenate([which[yes > 0], which[no > 0]])
            many = np.concatenate([yes[yes > 0], no[no > 0]])
        return added(on, many)

    @property
    def _below_one(self) -> Floats:
        return np.minimum(self.listed, 1.0 - 1e-16)

    def _next(self, j: int, already: NDArray[np.bool_], which: Counts) -> Floats:
        """Give the probability to be on list j, given that some list comes."""
        rest = -np.expm1(np.log1p(-self._below_one[j:]).sum(0))
        first = self.listed[j] / np.maximum(rest, 1e-300)
        chance = np.where(already, self.listed[j, which], first[which])
        if j == len(self.listed) - 1:
            chance = np.where(already, chance, 1.0)
        return np.asarray(np.clip(chance, 0.0, 1.0))


def added(on: Patterns, counts: Counts) -> tuple[Patterns, Counts]:
    """Add up rows of one pattern.

    Example:
        >>> added(np.array([[True], [True]]), np.array([2, 3]))
        (array([[ True]]), array([5]))
    """
    if on.shape[1] > CODED:
        unique, which = np.unique(on, axis=0, return_inverse=True)
    else:
        codes = on @ (1 << np.arange(on.shape[1]))
        _, first, which = np.unique(codes, return_index=True, return_inverse=True)
        unique = on[first]
    return unique, np.bincount(which.ravel(), counts, len(unique)).astype(np.int64)
