"""Which pairs to ask a person about next: those whose answer changes most."""

import heapq
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.review.question import Question, WhyAsked
from tasjil.link.review.standing import Standing, chance_same
from tasjil.link.review.ties import Floats, Ints

CANDIDATES = 20_000
"""Pairs weighed one against another; the rest cannot be the next ones."""

ONE_CHECK_IN = 10
"""One question in so many is drawn by chance among pairs that seem sure."""

_SURE = 0.98
_SAME_PERSON_AGAIN = 0.2
"""What is left of a value once the person it is about was asked of in this round."""


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """What an answer on each pair is worth, with what it is made of.

    Attributes:
        chance: That the two are one person, (n,).
        value: Expected change, (n,).
        rare: The part of it that comes of rare overlaps, (n,).
        like: How many doubtful pairs came out the same in every comparison, weighed by
            their doubt, (n,).
        pattern: Which pairs came out the same in every comparison, (n,).
    """

    chance: Floats
    value: Floats
    rare: Floats
    like: Floats
    pattern: Ints


def choose(
    standing: Standing,
    asked: Collection[tuple[int, int]],
    count: int,
    *,
    seed: int = 0,
) -> tuple[Question, ...]:
    """Choose the next questions, the most informative first.

    The value of an answer is the probability that it contradicts what stands, times
    what changes then: persons, cells of the table of overlaps (the fewer persons a
    cell has, the more), and pairs of the same pattern that it teaches of. Once a
    question is chosen, others on the same persons wait, and others of its pattern are
    worth less. One in ten is drawn by chance among pairs that seem sure.

    Args:
        standing: Pairs and persons as they stand.
        asked: Positions (left, right) of pairs that somebody answered, "cannot tell"
            as well; they are not asked again.
        count: How many questions.
        seed: Of the checks drawn by chance. The same seed and answers give the same.

    Returns:
        As many questions, or fewer where no more is worth asking.
    """
    pairs = standing.pairs
    if not len(pairs) or count < 1:
        return ()
    free = ~_among(asked, pairs.left, pairs.right, len(standing.labels))
    worth = weigh(standing, ~free)
    doubtful = _most_informative(standing, worth, free)
    sure = _checks(standing, worth, free, len(asked), seed)
    chosen: list[Question] = []
    for _ in range(count):
        # Counted over all answers, so that asking one by one checks as often.
        check = (len(asked) + len(chosen)) % ONE_CHECK_IN == ONE_CHECK_IN - 1
        ways = (sure, doubtful) if check else (doubtful,)
        found = next((each for way in ways for each in way), None)
        if found is None:
            break
        chosen.append(found)
    return tuple(chosen)


def question_on(standing: Standing, pair: int) -> Question:
    """Ask about one pair that is chosen already, such as one answered by mistake."""
    worth = weigh(standing, np.zeros(len(standing.pairs), dtype=np.bool_))
    value = float(worth.value[pair])
    return _question(standing, worth, pair, value, _why(worth, pair))


def weigh(standing: Standing, answered: NDArray[np.bool_]) -> Worth:
    """Weigh what an answer on each pair is worth.

    Args:
        standing: Pairs and persons as they stand.
        answered: Which pairs somebody answered, (n,): each lowers what another of its
            pattern teaches.
    """
    chance = chance_same(standing)
    turned = np.where(standing.together, 1 - chance, chance)
    rare = _rare(standing)
    pattern = _patterns(standing.pairs.levels)
    doubt = np.bincount(pattern, weights=chance * (1 - chance))
    known = np.bincount(pattern, weights=answered)
    like = (doubt / (1 + known))[pattern]
    teaches = np.log1p(like) * 4 * chance * (1 - chance)
    value = turned * (1 + rare) + 0.1 * teaches
    return Worth(chance, value, rare, like, pattern)


def _patterns(levels: NDArray[np.int8]) -> Ints:
    """Number the ways in which all comparisons of a pair can come out, (n,)."""
    # A random number for each comparison: sums of two patterns are hardly ever equal.
    each = np.random.default_rng(1).integers(1, 2**50, levels.shape[1])
    pattern: Ints = np.unique(levels.astype(np.int64) @ each, return_inverse=True)[1]
    return pattern


def _among(
    asked: Collection[tuple[int, int]],
    left: NDArray[np.int32],
    right: NDArray[np.int32],
    records: int,
) -> NDArray[np.bool_]:
    keys = [min(pair) * records + max(pair) for pair in asked]
    own = left.astype(np.int64) * records + right
    return np.isin(own, np.array(keys, dtype=np.int64))


def _rare(standing: Standing) -> Floats:
    """Give what a change of each pair does to rare cells of the table of overlaps.

    For each person of the two the share of its cell that one person is, (n,): 1 where
    it stands alone in its cell, next to nothing where ten thousand do.
    """
    many = len(standing.sizes)
    stands = np.unique(standing.labels * len(standing.clean) + standing.lists)
    person, on = np.divmod(stands, len(standing.clean))
    # A random number a list, summed up, names a set of lists of any length.
    names = np.random.default_rng(1).integers(1, 2**52, len(standing.clean))
    cell = np.zeros(many, dtype=np.int64)
    np.add.at(cell, person, names[on])
    _, at, count = np.unique(cell, return_inverse=True, return_counts=True)
    share: Floats = 1 / np.sqrt(count[at.ravel()])
    one = standing.labels[standing.pairs.left]
    other = standing.labels[standing.pairs.right]
    both: Floats = np.maximum(share[one], share[other])
    return both


def _most_informative(
    standing: Standing, worth: Worth, free: NDArray[np.bool_]
) -> Iterator[Question]:
    """Give the best that is left, again and again; what was chosen lowers others."""
    value = np.where(free, worth.value, 0.0)
    best = np.argsort(-value, kind="stable")[:CANDIDATES]
    best = best[value[best] > 0]
    heap = [(-float(value[each]), int(each)) for each in best]
    heapq.heapify(heap)
    persons: Counter[int] = Counter()
    patterns: Counter[int] = Counter()
    while heap:
        promised, pair = heapq.heappop(heap)
        ends = _persons_of(standing, pair)
        again = max(persons[each] for each in ends)
        alike = patterns[int(worth.pattern[pair])]
        now = float(value[pair]) * _SAME_PERSON_AGAIN**again / (1 + 0.1 * alike)
        if now < -promised * (1 - 1e-9):  # it has been lowered since: back in line
            heapq.heappush(heap, (-now, pair))
            continue
        persons.update(set(ends))
        patterns[int(worth.pattern[pair])] += 1
        yield _question(standing, worth, pair, now, _why(worth, pair))


def _persons_of(standing: Standing, pair: int) -> tuple[int, int]:
    left, right = standing.pairs.left[pair], standing.pairs.right[pair]
    return int(standing.labels[left]), int(standing.labels[right])


def _why(worth: Worth, pair: int) -> WhyAsked:
    chance = worth.chance[pair]
    if worth.rare[pair] > 0.3 and 0.02 < chance < 0.98:  # fewer than ten in the cell
        return WhyAsked.RARE
    turned = worth.value[pair] - 0.1 * np.log1p(worth.like[pair])
    return WhyAsked.DOUBTFUL if turned > worth.value[pair] / 2 else WhyAsked.LIKE_MANY


def _checks(
    standing: Standing, worth: Worth, free: NDArray[np.bool_], asked: int, seed: int
) -> Iterator[Question]:
    """Draw sure pairs by chance, in turn of those held to be one and to be two."""
    chance = np.random.default_rng((seed, asked))
    sides = [worth.chance > _SURE, worth.chance < 1 - _SURE]
    drawn = [chance.permutation(np.flatnonzero(free & side)) for side in sides]
    for turn in range(max(map(len, drawn))):
        for side in drawn:
            if turn < len(side):
                pair = int(side[turn])
                value = float(worth.value[pair])
                yield _question(standing, worth, pair, value, WhyAsked.CHECK)


def _question(
    standing: Standing, worth: Worth, pair: int, value: float, why: WhyAsked
) -> Question:
    left, right = int(standing.pairs.left[pair]), int(standing.pairs.right[pair])
    together = bool(standing.labels[left] == standing.labels[right])
    return Question(pair, left, right, together, float(worth.chance[pair]), value, why)
