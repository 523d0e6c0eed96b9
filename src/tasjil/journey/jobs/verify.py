"""Checks that the log is whole."""

from collections.abc import Mapping
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress
from tasjil.journey.verify import verify_case


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Check the log, every text and every table; `LogBroken` names what is bad."""
    found = verify_case(case, seat, progress)
    return {
        "entries": found.entries,
        "contents": found.contents,
        "head": found.head,
    }
