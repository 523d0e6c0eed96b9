"""Makes the draft of the next release."""

from collections.abc import Mapping
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress
from tasjil.journey.release.draft import make_draft


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Count what the register holds, and write all that would be published."""
    draft = make_draft(case, seat, progress)
    return {"release": draft.id, "what": draft.what, "changes": len(draft.changes)}
