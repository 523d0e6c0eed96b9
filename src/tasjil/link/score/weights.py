"""What the passes taught, put together as the weight of every level."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tasjil.link.compare.comparing import BROTHERS, NAME_PARTS
from tasjil.link.compare.levels import Comparison
from tasjil.link.score.learning import OTHER_NAME, WORTH_M, Learned, Tables
from tasjil.link.score.model import LevelWeight
from tasjil.link.score.passes import OF_ONE_FATHER, Pass

SHARE_OF_M = 0.2
"""The least share of the built-in `m` that a level keeps."""

ENOUGH = 15.0
"""Pairs of one person that a pass must find to teach anything."""

ENOUGH_OF_NAMES = 100.0
"""Pairs of one person that passes must find without a look at names, to teach alone
how names agree. Pairs found by a name are those on which it is not swapped or broken.
"""

_Weights = dict[str, tuple[LevelWeight, ...]]


def weigh(
    comparisons: Sequence[Comparison],
    m: Tables,
    u: Tables,
    learned: Mapping[Pass, Learned],
) -> _Weights:
    """Put together what the passes taught.

    Args:
        comparisons: What was compared.
        m: Built in, from "differs" upward, for each comparison.
        u: From pairs drawn at random.
        learned: By pass, those that found enough.
    """
    made = {}
    for place, one in enumerate(comparisons):
        counts = _counts(one.name, place, learned, len(m[place]))
        own = counts + WORTH_M * m[place]
        own = np.maximum(own / own.sum(), SHARE_OF_M * m[place])
        made[one.name] = tuple(
            LevelWeight(
                level.label,
                float(b if level.neutral else a),
                float(b),
                float(seen),
            )
            for level, a, b, seen in zip(
                one.levels, own[::-1], u[place][::-1], counts[::-1], strict=True
            )
        )
    names = [one.name for one in comparisons]
    if "given" in names:
        made["given"] = _brothers(made["given"], names.index("given"), learned)
    return made


def _counts(
    name: str, place: int, learned: Mapping[Pass, Learned], size: int
) -> NDArray[np.float64]:
    found = {
        each: own.counts[place] for each, own in learned.items() if place in own.counts
    }
    if name in NAME_PARTS:
        apart = [own for each, own in found.items() if not each.by_name]
        if sum(float(own.sum()) for own in apart) >= ENOUGH_OF_NAMES:
            return sum(apart, np.zeros(size))
    return sum(found.values(), np.zeros(size))


def _brothers(
    levels: tuple[LevelWeight, ...], place: int, learned: Mapping[Pass, Learned]
) -> tuple[LevelWeight, ...]:
    """Weigh a given name that differs where father and family agree as what it is.

    Pairs of one father and family show how often one person's differs there; of two
    persons it differs as often as anywhere. That, not chance, holds brothers apart.
    """
    at = next(n for n, each in enumerate(levels) if each.label == BROTHERS)
    found = learned.get(OF_ONE_FATHER)
    counts = None if found is None else found.counts.get(place)
    total = 0.0 if counts is None else float(counts.sum())
    # From "differs" upward the levels stand the other way round.
    seen = 0.0 if counts is None else float(counts[: len(levels) - at].sum())
    m = (seen + WORTH_M * OTHER_NAME) / (total + WORTH_M)
    m = min(m, OTHER_NAME)
    u = 1 - sum(each.u for each in levels[:at])
    return (*levels[:at], LevelWeight(BROTHERS, m, u, seen), *levels[at + 1 :])
