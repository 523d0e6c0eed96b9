"""What is believed of N before the overlaps are seen: draws of it from the prior."""

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.classes.settings import LcmcrSettings

DRAWS = 20_000
PART = 100
"""Drawn at a time: 200 classes of 20 lists then take no memory to speak of."""


def draw_prior(
    n: int, lists: int, settings: LcmcrSettings, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Draw N given only that n people are documented, by how many lists.

    Classes come from the prior; given p0, those on no list are a negative binomial
    (with p(N) as 1/N that alone is right: n then says nothing of p0; with another
    decay draws are weighted and picked anew).

    Args:
        n: Documented people.
        lists: How many lists, J.
        settings: The prior.
        rng: Chance.

    Returns:
        (20,000,); as floats, as the prior reaches beyond whole numbers.

    Example:
        >>> draws = draw_prior(100, 3, LcmcrSettings(), np.random.default_rng(1))
        >>> bool(draws.min() >= 100), bool(np.median(draws) < 200)
        (True, True)
    """
    parts = [_unlisted(lists, settings, rng) for _ in range(DRAWS // PART)]
    unlisted = np.concatenate(parts)
    seen = np.maximum(1.0 - unlisted, 1e-12)
    if settings.decay != 1:
        weights = seen ** (settings.decay - 1.0)
        seen = rng.choice(seen, DRAWS, p=weights / weights.sum())
    rate = rng.gamma(n + 1.0 - settings.decay, (1.0 - seen) / seen)
    # a Poisson of more than floats can tell apart is its mean
    hidden = np.where(rate < 1e15, rng.poisson(np.minimum(rate, 1e15)), rate)
    return np.asarray(n + hidden, np.float64)


def _unlisted(
    lists: int, settings: LcmcrSettings, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Draw some p0, shares of everybody that are on no list, (PART,)."""
    alpha = np.maximum(rng.gamma(settings.a, 1.0 / settings.b, (PART, 1)), 1e-300)
    # Beta(1, alpha) by its inverse: log(1 - V) = log(u) / alpha
    left = np.exp(np.log(rng.random((PART, settings.classes - 1))) / alpha)
    one = np.ones((PART, 1))
    before = np.concatenate([one, np.cumprod(left, 1)], 1)
    weights = before * np.concatenate([1.0 - left, one], 1)
    shape = (PART, lists, settings.classes)
    missed = rng.beta(settings.no, settings.yes, shape).prod(1)
    return np.asarray((weights * missed).sum(1))
