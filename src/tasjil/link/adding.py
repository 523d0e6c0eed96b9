"""Records added to a linking: only they are compared, only whom they touch is moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log2

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.link.block import Blocks, NotCompared, block_keys
from tasjil.link.compare.columns import prepare
from tasjil.link.compare.comparing import comparisons
from tasjil.link.linking import HOPELESS, LinkSettings, in_order
from tasjil.link.pairs import Pairs
from tasjil.link.persons.clustering import cluster
from tasjil.link.persons.groups import by_first, connected
from tasjil.link.persons.marks import marks_of
from tasjil.link.persons.tangles import Limits
from tasjil.link.persons.told import Told, told_of
from tasjil.link.score.duckdb_door import opened
from tasjil.link.score.scoring import Scored, nothing, score
from tasjil.link.score.weighing import (
    by_name,
    weigh_against_kin,
    weigh_likely,
    without_numbers,
)
from tasjil.link.work import Work
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Added:
    """A linking after records came, changed or went, and what it took.

    Attributes:
        work: To add to again.
        labels: The person of each record, in the order the records were given,
            numbered by first record, (n,) int32.
        fresh: Records that are new or tell something else.
        compared: Pairs that were looked at for them.
        touched: Records that were put together anew.
    """

    work: Work
    labels: Ints
    fresh: int
    compared: int
    touched: int


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


def add_records(
    work: Work,
    records: Sequence[Particulars],
    *,
    judgements: Sequence[Judgement] = (),
    settings: LinkSettings | None = None,
) -> Added:
    """Link records of which most were linked before.

    Records that are new, or tell something else than before, are compared with all
    others, by the model and the map that were learned. Only persons that hang together
    with them, with records that are gone or with those people spoke of are put
    together anew; all others stay.

    Args:
        work: From `link_records` with `keep`, or from here.
        records: All that there are now; those that are left out are gone.
        judgements: What people said about pairs of records, oldest first.
        settings: How; model and seed of the work before stand.

    Raises:
        BadValue: Two records have one id, or there is no model to go by.
    """
    new = compare_fresh(work, records, settings)
    told, was, pairs = new.told, new.was, new.pairs
    words = told_of(judgements, [each.record for each in told])
    touched = _touched(work, pairs, words, was)
    labels, certain = _put_together(work, told, pairs, words, was, touched)
    after = replace(
        work, told=told, table=new.table, pairs=pairs, labels=labels, certainty=certain
    )
    own = np.empty(len(told), np.int32)
    own[np.array(new.order, np.int64)] = labels
    return Added(after, by_first(own), new.fresh, new.compared, int(touched.sum()))


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
    with opened(table, chosen.room) as api:
        scored = score(api, batches, compared, weights, low, chosen.spark)
    return scored, sum(len(left) for left, _ in batches)


def _weighed(work: Work, told: Sequence[Particulars], scored: Scored) -> Pairs:
    compared = comparisons(work.filled)
    lists, numbers = np.unique([each.list for each in told], return_inverse=True)
    model, places = work.model, numbers.astype(np.int32)
    against = weigh_against_kin(
        scored, compared, model.comparisons, places, model.prior, work.calibration
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


def _touched(
    work: Work, pairs: Pairs, words: Told, was: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Tell which records hang together with what is fresh, gone or spoken of, (n,)."""
    n = len(was)
    begun = was < 0
    begun[words.same.ravel()] = begun[words.apart.ravel()] = True
    there = np.zeros(len(work.told), bool)
    there[was[was >= 0]] = True
    old = work.pairs
    beside = np.zeros(len(work.told), bool)
    beside[old.left[~there[old.right]]] = beside[old.right[~there[old.left]]] = True
    begun[was >= 0] |= beside[was[was >= 0]]
    binding = pairs.probability >= Limits().hopeless
    one = np.concatenate([pairs.left[binding], words.same[:, 0]])
    other = np.concatenate([pairs.right[binding], words.same[:, 1]])
    whole = connected(n, one, other)
    return np.asarray(np.isin(whole, np.unique(whole[begun])))


def _put_together(
    work: Work,
    told: Sequence[Particulars],
    pairs: Pairs,
    words: Told,
    was: NDArray[np.int64],
    touched: NDArray[np.bool_],
) -> tuple[Ints, NDArray[np.float64]]:
    """Put the touched records together, and leave the others as they were."""
    n = len(told)
    labels = np.arange(n, dtype=np.int32) + n + 1 + len(work.told)
    certain = np.ones(n)
    stay = ~touched
    labels[stay] = work.labels[was[stay]]
    certain[stay] = work.certainty[was[stay]]
    at = np.flatnonzero(touched)
    inside = np.cumsum(touched, dtype=np.int32) - 1
    held = touched[pairs.left] & touched[pairs.right]
    few = Pairs(
        inside[pairs.left[held]],
        inside[pairs.right[held]],
        pairs.weight[held],
        pairs.probability[held],
        pairs.levels[held],
        pairs.comparisons,
    )
    own = [told[place] for place in at.tolist()]
    there = {each.list for each in own}
    said = {name: clean for name, clean in work.said.items() if name in there}
    likely = [name for name in work.likely if name in there]
    spoken = Told(_inside(words.same, inside), _inside(words.apart, inside))
    marks = marks_of(own, said, likely)
    found = cluster(few, marks, spoken, measure=work.measure, seed=work.model.seed)
    labels[at] = found.labels + len(work.told)
    certain[at] = found.certainty[found.labels]
    return by_first(labels), certain


def _inside(pairs: Ints, inside: Ints) -> Ints:
    return inside[pairs].reshape(len(pairs), 2)
