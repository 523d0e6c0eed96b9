"""Brothers and sisters killed together: neither strangers nor one person.

They share father, family, house and day, and differ in the given name and the age. Two
kinds of pairs, of one person and of strangers, leave no place for them, and whatever
they share would speak for one person. So a third kind is learned beside the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.compare.levels import Comparison
from tasjil.link.score.kin_tables import Floats, KinTables, kin_table
from tasjil.link.score.scoring import Weights

Tables = list[Floats]

BEGIN = 0.3
"""Pairs of kin for each pair of one person, to begin with."""

WORTH = 30.0
"""Pairs that a table to begin with is worth."""

ROUNDS, AT_REST = 60, 1e-3

SAMPLE = 300_000
"""Pairs that are looked at to learn, at most."""

LEAST = 1e-5


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What pairs weigh when kin are held apart.

    Attributes:
        bits: For one person, against strangers and kin together, without what numbers
            say, (pairs,).
        numbers: What numbers add to it, (pairs,).
    """

    bits: Floats
    numbers: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Pairs of which kin are to be told.

    Attributes:
        bits: Evidence against strangers, without numbers, (n,).
        numbers: What numbers weigh, (n,).
        levels: How comparisons came out, (n, comparisons).
        group: Which lists the pair is of, (n,).
    """

    bits: Floats
    numbers: Floats
    levels: NDArray[np.int8]
    group: NDArray[np.int64]

    def each(self, step: int) -> "Seen":
        """Give every so many-th of them."""
        return Seen(
            self.bits[::step],
            self.numbers[::step],
            self.levels[::step],
            self.group[::step],
        )


def learn_kin(
    seen: Seen,
    comparisons: Sequence[Comparison],
    weights: Weights,
    pairs: Floats,
    prior: float,
) -> KinTables:
    """Learn from pairs how kin come out, and how many there are.

    Args:
        seen: The pairs.
        comparisons: What was compared.
        weights: How.
        pairs: How many pairs each group has, compared or not, (groups,).
        prior: How likely a pair is of one person, to begin with.
    """
    compared = comparisons if len(seen.bits) else ()
    tables = _begin(compared, weights, len(pairs), prior)
    if compared:
        step = max(1, -(-len(seen.bits) // SAMPLE))
        _learn(tables, seen.each(step), pairs / step)
    return tables


def hold_kin_apart(seen: Seen, tables: KinTables) -> Evidence:
    """Weigh pairs against kin as well as against strangers."""
    kin, with_numbers = _kin_bits(seen, tables)
    share = tables.of(seen.group)[1]
    bits = seen.bits - _against(share, kin)
    numbers = seen.bits + seen.numbers - _against(share, with_numbers) - bits
    return Evidence(bits, numbers)


def _kin_bits(seen: Seen, tables: KinTables) -> tuple[Floats, Floats]:
    """Give the bits for kin against strangers, without and with numbers."""
    if not len(seen.bits):
        return seen.bits, seen.bits
    without = seen.bits + tables.more(seen.levels, numbers=False)
    return without, without + seen.numbers + tables.more(seen.levels, numbers=True)


def _against(share: Floats, kin: Floats) -> Floats:
    """Give the bits of being strangers or kin, against being strangers."""
    made: Floats = np.log2(1 + share * np.exp2(np.clip(kin, -60, 200)))
    return made


def _begin(
    comparisons: Sequence[Comparison], weights: Weights, groups: int, prior: float
) -> KinTables:
    one, kin, silent = [], [], []
    for each in comparisons:
        m = np.array([level.m for level in weights[each.name]][::-1])
        u = np.array([level.u for level in weights[each.name]][::-1])
        one.append(m)
        kin.append(kin_table(each, m, u))
        silent.append(np.array([level.neutral for level in each.levels][::-1]))
    return KinTables(
        one,
        kin,
        silent,
        [each.is_number for each in comparisons],
        [each.name == "given" for each in comparisons],
        np.full(groups, prior),
        np.full(groups, BEGIN * prior),
    )


def _learn(kinds: KinTables, sample: Seen, pairs: Floats) -> None:
    group = sample.group
    first_kin = [each.copy() for each in kinds.kin]
    for _ in range(ROUNDS):
        one = sample.bits + sample.numbers
        kin = _kin_bits(sample, kinds)[1]
        is_one = kinds.shares[group] * np.exp2(np.clip(one, -60, 200))
        is_kin = kinds.kin_shares[group] * np.exp2(np.clip(kin, -60, 200))
        every = 1 + is_one + is_kin
        is_one, is_kin = is_one / every, is_kin / every
        before = kinds.kin
        kinds.kin = _tables(sample.levels, is_kin, first_kin, kinds.named)
        kinds.shares = _shares(is_one, group, pairs)
        kinds.kin_shares = _shares(is_kin, group, pairs)
        moved = (np.abs(a - b).max() for a, b in zip(before, kinds.kin, strict=True))
        if max(moved, default=0.0) < AT_REST:
            break


def _shares(chance: Floats, group: NDArray[np.int64], pairs: Floats) -> Floats:
    """Share out what was found by group; a group with none keeps half a pair."""
    found = np.bincount(group, chance, minlength=len(pairs)) + 0.5
    made: Floats = found / np.maximum(pairs, 1)
    return np.minimum(made, 0.5)


def _tables(
    levels: NDArray[np.int8], chance: Floats, first: Tables, given: Sequence[bool]
) -> Tables:
    made = []
    for n, start in enumerate(first):
        if given[n]:
            # Learned freely, kin of one given name would be one person by another name.
            made.append(start)
            continue
        told = levels[:, n] >= 0
        counts = np.bincount(levels[told, n], chance[told], minlength=len(start))
        table = counts + WORTH * start
        made.append(np.maximum(table / table.sum(), LEAST))
    return made
