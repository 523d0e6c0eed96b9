"""Runs an estimate that was kept anew, and says whether every number is the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tasjil.estimate.watch import Watch
from tasjil.journey.case import Case
from tasjil.journey.estimating.again import again
from tasjil.journey.estimating.building import TellsSteps
from tasjil.journey.jobs.files import Files
from tasjil.journey.jobs.telling import Telling
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress
from tasjil.model.json import from_json, to_json


@dataclass(frozen=True, slots=True)
class RunAgain:
    """What came of running it again; nothing of the second run is kept.

    Attributes:
        estimate: The one that was kept.
        differs: Where the two differ; the first few.
        versions: What computes in another version now: then, and now.
        fresh: Whether the case still holds what it was made from.
        stopped: One of the two was ended early: they cannot be held together.
    """

    estimate: str
    differs: tuple[str, ...]
    versions: dict[str, tuple[str, str]]
    fresh: bool | None
    stopped: bool


def answer_of(result: Any) -> RunAgain:
    """Read what came of a job."""
    return from_json(result, RunAgain)


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Run it again from its tables, settings and seed.

    Args:
        case: The case.
        seat: Whose register keeps it.
        asked: `estimate`, the id of the one to run again.
        files: None.
        progress: Told of every step; whoever cancels ends it at the next.
    """

    def stop() -> bool:
        if isinstance(progress, Telling):
            progress.look()
        return False

    made = again(case, seat, str(asked["estimate"]), Watch(TellsSteps(progress), stop))
    told = RunAgain(made.kept.id, made.differs, made.versions, made.fresh, made.stopped)
    plain: dict[str, Any] = to_json(told)
    return plain
