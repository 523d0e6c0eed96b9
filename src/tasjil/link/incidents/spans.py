"""Events told as "7 or 8 March": joined to the one day that fits, or to each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from tasjil.link.incidents.cluster import Cluster, only_one, told_at
from tasjil.link.incidents.reasons import A_DAY_FITS, DAYS_FIT
from tasjil.link.incidents.telling import Telling
from tasjil.model.edtf import Edtf, meet


def join_spans(
    settled: Iterable[Cluster], spans: Mapping[tuple[object, ...], list[Cluster]]
) -> list[Cluster]:
    """Join each span to the only event of its place on one of its days.

    Args:
        settled: Events told to the day; they grow by what joins them.
        spans: Events told as a span of days, by act and place.

    Returns:
        The spans that joined no day, those that overlap joined to each other.
    """
    days: dict[tuple[object, ...], list[Cluster]] = defaultdict(list)
    for cluster in settled:
        lead = cluster.lead
        days[lead.act, lead.place_key, lead.day].append(cluster)
    left: list[Cluster] = []
    for (act, place), clusters in spans.items():
        alone: list[Cluster] = []
        for cluster in sorted(clusters, key=_by_time):
            on = [each for day in _days(cluster.lead) for each in days[act, place, day]]
            fits = only_one(on, cluster) if on else None
            if fits is None:
                alone.append(cluster)
            else:
                fits.join(cluster, f"{told_at(cluster.lead)}: {A_DAY_FITS}")
        left += _overlapping(alone)
    return left


def _overlapping(clusters: list[Cluster]) -> list[Cluster]:
    """Join neighbours in time while some day fits all of them."""
    kept: list[Cluster] = []
    common: Edtf | None = None
    for cluster in clusters:
        fits = _common_days(common, cluster.lead.when)
        if kept and fits is not None and only_one(kept[-1:], cluster) is not None:
            kept[-1].join(cluster, f"{told_at(cluster.lead)}: {DAYS_FIT}")
            common = fits
        else:
            kept.append(cluster)
            common = cluster.lead.when
    return kept


def _common_days(one: Edtf | None, other: Edtf | None) -> Edtf | None:
    return None if one is None or other is None else meet((one, other))


def _days(telling: Telling) -> list[date]:
    """List the days of a span, which has at least one and at most a few."""
    when: Edtf | None = telling.when
    if when is None or when.earliest is None or when.latest is None:
        return []
    length = (when.latest - when.earliest).days + 1
    return [when.earliest + timedelta(days=step) for step in range(length)]


def _by_time(cluster: Cluster) -> tuple[date, date, str]:
    when = cluster.lead.when
    first = (when.earliest if when else None) or date.max
    last = (when.latest if when else None) or date.max
    return first, last, cluster.lead.claims[0].id
