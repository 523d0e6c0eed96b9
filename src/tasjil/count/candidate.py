"""An incident as it stands for choosing: where and when it may be another one too."""

import re
from dataclasses import dataclass
from datetime import date

from tasjil.model.edtf import Edtf
from tasjil.model.folding import skeleton
from tasjil.model.ids import IncidentId, ReportId
from tasjil.model.incident import Incident
from tasjil.model.places import PlaceLevel
from tasjil.model.reach import SETTLEMENTS

A_FEW_DAYS = 7
"""Up to here a span is compared day by day, above month by month."""

LONGEST = 366
"""Days. A longer or open span is compared with every day."""

EVERY_DAY = 0
UNDATED = -1

NOWHERE = "nowhere"
"""Where no place was told, or only one without borders; it may hold any place."""

SOME_WIDE_PLACE = "some wide place"
"""What may hold a village that no list of places has."""

_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One incident with the labels it is found by.

    Attributes:
        at: Labels of its own place.
        inside: Labels of every place that holds it, or may.
        may_hold: Labels of `inside` under which an incident stands that may be it.
        may_lie_in: Labels of `at` under which an incident stands that may hold it.
        stands: The days, months or ends of time it is filed under.
        asks: Where an incident is filed that can be of the same day.
        fineness: The finest place and the shortest time first.
    """

    id: IncidentId
    floor: int
    reports: frozenset[ReportId]
    at: frozenset[str]
    inside: frozenset[str]
    may_hold: frozenset[str]
    may_lie_in: frozenset[str]
    stands: tuple[int, ...]
    asks: tuple[int, ...]
    fineness: tuple[object, ...]

    @classmethod
    def of(
        cls,
        incident: Incident,
        floor: int,
        reports: frozenset[ReportId],
        level: PlaceLevel | None,
    ) -> "Candidate":
        """Work out the labels of an incident, whose place is of the level given."""
        place = _place(incident, level)
        around = frozenset({place, *incident.within, NOWHERE})
        at, holds, lies = frozenset({place}), frozenset({place}), around
        if place == NOWHERE:
            lies = frozenset({NOWHERE})
        elif incident.place is not None and level not in SETTLEMENTS:
            at, holds = at | {SOME_WIDE_PLACE}, holds | {SOME_WIDE_PLACE}
        elif incident.place is None:
            script, other = _scripts(incident.place_text or "")
            around |= {script}
            # Two spellings of one village in two scripts cannot be told from two.
            holds |= {other}
            if not incident.within:
                around, lies = around | {SOME_WIDE_PLACE}, lies | {SOME_WIDE_PLACE}
        days = _days(incident.edtf)
        stands, asks = _filed(days)
        fineness = (
            -len(incident.within),
            len(days) or LONGEST + 1,
            place,
            days[0] if days else 0,
        )
        return cls(
            incident.id, floor, reports, at, around, holds, lies, stands, asks, fineness
        )


def _filed(days: range) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give what a span is filed under, and where those are filed that it can meet.

    Numbers above zero are days; below, each month has two, for all spans that touch
    it and for the long ones among them.
    """
    if not days:
        return (UNDATED, EVERY_DAY), (EVERY_DAY,)
    touched = {_month(days[0]), _month(days[-1]), *map(_month, days[::28])}
    every = tuple(-2 * month for month in sorted(touched))
    long = tuple(-2 * month - 1 for month in sorted(touched))
    if len(days) > A_FEW_DAYS:
        return (*long, *every, EVERY_DAY), (*every, UNDATED)
    return (*days, *every, EVERY_DAY), (*days, *long, UNDATED)


def _month(day: int) -> int:
    """Number the months from the year 1; the first is 13."""
    when = date.fromordinal(day)
    return when.year * 12 + when.month


def _place(incident: Incident, level: PlaceLevel | None) -> str:
    if incident.place is not None:
        return NOWHERE if level is PlaceLevel.REGION else incident.place
    if incident.place_text is None:
        return NOWHERE
    return f"text:{skeleton(incident.place_text)}"


def _scripts(text: str) -> tuple[str, str]:
    """Give the label of its own script, and of the other one."""
    pair = ("words in Arabic", "words in Latin")
    return pair if _ARABIC.search(text) else (pair[1], pair[0])


def _days(edtf: str | None) -> range:
    """Give the days from the first to the last possible; none for "any day"."""
    when = None if edtf is None else Edtf.parse(edtf)
    if when is None or when.earliest is None or when.latest is None:
        return range(0)
    first, last = when.earliest.toordinal(), when.latest.toordinal()
    return range(first, last + 1) if last - first < LONGEST else range(0)
