"""Writes the case's pages, as they may be shown to all."""

from collections.abc import Mapping
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.opening import Seat
from tasjil.journey.pages import publish, seen_in
from tasjil.journey.progress import Progress
from tasjil.journey.release.showing import viewing


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Count what the register holds, and write its pages into the case's folder."""
    progress.begin("Counting", None)

    first = seen_in(case, seat.register)
    seen = publish(case, seat, first, viewing(case), case.site_folder, progress)
    return {
        "entries": seen.log.entries,
        "reports": len(seen.public.counted.reports),
        "withheld": len(seen.public.counted.withheld),
    }
