"""Probabilities proved by rivals: who stands for sure with another cannot stand here.

Nobody stands twice on a clean list. So a pair of records, one of which is surely found
elsewhere on the other's list, is of two people. Pairs of two people meet such a rival
at a rate that does not depend on how alike they are; pairs of one person hardly ever
do. The share of pairs with a rival, at each probability, shows how many are one person.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

SURE = 0.98
"""Pairs as likely as this are rivals of others."""

DIM = 0.05
"""Pairs less likely than this show how often two people meet a rival."""

OF_ONE = 0.02
"""How often a pair of one person meets a rival that is wrong."""

WORTH = 20.0
"""Pairs that "two lists are as all lists" is worth."""

ENOUGH = 40
"""Pairs with a rival, of those that are dim, without which nothing is shown."""

PROOF = 60.0
"""Pairs of one bin that count in full: more do not prove more."""

WIDTH = 0.25
"""Nats of one bin."""

STRAYS = (1.0, 0.2)
"""How far the line may stray from what it was, before rivals are looked at: standard
deviations of its shift, in nats, and of its slope."""

SHIFTS = np.linspace(-3.0, 3.0, 61)
SLOPES = np.linspace(0.5, 1.4, 37)
RATES = np.linspace(0.6, 1.2, 25)


@dataclass(frozen=True, slots=True)
class Shown:
    """How log odds are to be moved: shift + slope x what they were, in nats.

    Attributes:
        shift: Nats.
        slope: What log odds are worth.
        unsure: Standard deviation of the shift, nats.
    """

    shift: float = 0.0
    slope: float = 1.0
    unsure: float = STRAYS[0]


@dataclass(frozen=True, slots=True, eq=False)
class Rivalry:
    """Pairs across lists of which at least one is clean.

    Attributes:
        odds: Log odds, nats, (n,).
        couple: Which two lists, a number from 0, (n,).
        rival: Whether one record surely stands with another of the other's list, (n,).
    """

    odds: Floats
    couple: NDArray[np.int64]
    rival: NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        ends: tuple[Ints, Ints],
        probability: Floats,
        lists: Ints,
        clean: NDArray[np.bool_],
    ) -> "Rivalry":
        """Find which pairs have a rival.

        Args:
            ends: The records of each pair.
            probability: Of each pair.
            lists: The list of each record, by number.
            clean: Whether nobody stands twice on it, for each list.
        """
        one, other = (end.astype(np.int64) for end in ends)
        many = len(clean)
        on_one, on_other = lists[one], lists[other]
        across = on_one != on_other
        sure = across & (probability >= SURE)
        # A record and a list on which it surely stands.
        stands = np.bincount(
            np.concatenate(
                [one[sure] * many + on_other[sure], other[sure] * many + on_one[sure]]
            ),
            minlength=len(lists) * many,
        )
        rival = (stands[one * many + on_other] > 0) & clean[on_other]
        rival |= (stands[other * many + on_one] > 0) & clean[on_one]
        shows = across & ~sure & (clean[on_one] | clean[on_other])
        low, high = np.minimum(on_one, on_other), np.maximum(on_one, on_other)
        held = np.clip(probability[shows], 1e-6, 1 - 1e-6)
        return cls(
            np.log(held / (1 - held)),
            (low.astype(np.int64) * many + high)[shows],
            rival[shows],
        )


def shown_by(rivalry: Rivalry) -> Shown:
    """Find the line that the rivals of pairs show.

    Each pair has a rival with probability r (1 - p) + e p: r as often as two people of
    these lists have one, e as often as one person has, a constant. All lines of a grid
    are weighed; the mean is taken.
    """
    dim = rivalry.odds < np.log(DIM / (1 - DIM))
    if int((rivalry.rival & dim).sum()) < ENOUGH or dim.all():
        return Shown()
    rate = _rates(rivalry, dim)
    bins = ((rivalry.odds - rivalry.odds.min()) / WIDTH).astype(np.int64)
    count = np.maximum(np.bincount(bins), 1e-9)
    odds = np.bincount(bins, rivalry.odds) / count
    usual = np.bincount(bins, rate) / count
    seen = np.bincount(bins, rivalry.rival) / count
    weight = np.where(count >= 1, count / (1 + count / PROOF), 0.0)
    shift, slope, free = np.meshgrid(SHIFTS, SLOPES, RATES, indexing="ij")
    likely = -0.5 * (shift / STRAYS[0]) ** 2 - 0.5 * ((slope - 1) / STRAYS[1]) ** 2
    for x, often, share, worth in zip(odds, usual, seen, weight, strict=True):
        if worth:
            one = 1 / (1 + np.exp(-(shift + slope * x)))
            has = np.clip(free * often * (1 - one) + OF_ONE * one, 1e-3, 1 - 1e-3)
            likely += worth * (share * np.log(has) + (1 - share) * np.log(1 - has))
    chance = np.exp(likely - likely.max())
    chance /= chance.sum()
    mean = float((chance * shift).sum())
    unsure = float(np.sqrt((chance * (shift - mean) ** 2).sum()))
    return Shown(mean, float((chance * slope).sum()), unsure)


def _rates(rivalry: Rivalry, dim: NDArray[np.bool_]) -> Floats:
    """Tell how often two people of the lists of each pair meet a rival."""
    every = float(rivalry.rival[dim].mean())
    size = int(rivalry.couple.max()) + 1
    seen = np.bincount(rivalry.couple[dim], minlength=size)
    have = np.bincount(rivalry.couple[dim & rivalry.rival], minlength=size)
    rate = (have + WORTH * every) / (seen + WORTH)
    return np.asarray(rate[rivalry.couple])
