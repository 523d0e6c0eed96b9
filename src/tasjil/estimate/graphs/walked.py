"""Averages over the graphs of eight lists and more, as walks came by them."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from tasjil.estimate.diagnose import agreement
from tasjil.estimate.graphs.averaged import Averaged
from tasjil.estimate.graphs.exact import every_integer
from tasjil.estimate.graphs.grid import Nodes, Reals, filled, knots, refined
from tasjil.estimate.graphs.names import joined_in
from tasjil.estimate.graphs.scores import Scores
from tasjil.estimate.graphs.settings import DgaSettings
from tasjil.estimate.graphs.walk import Ground, Progress, Walk, walk

_LEADING = 200
_EVERY = 10


def average_walked(
    scores: Scores,
    settings: DgaSettings,
    log_prior: Any = None,
    progress: Progress | None = None,
) -> Averaged:
    """Average over the graphs that several walks visit, as often as they do.

    A first short walk finds which numbers undocumented matter. Given a graph, all of
    them are summed over exactly; only graphs are left to chance.

    Args:
        scores: Of the table.
        settings: How many walks, how long, by what seed.
        log_prior: See `Scores.base`.
        progress: Told of steps done and to do.
    """
    lists = len(scores.table.lists)
    steps = settings.steps_for(lists)
    first, *seeds = np.random.SeedSequence(settings.seed).spawn(settings.chains + 1)
    cap = max(10, int(settings.cap * scores.table.n))
    coarse = Ground(scores, knots(cap), log_prior, settings.saturated)
    pilot = walk(coarse, max(100, steps // 10), _chance(first), dispersed=False)
    nodes = _nodes(coarse, pilot.visits, settings, cap)
    ground = Ground(scores, nodes, log_prior, settings.saturated)
    walks = []
    for at, seed in enumerate(seeds):
        told = _share(progress, at, len(seeds))
        walks.append(walk(ground, steps, _chance(seed), at > 0, told))
    return _averaged(ground, walks, settings.seed)


def _chance(seed: np.random.SeedSequence) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def _share(progress: Progress | None, at: int, chains: int) -> Progress | None:
    if progress is None:
        return None
    return lambda done, of: progress(at * of + done, chains * of)


def _nodes(
    coarse: Ground, visits: Counter[int], settings: DgaSettings, cap: int
) -> Nodes:
    if settings.integers:
        return every_integer(cap)
    leading = [
        joined_in(mask, coarse.lists) for mask, _ in visits.most_common(_LEADING)
    ]

    def values(at: Nodes) -> Reals:
        ground = Ground(coarse.scores, at, coarse.log_prior)
        return np.array([ground.logs(joined) for joined in leading])

    return refined(values, coarse.nodes)


def _averaged(ground: Ground, walks: Sequence[Walk], seed: int) -> Averaged:
    visits: Counter[int] = Counter()
    for each in walks:
        visits.update(each.visits)
    counted = np.maximum(filled(ground.nodes).weights(), 0)
    chance = _chance(np.random.SeedSequence([seed, 1]))
    density = np.zeros(len(ground.nodes))
    drawn: dict[int, Reals] = {}
    for mask, times in visits.items():
        logs = ground.logs(joined_in(mask, ground.lists))
        given = np.exp(logs - logs.max())
        given /= (given * counted).sum()
        density += times * given
        many = max(2, times // _EVERY + 1)
        drawn[mask] = chance.choice(ground.nodes, many, p=given * counted)
    masks = np.array(list(visits), object)
    shares = np.array(list(visits.values()), np.float64)
    told = _told(walks, drawn, ground.scores.table.n)
    return Averaged(
        ground.nodes, density, masks, shares / shares.sum(), len(visits), told
    )


def _told(walks: Sequence[Walk], drawn: dict[int, Reals], n: int) -> dict[str, Any]:
    """Tell how walks agree: on N, of draws for every tenth graph they came by."""
    used: Counter[int] = Counter()
    chains = []
    for each in walks:
        chain = []
        for mask in each.steps[::_EVERY]:
            chain.append(n + drawn[mask][used[mask] % len(drawn[mask])])
            used[mask] += 1
        chains.append(chain)
    agreed = agreement(np.log(np.array(chains, np.float64)))
    return {
        **agreed.plain(),
        "rhat": float(agreed.rhat),
        "moved": float(np.mean([each.moved for each in walks])),
        "steps": len(walks[0].steps),
    }
