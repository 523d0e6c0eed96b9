"""Chao's bound is the published one, says that it is a bound, and is one."""

import json

import numpy as np
import pytest

from estimates.made_tables import sparse_tables
from estimates.published import published
from tasjil.estimate.bounds import ChaoFit, ChaoSettings, fit_chao
from tasjil.estimate.bounds.heterogeneity import caught, convex, shaped
from tasjil.estimate.loglinear import Profile
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Refusal, WhyRefused


def drawn(seed: int, easy: float, lists: int = 4) -> CaptureTable:
    """Draw 2,000 persons of whom some are listed more easily, on every list alike."""
    rng = np.random.default_rng(seed)
    ease = rng.normal(0, easy, (2_000, 1))
    base = np.linspace(-1.6, -0.6, lists)
    on = rng.random((2_000, lists)) < 1 / (1 + np.exp(-(base + ease)))
    on = on[on.any(1)]
    return CaptureTable.of([f"l{j}" for j in range(lists)], on, [1] * len(on))


@pytest.fixture(scope="module")
def kosovo() -> ChaoFit:
    return fit_chao(published("kosovo"))


def test_kosovo_as_rcapture_gives_it(kosovo: ChaoFit) -> None:
    # Rcapture 1.4 closedp.t on the lists of Ball et al. 2002: Mt, Mth Chao (LB) with
    # its negative parameter set to 0, Mth Darroch.
    assert kosovo.bound is not None
    assert kosovo.independent is not None
    assert kosovo.quadratic is not None
    assert 4_400 + kosovo.bound.hidden == pytest.approx(8_591, abs=0.5)
    assert 4_400 + kosovo.independent.hidden == pytest.approx(7_395, abs=0.5)
    assert 4_400 + kosovo.quadratic.hidden == pytest.approx(12_797, abs=0.5)
    assert set(kosovo.etas or ()) == {3}


def test_a_bound_says_that_it_is_one(kosovo: ChaoFit) -> None:
    told = kosovo.outcome(published("kosovo"))
    assert isinstance(told, Estimate)
    assert told.diagnostics["bound"] == "lower"
    assert "not an estimate" in told.diagnostics["assumption"]
    assert told.N.low < told.N.mean < told.N.high
    assert json.loads(json.dumps(told.diagnostics)) == told.diagnostics
    assert json.loads(json.dumps(told.settings)) == told.settings


def test_gaza_is_bound_far_below_singles_and_doubles_alone() -> None:
    # n + f1^2 / 2 f2 gives 124,324 there: no bound where lists differ in size.
    table = published("gaza")
    told = fit_chao(table).outcome(table)
    assert told.N is not None
    assert told.N.mean < 70_000
    _, once, twice, _ = table.caught.tolist()
    assert table.n + once**2 / (2 * twice) == pytest.approx(124_324, abs=1)


@pytest.mark.parametrize("name", ["uk_slavery5", "my5", "ph_manila_unidentified"])
def test_no_parameter_left_out_would_have_been_positive(name: str) -> None:
    # What makes it the best of all with parameters of 0 or more (Karush, Kuhn, Tucker).
    table = published(name)
    found, etas = convex(table)
    more = table.cells()[1:] - found.expected
    many = caught(table)
    for k in range(3, len(table.lists) + 1):
        slope = more @ np.maximum(many - k + 1.0, 0)
        if k in etas:
            assert etas[k] >= 0
            assert slope == pytest.approx(0, abs=1e-4)
        else:
            assert slope <= 1e-4


def test_with_three_lists_the_bound_fits_those_on_all_three() -> None:
    table = drawn(1, 0.8, 3)
    found, _ = convex(table)
    assert found.expected[-1] == pytest.approx(table.cells()[-1], rel=1e-6)


def test_the_bound_lies_between_independence_and_the_truth() -> None:
    below = 0
    for seed in range(20):
        table = drawn(seed, 1.0)
        found, _ = convex(table)
        even = shaped(table, np.zeros((15, 0)))
        assert found.hidden >= even.hidden - 1e-6
        below += table.n + found.hidden < 2_000
    assert below == 20


def test_the_other_likelihood_gives_nearly_the_same_ends(kosovo: ChaoFit) -> None:
    other = fit_chao(published("kosovo"), ChaoSettings(profile=Profile.POISSON))
    assert kosovo.ends is not None
    assert other.ends is not None
    assert other.ends.high[0] == pytest.approx(kosovo.ends.high[0], rel=0.02)
    assert other.ends.high[0] != kosovo.ends.high[0]


def test_nobody_on_exactly_two_lists_leaves_no_bound() -> None:
    table = CaptureTable.of(
        "abc", [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)], [30, 20, 40, 5]
    )
    told = fit_chao(table).outcome(table)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.NO_MAXIMUM
    assert told.diagnostics["caught"] == [0, 90, 0, 5]


def test_more_lists_than_there_is_room_for_are_refused() -> None:
    patterns = np.vstack([np.eye(15, dtype=int), np.ones((1, 15), int)])
    table = CaptureTable.of([f"l{j}" for j in range(15)], patterns, [3] * 16)
    told = fit_chao(table).outcome(table)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.NOT_FOR_THIS


def test_random_sparse_tables_end_in_a_bound_or_a_reason() -> None:
    kinds = set()
    for table in sparse_tables(40, seed=21):
        told = fit_chao(table).outcome(table)
        assert isinstance(told, Estimate) or told.why is not None
        kinds.add(type(told))
    assert kinds == {Estimate, Refusal}


def test_a_table_of_eleven_lists_is_bound() -> None:
    table = published("ph_caloocan_unidentified")
    told = fit_chao(table).outcome(table)
    assert isinstance(told, Estimate)
    assert told.N.low < told.N.mean < told.N.high
