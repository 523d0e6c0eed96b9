"""Draws as ranks, so that a few enormous numbers do not hide what chains do."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import rankdata

from tasjil.errors import BadValue

Floats = NDArray[np.float64]
FEWEST = 4
"""Draws of a chain: with fewer, no half of it has a spread."""


def chains_of(draws: NDArray[np.generic]) -> Floats:
    """Give draws as floats, one row a chain.

    Args:
        draws: (C, S), or (S,) of one chain.

    Raises:
        BadValue: They have another shape, are too few, or one is no number.
    """
    found = np.atleast_2d(np.asarray(draws, np.float64))
    if found.ndim != 2 or found.shape[1] < FEWEST:
        raise BadValue(
            f"expected chains of {FEWEST} draws or more, one row a chain, "
            f"got {found.shape}"
        )
    if not np.isfinite(found).all():
        raise BadValue("expected finite draws, got one that is not")
    return found


def halves(draws: Floats) -> Floats:
    """Cut each chain in two, (2 C, S // 2): a chain that drifts disagrees with itself.

    Of an odd number the middle draw is left out.

    Example:
        >>> halves(np.array([[1.0, 2.0, 3.0, 4.0, 5.0]])).tolist()
        [[1.0, 2.0], [4.0, 5.0]]
    """
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, draws.shape[1] - half :]])


def rank_normal(draws: Floats) -> Floats:
    """Put the normal quantile of each draw's rank in its place (Blom's).

    Draws that are equal share their mean rank.

    Example:
        >>> rank_normal(np.array([[10.0, 1e9], [11.0, 12.0]])).round(2).tolist()
        [[-1.05, 1.05], [-0.3, 0.3]]
    """
    ranks = rankdata(draws, method="average").reshape(draws.shape)
    return np.asarray(ndtri((ranks - 0.375) / (draws.size + 0.25)))
