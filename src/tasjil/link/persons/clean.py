"""Which lists are clean: nobody seems to stand on them twice."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs

Ints = NDArray[np.int32]

AT_MOST = 0.01
"""The share of a list's records that may seem to stand on it again."""

ENOUGH = 20
"""Likely pairs across lists from which the weight of a typical one is taken."""

BUILT_IN = 20.0
"""Bits that a typical pair of one person weighs, where there is too little to learn:
as much as the prior of one pair in a million.
"""


@dataclass(frozen=True, slots=True)
class Cleanness:
    """What speaks for a list's being clean.

    Attributes:
        list: Its name.
        records: How many stand on it.
        twice: About how many of them tell of somebody who stands on it already.
        clean: Whether that is so few that chance and homonyms explain it.
    """

    list: str
    records: int
    twice: float
    clean: bool


def infer_clean(
    pairs: Pairs, lists: Ints, names: Sequence[str]
) -> tuple[Cleanness, ...]:
    """Find out which lists are clean, from pairs of their own records.

    Half of all true pairs weigh more than a typical true pair, and next to no false
    ones do. So twice the number of pairs within a list that weigh as much is about the
    number of its repeats. What a typical true pair weighs is seen on pairs across
    lists. A list alone is held not to be clean: whoever links one list with nothing
    looks for repeats.

    Args:
        pairs: Within lists and across them; only `weight` and the prior's side of
            `probability` are looked at, neither has to be calibrated.
        lists: The list of each record, a place in `names`, (n,).
        names: The lists.

    Returns:
        One for each list, in their order.
    """
    one, other = lists[pairs.left], lists[pairs.right]
    across = pairs.weight[(one != other) & (pairs.probability >= 0.5)]
    typical = float(np.median(across)) if len(across) >= ENOUGH else BUILT_IN
    strong = (one == other) & (pairs.weight >= typical)
    within = np.bincount(one[strong], minlength=len(names))
    held = np.bincount(lists, minlength=len(names))
    return tuple(
        _cleanness(name, int(held[at]), 2.0 * float(within[at]), len(names) > 1)
        for at, name in enumerate(names)
    )


def _cleanness(name: str, records: int, twice: float, others: bool) -> Cleanness:
    return Cleanness(name, records, twice, others and twice <= AT_MOST * records)
