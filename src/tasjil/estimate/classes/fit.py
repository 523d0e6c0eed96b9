"""What chains of latent classes say of a table: draws, how they agree, the estimate."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from tasjil.estimate.classes.prior import draw_prior
from tasjil.estimate.classes.resume import read_run, write_run
from tasjil.estimate.classes.settings import LcmcrSettings
from tasjil.estimate.classes.stage import Run, Seen, Stage
from tasjil.estimate.diagnose import (
    Agreement,
    ClassChances,
    Learned,
    Predictive,
    Traces,
    agreement,
    centres_of,
    learned,
    predictive,
    rhat,
    traces,
)
from tasjil.estimate.diagnose.ranks import FEWEST
from tasjil.estimate.refuse import (
    Reason,
    at_the_cap,
    chains_disagree,
    too_few_samples,
)
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Interval, Method, Refusal

TABLES = 400
"""Tables drawn anew for the posterior predictive check, at the least."""


@dataclass(frozen=True, eq=False)
class LcmcrFit:
    """A run of latent classes on one table, done or stopped.

    Attributes:
        settings: As asked.
        data: `sha256:` and the digest of the table.
        n: Documented people.
        run: The chains and what they drew; None where the table was refused at once.
        stopped: Somebody stopped it before it was done.
        lack: What the table lacks, where it was refused at once.
    """

    settings: LcmcrSettings
    data: str
    n: int
    run: Run | None = None
    stopped: bool = False
    lack: Reason | None = None

    @property
    def draws(self) -> NDArray[np.int64]:
        """Draws of N, one row a chain, (C, S); S is 0 before chains had settled in."""
        if self.run is None or self.run.stage in (Stage.PILOT, Stage.WARM):
            return np.zeros((self.settings.chains, 0), np.int64)
        return self.run.kept.N

    @cached_property
    def agreement(self) -> Agreement | None:
        """How chains agree about N; None where nothing was drawn."""
        return agreement(self.draws) if self.draws.shape[1] >= FEWEST else None

    @property
    def cap(self) -> float:
        """The number above which nobody would believe the lists."""
        return self.settings.cap * self.n

    @property
    def mass_at_cap(self) -> float:
        """How much of the posterior lies within 5 % of the cap, or beyond it."""
        near = (1.0 - self.settings.limits.near_cap) * self.cap
        return float((self.draws >= near).mean()) if self.draws.size else 0.0

    def chances(self) -> list[ClassChances]:
        """Give the classes at some of the draws, for the posterior predictive check."""
        if self.run is None:
            return []
        places = self.run.places.at
        return [_chances(at) for at in places.reshape(-1, *places.shape[2:])]

    def predictive(self, table: CaptureTable) -> Predictive | None:
        """Draw tables anew from the posterior; None where nothing was drawn."""
        fitted = self.chances()
        if not fitted:
            return None
        again = -(-TABLES // len(fitted))
        rng = np.random.default_rng([self.settings.seed, 1])
        return predictive(table, fitted * again, rng)

    def learned(self, table: CaptureTable) -> Learned | None:
        """Set draws of N from the prior beside those from the posterior."""
        if not self.draws.size:
            return None
        rng = np.random.default_rng([self.settings.seed, 2])
        prior = draw_prior(self.n, len(table.lists), self.settings, rng)
        return learned(prior, self.draws, self.settings.level)

    def traces(self) -> Traces | None:
        """Give chains thinned for a plot; None where nothing was drawn."""
        return traces(self.draws) if self.agreement else None

    def outcome(self, table: CaptureTable) -> Estimate | Refusal:
        """Give the estimate, or the refusal that says why there is none (DESIGN §8)."""
        reason = self.lack or self.doubt()
        plain, told = self.settings.plain(), self.told()
        if reason is not None:
            return reason.refusal(Method.LCMCR, table, plain, told)
        return Estimate(
            Method.LCMCR, table.n, self.interval(), table.digest, None, told, plain
        )

    def doubt(self) -> Reason | None:
        """Say what lets nobody trust the number, if anything does."""
        found, limits = self.agreement, self.settings.limits
        if found is None:
            return too_few_samples(0.0, 0.0, limits)
        enough = too_few_samples(found.bulk, found.tail, limits)
        if self.stopped and enough:
            # stopped early, it is the time that lacks, whatever else may be
            return enough
        centres = centres_of(self.draws)
        return (
            chains_disagree(found.rhat, limits, centres)
            or enough
            or at_the_cap(self.mass_at_cap, self.cap, limits)
        )

    def interval(self) -> Interval:
        """Give mean, median and ends of the posterior of N."""
        level = self.settings.level
        shares = ((1 - level) / 2, 0.5, (1 + level) / 2)
        low, median, high = (float(end) for end in np.quantile(self.draws, shares))
        return Interval(float(self.draws.mean()), median, low, high, level)

    def told(self) -> dict[str, Any]:
        """Give the diagnostics as JSON values."""
        told: dict[str, Any] = {"stopped": self.stopped}
        if self.agreement is not None:
            told |= self.agreement.plain()
            told |= {"mass_at_cap": self.mass_at_cap, "cap": self.cap}
        if self.run is not None:
            told |= _told(self.run)
        return told

    def save(self, path: Path | str) -> None:
        """Put the run away as .npz: settings, digest, chains; no name of anybody.

        Raises:
            BadValue: The table was refused at once: there is no run.
        """
        write_run(Path(path), self.run, self.data, self.n)

    @classmethod
    def load(cls, path: Path | str) -> "LcmcrFit":
        """Take up a run that was put away; `fit_lcmcr(..., resume=...)` goes on.

        Raises:
            BadValue: The file is no such run, or cannot be read.
        """
        run, data, n = read_run(Path(path))
        return cls(run.settings, data, n, run, run.stage is not Stage.DONE)


def _chances(at: NDArray[np.float64]) -> ClassChances:
    """Read a position of log odds, (J + 1, K), as classes."""
    sticks = expit(at[-1])
    sticks[-1] = 1.0
    left = np.concatenate([[1.0], np.cumprod(expit(-at[-1, :-1]))])
    return ClassChances(sticks * left, expit(at[:-1]))


def _told(run: Run) -> dict[str, Any]:
    told: dict[str, Any] = {
        "stage": str(run.stage),
        "sampler": None if run.sampler is None else str(run.sampler),
        "rungs": run.rungs,
        "chains": len(run.chains),
        "burn_in": run.burnt,
        "sweeps": run.sweeps,
        "pilot": [trial.plain() for trial in run.trials],
        "without_ladder": _seen(run.flat),
    }
    if run.rungs > 1:
        told["round_trips"] = [chain.round_trips for chain in run.chains]
    told["checked"] = run.checked
    if run.stage not in (Stage.PILOT, Stage.WARM) and run.kept.sweeps >= FEWEST:
        told |= _drawn(run)
    return told


def _drawn(run: Run) -> dict[str, Any]:
    kept = run.kept
    return {
        "settled": bool(run.seen and run.seen.agreed(run.settings)),
        "chain_medians": np.median(kept.N, axis=1).tolist(),
        "chain_means": kept.N.mean(1).tolist(),
        "rhat_density": _finite(rhat(kept.density)),
        "alpha": float(kept.alpha.mean()),
        "occupied": float(kept.occupied.mean()),
        "p0": float(kept.p0.mean()),
    }


def _seen(seen: Seen | None) -> dict[str, Any] | None:
    if seen is None:
        return None
    return {**seen._asdict(), "rhat": _finite(seen.rhat)}


def _finite(value: float) -> float | None:
    return value if np.isfinite(value) else None
