"""What the chains of a run drew and is kept: numbers of every sweep, some positions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.classes.chain import Draws

MOST_PLACES = 128
"""Positions kept of each chain: more would say no more, and fill the memory."""


@dataclass(frozen=True, eq=False)
class Places:
    """Where chains were now and then, for whatever depends on more than N.

    Attributes:
        at: Positions as `density` has them, (P, C, J + 1, K).
        stride: Every how-manyeth stop is kept; doubles when there are too many.
        stops: How many stops there were.
    """

    at: NDArray[np.float64]
    stride: int = 1
    stops: int = 0

    def plus(self, stop: NDArray[np.float64]) -> "Places":
        """Keep one more stop, (C, J + 1, K), or let it go by.

        Example:
            >>> places = Places(np.zeros((0, 1, 1, 1)))
            >>> for stop in range(300):
            ...     places = places.plus(np.full((1, 1, 1), stop))
            >>> len(places.at), places.at[:3].ravel().tolist()
            (75, [3.0, 7.0, 11.0])
        """
        stops = self.stops + 1
        if stops % self.stride:
            return Places(self.at, self.stride, stops)
        at = np.concatenate([self.at, stop[None]])
        if len(at) < MOST_PLACES:
            return Places(at, self.stride, stops)
        return Places(at[1::2], 2 * self.stride, stops)


@dataclass(frozen=True, eq=False)
class Kept:
    """What chains drew, one row a chain, (C, S) each; see `Draws`."""

    N: NDArray[np.int64]
    alpha: NDArray[np.float64]
    density: NDArray[np.float64]
    occupied: NDArray[np.int64]
    p0: NDArray[np.float64]

    @classmethod
    def none(cls, chains: int) -> "Kept":
        """Begin with nothing drawn."""
        whole, real = np.zeros((chains, 0), np.int64), np.zeros((chains, 0))
        return cls(whole, real, real, whole, real)

    @classmethod
    def of(cls, drawn: Sequence[Draws]) -> "Kept":
        """Put the draws of chains below each other."""
        return cls(
            np.stack([each.N for each in drawn]),
            np.stack([each.alpha for each in drawn]),
            np.stack([each.density for each in drawn]),
            np.stack([each.occupied for each in drawn]),
            np.stack([each.p0 for each in drawn]),
        )

    def then(self, more: "Kept") -> "Kept":
        """Add what was drawn next."""
        return Kept(
            np.concatenate([self.N, more.N], 1),
            np.concatenate([self.alpha, more.alpha], 1),
            np.concatenate([self.density, more.density], 1),
            np.concatenate([self.occupied, more.occupied], 1),
            np.concatenate([self.p0, more.p0], 1),
        )

    @property
    def sweeps(self) -> int:
        """How many of each chain."""
        return int(self.N.shape[1])
