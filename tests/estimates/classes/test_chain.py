"""Chains of latent classes, on tables whose answer is published."""

import numpy as np
import pytest

from estimates.published import published
from tasjil.estimate.classes.chain import Chain, advance, settle, start
from tasjil.estimate.classes.settings import LcmcrSettings

SEED = np.random.SeedSequence(20)


def test_kosovo_comes_out_as_long_runs_of_another_implementation_have_it() -> None:
    # NOTES: 4 chains of 2.05 million sweeps of LCMCR, K = 10: mean 10,652
    table, settings = published("kosovo"), LcmcrSettings(classes=10)
    chain, _ = advance(start(table, settings, SEED), table, settings, 3000)
    _, draws = advance(settle(chain), table, settings, 8000)
    assert draws.N.mean() == pytest.approx(10_652, rel=0.02)
    assert np.median(draws.N) == pytest.approx(10_407, rel=0.02)


def test_a_chain_put_away_and_taken_up_draws_what_it_would_have_drawn() -> None:
    table, settings = published("kosovo"), LcmcrSettings(classes=5)
    chain, first = advance(start(table, settings, SEED), table, settings, 150)
    kept = {name: part.copy() for name, part in chain.arrays().items()}
    _, second = advance(Chain.from_arrays(kept), table, settings, 250)
    _, whole = advance(start(table, settings, SEED), table, settings, 400)
    assert np.array_equal(np.concatenate([first.N, second.N]), whole.N)


def test_advancing_leaves_the_chain_it_was_given_as_it_was() -> None:
    table, settings = published("kosovo"), LcmcrSettings(classes=5)
    chain = start(table, settings, SEED)
    before = {name: part.copy() for name, part in chain.arrays().items()}
    advance(chain, table, settings, 20)
    for name, part in chain.arrays().items():
        assert np.array_equal(part, before[name]), name
