"""Chao's bound, sample coverage and Rubin's rules agree with their papers' formulas."""

import numpy as np
import pytest

from estimates.other_hand.from_papers import chao_mth, coverage_three
from estimates.other_hand.unseen import WORLDS, drawn
from tasjil.estimate.bounds import fit_chao, fit_coverage
from tasjil.estimate.combine import CombineSettings, Inferred, combine
from tasjil.model.estimate import Estimate, Interval, Method


@pytest.mark.parametrize("world", WORLDS)
def test_chaos_bound_is_that_of_a_general_optimiser(world):
    table = drawn(*world)
    assert fit_chao(table).outcome(table).N.mean == pytest.approx(
        chao_mth(table), rel=1e-3
    )


@pytest.mark.parametrize("world", WORLDS[:2])
def test_sample_coverage_is_the_papers_formula(world):
    table = drawn(*world)
    c, first, estimate = coverage_three(table)
    said = fit_coverage(table).outcome(table).diagnostics
    assert said["coverage"] == pytest.approx(c)
    assert said["independent"] == pytest.approx(first)
    assert said["high_coverage"] == pytest.approx(estimate)


def test_rubins_rules_by_hand():
    """On log n0: T = W + (1 + 1/m) B; the point is the mean of the logarithms."""
    numbers = [(140.0, 118.0, 190.0), (150.0, 121.0, 215.0), (131.0, 114.0, 170.0)]
    intervals = [Interval(at, at, *ends, 0.95) for at, *ends in numbers]
    parts = [
        Inferred(Estimate(Method.LOGLINEAR, 100, each, "sha256:0"))
        for each in intervals
    ]
    points, within = np.array([each.log_unseen() for each in parts]).T
    found = combine(parts, CombineSettings(mixture=False))
    total = within.mean() + (1 + 1 / 3) * points.var(ddof=1)
    assert found.variance.total == pytest.approx(total)
    assert found.outcome.N.median == pytest.approx(100 + np.exp(points.mean()))
