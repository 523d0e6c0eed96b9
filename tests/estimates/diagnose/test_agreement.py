"""Chains that agree and chains that do not, against what theory says of them."""

import numpy as np
import pytest

from tasjil.errors import BadValue
from tasjil.estimate.diagnose import (
    agreement,
    bulk_ess,
    centres_of,
    chance_of_spread,
    effective,
    error_of_mean,
    error_of_quantile,
    modes,
    quantile_ess,
    rhat,
    tail_ess,
    traces,
)
from tasjil.estimate.diagnose.effective import autocovariances
from tasjil.estimate.diagnose.ranks import halves, rank_normal

RNG = np.random.default_rng


def remembering(phi: float, chains: int = 4, length: int = 20_000) -> np.ndarray:
    """Draw AR(1) chains of variance 1: of n draws, n (1 - phi) / (1 + phi) count."""
    rng = RNG(11)
    x = np.empty((chains, length))
    x[:, 0] = rng.normal(size=chains)
    for t in range(1, length):
        x[:, t] = phi * x[:, t - 1] + np.sqrt(1 - phi**2) * rng.normal(size=chains)
    return x


@pytest.mark.parametrize("phi", [-0.4, 0.0, 0.5, 0.9])
def test_draws_that_remember_count_for_as_many_as_theory_says(phi: float) -> None:
    x = remembering(phi)
    expected = x.size * (1 - phi) / (1 + phi)
    assert effective(x) == pytest.approx(expected, rel=0.1)
    assert bulk_ess(x) == pytest.approx(expected, rel=0.12)


def test_a_chain_that_only_swings_is_worth_more_than_its_draws_but_not_endlessly() -> (
    None
):
    x = np.tile([1.0, -1.0], (4, 500)) + RNG(1).normal(0, 0.01, (4, 1000))
    assert 4000 < effective(x) <= 4000 * np.log10(4000) + 1


def test_the_error_of_the_mean_is_that_of_repeated_runs() -> None:
    x = remembering(0.8, chains=400, length=500)
    runs = x.reshape(100, 4, 500)
    told = np.mean([error_of_mean(each) for each in runs])
    assert told == pytest.approx(runs.mean((1, 2)).std(), rel=0.15)


def test_the_error_of_the_median_is_that_of_repeated_runs() -> None:
    runs = remembering(0.8, chains=400, length=500).reshape(100, 4, 500)
    told = np.mean([error_of_quantile(each) for each in runs])
    assert told == pytest.approx(np.median(runs, (1, 2)).std(), rel=0.2)


def test_the_median_of_independent_draws_has_the_error_of_textbooks() -> None:
    # sqrt(pi / 2) times that of the mean, for normal draws
    x = RNG(3).normal(size=(4, 10_000))
    assert quantile_ess(x, 0.5) == pytest.approx(x.size, rel=0.1)
    assert error_of_quantile(x) == pytest.approx(np.sqrt(np.pi / 2 / x.size), rel=0.15)


def test_autocovariance_is_what_the_sum_gives() -> None:
    x = RNG(4).normal(size=(2, 37))
    centred = x - x.mean(1, keepdims=True)
    by_hand = [
        [(row[: 37 - lag] * row[lag:]).sum() / 37 for lag in range(37)]
        for row in centred
    ]
    assert autocovariances(x) == pytest.approx(np.array(by_hand), abs=1e-12)


def test_r_hat_of_ranks_is_what_its_formula_gives_by_hand() -> None:
    x = RNG(5).normal(size=(4, 50)) + np.array([[0.0], [0.3], [0.0], [0.6]])
    z = rank_normal(halves(x))
    within = z.var(1, ddof=1).mean()
    between = 25 * z.mean(1).var(ddof=1)
    by_hand = np.sqrt((24 / 25 * within + between / 25) / within)
    assert rhat(x) == pytest.approx(by_hand)
    assert by_hand > 1.05


def test_chains_of_one_centre_and_different_widths_do_not_agree() -> None:
    x = RNG(6).normal(size=(4, 2000)) * np.array([[1.0], [1.0], [1.0], [4.0]])
    assert rhat(x) > 1.05


def test_a_chain_that_drifts_disagrees_with_itself() -> None:
    x = RNG(7).normal(size=(4, 2000)) + np.linspace(0, 3, 2000)
    assert rhat(x) > 1.05


def test_enormous_numbers_do_not_hide_that_chains_disagree() -> None:
    x = RNG(8).standard_cauchy(size=(4, 1000)) + np.array([[0], [0], [0], [3]])
    assert rhat(x) > 1.05


def test_chains_that_always_draw_one_number_agree_and_all_draws_count() -> None:
    found = agreement(np.full((4, 100), 537))
    assert (found.rhat, found.ess, found.mean_error) == (1.0, 400.0, 0.0)


def test_chains_that_stand_still_in_different_places_never_agree() -> None:
    found = agreement(np.repeat([[1], [2], [3], [4]], 100, axis=1))
    assert found.rhat == float("inf")
    assert found.plain()["rhat"] is None
    assert found.ess <= 8
    assert len(found.modes) == 4


def test_tails_that_are_visited_rarely_count_fewer_than_the_bulk() -> None:
    x = RNG(9).normal(size=(4, 2000))
    x[0, 900:1000] += 8.0
    assert tail_ess(x) < bulk_ess(x)


def test_chains_in_two_places_are_two_groups_with_a_centre_each() -> None:
    x = RNG(10).normal(10.0, 0.1, size=(4, 500)) + np.array([[0], [2], [0], [2]])
    assert modes(x) == ((0, 2), (1, 3))
    assert centres_of(x) == pytest.approx((10.0, 12.0), abs=0.03)


def test_chains_that_wander_over_both_places_are_one_group() -> None:
    x = RNG(12).normal(size=(4, 500)) + 3 * RNG(13).integers(0, 2, (4, 500))
    assert modes(x) == ((0, 1, 2, 3),)


def test_chains_that_draw_one_of_two_neighbouring_numbers_sit_together() -> None:
    x = 100 + RNG(15).integers(0, 2, (4, 501))
    assert len(set(np.median(x, axis=1))) > 1
    assert modes(x) == ((0, 1, 2, 3),)


def test_ranks_are_even_where_chains_agree_and_traces_are_as_short_as_asked() -> None:
    found = traces(RNG(14).normal(size=(4, 5000)), points=300)
    assert found.values.shape == (4, 300)
    assert (found.at[0], found.at[-1]) == (0, 4999)
    assert found.ranks.sum() == 20_000
    assert found.ranks == pytest.approx(np.full((4, 20), 250), abs=80)


def test_too_few_draws_and_draws_without_a_number_are_refused() -> None:
    with pytest.raises(BadValue):
        rhat(np.ones((4, 3)))
    with pytest.raises(BadValue):
        rhat(np.array([[1.0, 2.0, np.nan, 4.0]]))


def test_chains_of_one_place_are_sure_of_one_mean_as_often_as_chance_says() -> None:
    runs = remembering(0.5, chains=200, length=1000).reshape(50, 4, 1000)
    chances = [chance_of_spread(each) for each in runs]
    assert np.mean(chances) == pytest.approx(0.5, abs=0.15)
    assert min(chances) > 1e-3


def test_a_chain_a_fifth_of_a_spread_away_is_found_where_r_hat_is_content() -> None:
    x = remembering(0.5) + np.array([[0.0], [0.0], [0.0], [0.2]])
    assert rhat(x) < 1.01
    assert chance_of_spread(x) < 1e-6


def test_chains_that_stand_still_are_apart_unless_in_one_place() -> None:
    assert chance_of_spread(np.full((4, 50), 7)) == 1.0
    assert chance_of_spread(np.repeat([[1], [2], [2], [2]], 50, axis=1)) == 0.0
