"""Models for empty overlaps give the published numbers, and intervals that hold."""

import json

import numpy as np
import pytest
from scipy import stats

from estimates.made_tables import sparse_tables
from estimates.published import published
from tasjil.estimate.sparse import Ends, SparseFit, SparseSettings, fit_sparse
from tasjil.estimate.sparse.bootstrap import acceleration, ends, resampled, without_one
from tasjil.estimate.sparse.stepwise import chances, choose, pair_cells
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Refusal, WhyRefused

GIVEN = SparseSettings(ends=Ends.GIVEN)
FEW = SparseSettings(resamples=200)

# SparseMSE 2.0.1, estimatepopulation.0 (Chan, Silverman & Vincent 2021), whose limits
# are those of the chosen model. 111,139 is of the six lists of the Netherlands.
PUBLISHED = {
    "kosovo": (14_341.66, 12_541, 16_540),
    "uk_slavery5": (11_312.99, 9_884, 13_027),
    "new_orleans5": (1_034.15, 658, 1_709),
    "new_orleans8": (1_183.69, 721, 2_046),
    "netherlands6": (111_139.37, 92_440, 133_992),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_points_and_limits_of_the_chosen_model_are_the_published(name: str) -> None:
    table = published(name)
    told = fit_sparse(table, GIVEN).outcome(table)
    assert isinstance(told, Estimate)
    point, low, high = PUBLISHED[name]
    assert told.N.mean == pytest.approx(point, abs=0.1)
    assert (told.N.low, told.N.high) == pytest.approx((low, high), abs=0.75)


def test_without_a_threshold_lists_are_taken_as_independent() -> None:
    # SparseMSE, method="main", on the six lists of the Netherlands.
    table = published("netherlands6")
    fitted = fit_sparse(table, SparseSettings(threshold=0.0, ends=Ends.GIVEN))
    assert fitted.entered == ()
    ends = table.n + fitted.hidden, *fitted.given(table.n)
    assert ends == pytest.approx((52_823, 48_524, 57_582), abs=0.51)


def test_a_pair_that_nobody_shares_enters_as_minus_infinity() -> None:
    table = published("netherlands5")
    entered = {each.pair: each for each in fit_sparse(table, GIVEN).entered}
    k_and_r = (1 << table.place("K")) | (1 << table.place("R"))
    assert entered[k_and_r].shared == 0
    assert entered[k_and_r].chance == pytest.approx(0.00106, abs=1e-5)


@pytest.fixture(scope="module")
def uk() -> SparseFit:
    return fit_sparse(published("uk_slavery5"))


def test_the_bootstrap_knows_of_the_choice_and_is_wider(uk: SparseFit) -> None:
    told = uk.outcome(published("uk_slavery5"))
    assert isinstance(told, Estimate)
    low, high = told.diagnostics["given_model"]
    assert told.N.low < low < told.N.mean < high < told.N.high
    assert told.diagnostics["resamples"] == 1_000
    assert json.loads(json.dumps(told.diagnostics)) == told.diagnostics
    assert json.loads(json.dumps(told.settings)) == told.settings


def test_another_seed_moves_the_ends_by_little(uk: SparseFit) -> None:
    again = fit_sparse(published("uk_slavery5"), SparseSettings(seed=2))
    assert uk.redrawn is not None
    assert again.redrawn is not None
    assert again.redrawn.low == pytest.approx(uk.redrawn.low, rel=0.1)
    assert again.redrawn.high == pytest.approx(uk.redrawn.high, rel=0.1)
    assert again.redrawn.low != uk.redrawn.low


def test_the_same_table_in_another_order_gives_the_same_numbers() -> None:
    first = published("uk_slavery5")
    order = [3, 0, 4, 2, 1]
    turned = CaptureTable.of(
        [first.lists[j] for j in order],
        first.patterns[::-1, order],
        first.counts[::-1].tolist(),
    )
    one = fit_sparse(first, FEW).outcome(first)
    two = fit_sparse(turned, FEW).outcome(turned)
    assert one.N == two.N
    assert [each["lists"] for each in one.diagnostics["entered"]] == [
        sorted(each["lists"], key=first.lists.index)
        for each in two.diagnostics["entered"]
    ]


def test_progress_tells_of_every_table_once() -> None:
    told = []
    table = published("new_orleans5")
    fit_sparse(table, FEW, lambda done, of: told.append((done, of)))
    many = 200 + len(table.counts)
    assert told[-1] == (many, many)
    assert [done for done, _ in told] == sorted({done for done, _ in told})


def test_many_tables_at_once_give_what_each_gives_alone() -> None:
    table = published("uk_slavery5")
    cells = pair_cells(5)
    where = table.patterns @ (1 << np.arange(5)) - 1
    drawn = np.zeros((40, 31), np.int64)
    drawn[:, where] = resampled(table.counts, 40, 5)
    together = choose(cells, drawn, 0.02)
    for nth, each in enumerate(drawn):
        alone = choose(cells, each[None], 0.02)
        assert (alone.pairs[0] == together.pairs[nth]).all()
        assert alone.hidden[0] == pytest.approx(together.hidden[nth], rel=1e-9)


def test_a_chance_is_one_sided_and_on_the_side_of_the_overlap() -> None:
    rng = np.random.default_rng(2)
    mean = rng.gamma(0.5, 40, (1, 200))
    shared = rng.poisson(mean * rng.gamma(5, 0.2, mean.shape)).astype(float)
    found, _ = chances(shared, mean)
    sides = stats.poisson.cdf(shared, mean), stats.poisson.sf(shared - 1, mean)
    assert found == pytest.approx(np.minimum(*sides), rel=1e-9)


def test_overlaps_too_rare_for_a_chance_are_still_told_apart() -> None:
    found, rank = chances(np.array([[900.0, 5000.0]]), np.array([[20.0, 20.0]]))
    assert (found == 0).all()
    assert rank[0, 1] < rank[0, 0] < -700


def test_leaving_out_persons_is_leaving_out_one_of_each_pattern() -> None:
    counts = np.array([5, 2, 9])
    assert without_one(counts).tolist() == [[4, 2, 9], [5, 1, 9], [5, 2, 8]]
    # By hand: persons 5, 2, 9 with estimates 10, 12, 11, mean 10.8125.
    mean = (5 * 10 + 2 * 12 + 9 * 11) / 16
    apart = [(5, mean - 10), (2, mean - 12), (9, mean - 11)]
    cubes = sum(w * d**3 for w, d in apart)
    squares = sum(w * d**2 for w, d in apart)
    found = acceleration(np.array([10.0, 12.0, 11.0]), counts)
    assert found == pytest.approx(cubes / (6 * squares**1.5))


def test_corrected_ends_are_those_of_efron_and_tibshirani() -> None:
    # The formula of Efron & Tibshirani 1993 (14.10) on quantiles of 1 to 1,000.
    draws = np.arange(1.0, 1_001.0)
    found = ends(draws, 400.5, 0.05, 0.9)
    z0 = stats.norm.ppf(0.4)
    for share, end in ((0.05, found.low), (0.95, found.high)):
        z = z0 + stats.norm.ppf(share)
        moved = stats.norm.cdf(z0 + z / (1 - 0.05 * z))
        assert end == pytest.approx(np.quantile(draws, moved), abs=1e-6)


def test_a_list_that_shares_nobody_with_others_gives_a_refusal() -> None:
    table = CaptureTable.of(
        ("a", "b", "c"), [(1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 0, 1)], [9, 8, 3, 20]
    )
    told = fit_sparse(table).outcome(table)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.APART


def test_two_overlaps_of_one_person_hold_no_interval() -> None:
    table = CaptureTable.of(
        ("a", "b", "c"),
        [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (0, 1, 1)],
        [40, 50, 60, 1, 1],
    )
    told = fit_sparse(table, FEW).outcome(table)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.NO_MAXIMUM
    assert "drawn anew" in told.refused
    assert told.diagnostics["without_estimate"] > 0.05


def test_random_sparse_tables_end_in_a_number_or_a_reason() -> None:
    kinds = set()
    for table in sparse_tables(40, seed=11):
        told = fit_sparse(table, SparseSettings(resamples=100)).outcome(table)
        assert isinstance(told, Estimate) or told.why is not None
        kinds.add(type(told))
    assert kinds == {Estimate, Refusal}


@pytest.mark.slow
def test_intervals_hold_the_truth_about_95_times_of_100() -> None:
    # Independent lists: the first model is right, and choosing pairs is only noise.
    rng = np.random.default_rng(12)
    held = 0
    for _ in range(300):
        on = rng.random((1_500, 4)) < (0.25, 0.3, 0.2, 0.15)
        on = on[on.any(1)]
        table = CaptureTable.of("abcd", on, [1] * len(on))
        told = fit_sparse(table, SparseSettings(resamples=400)).outcome(table)
        assert told.N is not None
        held += told.N.low <= 1_500 <= told.N.high
    assert 270 <= held <= 297
