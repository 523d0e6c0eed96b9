"""Made strangers: names beside what others tell, to see how alike chance makes two.

Where no list is clean, no pair is known to be of two people. So every record keeps its
name and is given what another record tells of births, deaths, places and numbers.
Blocked and weighed like the true ones, its pairs are of strangers, and show how many
pairs chance brings to each weight; what lists show beyond that are people who stand
twice. It needs nobody's word, and no judgement on how alike one person's records are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log2

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.link.block import Limits, block_keys
from tasjil.link.compare.levels import Comparison
from tasjil.link.compare.name_columns import NAME_PARTS
from tasjil.link.score.calibration import Calibration, Weighed, calibrate
from tasjil.link.score.duckdb_door import opened
from tasjil.link.score.model import Model
from tasjil.link.score.room import Room
from tasjil.link.score.scoring import HOPELESS, Scored, score
from tasjil.link.score.weighing import (
    KINDS,
    AgainstKin,
    Likely,
    kind_of,
    of_list,
    weigh_against_kin,
    without_numbers,
)

ENOUGH = 1_000
"""Records below which chance shows too little."""

ONE = 0.3
"""Records as likely to be one person do not lend their names to two strangers."""

EXPLAINED = (0.7, 2.5)
"""How much more often than chance strangers may reach the weights at which nobody is
one person, for chance to be trusted above."""

STAYS = ("row", "list")
"""Columns that go with the name."""


def made_strangers(table: pa.Table, seed: int) -> pa.Table:
    """Give every record what another of its list tells beside the name.

    Args:
        table: From `compare.prepare`.
        seed: What chance is drawn from.
    """
    chance = np.random.default_rng(seed)
    lists = np.unique(table["list"].to_numpy(zero_copy_only=False), return_inverse=True)
    taken = np.arange(table.num_rows)
    for nth in range(len(lists[0])):
        own = np.flatnonzero(lists[1] == nth)
        taken[own] = chance.permutation(own)
    given = table.take(pa.array(taken))
    return pa.table(
        {
            name: table[name] if _stays(name) else given[name]
            for name in table.column_names
        }
    )


def _stays(column: str) -> bool:
    return column in STAYS or column.split("_")[0] in NAME_PARTS


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """The records of lists of which none is clean.

    Attributes:
        table: From `compare.prepare`.
        of: The list of each record, by number.
        names: Of the people, as records tell them.
        compared: What is compared.
    """

    table: pa.Table
    of: NDArray[np.int32]
    names: Sequence[str]
    compared: Sequence[Comparison]


def map_by_strangers(
    lists: Lists,
    scored: Scored,
    told: AgainstKin,
    before: Likely,
    model: Model,
    bounds: tuple[Limits | None, Room],
) -> Calibration:
    """Find the map where no list is clean: pairs beside those of made strangers.

    Args:
        lists: The records.
        scored: Their pairs.
        told: What the pairs weigh.
        before: How likely they are by the map that is only damped.
        model: How they were weighed.
        bounds: How much may be compared, and the room for it.

    Returns:
        The map; one that is only damped where the records are few.
    """
    if lists.table.num_rows < ENOUGH or not lists.compared:
        return before.calibration
    made = _of_two(_weighed(lists, told.begun, model, bounds), before)
    against = weigh_against_kin(
        made, lists.compared, model.comparisons, lists.of, model.prior, told.tables
    )
    bits = [each.bits + of_list(each, model.prior) for each in (told, against)]
    # Numbers that both tell settle a pair; it shows nothing of the rest.
    pairs = np.where(told.numbered, np.nan, 0.0)
    strangers = np.where(against.numbered, np.nan, 1.0)
    weighed = Weighed(
        np.concatenate(bits),
        np.concatenate([kind_of(each, lists.compared) for each in (scored, made)]),
        np.concatenate([pairs, strangers]),
    )
    found = replace(calibrate(weighed, model.prior, KINDS), against=model.prior)
    # Where chance does not explain how alike strangers are, it shows nothing.
    explained = all(EXPLAINED[0] <= each <= EXPLAINED[1] for each in found.alike)
    return found if explained else before.calibration


def _of_two(made: Scored, before: Likely) -> Scored:
    """Leave out made strangers whose names seem to be one person's."""
    size = np.int64(max(made.right.max(initial=0), before.scored.right.max(initial=0)))
    same = before.probability >= ONE
    one = before.scored.left[same] * (size + 1) + before.scored.right[same]
    apart = ~np.isin(made.left * (size + 1) + made.right, one)
    return Scored(
        made.left[apart], made.right[apart], made.bits[apart], made.levels[apart]
    )


def _weighed(
    lists: Lists, begun: float, model: Model, bounds: tuple[Limits | None, Room]
) -> Scored:
    """Block and weigh made strangers as the lists were."""
    limits, room = bounds
    made = made_strangers(lists.table, model.seed)
    blocks = block_keys(made, limits, lists.names)
    weights = without_numbers(lists.compared, model.comparisons)
    low = -log2(begun / (1 - begun)) - HOPELESS
    with opened(made, room) as api:
        return score(api, blocks.pairs(), lists.compared, weights, low)
