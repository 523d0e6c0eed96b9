"""Log-linear models agree with a general optimiser that knows nothing of them."""

import numpy as np
import pytest

from estimates.other_hand.from_papers import cells, design, poisson, profile
from estimates.other_hand.unseen import WORLDS, drawn
from tasjil.estimate.loglinear import LoglinearSettings, fit_loglinear


def generators(formula):
    """`[12,3]` in the numbers of its lists, from 0."""
    return tuple(
        tuple(int(digit) - 1 for digit in each)
        for each in formula.strip("[]").split(",")
    )


@pytest.mark.parametrize("world", WORLDS)
def test_every_model_hides_as_many_as_the_largest_likelihood_says(world):
    table = drawn(*world)
    every, counts = cells(table)
    models = fit_loglinear(table).outcome(table).diagnostics["models"]
    assert len(models) >= 8
    for each in models[:10]:
        beta = poisson(design(every, generators(each["model"])), counts)
        assert each["N"] == pytest.approx(table.n + np.exp(beta[0]), rel=1e-3)


@pytest.mark.parametrize("world", WORLDS[:2])
def test_the_interval_ends_where_the_likelihood_of_n_has_fallen_by_its_level(world):
    table = drawn(*world)
    every, counts = cells(table)
    settings = LoglinearSettings(models=("[1,2,3]",))
    found = fit_loglinear(table, settings).outcome(table).N
    low, high = profile(
        found.mean - table.n, design(every, ((0,), (1,), (2,))), counts, 3.8415 / 2
    )
    assert found.low == pytest.approx(table.n + low, rel=5e-3)
    assert found.high == pytest.approx(table.n + high, rel=5e-3)
