"""What a total says about when: the days it certainly covers, and those it may."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf


@dataclass(frozen=True, slots=True)
class Period:
    """The days of the harm that a total counts.

    Attributes:
        starts: The first day it may count; None where it may reach back for ever.
        ends: The last day it may count: told, or the day it was published.
        certain: The first and last day it certainly covers; None where not told.
        told: Both ends stand in the words.
    """

    starts: date | None = None
    ends: date | None = None
    certain: tuple[date, date] | None = None
    told: bool = False


def period_of(claims: Iterable[Claim], published: str | None) -> Period:
    """Read the period of one total from every telling of it.

    Where tellings differ, it may be any day of theirs, and is certainly only the days
    of all. A total cannot count anybody who was killed after it was published.
    """
    times = [Edtf.parse(claim.when.edtf) for claim in claims if claim.when.edtf]
    last = None if published is None else Edtf.parse(published).latest
    if not times:
        return Period(None, last)
    loose = any(each.approximate or each.uncertain for each in times)
    first = None if loose else _first(times)
    until = None if loose else _last(times)
    both = first is not None and until is not None
    return Period(first, until or last, None if loose else _shared(times), both)


def _first(times: list[Edtf]) -> date | None:
    days = [each.earliest for each in times]
    return None if None in days else min(day for day in days if day is not None)


def _last(times: list[Edtf]) -> date | None:
    days = [each.latest for each in times]
    return None if None in days else max(day for day in days if day is not None)


def _shared(times: list[Edtf]) -> tuple[date, date] | None:
    """Give the days that every telling covers without a gap; None where not one."""
    low, high = date.min, date.max
    for each in times:
        if each.earliest is None or each.latest is None or len(each.spans) > 1:
            return None
        low, high = max(low, each.earliest), min(high, each.latest)
    return (low, high) if low <= high else None
