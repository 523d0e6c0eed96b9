"""What chains did, thinned for plots: traces, and whether their ranks are even."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from tasjil.estimate.diagnose.ranks import chains_of


@dataclass(frozen=True, slots=True)
class Traces:
    """Chains as a plot shows them.

    Attributes:
        at: Which kept sweep each point is, (P,).
        values: The draw there, one row a chain, (C, P).
        ranks: How many of a chain's draws have a rank in each of even parts, lowest
            first, (C, B); about equal everywhere where chains agree.
        expected: What each of `ranks` would be.
    """

    at: NDArray[np.int64]
    values: NDArray[np.float64]
    ranks: NDArray[np.int64]
    expected: float

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {
            "at": self.at.tolist(),
            "values": self.values.tolist(),
            "ranks": self.ranks.tolist(),
            "expected": self.expected,
        }


def traces(draws: NDArray[np.generic], points: int = 400, parts: int = 20) -> Traces:
    """Thin chains for a plot, and count their ranks.

    Args:
        draws: (C, S).
        points: At most so many of each chain, evenly spaced.
        parts: Of the rank plot (Vehtari et al. 2021, section 5).

    Example:
        >>> traces(np.arange(8.0).reshape(2, 4), points=2, parts=2).ranks.tolist()
        [[4, 0], [0, 4]]
    """
    found = chains_of(draws)
    length = found.shape[1]
    at = np.linspace(0, length - 1, min(points, length)).astype(np.int64)
    ranks = rankdata(found, method="average").reshape(found.shape)
    part = np.minimum((parts * (ranks - 0.5) / found.size).astype(np.int64), parts - 1)
    counted = np.stack([np.bincount(row, minlength=parts) for row in part])
    return Traces(at, found[:, at], counted, length / parts)
