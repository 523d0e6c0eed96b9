"""Whether an incident lies in what the case counts: certainly, perhaps, or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from tasjil.count.algebra.coded import STATUS_BITS
from tasjil.count.algebra.runs import Ints
from tasjil.count.placebook import PlaceBook
from tasjil.model.edtf import Edtf
from tasjil.model.ids import PlaceId
from tasjil.model.incident import Incident
from tasjil.model.persons import Status
from tasjil.model.places import PlaceLevel
from tasjil.model.scope import Scope


class Inside(IntEnum):
    """How surely something lies in the scope; the smallest of several decides."""

    NO = 0
    PERHAPS = 1
    """Not told, or only partly inside: counted for the ceiling, not for the floor."""

    YES = 2


def in_period(edtf: str | None, scope: Scope) -> Inside:
    """Compare a time with the scope's period.

    Example:
        >>> march = Scope(edtf="2025-03")
        >>> in_period("2025-03-07", march), in_period("2025-02-27/2025-03-02", march)
        (<Inside.YES: 2>, <Inside.PERHAPS: 1>)
    """
    if scope.edtf is None:
        return Inside.YES
    if edtf is None:
        return Inside.PERHAPS
    period, when = Edtf.parse(scope.edtf), Edtf.parse(edtf)
    if period.contains(when):
        return Inside.YES
    return Inside.PERHAPS if period.overlaps(when) else Inside.NO


def in_area(
    place: PlaceId | None, within: tuple[PlaceId, ...], scope: Scope, book: PlaceBook
) -> Inside:
    """Compare a place with the scope's area.

    A place that no list has may lie anywhere; a region has no agreed border; a place
    that holds part of the area may or may not mean that part.
    """
    area = frozenset(scope.where)
    if not area or not area.isdisjoint({place, *within}):
        return Inside.YES
    if place is None:
        return Inside.PERHAPS if not within else Inside.NO
    if book.level(place) is PlaceLevel.REGION or book.holds(place, area):
        return Inside.PERHAPS
    return Inside.NO


@dataclass(frozen=True, slots=True)
class Placed:
    """Where incidents lie by time and place, by their number among all.

    Attributes:
        inside: How surely each lies in the scope.
        part: Which part of the scope decides it: 0 for the period, 1 for the area.
    """

    inside: Ints
    part: Ints

    @classmethod
    def of(
        cls, incidents: Sequence[Incident], scope: Scope, book: PlaceBook
    ) -> "Placed":
        """Compare incidents with the scope; the same time or place is read once."""
        times: dict[str | None, Inside] = {}
        areas: dict[tuple[PlaceId | None, tuple[PlaceId, ...]], Inside] = {}
        for each in incidents:
            if each.edtf not in times:
                times[each.edtf] = in_period(each.edtf, scope)
            where = (each.place, each.within)
            if where not in areas:
                areas[where] = in_area(*where, scope, book)
        when = np.array([times[each.edtf] for each in incidents], np.int64)
        where_ = [areas[each.place, each.within] for each in incidents]
        area = np.array(where_, np.int64)
        return cls(np.minimum(when, area), (area < when).astype(np.int64))


PARTS = ("period", "area", "status")
"""Parts of the scope, in the order in which they are named as the reason."""


def of_status(told: Ints, scope: Scope) -> Ints:
    """Compare the victims' status, as all claims tell it, with those who count.

    Args:
        told: For each incident, a bit for every status that some claim tells.
        scope: What the case counts.
    """
    counts = sum(STATUS_BITS[each] for each in set(scope.statuses))
    if counts == sum(STATUS_BITS.values()):
        return np.full(len(told), int(Inside.YES))
    mixed = (told & STATUS_BITS[Status.UNKNOWN] != 0) | (told & counts != 0)
    inside = np.where(mixed, int(Inside.PERHAPS), int(Inside.NO))
    return np.where(told & ~counts == 0, int(Inside.YES), inside)
