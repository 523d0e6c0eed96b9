"""Profile intervals end where the likelihood has fallen, and hold the truth."""

from math import exp, lgamma, log

import numpy as np
import pytest
from scipy import special, stats

from tasjil.estimate.loglinear import LoglinearSettings, Profile, fit_loglinear
from tasjil.estimate.loglinear.gamma import digamma, exceeded, log_gamma
from tasjil.estimate.tables import CaptureTable


def independent(n: int, sizes: list[int]) -> list[float]:
    """Give the likelihood of N for independent lists: only the sizes matter."""
    found = []
    for total in range(n, 20 * n):
        told = lgamma(total + 1) - lgamma(total - n + 1)
        for size in sizes:
            told += size * log(size / total)
            if size < total:
                told += (total - size) * log(1 - size / total)
        found.append(told)
    return found


def test_independent_lists_have_the_interval_of_their_sizes_alone() -> None:
    # Darroch 1958: for independent lists the likelihood of N is in closed form.
    lists = CaptureTable.of(
        ("a", "b", "c"),
        [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)],
        [30, 41, 27, 9, 6, 8, 2],
    )
    likely = independent(lists.n, lists.sizes.tolist())
    inside = [
        lists.n + k for k, each in enumerate(likely) if each > max(likely) - 1.920729
    ]
    settings = LoglinearSettings(models=("[1,2,3]",))
    found = fit_loglinear(lists, settings)
    assert inside[0] - 1 <= found.low <= inside[0]
    assert inside[-1] <= found.high <= inside[-1] + 1


@pytest.mark.parametrize("kind", list(Profile))
def test_nobody_hidden_is_inside_where_the_lists_hold_nearly_all(kind: Profile) -> None:
    lists = CaptureTable.of(
        ("a", "b", "c"),
        [(1, 1, 0), (0, 1, 1), (1, 0, 1), (1, 1, 1), (1, 0, 0), (0, 1, 0), (0, 0, 1)],
        [30, 30, 30, 300, 2, 2, 2],
    )
    found = fit_loglinear(lists, LoglinearSettings(profile=kind, models=("[1,2,3]",)))
    assert found.low - lists.n == pytest.approx(0, abs=0.01)
    assert found.high - lists.n < 3


def test_a_surer_interval_is_wider() -> None:
    rng = np.random.default_rng(1)
    on = rng.random((500, 3)) < (0.3, 0.4, 0.2)
    on = on[on.any(1)]
    lists = CaptureTable.of(("a", "b", "c"), on, [1] * len(on))
    ends = [fit_loglinear(lists, LoglinearSettings(level=q)) for q in (0.5, 0.95, 0.99)]
    widths = [each.high - each.low for each in ends]
    assert widths == sorted(widths)


def test_gamma_is_what_scipy_says() -> None:
    at = np.array([0.5, 1.0, 3.7, 40.0, 12_345.6])
    assert digamma(at) == pytest.approx(special.digamma(at), rel=1e-12)
    assert log_gamma(at) == pytest.approx(special.gammaln(at), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("free", [1, 2, 3, 4, 7, 20, 101])
@pytest.mark.parametrize("square", [0.1, 3.0, 25.0, 120.0])
def test_chances_of_chi_squared_are_what_scipy_says(free: int, square: float) -> None:
    expected = stats.chi2.sf(square, free)
    assert exceeded(square, free) == pytest.approx(expected, rel=1e-9, abs=exp(-200))


@pytest.mark.slow
def test_intervals_of_independent_lists_hold_the_truth_95_times_of_100() -> None:
    rng = np.random.default_rng(7)
    settings = LoglinearSettings(models=("[1,2,3]",))
    held = 0
    for _ in range(500):
        on = rng.random((1_000, 3)) < (0.3, 0.4, 0.2)
        on = on[on.any(1)]
        lists = CaptureTable.of(("a", "b", "c"), on, [1] * len(on))
        found = fit_loglinear(lists, settings)
        held += found.low <= 1_000 <= found.high
    assert 465 <= held <= 485
