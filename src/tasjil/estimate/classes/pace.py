"""How far a chain dares to step: learned in burn-in, then held.

Step length by dual averaging towards a share of accepted trajectories (Hoffman &
Gelman 2014), scales from the spread of each coordinate, the number of steps from how
far the share on no list moved for the work. Learning goes in windows that double, so
that a burn-in of any length uses most of itself.
"""

import math
from enum import IntEnum

import numpy as np

from tasjil.estimate.classes.density import Floats
from tasjil.estimate.classes.random import Stream, uniform
from tasjil.estimate.compiled import compiled

LONGEST = 128
SHORTEST = 8.0
FIRST_WINDOW = 100
OVERHEAD = 6.0
AIM = 0.84
CAREFUL = 1.0 / 6.0


class Pace(IntEnum):
    """Places in the array of what a rung has learned."""

    LOG_STEP = 0
    LOG_HELD = 1
    SHORTFALL = 2
    CENTRE = 3
    TRIALS = 4
    STEPS = 5
    WINDOW = 6
    SWEEPS = 7


_LOG_STEP, _LOG_HELD, _SHORTFALL = int(Pace.LOG_STEP), int(Pace.LOG_HELD), 2
_CENTRE, _TRIALS, _STEPS = int(Pace.CENTRE), int(Pace.TRIALS), int(Pace.STEPS)
_WINDOW, _SWEEPS = int(Pace.WINDOW), int(Pace.SWEEPS)


def first_pace() -> Floats:
    """Begin with a step of a tenth and up to 16 steps."""
    pace = np.zeros(len(Pace))
    pace[Pace.LOG_STEP] = pace[Pace.LOG_HELD] = math.log(0.1)
    pace[Pace.STEPS] = 16.0
    pace[Pace.WINDOW] = FIRST_WINDOW
    return pace


@compiled
def choose_step(gen: Stream, pace: Floats, learning: bool) -> float:
    """Give the step length of the next trajectory, jittered by a tenth.

    One in six is a quarter as long: where the density is steeper than nearly
    everywhere, a chain of long steps alone would stay for thousands of sweeps.
    """
    step = math.exp(pace[_LOG_STEP] if learning else pace[_LOG_HELD])
    if uniform(gen) < CAREFUL:
        step *= 0.25
    return step * (0.9 + 0.2 * uniform(gen))


@compiled
def choose_steps(gen: Stream, pace: Floats) -> int:
    """Give the number of steps of the next trajectory, evenly from 1 to its most."""
    return 1 + int(uniform(gen) * pace[_STEPS])


@compiled
def learn_step(pace: Floats, chance: float) -> None:
    """Move the step length so that trajectories are taken as often as aimed at."""
    pace[_TRIALS] += 1.0
    t = pace[_TRIALS]
    pace[_SHORTFALL] += (AIM - chance - pace[_SHORTFALL]) / (t + 10.0)
    pace[_LOG_STEP] = pace[_CENTRE] - math.sqrt(t) * pace[_SHORTFALL] / 0.05
    weight = t**-0.75
    pace[_LOG_HELD] = weight * pace[_LOG_STEP] + (1.0 - weight) * pace[_LOG_HELD]


@compiled
def learn_scale(at: Floats, pace: Floats, spread: Floats) -> None:
    """Add a position to the means and squares of this window, (2, J + 1, K)."""
    pace[_SWEEPS] += 1.0
    rows, classes = at.shape
    for j in range(rows):
        for k in range(classes):
            away = at[j, k] - spread[0, j, k]
            spread[0, j, k] += away / pace[_SWEEPS]
            spread[1, j, k] += away * (at[j, k] - spread[0, j, k])


@compiled
def learn_jump(jumps: Floats, steps: int, before: float, after: float) -> None:
    """Keep how far the log odds of being on no list went in so many steps.

    Args:
        jumps: By number of steps: how many trajectories, and how far squared; then
            how many positions, their mean and their squares: (3, LONGEST + 1).
        steps: Of the trajectory.
        before: The log odds where it began.
        after: Where the chain was then.
    """
    jumps[0, steps] += 1.0
    jumps[1, steps] += (after - before) ** 2
    jumps[2, 0] += 1.0
    away = after - jumps[2, 1]
    jumps[2, 1] += away / jumps[2, 0]
    jumps[2, 2] += away * (after - jumps[2, 1])


@compiled
def close_window(pace: Floats, scale: Floats, spread: Floats, jumps: Floats) -> None:
    """At the end of a window take what it taught, and begin one twice as long."""
    if pace[_SWEEPS] < pace[_WINDOW]:
        return
    rows, classes = scale.shape
    for j in range(rows):
        for k in range(classes):
            variance = spread[1, j, k] / pace[_SWEEPS]
            scale[j, k] = math.sqrt(min(max(variance, 1e-3), 9.0))
    pace[_STEPS] = _best_steps(jumps, pace[_STEPS])
    pace[_WINDOW] *= 2.0
    pace[_SWEEPS] = 0.0
    spread.fill(0.0)
    jumps.fill(0.0)
    pace[_CENTRE] = math.log(3.0) + pace[_LOG_HELD]
    pace[_SHORTFALL] = pace[_TRIALS] = 0.0


@compiled
def _best_steps(jumps: Floats, most: float) -> float:
    """Give the most steps whose trajectories gave the most for their work.

    A squared jump of J over a variance of v is a correlation of 1 - J / 2v from one
    sweep to the next, and so (1 - r) / (1 + r) effective draws a sweep. Among those
    nearly as good the longest is taken: there are slower ways to go than this one, and
    too short costs more than too long. Where the longest that were tried are the
    best, twice as many are tried next.
    """
    variance = jumps[2, 2] / max(jumps[2, 0], 1.0)
    gains = np.zeros(int(most) + 1)
    moved = many = work = 0.0
    for steps in range(1, int(most) + 1):
        moved += jumps[1, steps]
        many += jumps[0, steps]
        work += jumps[0, steps] * (steps + OVERHEAD)
        if many > 0.0 and variance > 0.0:
            kept = max(1.0 - moved / (2.0 * variance * many), 0.0)
            gains[steps] = (1.0 - kept) / (1.0 + kept) * many / work
    best, top = 0, 0.0
    for steps in range(int(most) // 4, int(most) + 1):
        top = max(top, gains[steps])
        if gains[steps] >= 0.9 * top:
            best = steps
    found = 2.0 * most if best >= 0.8 * most else float(best)
    return min(max(found, SHORTEST), float(LONGEST))
