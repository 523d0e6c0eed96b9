"""Several chains that go on side by side, in blocks of counted sweeps."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.classes.chain import Chain, Draws, advance, start
from tasjil.estimate.classes.kept import Kept
from tasjil.estimate.classes.settings import LcmcrSettings, Sampler
from tasjil.estimate.tables import CaptureTable

BLOCK = 500
"""Sweeps of each chain between two looks at whether to stop."""
STOPS = 5
"""Positions of each chain that a block offers to be kept."""

Chains = tuple[Chain, ...]


class Crew(NamedTuple):
    """What chains need to go on; none of it changes their numbers but the first two.

    Attributes:
        table: Who is on which lists.
        settings: The prior.
        threads: How many chains run at a time.
    """

    table: CaptureTable
    settings: LcmcrSettings
    threads: int


class Block(NamedTuple):
    """What a block of sweeps gave.

    Attributes:
        chains: As they stand now.
        kept: What they drew.
        stops: Positions on the way, (STOPS, C, J + 1, K).
    """

    chains: Chains
    kept: Kept
    stops: NDArray[np.float64]


def begin(crew: Crew, sampler: Sampler, rungs: int, turn: int) -> Chains:
    """Begin chains in places far apart.

    Args:
        crew: What they need.
        sampler: How they move.
        rungs: Of each one's ladder.
        turn: Which beginning of the run it is: each has a chance of its own.
    """
    settings = replace(crew.settings, sampler=sampler, rungs=rungs)
    seeds = np.random.SeedSequence(settings.seed, spawn_key=(turn,))
    return tuple(
        start(crew.table, settings, seed, dispersed)
        for dispersed, seed in enumerate(seeds.spawn(settings.chains))
    )


def go_on(crew: Crew, chains: Chains) -> Block:
    """Sweep every chain on by a block; each is a value, so nothing is half done."""
    if crew.threads <= 1:
        done = [_go_on(crew, chain) for chain in chains]
    else:
        with ThreadPoolExecutor(crew.threads) as pool:
            done = list(pool.map(lambda chain: _go_on(crew, chain), chains))
    drawn = [Kept.of(part) for part in zip(*(each[1] for each in done), strict=True)]
    kept = drawn[0]
    for more in drawn[1:]:
        kept = kept.then(more)
    stops = np.stack([each[2] for each in done], axis=1)
    return Block(tuple(each[0] for each in done), kept, stops)


def _go_on(
    crew: Crew, chain: Chain
) -> tuple[Chain, Sequence[Draws], NDArray[np.float64]]:
    drawn, stops = [], []
    for _ in range(STOPS):
        chain, draws = advance(chain, crew.table, crew.settings, BLOCK // STOPS)
        drawn.append(draws)
        stops.append(chain.rungs.at[0])
    return chain, drawn, np.stack(stops)
