"""What records of one person share and strangers do not, learned without being told.

Expectation and maximisation after Fellegi and Sunter (1969) and Winkler (1988), on
counts of how comparisons come out together. Each pass looks at pairs that agree on two
things and learns about the others; the built-in values are worth a few pairs, so that
what a small list never shows is not held to be impossible.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.compare.levels import Comparison
from tasjil.link.score.passes import Pass, taught
from tasjil.link.score.scoring import Patterns

WORTH_M, WORTH_U, WORTH_OWN = 25.0, 1000.0, 30.0
"""Pairs that the built-in `m`, the built-in `u`, and `u` in a pass are worth."""

LEAST_U = 1e-7
"""What nobody saw among some hundred thousand pairs is not proved to be rarer."""

ROUNDS, AT_REST = 300, 1e-5

Tables = list[NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Learned:
    """What one pass taught: pairs of one person by level, and how many there are.

    Attributes:
        counts: For each comparison taught, by its place, pairs of one person at each
            level, from "differs" upward.
        matches: Pairs of one person in the pass.
        pairs: Pairs of the pass.
        settled: Whether it came to rest.
    """

    counts: dict[int, NDArray[np.float64]]
    matches: float
    pairs: float
    settled: bool


def learn_pass(
    each: Pass,
    patterns: Patterns,
    comparisons: Sequence[Comparison],
    m: Tables,
    u: Tables,
) -> Learned:
    """Part the pairs of a pass into those of one person and of two.

    Args:
        each: The pass.
        patterns: Its counts.
        comparisons: What was compared.
        m: Where to start, from "differs" upward, for each comparison.
        u: The same of two persons, from pairs drawn at random.
    """
    places = [place for place, _ in taught(each, comparisons)]
    levels = patterns.levels[:, places]
    own_m, own_u = [m[place] for place in places], [u[place] for place in places]
    share, settled = 0.2, False
    of_one = np.zeros(len(levels))
    for _ in range(ROUNDS):
        of_one = _chance_of_one(levels, own_m, own_u, share)
        new_m = _tables(
            levels, patterns.pairs * of_one, [m[p] for p in places], WORTH_M
        )
        new_u = _tables(
            levels, patterns.pairs * (1 - of_one), [u[p] for p in places], WORTH_OWN
        )
        share = float((patterns.pairs @ of_one + 1) / (patterns.pairs.sum() + 2))
        moved = max(
            (float(np.abs(a - b).max()) for a, b in zip(new_m, own_m, strict=True)),
            default=0.0,
        )
        own_m, own_u = new_m, new_u
        if moved < AT_REST:
            settled = True
            break
    weighed = patterns.pairs * of_one
    counts = {
        place: _counts(levels[:, n], weighed, len(m[place]))
        for n, place in enumerate(places)
    }
    return Learned(counts, float(weighed.sum()), float(patterns.pairs.sum()), settled)


def _chance_of_one(
    levels: NDArray[np.int8], m: Tables, u: Tables, share: float
) -> NDArray[np.float64]:
    evidence = np.full(len(levels), np.log(share / (1 - share)))
    for n, (own_m, own_u) in enumerate(zip(m, u, strict=True)):
        # The last place is that of the untold, -1.
        evidence += np.append(np.log(own_m / own_u), 0.0)[levels[:, n]]
    chance: NDArray[np.float64] = 1 / (1 + np.exp(-evidence))
    return chance


def _counts(
    levels: NDArray[np.int8], weights: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    told = levels >= 0
    found = np.bincount(levels[told], weights[told], minlength=size)
    return found.astype(np.float64)


def _tables(
    levels: NDArray[np.int8],
    weights: NDArray[np.float64],
    before: Tables,
    worth: float,
) -> Tables:
    made = []
    for n, prior in enumerate(before):
        counts = _counts(levels[:, n], weights, len(prior)) + worth * prior
        made.append(counts / counts.sum())
    return made


def start(
    comparisons: Sequence[Comparison], random: Patterns, prior: float
) -> tuple[Tables, Tables]:
    """Give the built-in `m`, and `u` as pairs drawn at random show it.

    Args:
        comparisons: What was compared.
        random: Counts of pairs drawn at random.
        prior: How likely such a pair is of one person, about.
    """
    m = [_normal([each.m for each in one.levels]) for one in comparisons]
    u = [_normal([each.u for each in one.levels]) for one in comparisons]
    for _ in range(3):
        of_one = _chance_of_one(random.levels, m, u, prior)
        weights = random.pairs * (1 - of_one)
        built = [_normal([each.u for each in one.levels]) for one in comparisons]
        u = _tables(random.levels, weights, built, WORTH_U)
    return m, [np.maximum(each, LEAST_U) for each in u]


def _normal(values: list[float]) -> NDArray[np.float64]:
    upward = np.array(values[::-1])
    made: NDArray[np.float64] = upward / upward.sum()
    return made
