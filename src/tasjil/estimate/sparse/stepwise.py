"""Pairs of lists enter the model, the most surprising overlap first, in many tables."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, pdtr, pdtrc

from tasjil.estimate.loglinear.fitting import Cells, Fits, fit

Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the steps have come to, for B tables.

    Attributes:
        pairs: Which of the pairs are in the model, (B, K).
        hidden: n0, (B,); not a number where even independence has no estimate.
        variance: Of the logarithm of n0, (B,).
        chances: The chance of the overlap of each pair when it entered, (B, K); 1
            where it did not.
        order: In which step it entered, (B, K); 0 where it did not.
    """

    pairs: Truths
    hidden: Numbers
    variance: Numbers
    chances: Numbers
    order: NDArray[np.int64]


def pair_cells(lists: int) -> Cells:
    """Give the cells with the terms of lists and of pairs, pairs last."""
    pairs = [(1 << a) | (1 << b) for a, b in combinations(range(lists), 2)]
    return Cells.of(lists, (0, *(1 << j for j in range(lists)), *pairs))


def choose(cells: Cells, counts: NDArray[np.int64], threshold: float) -> Chosen:
    """Add pairs to independent lists as Chan, Silverman & Vincent (2021) do.

    In each step the overlap of each pair is held against what the model expects: a
    one-sided Poisson chance. The pair with the least chance enters, if that is below
    the threshold and the model with it has an estimate. A pair that nobody shares
    enters as minus infinity.

    Args:
        cells: As `pair_cells` gives them.
        counts: B tables, (B, 2^J - 1).
        threshold: Chances below this enter.
    """
    first = 1 + cells.lists
    many = len(cells.terms) - first
    steps = _Steps(cells, counts, many)
    going = np.flatnonzero(steps.fits.good)
    for nth in range(1, many + 1):
        if not len(going):
            break
        going = steps.step(going, threshold, nth)
    good = steps.fits.good
    return Chosen(
        steps.pairs,
        np.where(good, steps.fits.hidden, np.nan),
        steps.fits.variance,
        steps.chances,
        steps.order,
    )


class _Steps:
    """The state of B tables on their way."""

    def __init__(self, cells: Cells, counts: NDArray[np.int64], many: int) -> None:
        self.cells = cells
        self.counts = counts
        self.pairs = np.zeros((len(counts), many), bool)
        self.chances = np.ones((len(counts), many))
        self.order = np.zeros((len(counts), many), np.int64)
        self._design = cells.design[:, -many:]
        self._shared = counts @ self._design
        self.fits = self._fit(np.arange(len(counts)), self.pairs)

    def step(
        self, going: NDArray[np.int64], threshold: float, nth: int
    ) -> NDArray[np.int64]:
        """Let one pair enter each model that still goes; give those that went on."""
        mean = self.fits.expected[going] @ self._design
        chance, rank = chances(self._shared[going], mean)
        rank[self.pairs[going] | (chance >= threshold)] = np.inf
        waiting = np.arange(len(going))
        went = np.zeros(len(going), bool)
        # Whose best pair has no estimate asks for its next best.
        while len(waiting := waiting[np.isfinite(rank[waiting]).any(1)]):
            pick = rank[waiting].argmin(1)
            rows = going[waiting]
            asked = self.pairs[rows]
            asked[np.arange(len(rows)), pick] = True
            fits = self._fit(rows, asked)
            taken = fits.good
            self._take(rows[taken], asked[taken], fits, taken)
            at = rows[taken], pick[taken]
            self.chances[at] = chance[waiting[taken], pick[taken]]
            self.order[at] = nth
            went[waiting[taken]] = True
            rank[waiting, pick] = np.inf
            waiting = waiting[~taken]
        return going[went]

    def _fit(self, rows: NDArray[np.int64], pairs: Truths) -> Fits:
        always = np.ones((len(rows), len(self.cells.terms) - pairs.shape[1]), bool)
        return fit(self.cells, self.counts[rows], np.hstack([always, pairs]))

    def _take(
        self, rows: NDArray[np.int64], pairs: Truths, fits: Fits, taken: Truths
    ) -> None:
        self.pairs[rows] = pairs
        self.fits.hidden[rows] = fits.hidden[taken]
        self.fits.variance[rows] = fits.variance[taken]
        self.fits.expected[rows] = fits.expected[taken]


def chances(shared: Numbers, mean: Numbers) -> tuple[Numbers, Numbers]:
    """Say how rarely an overlap is so far from what is expected, on its own side.

    Args:
        shared: Persons on both lists, (B, K).
        mean: What the model expects, (B, K).

    Returns:
        The chance, and its logarithm to rank by: that still tells apart what is too
        rare for a chance above 0.

    Example:
        >>> import numpy as np
        >>> found, _ = chances(np.array([[0.0, 4.0]]), np.array([[3.0, 4.0]]))
        >>> found.round(3).tolist()
        [[0.05, 0.567]]
    """
    held = np.maximum(mean, 1e-300)
    less = pdtr(shared, held)
    more = np.where(shared > 0, pdtrc(np.maximum(shared - 1, 0), held), 1.0)
    chance = np.minimum(less, more)
    alone = shared * np.log(held) - held - gammaln(shared + 1)
    rank = np.where(chance > 0, np.log(np.maximum(chance, 1e-300)), alone)
    return chance, np.where(chance > 1e-290, rank, np.minimum(alone, rank))
