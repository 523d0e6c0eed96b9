"""Does one job for whoever it is for, and writes down how it ended."""

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tasjil.errors import Cancelled, JobTaken, SeatLeft, TasjilError
from tasjil.journey.case import open_case
from tasjil.journey.jobs.files import Files
from tasjil.journey.jobs.kinds import require_leave
from tasjil.journey.jobs.runs import RUNS
from tasjil.journey.jobs.telling import Telling
from tasjil.journey.opening import Seat
from tasjil.register.desk.job import Job


def do_job(
    folder: Path, seat: Seat, job: Job, worker: str, left: Callable[[], bool]
) -> None:
    """Do a job that was taken; whatever happens, the queue says how it ended.

    Args:
        folder: Of the case.
        seat: For whom it is done: their register is open.
        job: The job.
        worker: The worker's name.
        left: Asked whether they have left.

    Raises:
        JobTaken: Another worker took it meanwhile.
        RegisterError: The register cannot be written to; the job is still the worker's.
    """
    queue = seat.register.queue
    files = Files(queue, job.id)
    telling = Telling(queue, job.id, worker, left)
    queue.tell(job.id, worker, _now(), runner=seat.register.user)
    try:
        require_leave(seat.register.me, job.kind)
        case = open_case(folder)
        result = RUNS[job.kind](case, seat, job.asked, files, telling)
    except Cancelled:
        queue.stop(job.id, worker, _now(), files.summed() or None)
    except SeatLeft:
        queue.give_back(job.id, worker)
    except JobTaken:
        raise
    except TasjilError as wrong:
        queue.fail(job.id, worker, _now(), str(wrong))
    except Exception as broken:  # whatever broke, the queue goes on
        report(broken)
        queue.fail(job.id, worker, _now(), broke(broken))
    else:
        queue.finish(job.id, worker, _now(), result)


def broke(error: BaseException) -> str:
    """Say that the program broke; its words may quote a report, so its kind alone.

    Example:
        >>> broke(KeyError("a name"))[:37]
        'the program broke on this (KeyError);'
    """
    return (
        f"the program broke on this ({type(error).__name__}); what was kept before "
        "stays kept. Tell us the kind of fault, and what you had asked for"
    )


def report(error: BaseException) -> None:
    """Tell on stderr where the program broke: files, lines and functions, no values."""
    lines = [f"tasjil: the worker broke on a job ({type(error).__name__})"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {frame.filename}:{frame.lineno} in {frame.name}")
    print("\n".join(lines), file=sys.stderr, flush=True)


def _now() -> datetime:
    return datetime.now(UTC)
