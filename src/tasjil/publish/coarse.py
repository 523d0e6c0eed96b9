"""How much of a time and a place may be shown where the words behind them may not."""

from calendar import monthrange
from collections.abc import Callable, Collection, Sequence
from datetime import date

from tasjil.model.edtf import Edtf, interval
from tasjil.model.ids import PlaceId
from tasjil.model.places import PlaceLevel

WIDE = (PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY)
"""The levels that are wide enough to say nothing of who was there."""


def coarse_time(edtf: str | None, period: str | None) -> str | None:
    """Give the months a time lies in, cut off where the case's period ends.

    Without the cut, a day inside the period would become a month that is only partly
    inside, and the same people would be counted otherwise.

    Example:
        >>> coarse_time("2031-05-04", None)
        '2031-05'
        >>> coarse_time("2031-05-04", "2031-05-02/2031-08-31")
        '2031-05-02/2031-05-31'
        >>> coarse_time("2031-05-04/..", None) is None
        True
    """
    if edtf is None:
        return None
    when = Edtf.parse(edtf)
    if when.earliest is None or when.latest is None:
        return None
    last = when.latest
    start = when.earliest.replace(day=1)
    end = last.replace(day=monthrange(last.year, last.month)[1])
    within = None if period is None else Edtf.parse(period)
    if within is not None and within.contains(when):
        start = max(start, within.earliest or date.min)
        end = min(end, within.latest or date.max)
    return interval(start, end)


def coarse_places(
    places: Sequence[PlaceId],
    level: Callable[[PlaceId], PlaceLevel | None],
    area: Collection[PlaceId],
) -> tuple[PlaceId, ...]:
    """Give the governorate and what is around it, of a place and what is around that.

    A case that counts an area finer than a governorate says so itself: then it is that
    area. Nothing is given where no wide place is known.

    Args:
        places: The place and those that contain it, nearest first.
        level: What is known of a place.
        area: The places that the case counts in.
    """
    for n, place in enumerate(places):
        if place in area or level(place) in WIDE:
            return tuple(places[n:])
    return ()
