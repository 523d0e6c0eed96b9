"""Long, guided steps: a chain that rolls over the density like a ball over a valley.

Hamiltonian Monte Carlo (Neal 2011) on the density with classes of persons and the
number on no list summed out. A trajectory has up to as many leapfrog steps as burn-in
found best. Every position of a class has a scale of its own, learned in burn-in.
"""

import math
from typing import NamedTuple

from tasjil.estimate.classes.density import (
    Belief,
    Desk,
    Floats,
    Overlaps,
    copy_to,
    log_belief,
    log_fit,
    look,
    possible,
    slope,
)
from tasjil.estimate.classes.random import Stream, normals, uniform
from tasjil.estimate.compiled import compiled

LOST = 1000.0


class Drive(NamedTuple):
    """How a trajectory goes.

    Attributes:
        heat: The likelihood is raised to this power.
        step: Length of a leapfrog step, in scales.
        steps: How many.
    """

    heat: float
    step: float
    steps: int


@compiled
def energy(
    seen: float, at: Floats, heat: float, table: Overlaps, belief: Belief, desk: Desk
) -> float:
    """Give the log density, the likelihood tempered, of the desk's position."""
    fit = log_fit(seen, table, belief, desk)
    return heat * fit + log_belief(at, belief)


@compiled
def roll(
    gen: Stream,
    at: Floats,
    drive: Drive,
    scale: Floats,
    table: Overlaps,
    belief: Belief,
    desk: Desk,
) -> float:
    """Follow one trajectory, and give the probability with which its end is taken.

    Args:
        gen: The chain's stream.
        at: The position, (J + 1, K); changed when the end is taken.
        drive: How far and how finely.
        scale: Of each coordinate, (J + 1, K).
        table: The overlaps.
        belief: The prior.
        desk: Overwritten.
    """
    rows = at.shape[0]
    heat = drive.heat
    there, speed, force = desk.room[0, :rows], desk.room[1, :rows], desk.room[2, :rows]
    copy_to(at, there)
    _kick_off(gen, speed)
    seen = look(there, table, desk)
    before = energy(seen, there, heat, table, belief, desk) - _half_square(speed)
    slope(seen, heat, table, belief, desk, force)
    for _ in range(drive.steps):
        _leap(there, speed, force, scale, drive.step)
        seen = look(there, table, desk)
        if not possible(seen, desk):
            return 0.0
        slope(seen, heat, table, belief, desk, force)
        _push(speed, force, scale, drive.step)
    after = energy(seen, there, heat, table, belief, desk) - _half_square(speed)
    gain = after - before
    if not gain > -LOST:
        return 0.0
    chance = math.exp(min(gain, 0.0))
    if uniform(gen) < chance:
        copy_to(there, at)
    return chance


@compiled
def _kick_off(gen: Stream, speed: Floats) -> None:
    """Draw speeds; the last stick has no place and gets none."""
    rows, classes = speed.shape
    for j in range(rows):
        normals(gen, speed[j])
    speed[rows - 1, classes - 1] = 0.0


@compiled
def _leap(
    there: Floats, speed: Floats, force: Floats, scale: Floats, step: float
) -> None:
    """Half a push, then a whole move."""
    rows, classes = there.shape
    for j in range(rows):
        for k in range(classes):
            far = step * scale[j, k]
            speed[j, k] += 0.5 * far * force[j, k]
            there[j, k] += far * speed[j, k]


@compiled
def _push(speed: Floats, force: Floats, scale: Floats, step: float) -> None:
    rows, classes = speed.shape
    for j in range(rows):
        for k in range(classes):
            speed[j, k] += 0.5 * step * scale[j, k] * force[j, k]


@compiled
def _half_square(speed: Floats) -> float:
    total = 0.0
    rows, classes = speed.shape
    for j in range(rows):
        for k in range(classes):
            total += speed[j, k] * speed[j, k]
    return 0.5 * total
