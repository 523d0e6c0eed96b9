"""One person is killed once: full names that agree make one event of two tellings."""

from collections import defaultdict
from collections.abc import Iterable

from tasjil.link.incidents.cluster import Cluster, only_one, told_at
from tasjil.link.incidents.reasons import FULL_NAME
from tasjil.link.incidents.relayed import days_fit
from tasjil.model.acts import Act
from tasjil.model.same_figure import places_meet


def join_named(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Join killings that name the same person in full, where nothing speaks against it.

    A place or a time that one report leaves out speaks against nothing; a report that
    leaves out both may tell of somebody else of that name.
    """
    told = list(clusters)
    kept = [each for each in told if not _names(each)]
    named = [each for each in told if _names(each)]
    shelf: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in sorted(named, key=lambda each: (_vague(each), each.first)):
        names = sorted(_names(cluster))
        found = list(dict.fromkeys(each for name in names for each in shelf[name]))
        fits = only_one([each for each in found if _fits(each, cluster)], cluster)
        if fits is None:
            kept.append(cluster)
        else:
            fits.join(cluster, f"{told_at(cluster.lead)}: {FULL_NAME}")
        for name in names:
            if (one := fits or cluster) not in shelf[name][-1:]:
                shelf[name].append(one)
    return kept


def _names(cluster: Cluster) -> set[str]:
    return {name for each in cluster.tellings for name in each.sure_names}


def _vague(cluster: Cluster) -> int:
    """Count what is not told; those who tell it come first."""
    return (cluster.lead.where is None) + (cluster.when is None)


def _fits(one: Cluster, other: Cluster) -> bool:
    if one.lead.act is not Act.KILLED or other.lead.act is not Act.KILLED:
        return False
    if _vague(other) > 1:
        return False
    where = [(each.lead.where,) if each.lead.where else () for each in (one, other)]
    return places_meet(*where) and days_fit(one.when, other.when, untold=True)
