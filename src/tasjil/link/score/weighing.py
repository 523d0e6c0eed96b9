"""What compared pairs amount to: how many are matches, and how likely each one is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tasjil.link.compare.comparing import BROTHERS, KUNYA
from tasjil.link.compare.levels import Comparison
from tasjil.link.score.calibration import (
    Calibration,
    Reliability,
    Weighed,
    calibrate,
    reliability,
)
from tasjil.link.score.kin import Seen, hold_kin_apart, learn_kin
from tasjil.link.score.kin_tables import KinTables
from tasjil.link.score.model import LevelWeight
from tasjil.link.score.rivals import Rivalry, Shown, shown_by
from tasjil.link.score.scoring import Scored, Weights

KINDS = 3
"""Kinds of pairs: given names agree, are not both told, differ."""

REPLACED = 0.02
"""Share of people with two numbers from which on numbers are held to be replaced at
times. Below it two numbers are two people, whatever else agrees."""

SEEN_REPLACED = 20.0
"""How often pairs of one person with two numbers must have been seen to teach it. Up
to a dozen passes see the same pair."""

LEAST = 0.004
"""Pairs less probable than this are not kept."""

SHARED_BY_MANY = frozenset(("sex", "age"))
"""Nobody is known by these alone."""

OF_A_LIST = (-8.0, 3.0)
"""Bits by which pairs within one list may be likelier than pairs across lists."""


@dataclass(frozen=True, slots=True, eq=False)
class AgainstKin:
    """What pairs weigh.

    Attributes:
        bits: Evidence without numbers, against strangers and kin, (n,).
        numbers: What numbers weigh, (n,).
        numbered: Whether both records tell a number of one kind, (n,).
        two: Whether they tell two numbers of one kind, and so are two people, (n,).
        share: How likely a pair of these lists is of one person at all, (n,).
        begun: How likely two records drawn at random were held to be one person.
        tables: What was learned of kin.
    """

    bits: NDArray[np.float64]
    numbers: NDArray[np.float64]
    numbered: NDArray[np.bool_]
    two: NDArray[np.bool_]
    share: NDArray[np.float64]
    begun: float
    tables: KinTables


@dataclass(frozen=True, slots=True, eq=False)
class Likely:
    """Pairs with their probabilities.

    Attributes:
        scored: The pairs; their bits hold all evidence.
        probability: Calibrated, (n,).
        calibration: The map.
        reliability: How well it holds, as far as clean lists show it.
    """

    scored: Scored
    probability: NDArray[np.float64]
    calibration: Calibration
    reliability: Reliability


def without_numbers(
    comparisons: Sequence[Comparison], weights: Weights
) -> dict[str, tuple[LevelWeight, ...]]:
    """Let numbers that differ weigh nothing, for the search of pairs.

    Within a clean list all have their own numbers; without them its pairs show how
    alike strangers are.
    """
    made = dict(weights)
    for each in comparisons:
        if each.is_number:
            *levels, last = weights[each.name]
            made[each.name] = (*levels, LevelWeight(last.label, last.u, last.u))
    return made


def weigh_against_kin(
    scored: Scored,
    comparisons: Sequence[Comparison],
    weights: Weights,
    lists: NDArray[np.int32],
    prior: float,
    tables: KinTables | None = None,
) -> AgainstKin:
    """Weigh pairs against strangers and kin.

    Args:
        scored: Pairs weighed by `without_numbers`.
        comparisons: What was compared.
        weights: With numbers.
        lists: The list of each record, by number.
        prior: How likely two records drawn at random are one person.
        tables: What was learned of kin before; None learns it from these pairs.
    """
    numbers, told = _numbers(scored, comparisons, weights)
    bits = scored.bits - _number_bits(scored, comparisons, weights)
    group, pairs = _groups(scored, lists)
    seen = Seen(bits, numbers, scored.levels, group)
    if tables is None:
        tables = learn_kin(seen, comparisons, weights, pairs, prior)
    evidence = hold_kin_apart(seen, tables)
    share = tables.of(group)[0]
    two = _two_numbers(scored, comparisons, weights)
    return AgainstKin(evidence.bits, evidence.numbers, told, two, share, prior, tables)


def _groups(
    scored: Scored, lists: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Number pairs by their lists: those of one list by it, all across together."""
    size = np.bincount(lists).astype(float)
    one, other = lists[scored.left], lists[scored.right]
    group = np.where(one == other, one, len(size)).astype(np.int64)
    within = size * (size - 1) / 2
    across = (size.sum() ** 2 - (size**2).sum()) / 2
    return group, np.append(within, across)


def weigh_likely(
    scored: Scored,
    told: AgainstKin,
    comparisons: Sequence[Comparison],
    lists: NDArray[np.int32],
    clean: NDArray[np.bool_],
    prior: float,
    map: Calibration | None = None,
) -> Likely:
    """Turn evidence into probabilities.

    Args:
        scored: The pairs.
        told: What they weigh.
        comparisons: What was compared.
        lists: The list of each record, by number.
        clean: Whether nobody stands twice on it, for each list.
        prior: How likely two records drawn at random are one person.
        map: From weights to probabilities; None finds it from these pairs.

    Returns:
        The pairs that are worth keeping.
    """
    kind = kind_of(scored, comparisons)
    within = _within(scored, lists, clean, told.numbered)
    weighed = Weighed(told.bits, kind, within)
    calibration = map or calibrate(weighed, prior, KINDS)
    # A map that is only damped starts at the prior that was found since.
    against = calibration.against or (told.begun if calibration.fitted else prior)
    calibration = replace(calibration, kin=told.tables, against=against)
    every = told.bits + told.numbers + of_list(told, against)
    possible = _of_somebody(scored, comparisons) & ~told.two
    probability = calibration.probability(every, kind)
    if map is None and calibration.fitted:
        ends = _Ends(scored.left, scored.right, lists, clean)
        calibration = calibration.moved(ends.shown(probability, possible))
        probability = calibration.probability(every, kind)
    kept = (probability >= LEAST) & possible
    full = Scored(
        scored.left[kept],
        scored.right[kept],
        (told.bits + told.numbers)[kept],
        scored.levels[kept],
    )
    shown = reliability(weighed, calibration)
    return Likely(full, probability[kept], calibration, shown)


@dataclass(frozen=True, slots=True, eq=False)
class _Ends:
    """Whose pairs they are."""

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    lists: NDArray[np.int32]
    clean: NDArray[np.bool_]

    def shown(
        self, probability: NDArray[np.float64], possible: NDArray[np.bool_]
    ) -> Shown:
        """Say what the rivals of pairs that are worth keeping show."""
        worth = possible & (probability >= LEAST)
        ends = (self.left[worth], self.right[worth])
        return shown_by(Rivalry.of(ends, probability[worth], self.lists, self.clean))


def of_list(told: AgainstKin, against: float) -> NDArray[np.float64]:
    """Give by how many bits pairs of their lists are likelier than `against`."""
    made: NDArray[np.float64] = np.log2(told.share / against)
    return np.clip(made, *OF_A_LIST)


def _numbers(
    scored: Scored, comparisons: Sequence[Comparison], weights: Weights
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Give what numbers weigh, and whether both records tell any."""
    bits = np.zeros(len(scored))
    told = np.zeros(len(scored), dtype=bool)
    for place, each in enumerate(comparisons):
        if each.is_number:
            levels = scored.levels[:, place]
            upward = [level.bits for level in weights[each.name]][::-1]
            bits += np.append(upward, 0.0)[levels]
            told |= levels >= 0
    return bits, told


def _two_numbers(
    scored: Scored, comparisons: Sequence[Comparison], weights: Weights
) -> NDArray[np.bool_]:
    """Say which pairs tell numbers that differ by more than a slip.

    Lists in which numbers of one person are replaced teach it: there they only weigh.
    """
    two = np.zeros(len(scored), dtype=bool)
    for place, each in enumerate(comparisons):
        if each.is_number and not _replaced(weights[each.name]):
            two |= scored.levels[:, place] == 0
    return two


def numbers_replaced(weights: Weights) -> frozenset[str]:
    """Name the comparisons of numbers that lists show to be replaced at times."""
    return frozenset(
        name
        for name, levels in weights.items()
        if name.startswith("id_") and _replaced(levels)
    )


def _replaced(levels: Sequence[LevelWeight]) -> bool:
    return levels[-1].m >= REPLACED and levels[-1].learned >= SEEN_REPLACED


def _number_bits(
    scored: Scored, comparisons: Sequence[Comparison], weights: Weights
) -> NDArray[np.float64]:
    """Give what is in the bits already: numbers that agree."""
    return _numbers(scored, comparisons, without_numbers(comparisons, weights))[0]


def _of_somebody(
    scored: Scored, comparisons: Sequence[Comparison]
) -> NDArray[np.bool_]:
    """Say which pairs are compared by more than sex and age, which many share."""
    more = [n for n, each in enumerate(comparisons) if each.name not in SHARED_BY_MANY]
    made: NDArray[np.bool_] = np.any(scored.levels[:, more] >= 0, axis=1)
    return made


def kind_of(scored: Scored, comparisons: Sequence[Comparison]) -> NDArray[np.int8]:
    """Say for each pair whether given names agree, are not both told, or differ."""
    names = [each.name for each in comparisons]
    if "given" not in names:
        return np.ones(len(scored), np.int8)
    place = names.index("given")
    labels = [level.label for level in comparisons[place].levels][::-1]
    level = scored.levels[:, place]
    untold = (level < 0) | (level == labels.index(KUNYA))
    kind = np.where(untold, 1, np.where(level <= labels.index(BROTHERS), 2, 0))
    return kind.astype(np.int8)


def _within(
    scored: Scored,
    lists: NDArray[np.int32],
    clean: NDArray[np.bool_],
    told: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Say for each pair how many pairs across lists it stands for."""
    one, other = lists[scored.left], lists[scored.right]
    size = np.bincount(lists, minlength=len(clean)).astype(float)
    trusted = size * clean
    # Each of two clean lists shows half of the pairs across them.
    across = size[:, None] * size[None, :]
    np.fill_diagonal(across, 0)
    sides = clean[:, None].astype(float) + clean[None, :]
    share = np.divide(across, sides, out=np.zeros_like(across), where=sides > 0)
    stands = np.divide(
        share.sum(axis=1),
        trusted * (trusted - 1) / 2,
        out=np.zeros_like(size),
        where=trusted > 1,
    )
    within = np.where(one == other, np.where(clean[one], stands[one], np.nan), 0.0)
    unseen = (one != other) & (sides[one, other] == 0)
    # Numbers that both tell settle a pair across lists; it shows nothing of the rest.
    return np.where(unseen | (told & (one != other)), np.nan, within)


def by_name(lists: Sequence[str], clean: Mapping[str, bool]) -> NDArray[np.bool_]:
    """Lay out which lists are clean, in the order of their names."""
    return np.array([clean.get(name, False) for name in lists], dtype=bool)
