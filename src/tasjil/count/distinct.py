"""Which incidents are certainly different, so that a floor never counts one twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tasjil.count.candidate import Candidate
from tasjil.model.ids import IncidentId, ReportId

Labelled = dict[str, dict[int, int]]
"""How many incidents stand under a label on a day."""


def certainly_distinct(
    candidates: Sequence[Candidate], floors: Mapping[IncidentId, int] | None = None
) -> frozenset[IncidentId]:
    """Choose incidents that no two reports can mean as one, with a large sum of floors.

    Two incidents may be one where some day fits both and one place is, holds or may
    hold the other, unless one report tells of both. The largest set is hard to find
    (maximum weight independent set), so two greedy choices are made, the largest
    floors first and the finest places first, and the larger sum is kept. Any such set
    is a sound floor.

    Args:
        candidates: The incidents of one figure or one row.
        floors: What each adds there; their own floors where left out.
    """
    own = {each.id: each.floor for each in candidates} if floors is None else floors
    ranked = sorted(
        (each for each in candidates if own[each.id] > 0),
        key=lambda each: (*each.fineness, sorted(each.reports), -own[each.id], each.id),
    )
    # The sort is stable: among equal floors the finest place still comes first.
    largest = sorted(ranked, key=lambda each: -own[each.id])
    sets = [_greedy(largest), _greedy(ranked)] if len(ranked) > 1 else [ranked]
    best = max(sets, key=lambda chosen: sum(own[each.id] for each in chosen))
    return frozenset(each.id for each in best)


def _greedy(candidates: Iterable[Candidate]) -> list[Candidate]:
    chosen = _Shelf()
    by_report: dict[ReportId, _Shelf] = defaultdict(_Shelf)
    kept = []
    for each in candidates:
        own = [by_report[report] for report in each.reports if report in by_report]
        if not _may_be_known(each, chosen, own):
            kept.append(each)
            chosen.add(each)
            for report in each.reports:
                by_report[report].add(each)
    return kept


class _Shelf:
    """Counts of incidents by place and day: what stands at, and what lies inside."""

    __slots__ = ("at", "inside")

    def __init__(self) -> None:
        self.at: Labelled = {}
        self.inside: Labelled = {}

    def add(self, each: Candidate) -> None:
        """File an incident."""
        _file(self.at, each.at, each.stands)
        _file(self.inside, each.inside, each.stands)


def _file(shelf: Labelled, labels: frozenset[str], stands: tuple[int, ...]) -> None:
    for label in labels:
        days = shelf.setdefault(label, {})
        for day in stands:
            days[day] = days.get(day, 0) + 1


def _may_be_known(each: Candidate, chosen: _Shelf, own: list[_Shelf]) -> bool:
    """Tell whether one already chosen may be this incident, told by another report.

    Those that its own reports tell of beside it are other incidents. With several
    reports the largest of their counts is taken: too few rather than too many, which
    can only lower the floor.
    """
    return _stands(
        each.may_hold, each.asks, chosen.inside, [shelf.inside for shelf in own]
    ) or _stands(each.may_lie_in, each.asks, chosen.at, [shelf.at for shelf in own])


def _stands(
    labels: frozenset[str],
    asks: tuple[int, ...],
    chosen: Labelled,
    own: list[Labelled],
) -> bool:
    """Tell whether more incidents stand there than its own reports tell of."""
    for label in labels:
        days = chosen.get(label)
        if days is None:
            continue
        for day in asks:
            count = days.get(day, 0)
            if count and count > max((_count(e, label, day) for e in own), default=0):
                return True
    return False


def _count(shelf: Labelled, label: str, day: int) -> int:
    days = shelf.get(label)
    return 0 if days is None else days.get(day, 0)
