"""Evidence set so that, with all else weighed, pairs are one as often as they should.

A pair's probability is right on the average of pairs like it. Where two candidates
compete for one row, or a third row speaks against, it is less, and so it must be more
where nothing competes. Weighing pairs by their own odds alone would only take away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.persons import exact
from tasjil.link.persons.outlook import CELLS, chunks
from tasjil.link.persons.partitions import partitions
from tasjil.link.persons.tangles import Limits, Tangles, log_odds

Floats = NDArray[np.float64]

EDGES = np.array([0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999])
"""Bounds of the probabilities that are set right together."""

ROUNDS = 8

SAMPLE = 4_000
"""Tangles of one size that are looked at: enough to see a bin to 1 in 100."""

FEW = 20.0
"""Pairs of a bin that are worth as much as holding that their odds are right."""

FURTHEST = 4.0
"""Nats by which the evidence of a bin may be moved."""


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    """Some tangles of one size, and how many each stands for."""

    tangles: Tangles
    stands_for: float

    @classmethod
    def of(cls, tangles: Tangles) -> "_Sample":
        count, k = tangles.members.shape
        most = min(SAMPLE, max(SAMPLE // 20, CELLS // 4 // len(partitions(k).labels)))
        every = max(1, count // most)
        kept = np.arange(0, count, every)
        nth, rest = np.divmod(tangles.spot, k * k)
        inside = nth % every == 0
        few = Tangles(
            tangles.members[kept],
            tangles.base[kept],
            tangles.barred[kept],
            tangles.pair[inside],
            (nth // every * k * k + rest)[inside],
        )
        return cls(few, count / len(kept))

    def together(self, evidence: Floats) -> Floats:
        """Tell how likely each pair of these tangles is one person."""
        weights = self.tangles.weights(evidence)
        k = weights.shape[1]
        parts = [
            exact.together(exact.posterior(weights[at]), k)
            for at in chunks(len(weights), k)
        ]
        return np.asarray(np.concatenate(parts).ravel()[self.tangles.spot])

    @property
    def open(self) -> NDArray[np.bool_]:
        """Which of these pairs can be one person at all."""
        return ~self.tangles.barred.ravel()[self.tangles.spot]


def moved(probability: Floats, moves: Floats) -> Floats:
    """Give the evidence of pairs, in nats: their log odds, moved bin by bin.

    Args:
        probability: Of each pair, calibrated, (pairs,).
        moves: From `balance`.
    """
    return np.asarray(log_odds(probability) + moves[np.digitize(probability, EDGES)])


def balance(sizes: Sequence[Tangles], probability: Floats, limits: Limits) -> Floats:
    """Find by how much the evidence of pairs is to be moved to be right, bin by bin.

    Of all ways to weigh linkages that respect what cannot be, this is the one that
    presumes least beyond the probabilities of pairs (the maximum entropy one; E. T.
    Jaynes, 1957, found by scaling bin by bin: J. N. Darroch and D. Ratcliff, 1972).

    Args:
        sizes: Tangles; those too large to look at all ways are passed over.
        probability: Of each pair, calibrated, (pairs,).
        limits: Up to how many records all ways are looked at.

    Returns:
        Nats for each bin of probability, (bins,); about none where nothing competes.
    """
    evidence = log_odds(probability)
    bins = np.digitize(probability, EDGES)
    few = [_Sample.of(each) for each in sizes if _small(each, limits)]
    move = np.zeros(len(EDGES) + 1)
    for _ in range(ROUNDS):
        should, does, count = np.zeros((3, len(move)))
        for each in few:
            pair, open_ = each.tangles.pair, each.open
            here = bins[pair[open_]]
            is_one = each.together(evidence + move[bins])[open_]
            scale = each.stands_for
            should += scale * _sums(here, probability[pair[open_]], len(move))
            does += scale * _sums(here, is_one, len(move))
            count += scale * _sums(here, np.ones(len(here)), len(move))
        held = np.maximum(count, 1e-9)
        step = log_odds(should / held) - log_odds(does / held)
        move += np.where(count > 0, step * count / (count + FEW), 0.0)
        move = np.clip(move, -FURTHEST, FURTHEST)
    return np.asarray(move)


def _small(tangles: Tangles, limits: Limits) -> bool:
    return bool(tangles.members.shape[1] <= limits.exact)


def _sums(bins: NDArray[np.int64], values: Floats, size: int) -> Floats:
    return np.bincount(bins, values, minlength=size).astype(np.float64)
