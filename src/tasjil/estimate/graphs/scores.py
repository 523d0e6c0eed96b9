"""How well lists that all depend on one another fit, for every number undocumented."""

from dataclasses import dataclass
from math import lgamma
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.tables import CaptureTable

Reals = NDArray[np.float64]

gammaln = np.vectorize(lgamma, otypes=[np.float64])
"""log of the gamma function; SciPy's is quicker, and half a second slower to load."""


@dataclass(frozen=True, eq=False)
class Fit:
    """The part of a set of lists in the log marginal likelihood.

    Attributes:
        missed: How many of the documented are on none of these lists.
        prior: What the prior puts into each cell of these lists.
        constant: What does not depend on those undocumented.
    """

    missed: int
    prior: float
    constant: float


@dataclass(frozen=True, eq=False)
class Scores:
    """Marginal likelihoods of a table under one hyper-Dirichlet prior.

    A set S of lists that all depend on one another has, over the 2^|S| cells of its
    own table, the score

        sum lgamma(y + d) - lgamma(d)  -  lgamma(N + a) + lgamma(a)

    with d = delta 2^(J - |S|) and a = delta 2^J (Madigan & York 1997, "Bayesian
    methods for estimation of the size of a closed population", Biometrika 84). That
    of no list is 0. A chordal graph has the sum, over lists, of the score of the list
    with its parents less that of the parents alone.

    Attributes:
        delta: A cell's share of the prior.
        decay: p(N) is N to the power of -decay.
    """

    table: CaptureTable
    delta: float
    decay: float = 1.0

    @property
    def whole(self) -> float:
        """What the prior puts into the full table."""
        return self.delta * 2.0 ** len(self.table.lists)

    def fit(self, bits: int) -> Fit:
        """Give the part of a set of lists, told as bits."""
        on = [j for j in range(len(self.table.lists)) if bits >> j & 1]
        cells = self._cells(on)
        prior = self.whole * 2.0 ** -len(on)
        told = float(gammaln(cells[1:] + prior).sum()) - len(cells) * lgamma(prior)
        return Fit(int(cells[0]), prior, told + lgamma(self.whole))

    def of(self, fit: Fit, nodes: NDArray[np.int64]) -> Reals:
        """Score a set of lists for every number undocumented, (K,)."""
        top = gammaln(nodes + (fit.missed + fit.prior))
        given: Reals = top + fit.constant - gammaln(nodes + (self.table.n + self.whole))
        return given

    def base(self, nodes: NDArray[np.int64], log_prior: Any = None) -> Reals:
        """Give what all graphs share: orders of who is undocumented, and p(N), (K,).

        Args:
            nodes: Numbers undocumented.
            log_prior: A function of N, (K,) to (K,), in place of -decay log N.
        """
        total = (nodes + self.table.n).astype(np.float64)
        prior = log_prior(total) if log_prior else -self.decay * np.log(total)
        given: Reals = gammaln(total + 1) - gammaln(nodes + 1.0) + prior
        return given

    def every(self, nodes: NDArray[np.int64]) -> Reals:
        """Score every set of lists, (2^J, K)."""
        sets = range(1 << len(self.table.lists))
        return np.array([self.of(self.fit(bits), nodes) for bits in sets])

    def _cells(self, on: list[int]) -> NDArray[np.int64]:
        """Count the cells of some lists that hold people; first those on none."""
        rows = self.table.patterns[:, on]
        some = rows.any(1)
        missed: NDArray[np.int64] = self.table.counts[~some].sum(keepdims=True)
        if not some.any():
            return missed
        _, which = np.unique(rows[some], axis=0, return_inverse=True)
        held = np.bincount(which.ravel(), self.table.counts[some]).astype(np.int64)
        return np.concatenate([missed, held])


def steps(every: Reals) -> list[Reals]:
    """Give, for each list, what it adds to a graph by its parents: J of (2^J, K).

    Args:
        every: The scores of all sets of lists, (2^J, K).
    """
    sets = np.arange(len(every))
    lists = len(every).bit_length() - 1
    return [every[sets | 1 << v] - every for v in range(lists)]
