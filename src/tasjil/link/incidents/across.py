"""Reports that tell of the same event, found by words, place, day and number."""

from collections import defaultdict
from collections.abc import Iterable

from tasjil.link.incidents.cluster import (
    A_FEW_DAYS,
    TELLING_NUMBER,
    Cluster,
    only_one,
    told_at,
)
from tasjil.link.incidents.contained import join_contained
from tasjil.link.incidents.near_words import join_near_words
from tasjil.link.incidents.reasons import (
    KEPT_APART,
    SAME_DAY,
    SAME_NUMBER,
    SAME_PERSON,
    SAME_WORDS,
)
from tasjil.link.incidents.relayed import join_relayed
from tasjil.link.incidents.same_people import join_named
from tasjil.link.incidents.spans import join_spans
from tasjil.link.incidents.telling import Telling
from tasjil.model.folding import fold
from tasjil.model.ids import ReportId
from tasjil.model.places import PlaceLevel

NARROW = frozenset(
    {
        PlaceLevel.TOWN,
        PlaceLevel.VILLAGE,
        PlaceLevel.NEIGHBOURHOOD,
        PlaceLevel.SITE,
        PlaceLevel.UNKNOWN,
    }
)
"""Where two reports of harm on one day are held to tell of one event."""

FEW_WORDS = 5
"""Fewer words than this are shared by chance where no place or day is told."""


def gather(tellings: Iterable[Telling]) -> list[Cluster]:
    """Put tellings of one event together; what is doubtful stays apart.

    Work grows with the number of tellings: each looks only at those that share its
    words, or its act, place and day.
    """
    days: dict[tuple[object, ...], list[Cluster]] = defaultdict(list)
    spans: dict[tuple[object, ...], list[Cluster]] = defaultdict(list)
    kept: list[Cluster] = []
    for cluster in _by_words(tellings):
        lead = cluster.lead
        if (key := _day_key(lead)) is not None:
            days[key].append(cluster)
        elif _spans_days(lead):
            spans[lead.act, lead.place_key].append(cluster)
        else:
            kept.append(cluster)
    settled = [each for told in days.values() for each in _settle(told)]
    told = kept + settled + join_spans(settled, spans)
    for join in (join_relayed, join_near_words, join_contained, join_named):
        told = join(told)
    return told


def _by_words(tellings: Iterable[Telling]) -> list[Cluster]:
    """Put together what several reports tell in the very same words."""
    clusters: dict[tuple[object, ...], Cluster] = {}
    times: dict[tuple[object, ...], int] = defaultdict(int)
    for telling in sorted(tellings, key=lambda each: each.claims[0].id):
        words = _words_key(telling)
        # A report that says the same words twice keeps two events apart by that.
        key = (words, times[words, telling.report])
        times[words, telling.report] += 1
        one = Cluster.of([telling])
        if key in clusters:
            clusters[key].join(one, SAME_WORDS)
        else:
            clusters[key] = one
    return list(clusters.values())


def _words_key(telling: Telling) -> tuple[object, ...]:
    quotes = tuple(fold(claim.passage.quote) for claim in telling.wholes)
    when = None if telling.when is None else telling.when.text
    few = sum(len(quote.split()) for quote in quotes) < FEW_WORDS
    alone = telling.report if few and (when is None or not telling.where) else None
    return (telling.act, telling.place_key, when, telling.figure, quotes, alone)


def _day_key(telling: Telling) -> tuple[object, ...] | None:
    """Give what tellings of one day must share to be compared; None otherwise."""
    if telling.where is None or telling.day is None:
        return None
    key = (telling.act, telling.place_key, telling.day)
    if telling.where.level in NARROW:
        return key
    figure = telling.figure
    if telling.where.level is PlaceLevel.CITY and figure is not None:
        return (*key, figure.low) if figure.low >= TELLING_NUMBER else None
    return None


def _spans_days(telling: Telling) -> bool:
    """Tell whether it puts one event in a narrow place into a span of a few days."""
    when = telling.when
    if telling.where is None or telling.where.level not in NARROW or when is None:
        return False
    if when.earliest is None or when.latest is None:
        return False
    return 1 <= (when.latest - when.earliest).days < A_FEW_DAYS


def _settle(clusters: list[Cluster]) -> list[Cluster]:
    """Settle one act at one place on one day.

    The report that keeps most events apart there says how many there were; each other
    telling goes to the one that shares its names, then its number, then the only one
    there is. Where it could be either of two, it stays apart.
    """
    per_report: dict[ReportId, int] = defaultdict(int)
    for cluster in clusters:
        for report in cluster.reports:
            per_report[report] += 1
    clusters.sort(
        key=lambda each: (
            -max(per_report[report] for report in each.reports),
            min(claim.id for telling in each.tellings for claim in telling.claims),
        )
    )
    shelf = _Shelf()
    for cluster in clusters:
        shelf.place(cluster)
    return shelf.kept


class _Shelf:
    """The events of one place and day, found by name and by number."""

    def __init__(self) -> None:
        self.kept: list[Cluster] = []
        self._by_name: dict[str, list[Cluster]] = defaultdict(list)
        self._by_figure: dict[object, list[Cluster]] = defaultdict(list)

    def place(self, cluster: Cluster) -> None:
        """Put a cluster into the one event it fits, or beside the others."""
        lead = cluster.lead
        named = [each for name in _by_names(lead) for each in self._by_name[name]]
        alike = self._by_figure[lead.figure]
        choices = (
            (named, SAME_PERSON),
            (alike, SAME_NUMBER),
            (self.kept, SAME_DAY),
        )
        for found, because in choices:
            fits = only_one(found, cluster)
            if fits is not None:
                fits.join(cluster, f"{told_at(lead)}: {because}")
                self._index(fits, lead)
                return
        if self.kept:
            cluster.reasons[f"{told_at(lead)}: {KEPT_APART}"] = None
        self.kept.append(cluster)
        self._index(cluster, lead)

    def _index(self, cluster: Cluster, telling: Telling) -> None:
        for name in _by_names(telling):
            if cluster not in self._by_name[name][-1:]:
                self._by_name[name].append(cluster)
        if cluster not in self._by_figure[telling.figure][-1:]:
            self._by_figure[telling.figure].append(cluster)


def _by_names(telling: Telling) -> list[str]:
    """Give the names it is found by: as folded, and by the sounds of full ones."""
    if not telling.names:
        return []
    return sorted({*telling.names, *(f"sounds:{n}" for n in telling.sure_names)})
