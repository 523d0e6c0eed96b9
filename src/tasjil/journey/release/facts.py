"""What a release says in numbers: every figure and incident as the world may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tasjil.model.ids import ReportId

Told = dict[str, Any]
"""One figure or incident as plain JSON."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers of a release; nothing in it names anybody.

    Attributes:
        figures: By id: act, floor, ceiling, verified, reported.
        incidents: By id: act, time, place, floor, ceiling, verified, open claims.
        reports: Reports whose words are shown.
        withheld: How many are held back.
    """

    figures: Mapping[str, Told]
    incidents: Mapping[str, Told]
    reports: tuple[ReportId, ...]
    withheld: int
