"""How often the interval holds the number that was there, over many known worlds."""

import numpy as np
import pytest

from tasjil.estimate.classes import LcmcrSettings, fit_lcmcr
from tasjil.estimate.classes.settings import Sampler
from tasjil.estimate.diagnose import ClassChances
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Refusal

LISTS = 4
ASKED = LcmcrSettings(
    classes=5,
    sampler=Sampler.HAMILTONIAN,
    precision=1.0,
    most_sweeps=8000,
    spare_rungs=1,
)


def world(seed: int) -> tuple[int, CaptureTable]:
    """Draw a population as the model believes populations to be: how many, and who."""
    rng = np.random.default_rng([73, seed])
    everybody = round(float(np.exp(rng.uniform(np.log(300), np.log(3000)))))
    alpha = max(rng.gamma(ASKED.a, 1 / ASKED.b), 1e-300)
    left = np.exp(np.log(rng.random(ASKED.classes - 1)) / alpha)
    before = np.concatenate([[1.0], np.cumprod(left)])
    weights = before * np.concatenate([1 - left, [1.0]])
    classes = ClassChances(weights, rng.random((LISTS, ASKED.classes)))
    listed = int(rng.binomial(everybody, 1 - classes.unlisted))
    on, counts = classes.draw(listed, rng)
    names = [f"list {j}" for j in range(LISTS)]
    return everybody, CaptureTable.of(names, on, counts.tolist())


def held(seeds: range) -> tuple[int, int, int]:
    """Count worlds whose number lies in the interval, in all, and refused."""
    inside = told = refused = 0
    for seed in seeds:
        everybody, table = world(seed)
        found = fit_lcmcr(table, ASKED).outcome(table)
        if isinstance(found, Refusal):
            refused += 1
            continue
        assert isinstance(found, Estimate)
        told += 1
        inside += found.N.low <= everybody <= found.N.high
    return inside, told, refused


@pytest.mark.slow
def test_intervals_hold_the_number_in_95_of_100_worlds_of_the_models_kind() -> None:
    inside, told, refused = held(range(500))
    assert refused < 0.1 * (told + refused)
    assert 0.93 <= inside / told <= 0.97


def test_intervals_hold_the_number_in_most_of_a_few_worlds() -> None:
    # of 6 such, fewer than 4 would be inside one time in 400
    inside, told, _ = held(range(6))
    assert inside >= 4
    assert told >= 5
