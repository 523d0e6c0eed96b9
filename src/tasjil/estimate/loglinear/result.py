"""What log-linear models say of a table: every model, their averages, the estimate."""

from dataclasses import dataclass
from typing import Any

from tasjil.estimate.loglinear.average import Average
from tasjil.estimate.loglinear.model import members
from tasjil.estimate.loglinear.settings import LoglinearSettings
from tasjil.estimate.loglinear.trial import Trial
from tasjil.estimate.refuse import Reason, no_maximum
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Interval, Method, Refusal

TOLD = 150
"""Models told in the diagnostics: all of four lists, the best of more."""


@dataclass(frozen=True, slots=True)
class LoglinearFit:
    """Log-linear models fitted to one table.

    Attributes:
        trials: Every model that was tried, best first; those without a number last.
        best: The model of the estimate; None where it is refused.
        low: Of N, where the profile likelihood of `best` has fallen by the level.
        high: Likewise.
        averages: By "aic" and "bic".
        searched: "all", "given" or "stepwise".
        ended: The search ended by itself.
        lack: Why there is no number.
    """

    settings: LoglinearSettings
    trials: tuple[Trial, ...] = ()
    best: Trial | None = None
    low: float = 0.0
    high: float = 0.0
    averages: dict[str, Average] | None = None
    searched: str = "all"
    ended: bool = True
    lack: Reason | None = None

    def outcome(self, table: CaptureTable) -> Estimate | Refusal:
        """Give the estimate of the best model, or the refusal (DESIGN §8)."""
        plain = self.settings.plain()
        told = self._told(table)
        if self.best is None or self.lack is not None:
            lack = self.lack or no_maximum()
            return lack.refusal(Method.LOGLINEAR, table, plain, told)
        point = table.n + self.best.hidden
        interval = Interval(
            point,
            point,
            min(self.low, point),
            max(self.high, point),
            self.settings.level,
        )
        return Estimate(
            Method.LOGLINEAR, table.n, interval, table.digest, None, told, plain
        )

    def _told(self, table: CaptureTable) -> dict[str, Any]:
        good = [each for each in self.trials if each.good]
        told: dict[str, Any] = {
            "searched": self.searched,
            "ended": self.ended,
            "tried": len(self.trials),
            "without_estimate": len(self.trials) - len(good),
            "models": self._models(table),
        }
        if self.best is None:
            return told
        told |= self.best.plain(table.n, table.lists)
        told["n0"] = self.best.hidden
        told["empty_overlaps"] = [
            [table.lists[j] for j in members(term)] for term in self.best.empty
        ]
        for name, found in (self.averages or {}).items():
            told[f"{name}_average"] = found.plain()
        return told

    def _models(self, table: CaptureTable) -> list[dict[str, Any]]:
        listed = [each.plain(table.n, table.lists) for each in self.trials[:TOLD]]
        for name, found in (self.averages or {}).items():
            for row, weight in zip(listed, found.weights, strict=False):
                row[f"{name}_weight"] = weight
        return listed
