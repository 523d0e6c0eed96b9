"""Whether an incident lies in what the case counts: certainly, perhaps, or not."""

from collections.abc import Iterable
from enum import IntEnum

from tasjil.count.placebook import PlaceBook
from tasjil.model.claim import Claim
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


def of_status(claims: Iterable[Claim], scope: Scope) -> Inside:
    """Compare the victims' status, as all claims tell it, with those who count."""
    if set(scope.statuses) == set(Status):
        return Inside.YES
    told = {claim.victims.status for claim in claims}
    if told <= set(scope.statuses):
        return Inside.YES
    mixed = Status.UNKNOWN in told or not told.isdisjoint(scope.statuses)
    return Inside.PERHAPS if mixed else Inside.NO


def why_outside(
    incident: Incident, claims: list[Claim], scope: Scope, book: PlaceBook
) -> tuple[Inside, str]:
    """Tell whether an incident is counted, and which part of the scope decides."""
    found = (
        (in_period(incident.edtf, scope), "period"),
        (in_area(incident.place, incident.within, scope, book), "area"),
        (of_status(claims, scope), "status"),
    )
    return min(found, key=lambda pair: pair[0])
