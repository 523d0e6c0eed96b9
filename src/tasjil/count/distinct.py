"""Which incidents are certainly different, so that a floor never counts one twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tasjil.count.candidate import LONGEST, Candidate, Slot
from tasjil.model.ids import IncidentId, ReportId


def certainly_distinct(candidates: Sequence[Candidate]) -> frozenset[IncidentId]:
    """Choose incidents that no two reports can mean as one, with a large sum of floors.

    Two incidents may be one where some day fits both and one place is, holds or may
    hold the other, unless one report tells of both. The largest set is hard to find
    (maximum weight independent set), so two greedy choices are made, the largest
    floors first and the finest places first, and the larger sum is kept. Any such set
    is a sound floor.
    """
    by_size = sorted(candidates, key=_largest_first)
    by_place = sorted(candidates, key=_finest_first)
    sets = [_greedy(by_size), _greedy(by_place)]
    best = max(sets, key=lambda chosen: sum(each.floor for each in chosen))
    return frozenset(each.id for each in best)


Rank = tuple[object, ...]


def _largest_first(each: Candidate) -> Rank:
    return (-each.floor, *_fineness(each), each.id)


def _finest_first(each: Candidate) -> Rank:
    return (*_fineness(each), -each.floor, each.id)


def _fineness(each: Candidate) -> Rank:
    """Rank by place and time. The id comes last: it changes with every new claim."""
    spread = len(each.days) or LONGEST + 1
    place, reports = sorted(each.at), sorted(each.reports)
    return -each.depth, spread, place, each.days, reports


def _greedy(candidates: Iterable[Candidate]) -> list[Candidate]:
    chosen = _Shelf()
    by_report: dict[ReportId, _Shelf] = defaultdict(_Shelf)
    kept = []
    for each in candidates:
        if each.floor > 0 and not _may_be_known(each, chosen, by_report):
            kept.append(each)
            chosen.add(each)
            for report in each.reports:
                by_report[report].add(each)
    return kept


class _Shelf:
    """Counts of incidents by place and day: what stands at, and what lies inside."""

    __slots__ = ("at", "inside")

    def __init__(self) -> None:
        self.at: Counter[Slot] = Counter()
        self.inside: Counter[Slot] = Counter()

    def add(self, each: Candidate) -> None:
        self.at.update(each.slots(each.at))
        self.inside.update(each.slots(each.inside))


def _may_be_known(
    each: Candidate, chosen: _Shelf, by_report: dict[ReportId, _Shelf]
) -> bool:
    """Tell whether one already chosen may be this incident, told by another report.

    Those that its own reports tell of beside it are other incidents. With several
    reports the largest of their counts is taken: too few rather than too many, which
    can only lower the floor.
    """
    own = [by_report[report] for report in each.reports if report in by_report]
    for slot in each.questions(each.may_hold):
        if chosen.inside[slot] > max((shelf.inside[slot] for shelf in own), default=0):
            return True
    for slot in each.questions(each.may_lie_in):
        if chosen.at[slot] > max((shelf.at[slot] for shelf in own), default=0):
            return True
    return False
