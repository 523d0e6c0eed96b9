"""Reads what was captured and not yet read."""

from collections.abc import Mapping
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress
from tasjil.journey.read import read_case


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Read each report that its reader has not read as the case now stands."""
    reads = read_case(case, seat.register, progress)
    unread = {report.id: why for report, why in (*reads.unread, *reads.failed)}
    return {"read": reads.read, "dropped": reads.dropped, "unread": unread}
