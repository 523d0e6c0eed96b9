"""How many independent draws the draws of chains are worth, and what error that leaves.

After Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, Bayesian Analysis 16, with
Geyer's (1992) initial monotone sequence.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, ndtr

from tasjil.estimate.diagnose.ranks import Floats, chains_of, halves, rank_normal

TAILS = (0.05, 0.95)


def bulk_ess(draws: NDArray[np.generic]) -> float:
    """Count effective draws where most of them lie, of rank-normalised halves.

    Args:
        draws: (C, S).

    Example:
        >>> rng = np.random.default_rng(2)
        >>> 3500 < bulk_ess(rng.normal(size=(4, 1000))) < 4500
        True
    """
    return effective(rank_normal(halves(chains_of(draws))))


def tail_ess(draws: NDArray[np.generic]) -> float:
    """Count effective draws for the ends of an interval: the fewer of both tails."""
    split = halves(chains_of(draws))
    ends = np.quantile(split, TAILS)
    return min(effective((split <= end).astype(np.float64)) for end in ends)


def quantile_ess(draws: NDArray[np.generic], share: float) -> float:
    """Count effective draws for one quantile, the median at a share of 0.5."""
    split = halves(chains_of(draws))
    return effective((split <= np.quantile(split, share)).astype(np.float64))


def error_of_mean(draws: NDArray[np.generic]) -> float:
    """Give the Monte Carlo standard error of the mean."""
    split = halves(chains_of(draws))
    return float(split.std(ddof=1) / np.sqrt(effective(split)))


def error_of_quantile(draws: NDArray[np.generic], share: float = 0.5) -> float:
    """Give the Monte Carlo standard error of a quantile; of the median by itself.

    Half the distance of the two draws between which the quantile lies with the
    certainty of one standard error (Vehtari et al. 2021, section 4.3).
    """
    found = chains_of(draws)
    ess, flat = quantile_ess(found, share), np.sort(found, axis=None)
    sides = betaincinv(
        ess * share + 1.0, ess * (1.0 - share) + 1.0, ndtr(np.array([-1.0, 1.0]))
    )
    low = int(max(np.floor(sides[0] * flat.size), 1)) - 1
    high = int(min(np.ceil(sides[1] * flat.size), flat.size)) - 1
    return float((flat[high] - flat[low]) / 2.0)


def effective(draws: Floats) -> float:
    """Count effective draws of chains as they are, neither split nor ranked, (C, S).

    Draws that never change are all alike, however they were drawn: each counts. Chains
    that stand still in different places count one each.
    """
    chains, length = draws.shape
    if not np.ptp(draws, axis=1).any():
        return float(chains if np.ptp(draws) > 0 else draws.size)
    covariances = autocovariances(draws).mean(0)
    within = float(covariances[0]) * length / (length - 1.0)
    between = float(draws.mean(1).var(ddof=1)) if chains > 1 else 0.0
    spread = within * (length - 1.0) / length + between
    together = 1.0 - (within - covariances) / spread
    together[0] = 1.0
    # antithetic chains are worth more than as many draws, but not without end
    least = 1.0 / np.log10(max(draws.size, 11))
    return float(draws.size / max(_length_of_memory(together), least))


def autocovariances(draws: Floats) -> Floats:
    """Give how draws of each chain vary with those 0, 1, ... later, (C, S).

    By the discrete Fourier transform; divided by the length of the chain at every lag.

    Example:
        >>> autocovariances(np.array([[1.0, 2.0, 3.0, 4.0]])).round(4).tolist()
        [[1.25, 0.3125, -0.375, -0.5625]]
    """
    length = draws.shape[1]
    size = 1 << (2 * length - 1).bit_length()
    waves = np.fft.rfft(draws - draws.mean(1, keepdims=True), size, axis=1)
    back = np.fft.irfft(np.abs(waves) ** 2, size, axis=1)
    return np.asarray(back[:, :length] / length)


def _length_of_memory(together: Floats) -> float:
    """Add up autocorrelations by pairs while these are positive, never rising again."""
    even = len(together) // 2 * 2
    pairs = together[:even].reshape(-1, 2).sum(1)
    negative = np.flatnonzero(pairs <= 0)
    kept = pairs[: negative[0]] if len(negative) else pairs
    after = 2 * len(kept)
    last = max(float(together[after]), 0.0) if after < len(together) else 0.0
    return float(2.0 * np.minimum.accumulate(kept).sum() - 1.0 + last)
