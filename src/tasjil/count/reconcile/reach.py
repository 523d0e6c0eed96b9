"""How far a bound reaches: places, days, people and party."""

from dataclasses import dataclass

from tasjil.count.reconcile.areas import Area
from tasjil.count.reconcile.parties import Doer
from tasjil.count.reconcile.periods import Period
from tasjil.count.reconcile.who import EVERYBODY
from tasjil.model.ids import PlaceId
from tasjil.model.persons import Status


@dataclass(frozen=True, slots=True)
class Reach:
    """A set of cells: every one of these places, days, statuses and doers.

    Attributes:
        places: Places with a border, each with all that lies in it.
        in_region: Also whatever lies in the case's regions without a border.
        anywhere: Every place there is; the two above say nothing then.
        starts: The first day, as an ordinal; None for any day before `ends`.
        ends: The last day; None for any day after `starts`.
        doer: The party, by the teller who names it; None for any.
    """

    places: frozenset[PlaceId] = frozenset()
    in_region: bool = False
    anywhere: bool = False
    starts: int | None = None
    ends: int | None = None
    statuses: frozenset[Status] = EVERYBODY
    doer: Doer | None = None


def outer_reach(
    area: Area,
    period: Period,
    statuses: frozenset[Status],
    doer: Doer | None,
    regions: frozenset[PlaceId],
) -> Reach:
    """Give all that a total may cover.

    Args:
        area: Its places.
        period: Its days.
        statuses: Whom it may count.
        doer: Its party, where that is certainly not another's; None for any.
        regions: Regions without a border in the case's own scope: what is told of them
            is the case's, wherever their border runs.
    """
    known = bool(area.regions) and area.regions <= regions and not area.blurred
    return Reach(
        places=area.settled if known else area.outer,
        in_region=known,
        anywhere=area.anywhere and not known,
        starts=None if period.starts is None else period.starts.toordinal(),
        ends=None if period.ends is None else period.ends.toordinal(),
        statuses=statuses,
        doer=doer,
    )


def inner_reach(
    area: Area, period: Period, statuses: frozenset[Status], doer: Doer | None
) -> Reach | None:
    """Give what a total certainly covers; None where nothing is certain."""
    if not area.inner or period.certain is None:
        return None
    first, last = period.certain
    return Reach(
        places=area.inner,
        starts=first.toordinal(),
        ends=last.toordinal(),
        statuses=statuses,
        doer=doer,
    )
