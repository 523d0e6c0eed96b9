"""Chooses which records are compared: those that share enough, and no crowd."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.link.block.against import Facts
from tasjil.link.block.blocks import Blocks
from tasjil.link.block.lacking import Lacking
from tasjil.link.block.limits import Limits
from tasjil.link.block.not_compared import (
    NotCompared,
    alone,
    given_up,
    named_alike,
    too_large,
)
from tasjil.link.block.plan import PLAN, Kind
from tasjil.link.block.sifting import Sifted, sift
from tasjil.link.block.told import Told
from tasjil.link.block.traits import Trait, traits

_TWO_PARTS = (Trait.PART, Trait.PART)


def block_keys(
    table: pa.Table, limits: Limits | None = None, names: Sequence[str] = ()
) -> Blocks:
    """Put records that share enough to be one person into blocks.

    A block that too many records share is cut by a further thing that they share, and
    again; what cannot be cut is not compared for that reason, and is reported.

    Args:
        table: Columns of records as `compare.prepare` makes them. A column that is
            missing is told by nobody.
        limits: How much may be compared.
        names: The name of each record as written, for the report in words.

    Returns:
        Blocks, whatever the order of the records; work grows as n log n.

    Example:
        >>> table = pa.table({"given_1": ["dr", "dr", "sl"]})
        >>> [pair.tolist() for pair in next(block_keys(table).pairs())]
        [[0, 0, 1], [1, 2, 2]]
    """
    limits = limits or Limits()
    if table.num_rows <= limits.everything:
        return _all_with_all(table)
    told = traits(table)
    facts = Facts.of(table)
    few = Lacking(told, facts, limits)
    sifted, crowds = _sifted(names, told, limits, few)
    member = np.concatenate([each.member for each in sifted])
    after = np.concatenate([each.after for each in sifted])
    sizes = [len(each.member) for each in sifted]
    del sifted
    alike = np.repeat([kind.alike for kind in PLAN], sizes)
    beside = few.pairs()
    kept, left_out = _within(after, limits.pairs * table.num_rows - few.kept)
    if left_out:
        member, after, alike = member[kept], after[kept], alike[kept]
    compared = np.zeros(table.num_rows, dtype=bool)
    compared[member] = compared[beside[0]] = compared[beside[1]] = True
    report = (*alone(compared, told), *crowds, *left_out)
    return Blocks(table.num_rows, member, after, alike, facts, beside, report)


def _all_with_all(table: pa.Table) -> Blocks:
    """A small table is one block."""
    member = np.arange(table.num_rows, dtype=np.int32)
    after = member[::-1].astype(np.uint16)
    alike = np.ones(table.num_rows, dtype=bool)
    return Blocks(table.num_rows, member, after, alike, Facts.of(table))


def _sifted(
    names: Sequence[str], told: Mapping[Trait, Told], limits: Limits, few: Lacking
) -> tuple[list[Sifted], list[NotCompared]]:
    """Sift kind by kind; hold what is too large only until its last cut."""
    found: list[Sifted] = []
    crowds: list[NotCompared] = []
    large: dict[tuple[Trait, ...], Told] = {}
    cuts = Counter(kind.cuts for kind in PLAN)
    for kind in PLAN:
        keys = _keys(kind, told, large)
        cuts[kind.cuts] -= 1
        if kind.cuts is not None and not cuts[kind.cuts]:
            del large[kind.cuts]
        each, over = sift(keys, max(2, round(kind.most * limits.block)))
        found.append(each)
        few.meet(kind, over)
        if kind.traits == _TWO_PARTS:
            crowds += named_alike(names, over, told)
        if cuts[kind.traits]:
            large[kind.traits] = over
        else:
            crowds += too_large(kind, over)
    return found, crowds


def _keys(
    kind: Kind, told: Mapping[Trait, Told], large: Mapping[tuple[Trait, ...], Told]
) -> Told:
    if kind.cuts is not None:
        return large[kind.cuts].joined(told[kind.traits[-1]])
    if len(kind.traits) > len(set(kind.traits)):
        return told[kind.traits[0]].several(len(kind.traits))
    first, *more = (told[trait] for trait in kind.traits)
    for each in more:
        first = first.joined(each)
    return first


def _within(
    after: NDArray[np.uint16], bound: int
) -> tuple[NDArray[np.bool_], list[NotCompared]]:
    """Give up the largest blocks until the rest hold no more pairs than the bound."""
    if int(after.sum(dtype=np.int64)) <= bound:
        return np.ones(len(after), dtype=bool), []
    # The first member of a block has the whole block after it, the last has nobody.
    ends = np.flatnonzero(after == 0)
    size = np.diff(ends, prepend=-1)
    pairs = np.bincount(size, weights=size * (size - 1) // 2)
    most = int(np.searchsorted(np.cumsum(pairs), bound, side="right")) - 1
    fits = size <= most
    return np.repeat(fits, size), [given_up(size[~fits])]
