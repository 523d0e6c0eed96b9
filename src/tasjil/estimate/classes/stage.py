"""A run of chains between two blocks, and what comes next: a value that goes on.

Whatever decides, it decides by counted sweeps: where a run is cut and taken up again,
how many threads it has and how fast the machine is change none of its numbers.

pilot -> settling in -> drawing -> checking -> done. Where chains still disagree after a
while of settling in or of drawing, or where the check finds what they missed, they
begin anew, each with a ladder of flatter densities.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.classes.chain import even, settle
from tasjil.estimate.classes.crew import BLOCK, Chains, Crew, begin, go_on
from tasjil.estimate.classes.kept import Kept, Places
from tasjil.estimate.classes.pilot import Trial, better, try_out
from tasjil.estimate.classes.settings import LcmcrSettings, Sampler
from tasjil.estimate.diagnose import (
    bulk_ess,
    chance_of_same,
    chance_of_spread,
    error_of_mean,
    modes,
    rhat,
    tail_ess,
)
from tasjil.model.defined import Defined

FLAT_LOOKS = (2000, 4000)
"""Sweeps of settling in after which chains without ladders are looked at.

Chains that then disagree cross seldom from one place to another. With patience they end
up together in either, and look as if the other were not there: so they begin anew.
"""
LADDER_LOOKS = (6000, 12_000)
"""Likewise of chains with ladders, after which they are left as they are."""
EVENED = (1000, 2000, 4000)
"""Sweeps after which the rungs of ladders are moved."""
SURE = 1e-3
"""Chains whose means would lie so far apart less often than this sit apart."""
CHECK_EVENED = (500, 1000)
CHECK_SETTLES = 1500
CHECK_ENDS = 4000
"""Sweeps of ladders that check chains without: settling in, and in all."""
LADDERS_COST = 4
PATIENCE = 20_000
"""Sweeps of drawing after which chains that disagree begin anew with ladders."""
LOOKS = frozenset(
    [PATIENCE] + [round(2000 * 1.3**nth / BLOCK) * BLOCK for nth in range(60)]
)
"""Sweeps of drawing after which the draws are looked at: are they enough?"""


class Stage(Defined):
    """What chains are doing."""

    PILOT = "pilot", "Two samplers are tried."
    WARM = "settling in", "Chains find their way and learn how to step."
    DRAW = "drawing", "What chains draw is kept."
    CHECK = "checking", "Chains with ladders look for places that the others missed."
    DONE = "done", "Enough was drawn, or as much as allowed."


class Seen(NamedTuple):
    """What the last look at the draws found.

    Attributes:
        at: After so many sweeps.
        rhat: Of N.
        ess: The fewer effective draws of bulk and tails.
        modes: Groups of chains that sit apart.
        error: Monte Carlo standard error of the mean, as a share of it.
        chance: That chains of one place have means so far apart.
    """

    at: int
    rhat: float
    ess: float
    modes: int
    error: float
    chance: float

    def agreed(self, settings: LcmcrSettings) -> bool:
        """Say whether chains tell of the same number, strictly."""
        return self.rhat < settings.limits.settled and self.modes == 1


@dataclass(frozen=True, eq=False)
class Run:
    """A run of chains.

    Attributes:
        settings: As asked.
        stage: What is going on.
        chains: As they stand.
        sampler: How they move; None before the pilot ended.
        rungs: Of each chain's ladder.
        sweeps: Done by each chain in this stage.
        burnt: Sweeps thrown away by each of these chains.
        kept: What was drawn in this stage.
        places: Where chains were now and then while drawing.
        seen: What the last look at the draws found.
        trials: What the pilot found.
        flat: What chains without a ladder had found when they began anew.
        other: Chains with ladders that check these.
        checking: What they drew, from their beginning.
        checked: How probable it is that both tell of one number; None before.
    """

    settings: LcmcrSettings
    stage: Stage
    chains: Chains
    sampler: Sampler | None
    rungs: int
    sweeps: int
    burnt: int
    kept: Kept
    places: Places
    seen: Seen | None = None
    trials: tuple[Trial, ...] = ()
    flat: Seen | None = None
    other: Chains = ()
    checking: Kept = field(default_factory=lambda: Kept.none(0))
    checked: float | None = None

    @property
    def most(self) -> int:
        """Sweeps of drawing after which the run ends, agreed or not."""
        most = self.settings.most_sweeps
        return most if self.rungs == 1 else max(most // LADDERS_COST, 1)


def first(crew: Crew) -> Run:
    """Stand at the beginning of a run."""
    settings = crew.settings
    shape = (0, settings.chains, len(crew.table.lists) + 1, settings.classes)
    run = Run(
        settings,
        Stage.PILOT,
        (),
        settings.sampler,
        settings.rungs,
        0,
        0,
        Kept.none(settings.chains),
        Places(np.zeros(shape)),
    )
    if settings.sampler is None and settings.rungs == 1:
        return run
    return _begun(run, crew, settings.sampler or Sampler.HAMILTONIAN, settings.rungs)


def step(run: Run, crew: Crew) -> Run:
    """Go on by one block, and decide by what was counted what comes next."""
    if run.stage is Stage.PILOT:
        return _pilot(run, crew)
    if run.stage is Stage.WARM:
        return _warm(run, crew)
    if run.stage is Stage.CHECK:
        return _check(run, crew)
    return _draw(run, crew) if run.stage is Stage.DRAW else run


def taken_up(run: Run, settings: LcmcrSettings) -> Run:
    """Let a run that was put away go on, further if more is asked for than before."""
    run = replace(run, settings=settings)
    if run.stage in (Stage.CHECK, Stage.DONE) and not _enough(run):
        # what is drawn then is checked as a whole, as if it had not ended before
        run = replace(run, stage=Stage.DRAW, other=(), checked=None)
        return replace(run, checking=Kept.none(0))
    return run


def _pilot(run: Run, crew: Crew) -> Run:
    """Try one sampler more; after the last, go on with the better one's chains."""
    samplers = tuple(Sampler)
    turn = len(run.trials)
    trial, chains = try_out(crew, samplers[turn], turn)
    trials = (*run.trials, trial)
    best = better(trials)
    kept_on = chains if best is trial.sampler else run.chains
    run = replace(run, trials=trials, chains=kept_on, sampler=best)
    return run if len(trials) < len(samplers) else replace(run, stage=Stage.WARM)


def _begun(run: Run, crew: Crew, sampler: Sampler, rungs: int) -> Run:
    """Begin chains anew, with or without ladders."""
    return replace(
        run,
        stage=Stage.WARM,
        sampler=sampler,
        rungs=rungs,
        chains=begin(crew, sampler, rungs, len(Sampler) + (rungs > 1)),
        sweeps=0,
        kept=Kept.none(run.settings.chains),
        places=Places(run.places.at[:0]),
        seen=None,
    )


def _warm(run: Run, crew: Crew) -> Run:
    block = go_on(crew, run.chains)
    sweeps = run.sweeps + BLOCK
    run = replace(
        run, chains=block.chains, kept=run.kept.then(block.kept), sweeps=sweeps
    )
    if run.rungs > 1 and sweeps in EVENED:
        run = replace(run, chains=tuple(even(chain) for chain in run.chains))
    ladders = run.rungs > 1 or run.settings.spare_rungs == 1
    looks = LADDER_LOOKS if ladders else FLAT_LOOKS
    if sweeps not in looks:
        return run
    recent = run.kept.N[:, sweeps // 2 :]
    if rhat(recent) <= run.settings.limits.rhat or (ladders and sweeps == looks[-1]):
        return _settled(run)
    if sweeps < looks[-1]:
        return run
    return _tempered(run, crew, _look(recent, sweeps))


def _tempered(run: Run, crew: Crew, seen: Seen) -> Run:
    """Begin anew with ladders, and remember what chains had found without."""
    again = _begun(run, crew, Sampler.HAMILTONIAN, run.settings.spare_rungs)
    return replace(again, flat=seen)


def _settled(run: Run) -> Run:
    return replace(
        run,
        stage=Stage.DRAW,
        chains=tuple(settle(chain) for chain in run.chains),
        kept=Kept.none(run.settings.chains),
        sweeps=0,
        burnt=run.sweeps,
    )


def _draw(run: Run, crew: Crew) -> Run:
    block = go_on(crew, run.chains)
    places = run.places
    for stop in block.stops:
        places = places.plus(stop)
    run = replace(
        run,
        chains=block.chains,
        kept=run.kept.then(block.kept),
        places=places,
        sweeps=run.sweeps + BLOCK,
    )
    if not _due(run):
        return run
    seen = _look(run.kept.N, run.sweeps)
    run = replace(run, seen=seen)
    if _hopeless(run):
        return _tempered(run, crew, seen)
    return _ended(run, crew) if _enough(run) else run


def _ended(run: Run, crew: Crew) -> Run:
    """End the run, or first let chains with ladders check it."""
    settings = run.settings
    agreed = run.seen is not None and run.seen.agreed(settings)
    ladders_left = run.rungs == 1 and settings.spare_rungs > 1
    if not (settings.check and ladders_left and agreed):
        return replace(run, stage=Stage.DONE)
    ladders = begin(crew, Sampler.HAMILTONIAN, settings.spare_rungs, len(Sampler) + 2)
    return replace(run, stage=Stage.CHECK, other=ladders, checking=Kept.none(0))


def _check(run: Run, crew: Crew) -> Run:
    """Let chains with ladders settle in and draw, and compare."""
    block = go_on(crew, run.other)
    kept = block.kept if not run.checking.N.size else run.checking.then(block.kept)
    run = replace(run, other=block.chains, checking=kept)
    if kept.sweeps in CHECK_EVENED:
        run = replace(run, other=tuple(even(chain) for chain in run.other))
    if kept.sweeps == CHECK_SETTLES:
        run = replace(run, other=tuple(settle(chain) for chain in run.other))
    if kept.sweeps < CHECK_ENDS:
        return run
    both = chance_of_same(run.kept.N, kept.N[:, CHECK_SETTLES:])
    run = replace(run, checked=both, other=(), checking=Kept.none(0))
    if both < SURE:
        return _tempered(run, crew, _look(run.kept.N, run.sweeps))
    return replace(run, stage=Stage.DONE)


def _due(run: Run) -> bool:
    """Look after fixed numbers of sweeps, ever farther apart, and after the last."""
    return run.sweeps in LOOKS or run.sweeps >= run.most


def _look(draws: NDArray[np.int64], sweeps: int) -> Seen:
    ess = min(bulk_ess(draws), tail_ess(draws))
    error = error_of_mean(draws) / float(draws.mean())
    chance = chance_of_spread(draws)
    return Seen(sweeps, rhat(draws), ess, len(modes(draws)), error, chance)


def _enough(run: Run) -> bool:
    """Say whether chains agree and drew enough, or have drawn all they may.

    A mean of few enormous numbers may never be as precise as asked: for that alone
    chains go on no longer than their patience.
    """
    seen, asked = run.seen, run.settings
    if seen is None:
        return False
    precise = seen.error <= asked.precision or run.sweeps >= PATIENCE
    good = seen.agreed(asked) and seen.ess >= asked.ess and precise
    return good or run.sweeps >= run.most


def _hopeless(run: Run) -> bool:
    """Say whether chains without ladders disagree too much to be left to themselves.

    Either each is sure of another mean, however close these are, or they disagree
    after all the patience they get.
    """
    seen = run.seen
    if seen is None or run.rungs > 1 or run.settings.spare_rungs == 1:
        return False
    tired = run.sweeps == PATIENCE and not seen.agreed(run.settings)
    return tired or seen.chance < SURE
