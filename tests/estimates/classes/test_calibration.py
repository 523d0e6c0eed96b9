"""Worlds drawn from the prior: a sampler that is right ranks their truth evenly.

Talts, Betancourt, Simpson, Vehtari & Gelman (2018). With p(N) falling like 1 / N, how
many are documented says nothing about the classes, so a world is drawn given n: classes
from the prior, the n documented persons from those whom a list names, and the rest as a
negative binomial.
"""

from dataclasses import dataclass

import numpy as np
import pytest
from scipy.special import expit
from scipy.stats import chisquare, kstest

from tasjil.estimate.classes.chain import advance, settle, start
from tasjil.estimate.classes.settings import LcmcrSettings, Sampler
from tasjil.estimate.tables import CaptureTable

LISTS, CLASSES, N = 3, 3, 60
DRAWS, APART = 39, 25


@dataclass(frozen=True)
class World:
    """What is true: log odds of lambda and V, alpha, and who was documented."""

    at: np.ndarray
    alpha: float
    table: CaptureTable


def world(rng: np.random.Generator, settings: LcmcrSettings) -> World:
    lists, classes = LISTS, settings.classes
    alpha = rng.gamma(settings.a, 1 / settings.b)
    # log(1 - V) = log(u) / alpha, in logs because alpha may be nearly 0
    log_rest = np.log(rng.uniform(size=classes)) / max(alpha, 1e-280)
    log_rest = np.maximum(log_rest, -1e250)
    chance = rng.beta(settings.yes, settings.no, size=(lists, classes))
    sticks = -np.expm1(log_rest)
    sticks[-1] = 1.0
    weights = sticks * np.concatenate([[1.0], np.exp(np.cumsum(log_rest[:-1]))])
    cells = (np.arange(1, 1 << lists)[:, None] >> np.arange(lists)) & 1
    p = np.array(
        [
            (weights * np.prod(np.where(c[:, None], chance, 1 - chance), 0)).sum()
            for c in cells
        ]
    )
    counts = rng.multinomial(N, p / p.sum())
    at = np.vstack([np.log(chance / (1 - chance)), np.log(sticks + 1e-300) - log_rest])
    at[-1, -1] = 0.0
    return World(at, alpha, CaptureTable.of("abc", cells, counts.tolist()))


def told(at: np.ndarray, alpha: float) -> list[float]:
    """What is ranked; the first class and the last among it, so labels count too."""
    chance = expit(at[:-1])
    after = np.concatenate([[0.0], -np.cumsum(np.logaddexp(0, at[-1, :-1]))])
    weights = np.exp(after) * np.append(expit(at[-1, :-1]), 1.0)
    p0 = float((weights * np.prod(1 - chance, 0)).sum())
    return [p0, alpha, chance[0, 0], chance[1, -1], at[-1, 0], after[-1]]


def ranks(settings: LcmcrSettings, worlds: int, seed: int) -> np.ndarray:
    """Rank the truth of each world among draws far apart, (worlds, 6)."""
    found = []
    for each in np.random.SeedSequence(seed).spawn(worlds):
        rng = np.random.default_rng(each)
        truth = world(rng, settings)
        table = truth.table
        chain = start(table, settings, each.spawn(1)[0], dispersed=int(rng.integers(4)))
        chain = settle(advance(chain, table, settings, 700)[0])
        drawn = []
        for _ in range(DRAWS):
            chain, draws = advance(chain, table, settings, APART, APART)
            drawn.append(told(chain.rungs.at[0], float(draws.alpha[0])))
        found.append((np.array(drawn) < told(truth.at, truth.alpha)).sum(0))
    return np.array(found)


def evenness(found: np.ndarray) -> list[float]:
    """Give the chance of ranks as uneven as these, of each quantity."""
    bins = [np.bincount(column // 4, minlength=10) for column in found.T]
    return [float(chisquare(each).pvalue) for each in bins]


@pytest.mark.parametrize("sampler", list(Sampler))
def test_a_few_worlds_are_ranked_evenly(sampler: Sampler) -> None:
    settings = LcmcrSettings(classes=CLASSES, a=1.0, b=1.0, sampler=sampler)
    found = ranks(settings, 40, seed=8)
    for column in found.T:
        assert kstest((column + 0.5) / (DRAWS + 1), "uniform").pvalue > 1e-4


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings",
    [
        LcmcrSettings(classes=CLASSES, sampler=Sampler.HAMILTONIAN),
        LcmcrSettings(classes=CLASSES, sampler=Sampler.GIBBS),
        LcmcrSettings(classes=CLASSES, a=2.0, b=1.0, yes=2.0, no=3.0),
        LcmcrSettings(classes=CLASSES, a=1.0, b=1.0, sampler=Sampler.GIBBS, no=2.0),
        LcmcrSettings(classes=CLASSES, a=1.0, b=1.0, rungs=3, hottest=0.2),
        LcmcrSettings(classes=6, a=1.0, b=1.0),
    ],
    ids=["hamiltonian", "gibbs", "other prior", "gibbs, other", "ladder", "six"],
)
def test_hundreds_of_worlds_are_ranked_evenly(settings: LcmcrSettings) -> None:
    found = ranks(settings, 600, seed=18)
    assert min(evenness(found)) > 1e-3, evenness(found)
