"""What records of one person share and strangers do not, learned without being told.

Expectation and maximisation after Fellegi and Sunter (1969) and Winkler (1988), on
counts of how comparisons come out together. Each pass looks at pairs that agree on two
things and learns about the others; the built-in values are worth a few pairs, so that
what a small list never shows is not held to be impossible.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.compare.comparing import BROTHERS
from tasjil.link.compare.levels import Comparison
from tasjil.link.score.kin_tables import Floats, kin_table
from tasjil.link.score.passes import Pass, taught
from tasjil.link.score.scoring import Patterns

WORTH_M, WORTH_U = 25.0, 1000.0
"""Pairs that the built-in `m` and `u` are worth."""

WORTH = (WORTH_M, 25.0, 30.0)
"""The same of pairs of one person, of kin and of strangers in a pass."""

SHARES = (0.15, 0.1, 0.75)
"""How pairs of a pass are shared out, to begin with."""

OTHER_NAME = 0.02
"""The largest share of people that is believed to have another given name on another
list, of one father and family: where more seem to, they are brothers and sisters."""

LEAST_U = 1e-7
"""What nobody saw among some hundred thousand pairs is not proved to be rarer."""

ROUNDS, AT_REST = 300, 1e-5

Tables = list[Floats]


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
    """Part the pairs of a pass into those of one person, of kin and of strangers.

    Args:
        each: The pass.
        patterns: Its counts.
        comparisons: What was compared.
        m: Where to start, from "differs" upward, for each comparison.
        u: The same of two persons, from pairs drawn at random.
    """
    places = [place for place, _ in taught(each, comparisons)]
    levels = patterns.levels[:, places]
    weighing = _weighing(levels, [one for _, one in taught(each, comparisons)])
    own_m, own_u = [m[place] for place in places], [u[place] for place in places]
    kin = [kin_table(comparisons[place], m[place], u[place]) for place in places]
    kinds = (own_m, kin, own_u)
    brothers = {
        n: labels.index(BROTHERS)
        for n, place in enumerate(places)
        if BROTHERS in (labels := _upward(comparisons[place]))
    }
    chance, settled = _parted(weighing, patterns.pairs, kinds, brothers)
    counts = {
        place: _counts(levels[:, n], chance[0], len(m[place]))
        for n, place in enumerate(places)
    }
    every = float(patterns.pairs.sum())
    return Learned(counts, float(chance[0].sum()), every, settled)


def _parted(
    levels: NDArray[np.int8],
    pairs: Floats,
    begin: tuple[Tables, ...],
    brothers: Mapping[int, int],
) -> tuple[list[Floats], bool]:
    """Share every pattern's pairs out among kinds, until nothing moves."""
    tables, shares = begin, np.array(SHARES)
    chance: list[Floats] = []
    for _ in range(ROUNDS):
        chance = _shared_out(levels, pairs, tables, shares)
        now = tuple(
            _tables(levels, own, before, worth)
            for own, before, worth in zip(chance, begin, WORTH, strict=True)
        )
        for n, level in brothers.items():
            now[0][n] = held_below(now[0][n], level, OTHER_NAME)
        moved = max(
            (
                float(np.abs(a - b).max())
                for new, old in zip(now, tables, strict=True)
                for a, b in zip(new, old, strict=True)
            ),
            default=0.0,
        )
        tables = now
        shares = np.array([own.sum() + 1 for own in chance])
        shares /= shares.sum()
        if moved < AT_REST:
            return chance, True
    return chance, False


def held_below(table: Floats, level: int, most: float) -> Floats:
    """Hold one share of a table to be no larger; the others grow in proportion.

    Example:
        >>> held_below(np.array([0.5, 0.5]), 0, 0.2).tolist()
        [0.2, 0.8]
    """
    if table[level] <= most:
        return table
    held: Floats = table * ((1 - most) / (1 - table[level]))
    held[level] = most
    return held


def _upward(each: Comparison) -> list[str]:
    return [level.label for level in each.levels][::-1]


def _shared_out(
    levels: NDArray[np.int8], pairs: Floats, kinds: tuple[Tables, ...], shares: Floats
) -> list[Floats]:
    evidence = [
        np.log(share) + _log_likelihood(levels, tables)
        for tables, share in zip(kinds, shares, strict=True)
    ]
    stacked = np.exp(evidence - np.max(evidence, axis=0))
    return list(pairs * stacked / stacked.sum(axis=0))


def _log_likelihood(levels: NDArray[np.int8], tables: Tables) -> Floats:
    likely = np.zeros(len(levels))
    for n, table in enumerate(tables):
        # The last place is that of the untold, -1.
        likely += np.append(np.log(table), 0.0)[levels[:, n]]
    return likely


def _counts(levels: NDArray[np.int8], weights: Floats, size: int) -> Floats:
    told = levels >= 0
    found = np.bincount(levels[told], weights[told], minlength=size)
    return found.astype(np.float64)


def _tables(
    levels: NDArray[np.int8], weights: Floats, before: Tables, worth: float
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
    built = u
    shares = np.array([prior, 1 - prior])
    weighing = _weighing(random.levels, comparisons)
    for _ in range(3):
        strangers = _shared_out(weighing, random.pairs, (m, u), shares)[1]
        u = _tables(random.levels, strangers, built, WORTH_U)
    return m, [np.maximum(each, LEAST_U) for each in u]


def _weighing(
    levels: NDArray[np.int8], comparisons: Sequence[Comparison]
) -> NDArray[np.int8]:
    """Take levels that another comparison weighs for untold: they part nobody."""
    made = levels.copy()
    for n, one in enumerate(comparisons):
        silent = [level.neutral for level in one.levels][::-1]
        made[:, n] = np.where(np.append(silent, False)[levels[:, n]], -1, levels[:, n])
    return made


def _normal(values: list[float]) -> NDArray[np.float64]:
    upward = np.array(values[::-1])
    made: NDArray[np.float64] = upward / upward.sum()
    return made
