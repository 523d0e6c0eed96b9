"""Chance in compiled loops, against the distributions' own formulas."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from tasjil.estimate.classes.powers import exponentials
from tasjil.estimate.classes.random import (
    binomial,
    log_gamma_draw,
    log_odds_of_beta,
    normals,
    poisson,
    stream,
    uniform,
)

DRAWS = 4000


def gen(seed: int = 3) -> NDArray[np.uint64]:
    return stream(np.random.SeedSequence(seed))


def even(cells: NDArray[np.float64]) -> float:
    """Chance of numbers from 0 to 1 as uneven as these."""
    return float(stats.kstest(cells, "uniform").pvalue)


def smeared(drawn: NDArray[np.int64], law: "stats.rv_discrete") -> NDArray[np.float64]:
    """Whole numbers as even ones: anywhere within their step of the law."""
    rng = np.random.default_rng(0)
    low, high = law.cdf(drawn - 1), law.cdf(drawn)
    return np.asarray(low + (high - low) * rng.uniform(size=len(drawn)))


def test_even_draws_are_even_and_streams_differ() -> None:
    a, b = gen(1), gen(2)
    drawn = np.array([[uniform(a), uniform(b)] for _ in range(DRAWS)])
    assert even(drawn[:, 0]) > 1e-4
    assert abs(np.corrcoef(drawn.T)[0, 1]) < 0.06


def test_normal_draws_are_normal() -> None:
    out = np.zeros(DRAWS + 1)
    normals(gen(), out)
    assert even(stats.norm.cdf(out)) > 1e-4


@pytest.mark.parametrize("shape", [0.05, 0.7, 1.0, 3.5, 4000.0])
def test_gamma_draws_follow_the_gamma(shape: float) -> None:
    a = gen()
    drawn = np.exp([log_gamma_draw(a, shape) for _ in range(DRAWS)])
    assert even(stats.gamma.cdf(drawn, shape)) > 1e-4


def test_a_gamma_of_hardly_any_shape_is_drawn_below_every_float() -> None:
    a = gen()
    drawn = np.array([log_gamma_draw(a, 1e-4) for _ in range(500)])
    # shape times the logarithm is then minus an exponential
    assert np.isfinite(drawn).all()
    assert drawn.min() < -2000
    assert even(stats.expon.cdf(-1e-4 * drawn)) > 1e-4


def test_odds_of_a_beta_are_those_of_the_beta() -> None:
    a = gen()
    drawn = np.array([log_odds_of_beta(a, 2.0, 0.5) for _ in range(DRAWS)])
    assert even(stats.beta.cdf(1 / (1 + np.exp(-drawn)), 2.0, 0.5)) > 1e-4


@pytest.mark.parametrize("mean", [0.02, 3.0, 9.99, 10.0, 55.0, 1e4, 1e9, 1e14])
def test_poisson_draws_follow_the_poisson(mean: float) -> None:
    a = gen()
    drawn = np.array([poisson(a, mean) for _ in range(DRAWS)])
    assert even(smeared(drawn, stats.poisson(mean))) > 1e-4


@pytest.mark.parametrize(
    ("n", "p"),
    [(1, 0.3), (12, 0.5), (40, 0.9), (100, 0.1), (5000, 0.004), (300, 0.35)]
    + [(10**6, 0.73), (10**12, 0.2), (10**13, 1e-12)],
)
def test_binomial_draws_follow_the_binomial(n: int, p: float) -> None:
    a = gen()
    drawn = np.array([binomial(a, n, p) for _ in range(DRAWS)])
    assert even(smeared(drawn, stats.binom(n, p))) > 1e-4


def test_numbers_without_a_draw_are_given_as_they_are() -> None:
    a = gen()
    assert (binomial(a, 0, 0.5), binomial(a, 7, 0.0), binomial(a, 7, 1.0)) == (0, 0, 7)
    assert poisson(a, 1e30) == 1 << 61


def test_many_powers_at_once_are_those_one_by_one() -> None:
    x = np.concatenate([np.linspace(-690, 690, 20_001), np.linspace(-1, 1, 20_001)])
    out, scale = np.zeros_like(x), np.zeros_like(x)
    exponentials(x, scale, out)
    assert np.abs(out / np.exp(x) - 1).max() < 5e-16
