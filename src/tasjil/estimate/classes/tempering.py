"""A ladder of flatter densities, up which a chain climbs out of one mode into another.

Rung 0 is the posterior; on each rung above, the likelihood is raised to a lower power,
so that the valleys between modes fill up. Neighbouring rungs exchange their positions,
those from even rungs in even rounds and from odd ones in odd rounds (Okabe et al. 2001;
Syed et al. 2022 on why in turn). A round trip is a walker that came from the top to
rung 0 and went to the top again; without round trips the ladder proves nothing.
"""

import math

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.classes.density import Floats, Ints
from tasjil.estimate.classes.random import Stream, uniform
from tasjil.estimate.compiled import compiled


def even_ladder(rungs: int, hottest: float) -> NDArray[np.float64]:
    """Give heats from 1 down to the hottest in equal ratios, (rungs,).

    Example:
        >>> even_ladder(3, 0.25).tolist()
        [1.0, 0.5, 0.25]
    """
    return np.asarray(np.geomspace(1.0, hottest, rungs)) if rungs > 1 else np.ones(1)


@compiled
def exchange(
    gen: Stream, at: Floats, heats: Floats, fits: Floats, walkers: Ints, ladder: Floats
) -> None:
    """Offer every second pair of neighbours an exchange.

    Args:
        gen: The chain's stream.
        at: Positions, (R, J + 1, K); exchanged ones change places.
        heats: (R,), falling.
        fits: Log likelihood of each position, (R,).
        walkers: On each rung: whether the walker there was last at the top (1), at
            rung 0 (-1) or at neither (0), (R,); then the round, then the round trips.
        ladder: How often each pair was offered and how often it took, (2, R); the
            second in expected takings, which vary less.
    """
    rungs = heats.size
    first = walkers[rungs] % 2
    walkers[rungs] += 1
    for r in range(first, rungs - 1, 2):
        gain = (heats[r] - heats[r + 1]) * (fits[r + 1] - fits[r])
        ladder[0, r] += 1.0
        ladder[1, r] += math.exp(min(gain, 0.0))
        if math.log(uniform(gen)) < gain:
            _change_places(at, fits, walkers, r)
    _note_trips(walkers, rungs)


@compiled
def _change_places(at: Floats, fits: Floats, walkers: Ints, r: int) -> None:
    rows, classes = at.shape[1], at.shape[2]
    for j in range(rows):
        for k in range(classes):
            kept = at[r, j, k]
            at[r, j, k] = at[r + 1, j, k]
            at[r + 1, j, k] = kept
    fits[r], fits[r + 1] = fits[r + 1], fits[r]
    walkers[r], walkers[r + 1] = walkers[r + 1], walkers[r]


@compiled
def _note_trips(walkers: Ints, rungs: int) -> None:
    if walkers[0] == 1:
        walkers[rungs + 1] += 1
    walkers[0] = -1
    walkers[rungs - 1] = 1


def even_out(
    heats: NDArray[np.float64], ladder: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Move the rungs so that each pair exchanges about as often as every other.

    The share of refused exchanges adds up along the ladder to a barrier; rungs are put
    where it is cut into equal parts (Syed et al. 2022, section 5).

    Args:
        heats: Falling from 1, (R,); the ends stay.
        ladder: What `exchange` counted, (2, R).
    """
    pairs = len(heats) - 1
    offered = np.maximum(ladder[0, :pairs], 1.0)
    refused = np.maximum(1.0 - ladder[1, :pairs] / offered, 1e-3)
    barrier = np.concatenate([[0.0], np.cumsum(refused)])
    wanted = np.linspace(0.0, barrier[-1], len(heats))
    logs = np.interp(wanted, barrier, np.log(heats))
    evened = np.exp(logs)
    evened[0], evened[-1] = heats[0], heats[-1]
    return np.asarray(evened)
