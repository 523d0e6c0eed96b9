"""How far a run of chains is, for whoever waits for it."""

from collections.abc import Callable
from dataclasses import dataclass

from tasjil.estimate.classes.stage import Run, Stage

SAID = {
    Stage.PILOT: "trying two samplers",
    Stage.WARM: "settling in",
    Stage.DRAW: "drawing",
    Stage.CHECK: "checking with ladders",
    Stage.DONE: "done",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes:
        stage: What is going on.
        tempered: Whether chains climb ladders, because without they disagreed.
        sweeps: Done by each chain in this stage.
        most: Sweeps after which drawing ends, agreed or not.
        ess: Effective draws so far, the fewer of bulk and tails; 0 before the first.
        wanted: Effective draws to reach.
        rhat: So far; None before the first.
        seconds_left: As far as one can tell; None where one cannot.
    """

    stage: Stage
    tempered: bool
    sweeps: int
    most: int
    ess: float
    wanted: float
    rhat: float | None
    seconds_left: float | None

    @property
    def share(self) -> float:
        """How much is done, 0 to 1, by effective draws or by the most sweeps."""
        if self.stage is Stage.DONE:
            return 1.0
        if self.stage is Stage.CHECK:
            return 0.99
        if self.stage is not Stage.DRAW:
            return 0.0
        return min(max(self.ess / self.wanted, self.sweeps / self.most), 0.99)

    @property
    def sentence(self) -> str:
        """Say it in words."""
        parts = [SAID[self.stage] + (" up a ladder" if self.tempered else "")]
        parts.append(f"{self.sweeps:,} sweeps of each chain")
        if self.rhat is not None:
            parts.append(f"{self.ess:,.0f} of {self.wanted:,.0f} effective draws")
            parts.append(f"R-hat {self.rhat:.3f}")
        if self.seconds_left is not None:
            parts.append(f"at most {minutes(self.seconds_left)}")
        return ", ".join(parts)


def minutes(seconds: float) -> str:
    """Say a length of time as one would.

    Example:
        >>> minutes(20), minutes(70), minutes(600)
        ('a minute', '2 minutes', '10 minutes')
    """
    whole = max(1, -int(-seconds // 60))
    return "a minute" if whole == 1 else f"{whole} minutes"


@dataclass(slots=True)
class Clock:
    """Tells how long a run takes, from how long its sweeps took so far.

    Attributes:
        now: Seconds, from anywhere.
    """

    now: Callable[[], float]
    _begun: tuple[Stage, bool, int, float] | None = None

    def progress(self, run: Run) -> Progress:
        """Say how far a run is."""
        seen = run.seen
        return Progress(
            run.stage,
            run.rungs > 1,
            run.sweeps,
            run.most,
            seen.ess if seen else 0.0,
            run.settings.ess,
            seen.rhat if seen else None,
            self._left(run),
        )

    def _left(self, run: Run) -> float | None:
        """Give seconds until the bound, or until enough where chains agree."""
        if run.stage is not Stage.DRAW:
            return None
        begun = self._begun
        if begun is None or begun[:2] != (run.stage, run.rungs > 1):
            self._begun = (run.stage, run.rungs > 1, run.sweeps, self.now())
            return None
        done = run.sweeps - begun[2]
        if done <= 0:
            return None
        left = float(run.most - run.sweeps)
        if run.seen and run.seen.agreed(run.settings) and run.seen.ess > 0:
            left = min(left, run.seen.at * run.settings.ess / run.seen.ess - run.sweeps)
        return max(left, 0.0) * (self.now() - begun[3]) / done
