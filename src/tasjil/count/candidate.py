"""An incident as it stands for choosing: where and when it may be another one too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasjil.model.edtf import Edtf
from tasjil.model.folding import skeleton
from tasjil.model.ids import IncidentId, ReportId
from tasjil.model.incident import Incident
from tasjil.model.places import PlaceLevel
from tasjil.model.reach import SETTLEMENTS

LONGEST = 62
"""Days. A longer or open span is compared with every day."""

EVERY_DAY = 0
UNDATED = -1

NOWHERE = "nowhere"
"""Where no place was told, or only one without borders; it may hold any place."""

SOME_WIDE_PLACE = "some wide place"
"""What may hold a village that no list of places has."""

_ARABIC = re.compile("[\u0600-\u06ff]")

Slot = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One incident with the labels it is found by.

    Attributes:
        days: The days it can have happened on; empty for "any day".
        at: Labels of its own place.
        inside: Labels of every place that holds it, or may.
        may_hold: Labels of `inside` under which an incident stands that may be it.
        may_lie_in: Labels of `at` under which an incident stands that may hold it.
    """

    id: IncidentId
    floor: int
    reports: frozenset[ReportId]
    days: tuple[int, ...]
    depth: int
    at: frozenset[str]
    inside: frozenset[str]
    may_hold: frozenset[str]
    may_lie_in: frozenset[str]

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
        depth = len(incident.within)
        return cls(incident.id, floor, reports, days, depth, at, around, holds, lies)

    def slots(self, labels: frozenset[str]) -> Iterator[Slot]:
        """Give the slots it stands in, under these labels."""
        days = (*self.days, EVERY_DAY) if self.days else (UNDATED, EVERY_DAY)
        return ((label, day) for label in labels for day in days)

    def questions(self, labels: frozenset[str]) -> Iterator[Slot]:
        """Give the slots where an incident stands that can be of the same day."""
        days = (*self.days, UNDATED) if self.days else (EVERY_DAY,)
        return ((label, day) for label in labels for day in days)


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


def _days(edtf: str | None) -> tuple[int, ...]:
    if edtf is None:
        return ()
    when = Edtf.parse(edtf)
    if when.earliest is None or when.latest is None:
        return ()
    first, last = when.earliest.toordinal(), when.latest.toordinal()
    return tuple(range(first, last + 1)) if last - first < LONGEST else ()
