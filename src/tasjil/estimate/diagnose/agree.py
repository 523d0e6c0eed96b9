"""Whether chains that began apart tell of the same numbers: R-hat."""

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.diagnose.ranks import Floats, chains_of, halves, rank_normal


def rhat(draws: NDArray[np.generic]) -> float:
    """Compare how far chains lie apart with how far each of them wanders.

    Rank-normalised split R-hat (Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021,
    Bayesian Analysis 16): the larger of that of the draws and that of their distances
    from the median, so that chains of one centre and different widths are found too.

    Args:
        draws: (C, S).

    Returns:
        1 where chains agree; infinite where each stands still in a place of its own.

    Example:
        >>> same = np.random.default_rng(1).normal(size=(4, 1000))
        >>> round(rhat(same), 2), rhat(same + np.arange(4)[:, None]) > 1.5
        (1.0, True)
    """
    split = halves(chains_of(draws))
    folded = np.abs(split - np.median(split))
    return max(plain_rhat(rank_normal(split)), plain_rhat(rank_normal(folded)))


def plain_rhat(draws: Floats) -> float:
    """Give R-hat of draws as they are, (C, S), neither split nor ranked.

    Example:
        Within variance 1, between variance 3 * 2: sqrt((2/3 * 1 + 2) / 1).

        >>> round(plain_rhat(np.array([[1.0, 2.0, 3.0], [3.0, 4.0, 5.0]])), 4)
        1.633
    """
    length = draws.shape[1]
    within = float(draws.var(1, ddof=1).mean())
    between = float(draws.mean(1).var(ddof=1)) if len(draws) > 1 else 0.0
    if not np.ptp(draws, axis=1).any():  # rounding leaves a spread of no meaning
        return float("inf") if np.ptp(draws) > 0 else 1.0
    return float(np.sqrt((length - 1) / length + between / within))
