"""Intervals after imputing hold the truth as often as they say."""

import numpy as np
import pytest

from estimates.made_estimators import chapman, posterior
from tasjil.estimate.strata import ImputeSettings, StrataSettings, stratified
from tasjil.estimate.tables import ToldTables

PLACES = {"north": (600, 0.5, 0.3), "south": (900, 0.3, 0.5), "coast": (500, 0.6, 0.6)}


def half_unknown(rng: np.random.Generator) -> ToldTables:
    """Draw people of three places; half of those on the second list alone lack it."""
    rows, known = [], []
    for place, (many, first, second) in PLACES.items():
        on = rng.random((many, 2)) < (first, second)
        on = on[on.any(1)]
        lost = rng.random(len(on)) < np.where(on[:, 0], 0.05, 0.5)
        rows.append(on)
        known += [(None if each else place,) for each in lost]
    return ToldTables.of_people(("a", "b"), np.concatenate(rows), ("place",), known)


@pytest.mark.slow
@pytest.mark.parametrize("estimator", [chapman, posterior])
def test_strata_and_their_sum_hold_the_truth_after_imputing(estimator):
    """200 populations, ten imputations each, by Rubin's rules and by mixtures."""
    rng = np.random.default_rng(6)
    runs, held = 200, dict.fromkeys([*PLACES, "all"], 0)
    for seed in range(runs):
        how = StrataSettings(ImputeSettings(10, seed=seed), cores=1)
        found = stratified(half_unknown(rng), ["place"], estimator, how)
        for each in found.strata:
            true = PLACES[each.key[0]][0]
            held[each.key[0]] += each.outcome.N.low <= true <= each.outcome.N.high
        held["all"] += found.total.N.low <= 2000 <= found.total.N.high
    for many in held.values():
        assert 0.89 <= many / runs <= 0.99
