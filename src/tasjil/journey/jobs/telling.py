"""Tells the queue how far a job is, now and then, and hears that it is to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from tasjil.errors import Cancelled, JobTaken, RegisterError, SeatLeft
from tasjil.model.ids import JobId
from tasjil.register.desk.queue import Queue

OFTEN = 0.3
"""Seconds between two tellings; nobody reads faster, and each is a write."""

STOPPED = (
    "expected to finish this job, found that somebody asked it to stop; what it kept "
    "until then stays kept: ask for it again to go on from there"
)
LEFT = (
    "expected whoever this job is for at a desk, found that they left; it goes on when "
    "they, or somebody else who may, sit down again"
)


def _now() -> datetime:
    return datetime.now(UTC)


def _nobody_left() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Clocks:
    """What time it is, for the queue and between two tellings."""

    now: Callable[[], datetime] = _now
    seconds: Callable[[], float] = monotonic


CLOCKS = Clocks()


class Telling:
    """Progress of a job, as its page shows it.

    Any of its methods raises `Cancelled` once somebody asked the job to stop, and
    `SeatLeft` once whoever it is for has left.
    """

    def __init__(
        self,
        queue: Queue,
        job: JobId,
        worker: str,
        left: Callable[[], bool] = _nobody_left,
        clocks: Clocks = CLOCKS,
    ) -> None:
        """Tell of one job of a queue.

        Args:
            queue: Of the register that whoever it is for has opened.
            job: The job.
            worker: The worker's name.
            left: Asked whether whoever it is for has left.
            clocks: What time it is.
        """
        self._queue, self._job, self._worker = queue, job, worker
        self._left, self._clocks = left, clocks
        self._what, self._note = "", ""
        self._done, self._total = 0, None
        self._told = float("-inf")

    _total: int | None

    def begin(self, what: str, total: int | None) -> None:
        """Start a stage."""
        self._what, self._done, self._total = what, 0, total
        self._tell()

    def step(self, count: int = 1) -> None:
        """Move the stage on."""
        self._done += count
        self.look()

    def note(self, line: str) -> None:
        """Say something worth a line."""
        self._note = line
        self.look()

    def look(self) -> None:
        """Tell how far it is, unless that was told a moment ago."""
        if self._clocks.seconds() - self._told >= OFTEN:
            self._tell()

    def _tell(self) -> None:
        if self._left():
            raise SeatLeft(LEFT)
        self._told = self._clocks.seconds()
        try:
            stop = self._queue.tell(
                self._job,
                self._worker,
                self._clocks.now(),
                what=self._what,
                done=self._done,
                total=self._total,
                note=self._note,
            )
        except JobTaken:
            raise
        except RegisterError:
            # Another program writes for long: the page is behind, and nothing is lost.
            return
        if stop:
            raise Cancelled(STOPPED)
