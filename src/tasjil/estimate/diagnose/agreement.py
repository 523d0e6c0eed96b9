"""What can be said of the draws of one number: how well chains agree, and its error."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.diagnose.agree import rhat
from tasjil.estimate.diagnose.effective import (
    bulk_ess,
    error_of_mean,
    error_of_quantile,
    tail_ess,
)
from tasjil.estimate.diagnose.modes import modes


@dataclass(frozen=True, slots=True)
class Agreement:
    """How the chains of a number agree.

    Attributes:
        rhat: Rank-normalised split R-hat.
        bulk: Effective draws in the bulk.
        tail: Effective draws in the tails.
        mean_error: Monte Carlo standard error of the mean.
        median_error: Monte Carlo standard error of the median.
        modes: Which chains sit together; one group where all do.
    """

    rhat: float
    bulk: float
    tail: float
    mean_error: float
    median_error: float
    modes: tuple[tuple[int, ...], ...]

    @property
    def ess(self) -> float:
        """The fewer of the effective draws in bulk and tails."""
        return min(self.bulk, self.tail)

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values; an infinite R-hat is None."""
        return {
            "rhat": self.rhat if np.isfinite(self.rhat) else None,
            "ess": self.ess,
            "bulk_ess": self.bulk,
            "tail_ess": self.tail,
            "mcse_mean": self.mean_error,
            "mcse_median": self.median_error,
            "modes": len(self.modes),
        }


def agreement(draws: NDArray[np.generic]) -> Agreement:
    """Look at how chains agree about one number.

    Args:
        draws: (C, S).

    Example:
        >>> agreement(np.random.default_rng(5).normal(size=(4, 400))).rhat < 1.01
        True
    """
    return Agreement(
        rhat(draws),
        bulk_ess(draws),
        tail_ess(draws),
        error_of_mean(draws),
        error_of_quantile(draws),
        modes(draws),
    )
