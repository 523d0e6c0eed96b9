"""A chain that can be stopped, put away, and taken up again as if nothing had been."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.classes.density import (
    Belief,
    Overlaps,
    desk_for,
    overlaps_of,
)
from tasjil.estimate.classes.pace import LONGEST, first_pace
from tasjil.estimate.classes.random import stream
from tasjil.estimate.classes.rungs import Plan, Rungs, run_gibbs, run_rungs
from tasjil.estimate.classes.settings import LcmcrSettings, Sampler
from tasjil.estimate.classes.tempering import even_ladder, even_out
from tasjil.estimate.tables import CaptureTable

# how far above or below the lists' own log odds chains begin, in turn
SHIFTS = (0.0, -2.0, 1.0, -1.0)


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain between two blocks of sweeps; a value, which `advance` leaves alone.

    Attributes:
        sampler: How it moves.
        rungs: Its arrays.
        learning: Whether it still learns how to step: burn-in.
    """

    sampler: Sampler
    rungs: Rungs
    learning: bool = True

    @property
    def work(self) -> float:
        """How much was computed, in looks at the density with its slope."""
        _, slopes, looks = self.rungs.worked
        return float(slopes + 0.7 * looks)

    @property
    def round_trips(self) -> int:
        """How often a walker came from the ladder's top to the posterior, all told."""
        return int(self.rungs.walkers[-1])

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Give the chain as named arrays, to be kept in an .npz file."""
        flags = np.array([self.learning, self.sampler is Sampler.GIBBS])
        return {**self.rungs._asdict(), "flags": flags}

    @classmethod
    def from_arrays(cls, kept: Mapping[str, NDArray[Any]]) -> "Chain":
        """Take up a chain that was put away with `arrays`."""
        rungs = _copied(kept)
        learning, gibbs = (bool(flag) for flag in kept["flags"])
        return cls(Sampler.GIBBS if gibbs else Sampler.HAMILTONIAN, rungs, learning)


@dataclass(frozen=True, slots=True)
class Draws:
    """What a chain drew, one a kept sweep: (S,) each.

    Attributes:
        N: How many persons there are, on lists or not.
        alpha: Breaks the sticks; large where there are many classes.
        density: Log posterior density of the position, alpha summed out.
        occupied: Classes with a person or more, expected.
        p0: The probability to be on no list.
    """

    N: NDArray[np.int64]
    alpha: NDArray[np.float64]
    density: NDArray[np.float64]
    occupied: NDArray[np.int64]
    p0: NDArray[np.float64]


def start(
    table: CaptureTable,
    settings: LcmcrSettings,
    seed: np.random.SeedSequence,
    dispersed: int = 0,
) -> Chain:
    """Begin a chain somewhere of its own.

    Args:
        table: At least one person.
        settings: The prior and the number of rungs.
        seed: The chain's own: one spawned from the fit's.
        dispersed: Which of the chains it is: each begins elsewhere.
    """
    gen = stream(seed)
    shape = (len(table.lists) + 1, settings.classes)
    sampler = settings.sampler or Sampler.HAMILTONIAN
    count = settings.rungs if sampler is Sampler.HAMILTONIAN else 1
    at = _beginnings(table, np.random.default_rng(seed), (count, *shape), dispersed)
    scales = np.ones_like(at)
    scales[:, -1, -1] = 0.0
    rungs = Rungs(
        gen,
        at,
        even_ladder(count, settings.hottest),
        np.tile(first_pace(), (count, 1)),
        scales,
        np.zeros((count, 2, *shape)),
        np.zeros((count, 3, LONGEST + 1)),
        np.zeros(count + 2, np.int64),
        np.zeros((2, count)),
        np.zeros(3),
        np.zeros(3, np.int64),
    )
    return Chain(sampler, rungs)


def advance(
    chain: Chain,
    table: CaptureTable,
    settings: LcmcrSettings,
    sweeps: int,
    every: int = 1,
) -> tuple[Chain, Draws]:
    """Sweep a chain on; the same from the same chain, however it is cut into blocks.

    While it learns, it does so in windows that end after counted sweeps, whatever the
    blocks. Other threads run meanwhile.

    Args:
        chain: Is left as it is.
        table: As it was started with.
        settings: As it was started with.
        sweeps: How many; a multiple of `every`.
        every: Keep each how-manyeth.
    """
    rungs = _copied(chain.rungs._asdict())
    lists, classes = len(table.lists), settings.classes
    desk = desk_for(lists, classes, len(table.counts))
    out = np.zeros((sweeps // every, 5))
    run = run_gibbs if chain.sampler is Sampler.GIBBS else run_rungs
    plan = Plan(sweeps, every, chain.learning)
    run(rungs, plan, _overlaps(table), belief_of(settings), desk, out)
    return replace(chain, rungs=rungs), _draws(out)


def settle(chain: Chain) -> Chain:
    """End burn-in: from here on steps are held, so that draws are of the posterior."""
    return replace(chain, learning=False)


def even(chain: Chain) -> Chain:
    """Move the ladder's rungs to where exchanges are equally frequent; in burn-in."""
    heats = even_out(chain.rungs.heats, chain.rungs.ladder)
    ladder = np.zeros_like(chain.rungs.ladder)
    return replace(chain, rungs=chain.rungs._replace(heats=heats, ladder=ladder))


def belief_of(settings: LcmcrSettings) -> Belief:
    """Give the prior as compiled loops read it."""
    parts = (settings.a, settings.b, settings.yes, settings.no, settings.decay)
    return Belief(*(float(part) for part in parts))


def _copied(parts: Mapping[str, Any]) -> Rungs:
    return Rungs(**{name: np.array(parts[name]) for name in Rungs._fields})


def _overlaps(table: CaptureTable) -> Overlaps:
    return overlaps_of(table.patterns, table.counts)


def _draws(out: NDArray[np.float64]) -> Draws:
    return Draws(
        out[:, 0].astype(np.int64),
        out[:, 1],
        out[:, 2],
        out[:, 3].astype(np.int64),
        out[:, 4],
    )


def _beginnings(
    table: CaptureTable,
    rng: np.random.Generator,
    shape: tuple[int, int, int],
    dispersed: int,
) -> NDArray[np.float64]:
    """Scatter classes about the lists' own odds, higher or lower by chain."""
    shift = SHIFTS[dispersed % len(SHIFTS)]
    at = rng.normal(size=shape)
    share = (table.sizes + 0.5) / (table.n + 1.0)
    at[:, :-1] += (np.log(share / (1.0 - share)) + shift)[None, :, None]
    at[:, -1] -= math.log(1.0 + dispersed % 3)
    at[:, -1, -1] = 0.0
    return np.asarray(at)
