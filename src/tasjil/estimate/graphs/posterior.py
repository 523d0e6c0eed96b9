"""What the lists say of N: a probability for every number, its interval, and draws."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.graphs.grid import Nodes, Reals, filled, weights
from tasjil.model.estimate import Interval


@dataclass(frozen=True, eq=False)
class Posterior:
    """Probabilities of how many there were.

    Attributes:
        n: How many are documented.
        nodes: Numbers undocumented that were tried, rising, (K,).
        density: The probability of each such number alone, (K,).
    """

    n: int
    nodes: Nodes
    density: Reals

    @classmethod
    def of(cls, n: int, nodes: Nodes, density: Reals) -> "Posterior":
        """Make it of a density at nodes that is right up to a factor, (K,)."""
        fill = filled(nodes)
        dense = fill.density(density)
        total = (weights(fill.between) * dense).sum()
        return cls(n, fill.between, dense / total)

    @cached_property
    def values(self) -> NDArray[np.int64]:
        """The values of N that were tried, (K,)."""
        return self.nodes + self.n

    @cached_property
    def probabilities(self) -> Reals:
        """The probability that each value of N stands for, (K,); they sum to 1."""
        given: Reals = weights(self.nodes) * self.density
        return given

    @cached_property
    def mean(self) -> float:
        """The mean of N."""
        return float((self.values * self.probabilities).sum())

    @cached_property
    def _below(self) -> Reals:
        """The probability of each node and all below it, (K,)."""
        pairs = (self.density[1:] + self.density[:-1]) / 2
        parts = np.diff(self.nodes) * pairs + np.diff(self.density) / 2
        given: Reals = np.concatenate([self.density[:1], parts]).cumsum()
        return given

    def quantile(self, share: float | Reals) -> Reals:
        """Give the smallest N that has this probability at or below it."""
        at = np.interp(share, self._below, self.nodes.astype(np.float64))
        given: Reals = np.ceil(np.round(at, 6)) + self.n
        return given

    def interval(self, level: float) -> Interval:
        """Give mean, median and the interval with equal tails."""
        tail = (1 - level) / 2
        low, median, high = self.quantile(np.array([tail, 0.5, 1 - tail])).tolist()
        return Interval(self.mean, median, low, high, level)

    def draws(self, many: int, seed: int) -> Reals:
        """Draw values of N.

        Args:
            many: How many draws.
            seed: The same seed gives the same draws.
        """
        chance = np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed)))
        return self.quantile(chance.random(many))

    @cached_property
    def at_cap(self) -> float:
        """The probability within 5 % of the most that was tried."""
        edge = self.nodes[-1] * 0.95
        return max(0.0, float(1 - np.interp(edge, self.nodes, self._below)))

    @cached_property
    def beyond(self) -> float:
        """The probability beyond the most that was tried, if the tail goes on so.

        The tail falls like a power of n0; where the power is 1 or less there is no
        end to it, and this is 1.
        """
        last, before = self.density[-1], self.density[-2]
        if last <= 0:
            return 0.0
        wide = np.log(self.nodes[-1] / max(self.nodes[-2], 0.5))
        power = np.log(before / last) / wide
        if power <= 1:
            return 1.0
        tail = last * self.nodes[-1] / (power - 1)
        return float(tail / (1 + tail))
