"""How sure it is that the two of a pair are one person, given who stands together now.

A pair is not alone: a record that has found its partner on a list is hardly another row
of that list as well, and two who both go with a third go together. What is asked of
here is each pair against the persons as they stand, with one step allowed: two persons
become one, a record changes over to the other person, or it leaves.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs
from tasjil.link.review.ties import Floats, Ints, Ties

NOT_KEPT = -2.0
"""Log odds of a pair that was thrown out or never compared: against, but not strongly,
since nobody knows which of the two it was."""

_SUREST = 12.0
"""Log odds beyond which more evidence changes nothing."""

_FORBIDDEN = -7.0
"""Log odds that two rows of a clean list are one person all the same."""

_BANDS = np.arange(-5.0, 5.5)
"""Log odds that divide pairs into those about equally likely."""

_A_FEW = 20
"""Pairs in a band below which their average is hardly held to."""

_ROUNDS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Pairs beside the persons that were made of them.

    Attributes:
        pairs: The pairs; n of them.
        labels: Which person each record is of, (records,) int, from 0.
        lists: Which list each record stands on, (records,) int, from 0.
        clean: Whether nobody stands on a list twice, (lists,) bool.
    """

    pairs: Pairs
    labels: Ints
    lists: Ints
    clean: NDArray[np.bool_]

    @property
    def together(self) -> NDArray[np.bool_]:
        """Which pairs are held to be one person now, (n,)."""
        held: NDArray[np.bool_]
        held = self.labels[self.pairs.left] == self.labels[self.pairs.right]
        return held

    @property
    def sizes(self) -> Ints:
        """How many records each person has, (persons,)."""
        return np.bincount(self.labels, minlength=int(self.labels.max(initial=-1)) + 1)


def log_odds(probability: Floats) -> Floats:
    """Turn probabilities into natural log odds; sure ones stay finite.

    Example:
        >>> log_odds(np.array([0.5, 1.0])).tolist()
        [0.0, 12.0]
    """
    with np.errstate(divide="ignore"):
        odds: Floats = np.log(probability) - np.log1p(-probability)
    return np.clip(odds, -_SUREST, _SUREST)


def probability(odds: Floats) -> Floats:
    """Turn natural log odds into probabilities."""
    told: Floats = 1 / (1 + np.exp(-odds))
    return told


def chance_same(standing: Standing) -> Floats:
    """Give for each pair the probability that a person who looks says "same".

    Args:
        standing: Pairs and persons. The work grows with pairs x log(pairs).

    Returns:
        (n,) probabilities. They agree with the pairs' own on average, over pairs that
        are about equally likely: a pair that has rivals is less likely than by itself,
        and so one that has none is likelier.

    Example:
        >>> pairs = Pairs(
        ...     np.array([0, 0], dtype=np.int32), np.array([1, 2], dtype=np.int32),
        ...     np.array([9.0, 3.0]), np.array([0.99, 0.7]),
        ...     np.zeros((2, 1), dtype=np.int8), ("name",),
        ... )
        >>> rival = Standing(
        ...     pairs, np.array([0, 0, 1]), np.array([0, 1, 1]), np.array([True, True])
        ... )
        >>> chance_same(rival).round(2).tolist()
        [0.97, 0.06]
    """
    if not len(standing.pairs):
        return np.zeros(0)
    own = log_odds(standing.pairs.probability)
    band = np.digitize(own, _BANDS)
    many = np.maximum(np.bincount(band), 1)
    ties = Ties.of(standing.pairs, standing.labels, standing.lists, standing.clean)
    chance = _once(ties, own)
    found = np.bincount(band, weights=chance) / many
    wanted = np.bincount(band, weights=standing.pairs.probability) / many
    wanted = (wanted * many + found * _A_FEW) / (many + _A_FEW)
    # Odds that give, after rivals and thirds had their say, what is right on average.
    lift = np.zeros(len(wanted))
    for _ in range(_ROUNDS):
        lift += log_odds(wanted) - log_odds(found)
        chance = _once(ties, np.clip(own + lift[band], -_SUREST, _SUREST))
        found = np.bincount(band, weights=chance) / many
    return chance


def _once(ties: Ties, odds: Floats) -> Floats:
    """Give the probabilities where a pair without rivals and thirds had these odds."""
    both = np.concatenate([odds, odds])
    sums = _added(ties.tie, both) + NOT_KEPT * ties.untold
    inside = NOT_KEPT * (ties.sizes[ties.labels].astype(np.float64) - 1)
    inside[ties.own_record] = sums[ties.own_tie]
    over = _goes_over(ties, both, sums, inside)
    join = _ways_to_join(ties, odds, over)
    leave = _ways_to_part(ties, inside, over)
    told: Floats = np.where(ties.together, 1 / (1 + leave), join / (1 + join))
    return told


def _goes_over(ties: Ties, both: Floats, sums: Floats, inside: Floats) -> Floats:
    """Log odds that a record goes over to the other's person, (2n,).

    A row of the same clean list that stands there has to leave for it.
    """
    gain = sums[ties.tie] - inside[ties.record]
    at, rival, edge = ties.taken, ties.rival, ties.rival_edge
    between = np.where(edge >= 0, both[edge], NOT_KEPT)
    gain[at] -= between + inside[rival]
    gain[ties.forbidden] = np.minimum(gain[ties.forbidden], _FORBIDDEN)
    return gain


def _ways_to_join(ties: Ties, odds: Floats, over: Floats) -> Floats:
    """Odds that two who stand apart are one: by any of the steps that join them."""
    merge = _added(ties.crossing, odds)[ties.crossing]
    merge = merge + NOT_KEPT * ties.untold_crossing
    ways = np.where(ties.never, 0.0, _exp(merge))
    alone = ties.sizes[ties.labels[ties.record]] == 1
    # Who stands alone and goes over is the merging of two persons once more.
    again = alone & ~np.concatenate([ties.never, ties.never])
    one, other = np.split(np.where(again, 0.0, _exp(over)), 2)
    neither = ties.never & np.logical_and(*np.split(alone, 2))
    told: Floats = np.where(neither, np.exp(_FORBIDDEN), ways + one + other)
    return told


def _ways_to_part(ties: Ties, inside: Floats, over: Floats) -> Floats:
    """Odds that two who stand together are two: either leaves, alone or for others."""
    alone = _exp(-inside)
    out = alone + np.bincount(
        ties.record[ties.leaving],
        weights=_exp(over[ties.leaving]),
        minlength=len(alone),
    )
    one, other = np.split(ties.record, 2)
    # Of two that stand by themselves, either leaving is one and the same.
    once = np.where(ties.sizes[ties.labels[one]] == 2, alone[one], 0.0)
    told: Floats = np.maximum(out[one] + out[other] - once, 0.0)
    return told


def _exp(log: Floats) -> Floats:
    told: Floats = np.exp(np.clip(log, -50, 50))
    return told


def _added(at: Ints, weights: Floats) -> Floats:
    return np.bincount(at, weights=weights).astype(np.float64)
