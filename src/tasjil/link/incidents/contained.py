"""One event told by its village in one report and by its district in another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tasjil.link.incidents.cluster import TELLING_NUMBER, Cluster, only_one, told_at
from tasjil.link.incidents.reasons import WIDER_PLACE
from tasjil.link.incidents.relayed import days_fit
from tasjil.link.incidents.telling import Telling
from tasjil.model.ids import PlaceId
from tasjil.model.reach import BORDERLESS

MORE_THAN_ONE = 2
"""A district has too many single deaths for one teller's "one" to say which."""

Key = tuple[object, ...]


def join_contained(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Join an event of a wide place to the only one inside it that it can be.

    Act and days must fit, and the number, or the full name of somebody, or the first
    teller with the number, must be the same. One report that tells of both keeps them
    apart.
    """
    ordered = sorted(clusters, key=lambda each: each.first)
    wide = {
        (cluster.lead.act, cluster.lead.where.place)
        for cluster in ordered
        if cluster.lead.where and cluster.lead.where.place
    }
    shelf: dict[Key, list[Cluster]] = defaultdict(list)
    for cluster in ordered:
        for telling in cluster.tellings:
            for place in _around(telling):
                if (telling.act, place) in wide:
                    _file(shelf, cluster, telling, place)
    gone: dict[Cluster, Cluster] = {}
    for cluster in sorted(ordered, key=_narrowest_first):
        found = [_now(each, gone) for each in _inside(shelf, cluster)]
        fits = only_one([each for each in found if _days_fit(each, cluster)], cluster)
        if fits is not None:
            fits.join(cluster, f"{told_at(cluster.lead)}: {WIDER_PLACE}")
            gone[cluster] = fits
    return [each for each in ordered if each not in gone]


def _now(cluster: Cluster, gone: dict[Cluster, Cluster]) -> Cluster:
    """Give the event that a cluster has become a part of."""
    while cluster in gone:
        cluster = gone[cluster]
    return cluster


def _around(telling: Telling) -> tuple[PlaceId, ...]:
    return telling.where.within if telling.where is not None else ()


def _narrowest_first(cluster: Cluster) -> tuple[int, str]:
    """A district is joined to its village before its province is joined to it."""
    return -len(_around(cluster.lead)), cluster.first


def _file(
    shelf: dict[Key, list[Cluster]], cluster: Cluster, telling: Telling, place: PlaceId
) -> None:
    for sign in signs(telling):
        key = (telling.act, place, sign)
        if cluster not in shelf[key][-1:]:
            shelf[key].append(cluster)


def _inside(shelf: dict[Key, list[Cluster]], cluster: Cluster) -> list[Cluster]:
    lead = cluster.lead
    if lead.where is None or lead.where.place is None or lead.where.level in BORDERLESS:
        return []
    place = lead.where.place
    asked = sorted({sign for told in cluster.tellings for sign in signs(told)}, key=str)
    found = [each for sign in asked for each in shelf.get((lead.act, place, sign), ())]
    return list(dict.fromkeys(found))


def _days_fit(one: Cluster, other: Cluster) -> bool:
    return days_fit(one.when, other.when, untold=False)


def signs(telling: Telling) -> Iterator[Key]:
    """Give what only tellings of one event are likely to share."""
    figure = telling.figure
    exact = figure is not None and figure.low == figure.high
    if figure is not None and exact and figure.low >= TELLING_NUMBER:
        yield "number", figure.low
    for teller, number in telling.tellers:
        if number >= MORE_THAN_ONE:
            yield "teller", teller, number
    for name in telling.sure_names:
        yield "name", name
