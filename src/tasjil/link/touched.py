"""Whom records that come, change or go can touch; only they are put together anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tasjil.link.adding import Fresh
from tasjil.link.pairs import Pairs
from tasjil.link.persons.clustering import Clusters, Measure, cluster
from tasjil.link.persons.doubts import Doubtful
from tasjil.link.persons.groups import by_first, connected
from tasjil.link.persons.marks import marks_of
from tasjil.link.persons.tangles import Limits
from tasjil.link.score.weighing import numbers_replaced
from tasjil.link.work import Work


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """Records put together as persons, all of them or only those that were touched.

    Attributes:
        pairs: With the probabilities they were put together by.
        labels: The person of each record, numbered by first record, (n,) int32.
        certainty: How likely each person is exactly these records, (persons,).
        doubtful: What people should look at, the least certain first.
        measure: By what they were put together.
        touched: How many records were put together anew.
    """

    pairs: Pairs
    labels: NDArray[np.int32]
    certainty: NDArray[np.float64]
    doubtful: tuple[Doubtful, ...]
    measure: Measure
    touched: int


def put_touched_together(
    work: Work, new: Fresh, said: Mapping[str, bool], likely: list[str], seed: int
) -> Together:
    """Put those together anew who hang together with what is fresh or gone.

    All others stay as they are, to the last digit: what is decided of them rests on
    nothing that changed. It takes words of nobody, as those teach all pairs.

    Args:
        work: The linking before.
        new: What was compared since.
        said: Which lists people said to be clean, or not.
        likely: Lists found to be clean.
        seed: For tangles with too many linkages to look at all.
    """
    touched = _touched(work, new)
    at = np.flatnonzero(touched)
    own = [new.told[place] for place in at.tolist()]
    there = {each.list for each in own}
    marks = marks_of(
        own,
        {name: clean for name, clean in said.items() if name in there},
        [name for name in likely if name in there],
        numbers_replaced(work.model.comparisons),
    )
    few = _few(new.pairs, touched)
    found = cluster(few, marks, measure=work.measure, seed=seed)
    return _beside_others(work, new, touched, found)


def _touched(work: Work, new: Fresh) -> NDArray[np.bool_]:
    """Tell which records hang together with what is fresh or gone, (n,)."""
    was, pairs, old = new.was, new.pairs, work.pairs
    begun = was < 0
    there = np.zeros(len(work.told), bool)
    there[was[was >= 0]] = True
    beside = np.zeros(len(work.told), bool)
    beside[old.left[~there[old.right]]] = beside[old.right[~there[old.left]]] = True
    begun[was >= 0] |= beside[was[was >= 0]]
    binding = pairs.probability >= Limits().hopeless
    whole = connected(len(was), pairs.left[binding], pairs.right[binding])
    return np.asarray(np.isin(whole, np.unique(whole[begun])))


def _few(pairs: Pairs, touched: NDArray[np.bool_]) -> Pairs:
    """Give the pairs of touched records, by their positions among those."""
    inside = np.cumsum(touched, dtype=np.int32) - 1
    held = touched[pairs.left] & touched[pairs.right]
    return Pairs(
        inside[pairs.left[held]],
        inside[pairs.right[held]],
        pairs.weight[held],
        pairs.probability[held],
        pairs.levels[held],
        pairs.comparisons,
    )


def _beside_others(
    work: Work, new: Fresh, touched: NDArray[np.bool_], found: Clusters
) -> Together:
    stay = ~touched
    each = np.empty(len(touched), np.int64)
    each[stay] = work.labels[new.was[stay]]
    each[touched] = found.labels.astype(np.int64) + len(work.told)
    labels = by_first(each)
    certainty = np.ones(int(labels.max()) + 1 if len(labels) else 0)
    certainty[labels[stay]] = work.certainty[new.was[stay]]
    certainty[labels[touched]] = found.certainty[found.labels]
    at = np.flatnonzero(touched)
    doubts = [*_still(work, new, stay), *_moved(found.doubtful, at)]
    named = (_named(doubt, labels) for doubt in doubts)
    order = tuple(sorted(named, key=lambda doubt: (doubt.certainty, doubt.records)))
    return Together(new.pairs, labels, certainty, order, work.measure, len(at))


def _still(work: Work, new: Fresh, stay: NDArray[np.bool_]) -> list[Doubtful]:
    """Give the doubts of before on records that all stay as they were."""
    now = np.full(len(work.told), -1, np.int64)
    now[new.was[stay]] = np.flatnonzero(stay)
    kept = [doubt for doubt in work.doubtful if (now[list(doubt.records)] >= 0).all()]
    return _moved(kept, now)


def _moved(
    doubts: list[Doubtful] | tuple[Doubtful, ...], now: NDArray[np.int64]
) -> list[Doubtful]:
    return [
        replace(doubt, records=tuple(sorted(now[list(doubt.records)].tolist())))
        for doubt in doubts
    ]


def _named(doubt: Doubtful, labels: NDArray[np.int32]) -> Doubtful:
    persons = tuple(sorted(set(labels[list(doubt.records)].tolist())))
    return replace(doubt, persons=persons)
