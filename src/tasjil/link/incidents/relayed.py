"""One teller's figure, told by several reports: one event, though the days are vague.

"Baniyas, 8 and 9 March, more than 100, says a human rights office" is one event in
whatever language it is told again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tasjil.link.incidents.cluster import (
    A_FEW_DAYS,
    TELLING_NUMBER,
    Cluster,
    only_one,
    told_at,
)
from tasjil.link.incidents.reasons import SAME_TELLER
from tasjil.link.incidents.telling import Telling
from tasjil.model.edtf import Edtf
from tasjil.model.reach import BORDERLESS, SETTLEMENTS

Key = tuple[object, ...]


def join_relayed(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Join events of one place for which one first teller gives the same number.

    Their days must overlap; in a settlement one report may leave them out.
    """
    kept: list[Cluster] = []
    shelf: dict[Key, list[Cluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda each: each.first):
        keys = sorted(set(_keys(cluster.tellings)), key=str)
        if not keys:
            kept.append(cluster)
            continue
        found = [each for key in keys for each in shelf[key]]
        fits = only_one([each for each in found if _fits(each, cluster)], cluster)
        if fits is None:
            kept.append(cluster)
        else:
            fits.join(cluster, f"{told_at(cluster.lead)}: {SAME_TELLER}")
        for key in keys:
            if (one := fits or cluster) not in shelf[key][-1:]:
                shelf[key].append(one)
    return kept


def _keys(tellings: Iterable[Telling]) -> Iterator[Key]:
    for telling in tellings:
        where = telling.where
        if where is None or where.level in BORDERLESS:
            continue
        for teller, number in telling.tellers:
            if number >= TELLING_NUMBER:
                yield telling.act, telling.place_key, teller, number


def _fits(one: Cluster, other: Cluster) -> bool:
    where = one.lead.where
    in_settlement = where is not None and where.level in SETTLEMENTS
    return days_fit(one.when, other.when, in_settlement)


def days_fit(one: Edtf | None, other: Edtf | None, untold: bool) -> bool:
    """Tell whether some day fits both, and one of them is told to a few days.

    Args:
        one: The days of one event; None where no time was told.
        other: Those of the other.
        untold: What holds where a time was not told.
    """
    if one is None or other is None:
        return untold
    spans = [each.days for each in (one, other) if each.days is not None]
    return bool(spans) and min(spans) <= A_FEW_DAYS and one.overlaps(other)
