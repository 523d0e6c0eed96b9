"""Both samplers against the posterior worked out without a chain."""

from functools import cache

import numpy as np
import pytest

from tasjil.estimate.classes.chain import advance, settle, start
from tasjil.estimate.classes.settings import LcmcrSettings, Sampler
from tasjil.estimate.tables import CaptureTable

CELLS = [(1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 0, 1), (1, 0, 1), (0, 1, 1), (1, 1, 1)]
TABLE = CaptureTable.of("abc", CELLS, [9, 7, 4, 6, 3, 2, 5])


@cache
def posterior(a: float = 1.0, b: float = 1.0) -> tuple[float, float]:
    """Weigh four million draws from the prior: the mean and spread of p0.

    Two classes, so that the prior covers what the overlaps allow.
    """
    rng = np.random.default_rng(5)
    weights, p0s = [], []
    for _ in range(20):
        size = 200_000
        stick = rng.beta(1.0, np.maximum(rng.gamma(a, 1 / b, size), 1e-12))
        chance = rng.uniform(size=(3, 2, size))
        share = np.stack([stick, 1 - stick])
        p0 = (share * np.prod(1 - chance, 0)).sum(0)
        fit = -TABLE.n * np.log1p(-p0)
        for row, count in zip(TABLE.patterns, TABLE.counts, strict=True):
            on = np.where(row[:, None, None], chance, 1 - chance)
            fit += count * np.log((share * np.prod(on, 0)).sum(0))
        weights.append(fit)
        p0s.append(p0)
    fit, p0 = np.concatenate(weights), np.concatenate(p0s)
    weight = np.exp(fit - fit.max())
    weight /= weight.sum()
    assert 1 / (weight**2).sum() > 3000
    mean = float(weight @ p0)
    return mean, float(np.sqrt(weight @ (p0 - mean) ** 2))


@pytest.mark.parametrize(
    ("sampler", "rungs"),
    [(Sampler.HAMILTONIAN, 1), (Sampler.HAMILTONIAN, 3), (Sampler.GIBBS, 1)],
)
def test_two_classes_on_three_lists_come_out_as_by_brute_force(
    sampler: Sampler, rungs: int
) -> None:
    settings = LcmcrSettings(
        classes=2, a=1.0, b=1.0, sampler=sampler, rungs=rungs, hottest=0.3
    )
    chain = start(TABLE, settings, np.random.SeedSequence(4))
    chain = settle(advance(chain, TABLE, settings, 1000)[0])
    _, draws = advance(chain, TABLE, settings, 25_000)
    mean, spread = posterior()
    assert draws.p0.mean() == pytest.approx(mean, abs=0.05 * spread)
    assert draws.p0.std() == pytest.approx(spread, rel=0.04)


@pytest.mark.parametrize("decay", [0.0, 1.0, 2.0])
def test_the_unseen_follow_from_the_share_on_no_list(decay: float) -> None:
    settings = LcmcrSettings(classes=2, decay=decay)
    chain = start(TABLE, settings, np.random.SeedSequence(4))
    _, draws = advance(chain, TABLE, settings, 20_000)
    p0, kept = draws.p0, draws.p0 < 0.5
    expected = (TABLE.n + 1 - decay) * p0 / (1 - p0)
    unseen = draws.N - TABLE.n
    assert unseen[kept].mean() == pytest.approx(expected[kept].mean(), rel=0.01)
