"""Averages over graphs agree with every graph tried in turn on every whole number."""

import numpy as np
import pytest

from estimates.other_hand.from_papers import dga, graphs
from estimates.other_hand.unseen import WORLDS, drawn
from tasjil.estimate.graphs import DgaSettings, fit_dga


def test_taking_lists_away_one_by_one_finds_every_decomposable_graph():
    assert [len(list(graphs(lists))) for lists in (2, 3, 4)] == [2, 8, 61]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("delta", [0.5, 1 / 16])
def test_the_posterior_of_n_is_that_of_a_plain_sum(world, delta):
    table = drawn(*world)
    settings = DgaSettings(delta=delta, sensitivity=False)
    found = fit_dga(table, settings).interval
    chances = dga(table, delta, 8 * table.n)
    at = table.n + np.arange(1, len(chances) + 1)
    below = chances.cumsum()
    assert chances[-1] < 1e-6
    assert found.mean == pytest.approx(at @ chances, rel=1e-4)
    assert found.median == pytest.approx(at[below.searchsorted(0.5)], abs=1.5)
    assert found.low == pytest.approx(at[below.searchsorted(0.025)], abs=1.5)
    assert found.high == pytest.approx(at[below.searchsorted(0.975)], abs=1.5)
