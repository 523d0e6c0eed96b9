"""An incident as it stands for choosing: where and when it may be another one too."""

import re
from dataclasses import dataclass

from tasjil.model.edtf import Edtf
from tasjil.model.folding import skeleton
from tasjil.model.ids import IncidentId, ReportId
from tasjil.model.incident import Incident
from tasjil.model.places import PlaceLevel
from tasjil.model.reach import SETTLEMENTS

FIRST_DAY = 0
LAST_DAY = (1 << 22) - 1
"""Before and after every day there is a date for: an end that is open or untold."""

NOWHERE = "nowhere"
"""Where no place was told, or only one without borders; it may hold any place."""

SOME_WIDE_PLACE = "some wide place"
"""What may hold a village that no list of places has."""

_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One incident with the labels it is found by.

    Two may be one place where what the one holds is among what the other lies inside.

    Attributes:
        holds: Labels of its own place, and of what its place may be or hold.
        inside: Labels of every place that holds it, or may; its own among them.
        first: The first day it can have been, counted from the year 1.
        last: The last.
        apart: Its time, where it is several stretches of days with gaps between.
        fineness: The finest place and the shortest time first.
    """

    id: IncidentId
    floor: int
    reports: frozenset[ReportId]
    holds: frozenset[str]
    inside: frozenset[str]
    first: int
    last: int
    apart: str | None
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
        inside, holds = {place, *incident.within, NOWHERE}, {place}
        if place == NOWHERE:
            pass
        elif incident.place is None:
            script, other = _scripts(incident.place_text or "")
            # Two spellings of one village in two scripts cannot be told from two.
            inside.add(script)
            holds.add(other)
            if not incident.within:
                inside.add(SOME_WIDE_PLACE)
        elif level not in SETTLEMENTS:
            holds.add(SOME_WIDE_PLACE)
        first, last, apart = _days(incident.edtf)
        fineness = (-len(incident.within), last - first, place, first)
        return cls(
            incident.id,
            floor,
            reports,
            frozenset(holds),
            frozenset(inside),
            first,
            last,
            apart,
            fineness,
        )


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


def _days(edtf: str | None) -> tuple[int, int, str | None]:
    """Give the first and the last day it can be, and the text where it has gaps."""
    if edtf is None:
        return FIRST_DAY, LAST_DAY, None
    when = Edtf.parse(edtf)
    low, high = when.spans[0][0], when.spans[-1][1]
    return _within(low, FIRST_DAY), _within(high, LAST_DAY), _gaps(when)


def _within(day: int | None, end: int) -> int:
    return end if day is None else min(max(day, FIRST_DAY), LAST_DAY)


def _gaps(when: Edtf) -> str | None:
    return when.text if len(when.spans) > 1 else None
