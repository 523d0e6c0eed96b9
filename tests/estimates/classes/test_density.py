"""The density of latent classes, against sums that anyone can follow."""

from itertools import product

import numpy as np
import pytest
from scipy.special import expit, gammaln, logsumexp

from tasjil.estimate.classes.density import (
    Belief,
    desk_for,
    log_belief,
    log_fit,
    look,
    overlaps_of,
    slope,
)

PATTERNS = np.array(
    [[1, 0, 0], [0, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 1], [1, 1, 1]], bool
)
COUNTS = np.array([40, 31, 12, 20, 9, 3], np.int64)
BELIEF = Belief(0.25, 0.5, 1.5, 2.0, 1.0)


def position(seed: int, lists: int = 3, classes: int = 4) -> np.ndarray:
    at = np.random.default_rng(seed).normal(size=(lists + 1, classes))
    at[-1, -1] = 0.0
    return at


def naive_fit(at: np.ndarray, decay: float) -> float:
    """Add up over the unseen, one by one, as far as they matter."""
    chance, sticks = expit(at[:-1]), expit(at[-1])
    sticks[-1] = 1.0
    weights = sticks * np.concatenate([[1.0], np.cumprod(1 - sticks)[:-1]])
    p = [
        (weights * np.prod(np.where(row[:, None], chance, 1 - chance), 0)).sum()
        for row in np.vstack([np.zeros(3, bool), PATTERNS])
    ]
    n, unseen = COUNTS.sum(), np.arange(20_000)
    series = gammaln(n + unseen + 1 - decay) - gammaln(unseen + 1)
    series = series + unseen * np.log(p[0]) - gammaln(n + 1 - decay)
    return float(COUNTS @ np.log(p[1:]) + logsumexp(series))


def log_density(at: np.ndarray, heat: float = 1.0, belief: Belief = BELIEF) -> float:
    table = overlaps_of(PATTERNS, COUNTS)
    desk = desk_for(at.shape[0] - 1, at.shape[1], len(COUNTS))
    fit = log_fit(look(at, table, desk), table, belief, desk)
    return heat * fit + log_belief(at, belief)


@pytest.mark.parametrize("decay", [0.0, 1.0, 2.0])
def test_the_unseen_are_summed_out_as_one_by_one(decay: float) -> None:
    for seed in range(5):
        at = position(seed)
        table, desk = overlaps_of(PATTERNS, COUNTS), desk_for(3, 4, 6)
        belief = BELIEF._replace(decay=decay)
        ours = log_fit(look(at, table, desk), table, belief, desk)
        assert ours == pytest.approx(naive_fit(at, decay), rel=1e-12)


def test_alpha_is_summed_out_as_an_integral_does() -> None:
    alpha = np.exp(np.linspace(-60, 8, 200_001))

    def by_integral(at: np.ndarray) -> float:
        chance, log_rest = expit(at[:-1]), -np.logaddexp(0, at[-1, :-1])
        beta = 1.5 * np.log(chance) + 2.0 * np.log1p(-chance)
        # Beta(1, alpha) of each stick, on log odds, over Gamma(a, b) of alpha
        inside = (0.25 + 3) * np.log(alpha) - alpha * (0.5 - log_rest.sum())
        height = np.exp(inside - inside.max())
        width = np.diff(np.log(alpha))
        integral = np.log(((height[1:] + height[:-1]) / 2 * width).sum())
        sticks = -np.logaddexp(0, -at[-1, :-1]).sum()
        return float(beta.sum() + sticks + integral + inside.max())

    ours = [log_belief(position(seed), BELIEF) for seed in range(4)]
    theirs = [by_integral(position(seed)) for seed in range(4)]
    assert np.diff(ours) == pytest.approx(np.diff(theirs), rel=1e-6)


@pytest.mark.parametrize("heat", [1.0, 0.3, 0.0])
def test_the_slope_is_how_the_density_changes(heat: float) -> None:
    at, step = position(3), 1e-6
    table, desk, ours = overlaps_of(PATTERNS, COUNTS), desk_for(3, 4, 6), position(0)
    slope(look(at, table, desk), heat, table, BELIEF, desk, ours)
    for j, k in product(range(4), range(4)):
        if (j, k) == (3, 3):
            continue
        up, down = at.copy(), at.copy()
        up[j, k] += step
        down[j, k] -= step
        theirs = (log_density(up, heat) - log_density(down, heat)) / (2 * step)
        assert ours[j, k] == pytest.approx(theirs, rel=2e-5, abs=2e-5)


def test_sticks_that_leave_less_than_any_float_still_have_a_slope() -> None:
    at = position(1)
    at[-1, :-1] = 800.0
    table, desk, ours = overlaps_of(PATTERNS, COUNTS), desk_for(3, 4, 6), position(0)
    slope(look(at, table, desk), 1.0, table, BELIEF, desk, ours)
    assert np.isfinite(ours).all()
    # alpha is then nearly 0, and so is the pull on every further stick
    assert ours[-1, 1:] == pytest.approx(-3.25 / 2400.5, rel=1e-3, abs=1.5e-3)
