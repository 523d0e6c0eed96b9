"""What a model for empty overlaps says of a table: its pairs, the estimate, why not."""

from dataclasses import dataclass
from math import exp, sqrt
from statistics import NormalDist
from typing import Any

from tasjil.estimate.loglinear.model import Model, members
from tasjil.estimate.refuse import Reason
from tasjil.estimate.sparse.bootstrap import Redrawn
from tasjil.estimate.sparse.settings import SparseSettings
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Interval, Method, Refusal


@dataclass(frozen=True, slots=True)
class Entered:
    """A pair of lists that the model took up.

    Attributes:
        pair: A bit for each of the two lists.
        shared: Persons on both; 0 makes the term minus infinity.
        chance: How rarely chance alone gives such an overlap.
    """

    pair: int
    shared: int
    chance: float


@dataclass(frozen=True, slots=True)
class SparseFit:
    """Main effects and pairs fitted to a table whose overlaps may be empty.

    Attributes:
        model: What the steps came to; None where there is none.
        entered: Its pairs, in the order they came.
        hidden: n0, those on no list.
        variance: Of its logarithm, as if the model had been known.
        redrawn: The interval and the tables drawn anew; None where none were asked for.
        lack: Why there is no number.
    """

    settings: SparseSettings
    model: Model | None = None
    entered: tuple[Entered, ...] = ()
    hidden: float = 0.0
    variance: float = 0.0
    redrawn: Redrawn | None = None
    lack: Reason | None = None

    def given(self, n: int) -> tuple[float, float]:
        """Give the ends that the model has as if it had been known: log-normal in n0.

        Args:
            n: Documented.
        """
        z = NormalDist().inv_cdf((1 + self.settings.level) / 2)
        # Beyond e^50 times the estimate an end says nothing more.
        away = exp(min(50.0, z * sqrt(self.variance)))
        return n + self.hidden / away, n + self.hidden * away

    def outcome(self, table: CaptureTable) -> Estimate | Refusal:
        """Give the estimate with its interval, or the refusal (DESIGN §8)."""
        told, plain = self._told(table), self.settings.plain()
        if self.lack is not None:
            return self.lack.refusal(Method.SPARSE, table, plain, told)
        point = table.n + self.hidden
        low, high = self.given(table.n)
        if self.redrawn is not None:
            low, high = self.redrawn.low, self.redrawn.high
        interval = Interval(
            point, point, min(low, point), max(high, point), self.settings.level
        )
        return Estimate(
            Method.SPARSE, table.n, interval, table.digest, None, told, plain
        )

    def _told(self, table: CaptureTable) -> dict[str, Any]:
        told: dict[str, Any] = {}
        if self.model is not None:
            told["model"] = self.model.formula
            told["named"] = self.model.named(table.lists)
            told["n0"] = self.hidden
            told["given_model"] = list(self.given(table.n))
            told["entered"] = [
                {
                    "lists": [table.lists[j] for j in members(each.pair)],
                    "shared": each.shared,
                    "p": each.chance,
                }
                for each in self.entered
            ]
        if self.redrawn is not None:
            told["resamples"] = len(self.redrawn.draws)
            told["without_estimate"] = self.redrawn.failed
            told["bias"] = self.redrawn.bias
            told["acceleration"] = self.redrawn.acceleration
        return told
