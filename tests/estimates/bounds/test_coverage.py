"""Sample coverage gives the published numbers, and a bound where it is too low."""

import json

import numpy as np
import pytest

from estimates.made_tables import sparse_tables
from estimates.published import published
from tasjil.estimate.bounds import CoverageSettings, fit_coverage
from tasjil.estimate.bounds.coverage import coverage
from tasjil.estimate.refuse import Limits
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Refusal, WhyRefused

# Hepatitis A in Taiwan, 1995: lists P, Q and E (Chao et al. 2001, table 2).
HEPATITIS = CaptureTable.of(
    ("P", "Q", "E"),
    [[k >> j & 1 for j in range(3)] for k in range(1, 8)],
    [69, 55, 21, 63, 17, 18, 28],
)


def test_hepatitis_as_in_the_paper() -> None:
    # Chao et al. 2001: C 51.3 %, D 208.667, N0 407, N 971, N1 508 (bootstrap se 40).
    found = coverage(HEPATITIS.patterns, HEPATITIS.counts[None])
    assert found.share[0] == pytest.approx(0.513, abs=5e-4)
    assert found.independent[0] == pytest.approx(407, abs=0.5)
    assert found.high[0] == pytest.approx(971, abs=0.5)
    assert found.low[0] == pytest.approx(508, abs=0.5)


def test_low_coverage_tells_a_bound() -> None:
    told = fit_coverage(HEPATITIS).outcome(HEPATITIS)
    assert isinstance(told, Estimate)
    assert told.N.mean == pytest.approx(508, abs=0.5)
    assert told.diagnostics["bound"] == "lower"
    assert "not an estimate" in told.diagnostics["assumption"]
    # The paper has 40 from 200 tables; with n drawn too, as here, it is 47.
    assert told.diagnostics["se"] == pytest.approx(47, abs=3)
    assert json.loads(json.dumps(told.diagnostics)) == told.diagnostics


def test_high_coverage_tells_an_estimate() -> None:
    table = published("my5")
    told = fit_coverage(table).outcome(table)
    assert isinstance(told, Estimate)
    assert told.diagnostics["coverage"] > 0.55
    assert told.diagnostics["bound"] is None
    assert told.N.mean == told.diagnostics["high_coverage"]


def test_the_limit_between_bound_and_estimate_can_be_moved_and_is_told() -> None:
    table = published("my5")
    told = fit_coverage(table, CoverageSettings(limits=Limits(coverage=0.9))).outcome(
        table
    )
    assert told.diagnostics["bound"] == "lower"
    assert told.settings["changed_limits"] == {"coverage": 0.9}


def test_independent_lists_come_out_at_the_truth_by_all_three() -> None:
    shares = np.array([0.3, 0.4, 0.25, 0.35])
    patterns = np.array([[k >> j & 1 for j in range(4)] for k in range(1, 16)])
    exact = np.where(patterns, shares, 1 - shares).prod(1) * 100_000
    found = coverage(patterns.astype(bool), exact[None])
    for number in (found.independent, found.low, found.high):
        assert number[0] == pytest.approx(100_000, rel=1e-9)
    assert found.depends[0] == pytest.approx(np.zeros(6), abs=1e-9)


def test_the_same_seed_and_table_give_the_same_interval_in_any_order() -> None:
    turned = CaptureTable.of(
        ("E", "P", "Q"), HEPATITIS.patterns[:, [2, 0, 1]], HEPATITIS.counts.tolist()
    )
    one = fit_coverage(HEPATITIS).outcome(HEPATITIS)
    two = fit_coverage(turned).outcome(turned)
    assert one.N is not None
    assert two.N is not None
    assert (one.N.low, one.N.high) == pytest.approx((two.N.low, two.N.high))
    other = fit_coverage(HEPATITIS, CoverageSettings(seed=1)).outcome(HEPATITIS)
    assert other.N != one.N
    assert other.N is not None
    assert other.N.high == pytest.approx(one.N.high, rel=0.1)


def test_a_list_that_shares_nobody_with_others_gives_a_refusal() -> None:
    table = CaptureTable.of(
        "abc", [(1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 0, 1)], [9, 8, 3, 20]
    )
    told = fit_coverage(table).outcome(table)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.APART


def test_random_sparse_tables_end_in_a_number_or_a_reason() -> None:
    kinds = set()
    for table in sparse_tables(60, seed=31):
        told = fit_coverage(table, CoverageSettings(resamples=100)).outcome(table)
        assert isinstance(told, Estimate) or told.why is not None
        kinds.add(type(told))
    assert kinds == {Estimate, Refusal}


def test_lists_that_hold_the_same_people_cover_nobody_knows_how_many():
    """Everybody on every list is what copies of one list look like."""
    table = CaptureTable.of("abc", [(1, 1, 1)], [300])
    told = fit_coverage(table).outcome(table)
    assert told.N is None
    assert told.why is WhyRefused.NOT_IDENTIFIED
