"""Ends an estimate early, and keeps what was done until then."""

from collections.abc import Callable
from time import monotonic

from tasjil.errors import Cancelled
from tasjil.estimate.watch import Step
from tasjil.journey.estimating.building import TellsSteps
from tasjil.journey.progress import Progress
from tasjil.model.estimate import Method

FOR_EVER = float("inf")


class Ending:
    """Tells how far an estimate is, and says when it is to end.

    Whoever stops the job while its first method runs wants nothing kept: `Cancelled`
    goes through. Once a method is done, the run ends where it is, and what was reached
    is kept and says so.
    """

    def __init__(
        self,
        progress: Progress,
        look: Callable[[], None],
        minutes: float | None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Watch one run.

        Args:
            progress: Told of every step; raises `Cancelled` once somebody stopped it.
            look: Asks whether somebody stopped it; raises `Cancelled` too.
            minutes: How long it may take; None for as long as it takes.
            clock: Gives seconds.
        """
        self._tell, self._look, self._clock = TellsSteps(progress), look, clock
        self._end = FOR_EVER if minutes is None else clock() + 60 * minutes
        self._method: Method | None = None
        self._some_done = False
        self.stopped = False

    def __call__(self, step: Step) -> None:
        """Tell of one step."""
        if step.method is not None and step.method is not self._method:
            self._some_done = self._method is not None
            self._method = step.method
        self._hear(lambda: self._tell(step))

    def stop(self) -> bool:
        """Say whether the run is to end here."""
        self._hear(self._look)
        return self.stopped or self._clock() > self._end

    def _hear(self, ask: Callable[[], None]) -> None:
        try:
            ask()
        except Cancelled:
            if not self._some_done:
                raise
            self.stopped = True
