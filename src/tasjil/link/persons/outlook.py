"""How likely each linkage of tangled records is: all ways looked at, or many drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.link.persons import exact, moves
from tasjil.link.persons.board import NEVER
from tasjil.link.persons.chance import sweep
from tasjil.link.persons.partitions import partitions

Floats = NDArray[np.float64]
Labels = NDArray[np.int8]

CELLS = 2_000_000
"""Numbers held at once while all ways of many tangles are looked at: 16 MB."""

BURN_IN = 10
SWEEPS = 60
"""Sweeps thrown away, and kept, to learn how likely linkages of a large tangle are."""


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """What is likely for tangles of one size.

    Attributes:
        weights: Symmetric, (tangles, k, k) nats.
        drawn: Linkages drawn where there are too many to look at, (draws, tangles, k);
            None where all are looked at.
        together: How likely each two records are one person, (tangles, k, k).
    """

    weights: Floats
    drawn: Labels | None
    together: Floats

    @classmethod
    def of(cls, weights: Floats, most: int, chance: Generator) -> "Outlook":
        """Weigh the linkages of tangles; up to `most` records by looking at all."""
        k = weights.shape[1]
        if k <= most:
            parts = [
                exact.together(exact.posterior(weights[at]), k)
                for at in chunks(len(weights), k)
            ]
            return cls(weights, None, np.concatenate(parts))
        drawn = np.stack(list(chain(weights, BURN_IN, SWEEPS, chance)))
        return cls(weights, drawn, _share_together(drawn))

    def decide(self, least: float) -> Labels:
        """Choose the linkage whose pairs lie furthest above a probability in sum."""
        gain = self.together - least
        gain[self.weights <= NEVER] = 10 * NEVER
        if self.drawn is not None:
            return moves.best(gain).labels
        parts = [exact.best(gain[at]) for at in chunks(len(gain), gain.shape[1])]
        return np.concatenate(parts)

    def certainty(self, labels: Labels) -> Floats:
        """Tell how likely each record's person is exactly as labelled."""
        if self.drawn is not None:
            return _share_as(self.drawn, labels)
        parts = [
            exact.certainty(exact.posterior(self.weights[at]), labels[at])
            for at in chunks(len(labels), labels.shape[1])
        ]
        return np.concatenate(parts)


def chain(
    weights: Floats, burn_in: int, sweeps: int, chance: Generator
) -> Iterator[Labels]:
    """Draw linkages of tangles one after the other, from the best one on."""
    board = moves.best(weights)
    for n in range(burn_in + sweeps):
        sweep(board, chance)
        if n >= burn_in:
            yield board.labels.copy()


def chunks(count: int, k: int) -> Iterator[slice]:
    """Cut tangles of k records into stretches that fit into memory."""
    step = max(1, CELLS // len(partitions(k).labels))
    for start in range(0, max(count, 1), step):
        yield slice(start, start + step)


def _share_together(drawn: Labels) -> Floats:
    total = np.zeros((*drawn.shape[1:], drawn.shape[2]))
    for labels in drawn:
        total += labels[:, :, None] == labels[:, None, :]
    total /= len(drawn)
    k = drawn.shape[2]
    total[:, np.arange(k), np.arange(k)] = 0.0
    return total


def _share_as(drawn: Labels, labels: Labels) -> Floats:
    chosen = labels[:, :, None] == labels[:, None, :]
    total = np.zeros(labels.shape)
    for each in drawn:
        same = each[:, :, None] == each[:, None, :]
        total += (same == chosen).all(axis=2)
    return total / len(drawn)
