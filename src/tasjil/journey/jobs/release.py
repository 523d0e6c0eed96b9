"""Publishes the draft that two people agreed to."""

from collections.abc import Mapping
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress
from tasjil.journey.release.publishing import publish_release


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Publish it in the name of whoever asked, for the reason they gave (`because`)."""
    progress.begin("Publishing", None)
    return {"release": publish_release(case, seat, str(asked.get("because", "")))}
