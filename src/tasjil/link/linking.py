"""Records of lists put together as persons, from names to clusters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.link.block import Blocks, Limits, NotCompared, block_keys
from tasjil.link.compare.columns import prepare
from tasjil.link.compare.comparing import comparisons
from tasjil.link.compare.levels import Comparison
from tasjil.link.pairs import Pairs
from tasjil.link.persons.clean import infer_clean
from tasjil.link.persons.clustering import Clusters, cluster
from tasjil.link.persons.doubts import Doubtful
from tasjil.link.persons.marks import Marks, marks_of
from tasjil.link.persons.told import Told, told_of
from tasjil.link.review.answers import answers_of, taught
from tasjil.link.review.learning import Answer
from tasjil.link.review.standing import Standing
from tasjil.link.score.calibration import Calibration, Reliability, matches_expected
from tasjil.link.score.duckdb_door import opened
from tasjil.link.score.model import Model
from tasjil.link.score.room import Room
from tasjil.link.score.scoring import HOPELESS, Scored, nothing, score
from tasjil.link.score.strangers import Lists, map_by_strangers
from tasjil.link.score.teaching import teach
from tasjil.link.score.weighing import (
    AgainstKin,
    Likely,
    by_name,
    numbers_replaced,
    weigh_against_kin,
    weigh_likely,
    without_numbers,
)
from tasjil.link.work import Work
from tasjil.model.ids import RecordId
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """How records are linked.

    Attributes:
        seed: What chance is drawn from; the same gives the same persons.
        model: Learned before; None learns one from these lists.
        limits: How much may be compared.
        room: What the database may take of the machine.
        spark: A Spark session that weighs pairs in its place (docs/spark.md).
        keep: Keep all that adding records later starts from; it takes memory.
    """

    seed: int = 1
    model: Model | None = None
    limits: Limits | None = None
    room: Room = Room()
    spark: Any = None
    keep: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """Who is whom.

    Attributes:
        records: Ids, in the order of the records given; positions are in it.
        lists: Names of the lists.
        list_of: The list of each record, by its position in `lists`, (n,) int32.
        clean: Whether nobody seems to stand twice on each list.
        labels: The person of each record, numbered by first record, (n,) int32.
        pairs: What was compared and is not hopeless.
        model: How it was weighed.
        calibration: From weights to probabilities.
        reliability: How well the probabilities hold, as far as clean lists show it.
        doubtful: What people should look at, the least certain first.
        certainty: How likely each person is exactly these records, (persons,).
        not_compared: What was left out, in words.
        work: What adding records later starts from, where it was to be kept.
    """

    records: tuple[RecordId, ...]
    lists: tuple[str, ...]
    list_of: NDArray[np.int32]
    clean: dict[str, bool]
    labels: NDArray[np.int32]
    pairs: Pairs
    model: Model
    calibration: Calibration
    reliability: Reliability
    doubtful: tuple[Doubtful, ...]
    certainty: NDArray[np.float64]
    not_compared: tuple[NotCompared, ...]
    work: Work | None = None


def link_records(
    records: Sequence[Particulars],
    *,
    clean: Mapping[str, bool | None] | None = None,
    judgements: Sequence[Judgement] = (),
    settings: LinkSettings | None = None,
) -> Linked:
    """Find out which records tell of one person.

    Args:
        records: Of all lists; their order does not matter.
        clean: For each list whether nobody stands on it twice; None finds out.
        judgements: What people said about pairs of records, oldest first.
        settings: How.

    Raises:
        BadValue: Two records have one id, or a list is named that is not here.
    """
    chosen = settings or LinkSettings()
    order = in_order(records)
    told = [records[place] for place in order]
    table = prepare(told)
    filled = frozenset(
        name for name in table.column_names if table[name].null_count < len(told)
    )
    compared = comparisons(filled)
    blocks = block_keys(table, chosen.limits, [each.name for each in told])
    model, scored = _scored(table, blocks, compared, filled, chosen)
    names, places = np.unique([each.list for each in told], return_inverse=True)
    lists, numbers = names.tolist(), places.astype(np.int32)
    weighed = weigh_against_kin(
        scored, compared, model.comparisons, numbers, model.prior
    )
    if chosen.model is None:
        model = replace(model, matches=_matches(weighed, model))
    said = {name: word for name, word in (clean or {}).items() if word is not None}
    found = _found_clean(scored, weighed, model, (lists, numbers), said)
    on_clean = by_name(lists, said | found)
    likely = weigh_likely(scored, weighed, compared, numbers, on_clean, model.prior)
    if not on_clean.any() and chosen.spark is None:
        alike = Lists(table, numbers, [each.name for each in told], compared)
        map = map_by_strangers(
            alike, scored, weighed, likely, model, (chosen.limits, chosen.room)
        )
        likely = weigh_likely(
            scored, weighed, compared, numbers, on_clean, model.prior, map
        )
    likely_clean = [name for name, word in found.items() if word]
    replaced = numbers_replaced(model.comparisons)
    marks = marks_of(told, said, likely_clean, replaced)
    ids = [each.record for each in told]
    answers = answers_of(judgements, ids)
    plain = _pairs(likely, compared)
    pairs, persons = put_together(
        plain,
        marks,
        (told_of(judgements, ids), answers),
        (numbers, on_clean),
        chosen.seed,
    )
    laid, clean_lists = (told, table, filled), (said, found)
    kept = _work(laid, clean_lists, (model, likely), plain, persons, bool(answers))
    linked = Linked(
        records=tuple(ids),
        lists=tuple(lists),
        list_of=numbers,
        clean=said | found,
        labels=persons.labels,
        pairs=pairs,
        model=model,
        calibration=likely.calibration,
        reliability=likely.reliability,
        doubtful=persons.doubtful,
        certainty=persons.certainty,
        not_compared=blocks.not_compared,
        work=kept if chosen.keep else None,
    )
    return as_they_came(linked, order)


def as_they_came(linked: Linked, order: Sequence[int]) -> Linked:
    """Put a linking of records in the order of their ids into that in which they came.

    Args:
        linked: Of the records in the order of their ids.
        order: Where each of them stood as they came; see `in_order`.
    """
    back = np.array(order, np.int32)
    labels, renamed = _in_own_order(linked.labels, back)
    records = dict(zip(order, linked.records, strict=True))
    return replace(
        linked,
        records=tuple(records[place] for place in range(len(order))),
        list_of=_moved(linked.list_of, back),
        labels=labels,
        pairs=_placed(linked.pairs, back),
        doubtful=tuple(_placed_doubt(each, back, renamed) for each in linked.doubtful),
        certainty=linked.certainty[np.argsort(renamed)],
    )


def _work(
    records: tuple[Sequence[Particulars], Any, frozenset[str]],
    clean: tuple[dict[str, bool], dict[str, bool]],
    weighed: tuple[Model, Likely],
    pairs: Pairs,
    persons: Clusters,
    taught: bool,
) -> Work:
    told, table, filled = records
    said, found = clean
    model, likely = weighed
    return Work(
        tuple(told),
        table,
        filled,
        said,
        found,
        model,
        likely.calibration,
        persons.measure,
        pairs,
        persons.labels,
        persons.certainty[persons.labels],
        persons.doubtful,
        taught,
    )


def put_together(
    pairs: Pairs,
    marks: Marks,
    words: tuple[Told, tuple[Answer, ...]],
    lists: tuple[NDArray[np.int32], NDArray[np.bool_]],
    seed: int,
) -> tuple[Pairs, Clusters]:
    """Put records together as persons, and once more with what answers teach.

    Args:
        pairs: As the model gives them.
        marks: What cannot be one person.
        words: What people said, as rules and as answers to learn from.
        lists: The list of each record, and which lists are clean.
        seed: What chance is drawn from.
    """
    said, answers = words
    persons = cluster(pairs, marks, said, seed=seed)
    if not answers:
        return pairs, persons
    numbers, on_clean = lists
    now = Standing(
        pairs, persons.labels.astype(np.int64), numbers.astype(np.int64), on_clean
    )
    pairs = taught(now, answers)
    return pairs, cluster(pairs, marks, said, seed=seed)


def in_order(records: Sequence[Particulars]) -> list[int]:
    """Order records by id, so that how they came changes nothing."""
    order = sorted(range(len(records)), key=lambda place: records[place].record)
    for one, other in zip(order, order[1:], strict=False):
        if records[one].record == records[other].record:
            raise BadValue(
                f"expected every record once; {records[one].record!r} stands twice: "
                "give the rows of each list numbers of their own"
            )
    return order


def _scored(
    table: Any,
    blocks: Blocks,
    compared: tuple[Comparison, ...],
    filled: frozenset[str],
    chosen: LinkSettings,
) -> tuple[Model, Scored]:
    """Learn, unless a model was given, and weigh the pairs of the blocks."""
    records = table.num_rows
    if records < 2 or not compared:
        said = ("there is nothing to compare",)
        return Model({}, 0.0, records, chosen.seed, True, said), nothing(compared)
    with opened(table, chosen.room) as api:
        model = chosen.model or teach(
            api.duckdb_con, records, compared, filled, chosen.seed
        )
        even = -log2(model.prior / (1 - model.prior))
        weights = without_numbers(compared, model.comparisons)
        low, pairs = even - HOPELESS, blocks.pairs()
        scored = score(api, pairs, compared, weights, low, chosen.spark)
    return model, scored


def _matches(weighed: AgainstKin, model: Model) -> float:
    every = model.records * (model.records - 1) / 2
    bits = weighed.bits + weighed.numbers
    return matches_expected(bits, every, model.matches)


def _found_clean(
    scored: Scored,
    weighed: AgainstKin,
    model: Model,
    of: tuple[list[str], NDArray[np.int32]],
    said: Mapping[str, bool],
) -> dict[str, bool]:
    """Find out which lists are clean of those that nobody said it of."""
    lists, numbers = of
    if set(lists) <= set(said):
        return {}
    bits = weighed.bits + weighed.numbers
    odds = bits + log2(model.prior / (1 - model.prior))
    rough = Pairs(
        scored.left,
        scored.right,
        bits,
        1 / (1 + np.exp2(-np.clip(odds, -60, 60))),
        scored.levels,
        tuple(str(n) for n in range(scored.levels.shape[1])),
    )
    found = infer_clean(rough, numbers, lists)
    return {each.list: each.clean for each in found if each.list not in said}


def _pairs(likely: Likely, compared: tuple[Comparison, ...]) -> Pairs:
    return Pairs(
        likely.scored.left,
        likely.scored.right,
        likely.scored.bits,
        likely.probability,
        likely.scored.levels,
        tuple(each.name for each in compared),
    )


def _placed(pairs: Pairs, back: NDArray[np.int32]) -> Pairs:
    """Give the pairs by the positions of the records as they came."""
    one, other = back[pairs.left], back[pairs.right]
    left, right = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((right, left))
    return Pairs(
        left[order],
        right[order],
        pairs.weight[order],
        pairs.probability[order],
        pairs.levels[order],
        pairs.comparisons,
    )


def _moved(each: NDArray[np.int32], back: NDArray[np.int32]) -> NDArray[np.int32]:
    own = np.empty(len(each), np.int32)
    own[back] = each
    return own


def _placed_doubt(
    doubt: Doubtful, back: NDArray[np.int32], renamed: NDArray[np.int64]
) -> Doubtful:
    return replace(
        doubt,
        records=tuple(sorted(back[list(doubt.records)].tolist())),
        persons=tuple(sorted(renamed[list(doubt.persons)].tolist())),
    )


def _in_own_order(
    labels: NDArray[np.int32], back: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Number persons by their first record as the records came.

    Returns:
        The labels, and for each old label its new one.
    """
    own = _moved(labels, back)
    kept, first = np.unique(own, return_index=True)
    renamed = np.empty(len(kept), np.int64)
    renamed[kept[np.argsort(first)]] = np.arange(len(kept))
    return renamed[own].astype(np.int32), renamed
