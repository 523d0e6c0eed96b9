"""Whether chains sit in places far apart, so that no time would bring them together."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, ndtr

from tasjil.estimate.diagnose.effective import effective
from tasjil.estimate.diagnose.ranks import chains_of, halves, rank_normal

APART = 1.0
"""Groups lie apart by more than this many spreads of a chain: R-hat is then 1.15."""


def modes(draws: NDArray[np.generic]) -> tuple[tuple[int, ...], ...]:
    """Group chains by where they sit, lowest first.

    Chains in order of their mean ranks are one group as long as the next mean is no
    farther than a chain wanders by itself. Ranks bear whole numbers that lie close
    together, where medians jump by one.

    Args:
        draws: (C, S).

    Returns:
        The places of the chains of each group; one group where all sit together.

    Example:
        >>> draws = np.random.default_rng(3).normal(size=(4, 500))
        >>> modes(draws), modes(draws + np.array([[0], [9], [0], [9]]))
        (((0, 1, 2, 3),), ((0, 2), (1, 3)))
    """
    ranks = rank_normal(chains_of(draws))
    means = ranks.mean(1)
    order = np.argsort(means, kind="stable")
    wandering = float(np.sqrt(np.median(ranks.var(1, ddof=1))))
    cuts = np.flatnonzero(np.diff(means[order]) > APART * wandering + 1e-9) + 1
    groups = np.split(order, cuts)
    return tuple(tuple(sorted(int(c) for c in group)) for group in groups)


def chance_of_spread(draws: NDArray[np.generic]) -> float:
    """Give how probable it is that chains of one place have means so far apart.

    R-hat is near 1 where one chain of four sits a fifth of a spread away. With
    thousands of effective draws in each chain that is no chance: the squared distances
    of the chains' means, over their own Monte Carlo errors, follow a chi-square.

    Args:
        draws: (C, S).

    Returns:
        Near 0 where each chain is sure of another mean.

    Example:
        >>> draws = np.random.default_rng(6).normal(size=(4, 9000))
        >>> shifted = draws + np.array([[0.0], [0.0], [0.0], [0.15]])
        >>> chance_of_spread(draws) > 0.01, chance_of_spread(shifted) < 1e-6
        (True, True)
    """
    ranks = rank_normal(chains_of(draws))
    errors = np.array([row.var(ddof=1) / effective(row[None]) for row in ranks])
    if not (errors > 0).all():
        return 1.0 if np.ptp(ranks) <= 0 else 0.0
    means, weights = ranks.mean(1), 1.0 / errors
    centre = (weights @ means) / weights.sum()
    return float(chdtrc(len(means) - 1, weights @ (means - centre) ** 2))


def chance_of_same(some: NDArray[np.generic], others: NDArray[np.generic]) -> float:
    """Give how probable it is that two sets of chains with one target differ so much.

    By their means, on ranks, over the Monte Carlo errors of both; the spread of chains
    of one set counts as error.

    Args:
        some: (C, S).
        others: (D, T); both may have different lengths.

    Example:
        >>> rng = np.random.default_rng(7)
        >>> some, others = rng.normal(size=(4, 900)), rng.normal(size=(4, 500))
        >>> chance_of_same(some, others) > 0.01
        True
        >>> chance_of_same(some, others + 0.5) < 1e-6
        True
    """
    one, two = chains_of(some), chains_of(others)
    ranks = rank_normal(np.concatenate([one.ravel(), two.ravel()])[None])[0]
    parts = ranks[: one.size].reshape(one.shape), ranks[one.size :].reshape(two.shape)
    square = sum(part.var(ddof=1) / effective(halves(part)) for part in parts)
    away = abs(float(parts[0].mean() - parts[1].mean()))
    if square <= 0:
        return 1.0 if away <= 0 else 0.0
    return float(2.0 * ndtr(-away / np.sqrt(square)))


def centres_of(draws: NDArray[np.generic]) -> tuple[float, ...]:
    """Give the median of each group of chains, lowest first: one where all agree."""
    found = chains_of(draws)
    return tuple(float(np.median(found[list(group)])) for group in modes(found))
