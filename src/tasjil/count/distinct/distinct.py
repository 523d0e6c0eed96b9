"""Which incidents are certainly different, so that a floor never counts one twice."""

from collections.abc import Mapping, Sequence

import numpy as np

from tasjil.count.algebra.coded import numbered
from tasjil.count.distinct.candidate import Candidate
from tasjil.count.distinct.choosing import independent
from tasjil.count.distinct.crowd import Told
from tasjil.count.distinct.overlap import Overlaps, told_apart
from tasjil.model.ids import IncidentId


def certainly_distinct(
    candidates: Sequence[Candidate], floors: Mapping[IncidentId, int] | None = None
) -> frozenset[IncidentId]:
    """Choose incidents that no two reports can mean as one, with a large sum of floors.

    Two incidents may be one where some day fits both and one place is, holds or may
    hold the other, unless one report tells of both. Any set without such a pair is a
    sound floor; `independent` says how the largest is looked for.

    Args:
        candidates: The incidents of one figure or one row.
        floors: What each adds there; their own floors where left out.
    """
    ordered = sorted(candidates, key=lambda each: (each.fineness, each.id))
    own = {each.id: each.floor for each in ordered} if floors is None else floors
    reports, names = numbered([name for c in ordered for name in sorted(c.reports)])
    counts = np.array([len(each.reports) for each in ordered], np.int64)
    begins = np.concatenate(([0], np.cumsum(counts)))
    size = len(names) + 1
    keys = np.sort(np.repeat(np.arange(len(ordered)), counts) * size + reports)
    overlaps = Overlaps.of(ordered, Told(begins, reports))
    edges = overlaps.pairs(told_apart(keys, begins, size), as_told=True)
    weights = np.array([own[each.id] for each in ordered], np.int64)
    chosen = independent(np.where(overlaps.vague, 0, weights), edges)
    return frozenset(ordered[n].id for n in np.flatnonzero(chosen).tolist())
