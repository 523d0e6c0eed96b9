"""Why a pair of records that was compared is held to be one person, or two."""

from collections.abc import Mapping, Sequence

import numpy as np

from tasjil.link.compare.words import FREQUENCY, Reasons, explain
from tasjil.link.pairs import Pairs
from tasjil.link.score.model import LevelWeight
from tasjil.model.particulars import Particulars

Weights = Mapping[str, Sequence[LevelWeight]]
"""The levels of each comparison, the best agreement first, as a model has them."""


def find_pair(pairs: Pairs, left: int, right: int) -> int | None:
    """Find a pair by the positions of its records; None where it was not kept."""
    low, high = min(left, right), max(left, right)
    found = np.flatnonzero((pairs.left == low) & (pairs.right == high))
    return int(found[0]) if len(found) else None


def bits_of(
    compared: Mapping[str, int], weights: Weights, whole: float | None = None
) -> dict[str, float]:
    """Give the evidence of each comparison of one pair, in bits.

    Args:
        compared: How each came out: its level, from 0 for "differs"; -1 for untold.
        weights: The model's.
        whole: The pair's whole weight; what no comparison explains comes of how common
            it is what agrees.

    Example:
        >>> age = [LevelWeight("the same", 0.8, 0.1), LevelWeight("differs", 0.2, 0.8)]
        >>> bits_of({"age": 1, "sex": -1}, {"age": age}, whole=5.0)
        {'age': 3.0, 'frequency': 2.0}
    """
    bits = {
        name: levels[len(levels) - 1 - compared[name]].bits
        for name, levels in weights.items()
        if 0 <= compared.get(name, -1) < len(levels)
    }
    if whole is not None and bits:
        bits[FREQUENCY] = whole - sum(bits.values())
    return bits


def explain_pair(
    one: Particulars,
    other: Particulars,
    pairs: Pairs,
    at: int | None,
    weights: Weights,
) -> Reasons:
    """Say in words, each with its bits, why two records are one person or two.

    Args:
        one: A record.
        other: Another.
        pairs: What was compared.
        at: The position of the pair among them; None where it was never compared, or
            was so unlikely that it was not kept.
        weights: The model's comparisons.
    """
    if at is None:
        return explain(one, other)
    levels = dict(zip(pairs.comparisons, pairs.levels[at].tolist(), strict=True))
    bits = bits_of(levels, weights, float(pairs.weight[at]))
    return explain(one, other, bits, float(pairs.probability[at]))
