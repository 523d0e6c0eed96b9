"""An invented world of three lists whose truth is known, as pairs already scored.

What a model believes of the levels can be made wrong, as models are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs
from tasjil.link.review.standing import Standing

COMPARISONS = ("name", "age", "died", "place")
AGREES_FOR_ONE = np.array([0.93, 0.75, 0.8, 0.7])
AGREES_FOR_TWO = np.array([0.25, 0.2, 0.3, 0.3])
"""How often each comparison agrees, for two records of one person and of two."""


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Pairs as a model sees them, and who the records really are."""

    pairs: Pairs
    lists: NDArray[np.int64]
    persons: NDArray[np.int64]

    @property
    def same(self) -> NDArray[np.bool_]:
        """Which pairs are truly one person."""
        return self.persons[self.pairs.left] == self.persons[self.pairs.right]

    def standing(self, pairs: Pairs | None = None, **said: Sequence[tuple]) -> Standing:
        """Put persons together from the pairs, and from what people said."""
        pairs = pairs or self.pairs
        labels = together(pairs, self.lists, **said)
        return Standing(pairs, labels, self.lists, np.ones(3, dtype=np.bool_))


def world(
    persons: int = 400,
    seed: int = 1,
    believed: Sequence[float] = (1, 1, 1, 1),
    rivals: int = 3,
) -> World:
    """Invent persons on three clean lists, and pairs of their records.

    Args:
        persons: How many.
        seed: Of the chance.
        believed: What the model makes of each comparison's true weight: 1 is right.
        rivals: Pairs of two persons that are kept for each true one.
    """
    chance = np.random.default_rng(seed)
    listed = chance.random((persons, 3)) < (0.7, 0.6, 0.5)
    of, lists = np.nonzero(listed)
    order = chance.permutation(len(of))
    of, lists = of[order], lists[order].astype(np.int64)
    left, right = np.triu_indices(len(of), 1)
    across = lists[left] != lists[right]
    left, right = left[across], right[across]
    same = of[left] == of[right]
    kept = same | (chance.random(len(left)) < rivals * same.sum() / len(left))
    left, right, same = left[kept], right[kept], same[kept]
    agrees = np.where(same[:, None], AGREES_FOR_ONE, AGREES_FOR_TWO)
    levels = (chance.random(agrees.shape) < agrees).astype(np.int8)
    bits = np.where(
        levels == 1,
        np.log2(AGREES_FOR_ONE / AGREES_FOR_TWO),
        np.log2((1 - AGREES_FOR_ONE) / (1 - AGREES_FOR_TWO)),
    )
    weight = (bits * np.array(believed)).sum(axis=1)
    prior = np.log2(same.mean() / (1 - same.mean()))
    probability = 1 / (1 + 2.0 ** -(weight + prior))
    pairs = Pairs(
        left.astype(np.int32),
        right.astype(np.int32),
        weight,
        probability,
        levels,
        COMPARISONS,
    )
    return World(pairs, lists, of.astype(np.int64))


def together(
    pairs: Pairs,
    lists: NDArray[np.int64],
    one: Sequence[tuple[int, int]] = (),
    two: Sequence[tuple[int, int]] = (),
) -> NDArray[np.int64]:
    """Join the likeliest first, nobody twice on a list; what people said goes before.

    It stands for `link.persons`, so that these tests are of the questions alone.
    """
    members = [{n} for n in range(len(lists))]
    apart = {(a, b) for a, b in two} | {(b, a) for a, b in two}
    order = np.argsort(-pairs.probability, kind="stable")
    order = order[pairs.probability[order] >= 0.5]
    likely = zip(pairs.left[order].tolist(), pairs.right[order].tolist(), strict=True)
    for n, (a, b) in enumerate((*one, *likely)):
        some, others = members[a], members[b]
        if some is others:
            continue
        clash = {lists[x] for x in some} & {lists[x] for x in others}
        clash |= {1 for x in some for y in others if (x, y) in apart}
        if n >= len(one) and clash:
            continue
        some |= others
        for each in others:
            members[each] = some
    first = [min(each) for each in members]
    return np.unique(first, return_inverse=True)[1].astype(np.int64)
