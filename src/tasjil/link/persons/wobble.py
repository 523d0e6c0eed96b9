"""How unsure the map from evidence to probability is, all pairs together."""

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

MISFIT = 0.3
"""Nats by which a map may be wrong for all pairs, beside what it says of itself: that
odds are one line is never quite so. Our own judgement."""

OF_LISTS = 0.5
"""Nats by which it may be wrong for pairs of two lists beside all others: each list has
spellings and holes of its own."""

TOO_SURE = 0.2
"""By which share log odds may have to shrink: names, places and days go together, so
evidence is often worth less than it says, and hardly ever more."""

BINS = 400
"""Bins of evidence in which pairs are counted."""


@dataclass(frozen=True, slots=True)
class Wobble:
    """How unsure the map from evidence to probability is.

    Attributes:
        shift: Standard deviation of the log odds of all pairs, nats.
        between: The same of the pairs of each two lists, beside all others.
        slope: By which share log odds shrink: the scale of half a normal distribution.
    """

    shift: float = 0.5
    between: float = OF_LISTS
    slope: float = TOO_SURE

    @classmethod
    def of(cls, unsure: float) -> "Wobble":
        """Take it from a map that says how unsure it is.

        Args:
            unsure: Standard deviation of the log odds of a pair as likely as not, nats.

        Example:
            >>> Wobble.of(0.4).shift
            0.5
        """
        return cls(hypot(unsure, MISFIT))

    def redrawn(self, evidence: Floats, between: Ints, chance: Generator) -> Floats:
        """Draw the evidence of all pairs, in nats, as another map would give it.

        Args:
            evidence: As the map gives it.
            between: Which two lists each pair is of, a number from 0.
            chance: Of the draw.
        """
        stretched = _shrunk(evidence, min(self.slope * abs(chance.normal()), 0.9))
        shift = self.shift * chance.normal()
        many = int(between.max()) + 1 if len(between) else 0
        own = self.between * chance.normal(size=many)
        return np.asarray(stretched + shift + own[between])


def _shrunk(evidence: Floats, by: float) -> Floats:
    """Shrink log odds, so that as many pairs as before are expected to be one person.

    Without that, the many pairs that are unlikely would outweigh the few likely ones.
    """
    if not len(evidence) or not by:
        return evidence
    count, edges = np.histogram(evidence, BINS)
    middle = (edges[1:] + edges[:-1]) / 2
    should = float(count @ _likely(middle))
    low, high = -20.0, 20.0
    for _ in range(30):
        shift = (low + high) / 2
        more = float(count @ _likely(middle * (1 - by) + shift)) > should
        low, high = (low, shift) if more else (shift, high)
    return np.asarray(evidence * (1 - by) + shift)


def _likely(evidence: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-evidence)))


def lists_of(pairs: Pairs, lists: Ints) -> Ints:
    """Number the couples of lists that pairs are of, from 0, (pairs,)."""
    one, other = lists[pairs.left], lists[pairs.right]
    low, high = np.minimum(one, other), np.maximum(one, other)
    couple = low.astype(np.int64) * (int(lists.max(initial=0)) + 1) + high
    return np.unique(couple, return_inverse=True)[1].astype(np.int32)
