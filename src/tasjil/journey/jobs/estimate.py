"""Estimates how many nobody documented, as somebody asked for it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tasjil.errors import BadValue
from tasjil.estimate.watch import Watch
from tasjil.journey.case import Case
from tasjil.journey.estimating.case import Deciding, estimate_case
from tasjil.journey.estimating.wanted import Wanted, wanted_from
from tasjil.journey.jobs.ending import Ending
from tasjil.journey.jobs.files import Files
from tasjil.journey.jobs.telling import Telling
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Link, estimate, and keep what came of it.

    Args:
        case: The case.
        seat: Whose register it is kept in.
        asked: `wanted`, as `Wanted.plain` gives it (nothing for the usual), `because`
            where a limit is set otherwise, and `minutes`, after which what was reached
            is kept.
        files: None.
        progress: Told of every step.
    """
    wanted = Wanted() if asked.get("wanted") is None else wanted_from(asked["wanted"])
    deciding = Deciding(datetime.now(UTC), asked.get("because"))
    minutes = _minutes(asked.get("minutes"))
    made_watch: list[Ending] = []

    def look() -> None:
        if isinstance(progress, Telling):
            progress.look()

    def watch() -> Watch:
        made_watch.append(Ending(progress, look, minutes))
        return Watch(made_watch[-1], made_watch[-1].stop)

    made = estimate_case(case, seat, wanted, deciding, progress, watch)
    if made is None:
        return {"estimate": None}
    return {"estimate": made.id, "stopped": made.report.stopped}


def _minutes(told: Any) -> float | None:
    if told is None:
        return None
    if isinstance(told, int | float) and told > 0:
        return float(told)
    raise BadValue("expected minutes above 0, or none for as long as it takes")
