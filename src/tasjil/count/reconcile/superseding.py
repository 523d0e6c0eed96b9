"""Which total of a teller stands in place of an earlier one of the same scope."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tasjil.model.edtf import Edtf
from tasjil.model.ids import FigureId
from tasjil.model.reconciliation import BoundKind


@dataclass(frozen=True, slots=True)
class Seen:
    """What decides whether one total stands in place of another.

    Attributes:
        scope: Teller, act, places, people and party: equal for totals of one line.
    """

    statement: FigureId
    scope: tuple[object, ...]
    published: str | None
    starts: date | None
    ends: date | None
    bound: BoundKind


def superseded(totals: Iterable[Seen]) -> dict[FigureId, FigureId]:
    """Find for each total the latest of the same teller that stands in its place.

    The later covers at least the days of the earlier, and was certainly published
    after it; it may be lower, for tellers correct themselves. A guess replaces no
    count.
    """
    lines: dict[tuple[object, ...], list[Seen]] = defaultdict(list)
    for each in totals:
        if each.published is not None:
            lines[each.scope].append(each)
    found: dict[FigureId, FigureId] = {}
    for line in lines.values():
        line.sort(key=lambda each: (_latest(each), each.statement), reverse=True)
        for nth, each in enumerate(line):
            later = next(
                (other for other in line[:nth] if _replaces(other, each)), None
            )
            if later is not None:
                found[each.statement] = later.statement
    return found


def _replaces(later: Seen, earlier: Seen) -> bool:
    if later.bound is BoundKind.NEITHER and earlier.bound is not BoundKind.NEITHER:
        return False
    if _earliest(later) <= _latest(earlier):
        return False
    from_start = later.starts is None or (
        earlier.starts is not None and later.starts <= earlier.starts
    )
    to_end = later.ends is None or (
        earlier.ends is not None and later.ends >= earlier.ends
    )
    return from_start and to_end


def _earliest(each: Seen) -> date:
    told = Edtf.parse(each.published) if each.published else None
    return date.min if told is None or told.earliest is None else told.earliest


def _latest(each: Seen) -> date:
    told = Edtf.parse(each.published) if each.published else None
    return date.max if told is None or told.latest is None else told.latest
