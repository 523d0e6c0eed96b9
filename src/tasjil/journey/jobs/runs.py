"""What does a job of each kind; only the worker loads all of it."""

from collections.abc import Callable, Mapping
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.jobs import (
    backup,
    capture,
    count,
    draft,
    estimate,
    estimate_again,
    link,
    publish,
    read,
    release,
    verify,
    what_if,
)
from tasjil.journey.jobs.files import Files
from tasjil.journey.jobs.kinds import AGAIN, COUNT, ESTIMATE, WHAT_IF
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress

Run = Callable[[Case, Seat, Mapping[str, Any], Files, Progress], dict[str, Any]]
"""Does a job, and gives what came of it as plain JSON."""

RUNS: Mapping[str, Run] = {
    "capture": capture.run,
    "read": read.run,
    "link": link.run,
    COUNT: count.run,
    WHAT_IF: what_if.run,
    ESTIMATE: estimate.run,
    AGAIN: estimate_again.run,
    "verify": verify.run,
    "backup": backup.run,
    "publish": publish.run,
    "draft": draft.run,
    "release": release.run,
}
