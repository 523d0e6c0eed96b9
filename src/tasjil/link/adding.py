"""Records added to a linking: only what is new or changed is compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.link.block import Blocks, NotCompared, block_keys
from tasjil.link.block.blocks import Batch
from tasjil.link.compare.columns import prepare
from tasjil.link.compare.comparing import comparisons
from tasjil.link.linking import LinkSettings, in_order
from tasjil.link.pairs import Pairs
from tasjil.link.score.duckdb_door import opened
from tasjil.link.score.scoring import HOPELESS, Scored, nothing, score
from tasjil.link.score.weighing import (
    by_name,
    weigh_against_kin,
    weigh_likely,
    without_numbers,
)
from tasjil.link.work import Work
from tasjil.model.particulars import Particulars


@dataclass(frozen=True, slots=True, eq=False)
class Fresh:
    """Records of which most were compared before, and all pairs now.

    Attributes:
        told: The records, in the order of their ids; positions are in it.
        order: Where each of them stood as they came.
        table: The same, laid out for comparing.
        was: Where each stood before; -1 for one that is new or was changed.
        pairs: Old and new, as the model weighs them.
        fresh: Records that are new or tell something else.
        compared: Pairs that were looked at for them.
        not_compared: What was left out, in words.
    """

    told: tuple[Particulars, ...]
    order: list[int]
    table: pa.Table
    was: NDArray[np.int64]
    pairs: Pairs
    fresh: int
    compared: int
    not_compared: tuple[NotCompared, ...]


def compare_fresh(
    work: Work, records: Sequence[Particulars], settings: LinkSettings | None = None
) -> Fresh:
    """Compare records that are new, or tell something else, with all others.

    Raises:
        BadValue: Two records have one id, or there is no model to go by.
    """
    if not work.model.comparisons:
        raise BadValue(
            "expected a linking that has learned a model, found one of nothing to "
            "compare: link all records instead"
        )
    chosen = settings or LinkSettings()
    order = in_order(records)
    told = tuple(records[place] for place in order)
    was = _places_before(work, told)
    fresh = was < 0
    table = _table(work, told, was)
    blocks = block_keys(table, chosen.limits, [each.name for each in told])
    scored, compared = _scored(work, (table, blocks), fresh, chosen)
    pairs = _with_old(_weighed(work, told, scored), work, was, fresh)
    count = int(fresh.sum())
    return Fresh(told, order, table, was, pairs, count, compared, blocks.not_compared)


def _places_before(work: Work, told: Sequence[Particulars]) -> NDArray[np.int64]:
    """Give where each record stood before; -1 for one that is new or was changed."""
    place = {each.record: at for at, each in enumerate(work.told)}
    found = (place.get(each.record, -1) for each in told)
    return np.array(
        [
            at if at >= 0 and (work.told[at] is each or work.told[at] == each) else -1
            for at, each in zip(found, told, strict=True)
        ],
        np.int64,
    )


def _table(work: Work, told: Sequence[Particulars], was: NDArray[np.int64]) -> pa.Table:
    """Lay out the fresh records, and set them among those of before."""
    fresh = np.flatnonzero(was < 0)
    kept = work.table.take(was[was >= 0])
    new = prepare([told[at] for at in fresh.tolist()], told)
    both = pa.concat_tables([kept, new], promote_options="default")
    place = np.empty(len(told), np.int64)
    place[np.concatenate([np.flatnonzero(was >= 0), fresh])] = np.arange(len(told))
    rows = pa.array(np.arange(len(told), dtype=np.int32))
    return both.take(place).set_column(0, "row", rows)


def _scored(
    work: Work,
    laid: tuple[pa.Table, Blocks],
    fresh: NDArray[np.bool_],
    chosen: LinkSettings,
) -> tuple[Scored, int]:
    """Weigh the pairs that hold a fresh record."""
    table, blocks = laid
    compared = comparisons(work.filled)
    model = work.model
    batches = list(blocks.pairs_of(fresh))
    if not batches:
        return nothing(compared), 0
    low = -log2(model.prior / (1 - model.prior)) - HOPELESS
    weights = without_numbers(compared, model.comparisons)
    asked = table if chosen.spark else _asked(table, batches)
    with opened(asked, chosen.room) as api:
        scored = score(api, batches, compared, weights, low, chosen.spark, table)
    return scored, sum(len(left) for left, _ in batches)


def _asked(table: pa.Table, batches: Iterable[Batch]) -> pa.Table:
    """Give the records that stand in some pair, under the positions they have."""
    held = np.zeros(table.num_rows, bool)
    for left, right in batches:
        held[left] = held[right] = True
    return table.take(np.flatnonzero(held))


def _weighed(work: Work, told: Sequence[Particulars], scored: Scored) -> Pairs:
    compared = comparisons(work.filled)
    lists, numbers = np.unique([each.list for each in told], return_inverse=True)
    model, places = work.model, numbers.astype(np.int32)
    against = weigh_against_kin(
        scored, compared, model.comparisons, places, model.prior, work.calibration.kin
    )
    clean = by_name(lists.tolist(), work.said | work.found)
    likely = weigh_likely(
        scored, against, compared, places, clean, model.prior, work.calibration
    )
    full = likely.scored
    names = tuple(each.name for each in compared)
    return Pairs(
        full.left, full.right, full.bits, likely.probability, full.levels, names
    )


def _with_old(
    new: Pairs, work: Work, was: NDArray[np.int64], fresh: NDArray[np.bool_]
) -> Pairs:
    """Put the pairs of before that still stand beside the new ones."""
    now = np.full(len(work.told), -1, np.int32)
    now[was[~fresh]] = np.flatnonzero(~fresh)
    old = work.pairs
    stands = (now[old.left] >= 0) & (now[old.right] >= 0)
    left = np.concatenate([now[old.left[stands]], new.left])
    right = np.concatenate([now[old.right[stands]], new.right])
    order = np.lexsort((right, left))
    return Pairs(
        left[order],
        right[order],
        np.concatenate([old.weight[stands], new.weight])[order],
        np.concatenate([old.probability[stands], new.probability])[order],
        np.concatenate([old.levels[stands], new.levels])[order],
        new.comparisons,
    )
