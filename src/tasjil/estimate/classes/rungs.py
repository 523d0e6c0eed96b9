"""One chain's sweeps in machine code: every rung moves, then rungs exchange."""

import math
from typing import NamedTuple

import numpy as np

from tasjil.estimate.classes import pace as learned
from tasjil.estimate.classes.births import draw_alpha, renew
from tasjil.estimate.classes.density import (
    Belief,
    Desk,
    Floats,
    Ints,
    Overlaps,
    log_belief,
    log_fit,
    look,
)
from tasjil.estimate.classes.gibbs import draw_unlisted, redraw
from tasjil.estimate.classes.hamiltonian import Drive, roll
from tasjil.estimate.classes.random import Stream
from tasjil.estimate.classes.swaps import log_weights, relabel
from tasjil.estimate.classes.tempering import exchange
from tasjil.estimate.compiled import compiled

# what a sweep that draws everybody's class costs, in looks at the density: a guess
# from a few timings, 8 to 20
GIBBS_WORK = 12


class Rungs(NamedTuple):
    """All that a chain is; R rungs, of which the first is the posterior.

    Attributes:
        gen: Its stream of chance, (4,).
        at: Positions, (R, J + 1, K).
        heats: Powers of the likelihood, (R,).
        paces: What each rung has learned (`Pace`), (R, 8).
        scales: Of each coordinate, (R, J + 1, K).
        spreads: Means and squares of this window, (R, 2, J + 1, K).
        jumps: How often and how far by number of steps, (R, 3, LONGEST + 1).
        walkers: Who was where (`exchange`), (R + 2,).
        ladder: Exchanges offered and taken, (2, R).
        taken: Chances of trajectories, orders, renewals taken, added up, (3,).
        worked: Sweeps, looks at the density with and without its slope, (3,).
    """

    gen: Stream
    at: Floats
    heats: Floats
    paces: Floats
    scales: Floats
    spreads: Floats
    jumps: Floats
    walkers: Ints
    ladder: Floats
    taken: Floats
    worked: Ints


class Plan(NamedTuple):
    """What to do with a chain.

    Attributes:
        sweeps: How many.
        every: Keep each how-manyeth.
        learning: Whether this is burn-in.
    """

    sweeps: int
    every: int
    learning: bool


@compiled
def sweep(
    rungs: Rungs, r: int, learning: bool, table: Overlaps, belief: Belief, desk: Desk
) -> float:
    """Move one rung once, and give its log likelihood."""
    gen, at, heat, pace = rungs.gen, rungs.at[r], rungs.heats[r], rungs.paces[r]
    steps = learned.choose_steps(gen, pace)
    before = log_odds_unseen(look(at, table, desk)) if learning else 0.0
    drive = Drive(heat, learned.choose_step(gen, pace, learning), steps)
    chance = roll(gen, at, drive, rungs.scales[r], table, belief, desk)
    if learning:
        after = log_odds_unseen(look(at, table, desk))
        learned.learn_jump(rungs.jumps[r], steps, before, after)
        learned.learn_step(pace, chance)
        learned.learn_scale(at, pace, rungs.spreads[r])
    orders = relabel(gen, at, belief, desk.room[3])
    renewed = renew(gen, at, heat, table, belief, desk)
    if learning:
        learned.close_window(pace, rungs.scales[r], rungs.spreads[r], rungs.jumps[r])
    if r == 0:
        rungs.taken[0] += chance
        rungs.taken[1] += orders
        rungs.taken[2] += renewed
    rungs.worked[1] += steps + 1
    rungs.worked[2] += 4
    return log_fit(look(at, table, desk), table, belief, desk)


@compiled
def run_gibbs(
    rungs: Rungs, plan: Plan, table: Overlaps, belief: Belief, desk: Desk, out: Floats
) -> None:
    """Sweep a chain of one rung by drawing everybody's class; see `run_rungs`."""
    at = rungs.at[0]
    for done in range(plan.sweeps):
        redraw(rungs.gen, at, table, belief, desk)
        rungs.taken[1] += relabel(rungs.gen, at, belief, desk.room[3])
        rungs.worked[0] += 1
        rungs.worked[2] += GIBBS_WORK
        if (done + 1) % plan.every == 0:
            kept = out[done // plan.every]
            note(rungs.gen, at, table, belief, desk, kept)


@compiled
def log_odds_unseen(seen: float) -> float:
    """Give log p0 / (1 - p0) of the share on some list."""
    return math.log(max(1.0 - seen, 1e-300) / seen)


@compiled
def run_rungs(
    rungs: Rungs, plan: Plan, table: Overlaps, belief: Belief, desk: Desk, out: Floats
) -> None:
    """Sweep a chain, and keep what each kept sweep drew.

    Args:
        rungs: The chain; goes on.
        plan: How far.
        table: The overlaps.
        belief: The prior.
        desk: Overwritten.
        out: N, alpha, log density, occupied classes, p0 of every kept sweep,
            (sweeps // every, 5).
    """
    heights = rungs.heats.size
    fits = np.zeros(heights)
    for done in range(plan.sweeps):
        for r in range(heights):
            fits[r] = sweep(rungs, r, plan.learning, table, belief, desk)
        if heights > 1:
            exchange(
                rungs.gen, rungs.at, rungs.heats, fits, rungs.walkers, rungs.ladder
            )
        rungs.worked[0] += 1
        if (done + 1) % plan.every == 0:
            kept = out[done // plan.every]
            note(rungs.gen, rungs.at[0], table, belief, desk, kept)


@compiled
def note(
    gen: Stream, at: Floats, table: Overlaps, belief: Belief, desk: Desk, out: Floats
) -> None:
    """Draw who is on no list, and alpha; write the draw down, (5,)."""
    seen = look(at, table, desk)
    out[0] = table.n + draw_unlisted(gen, seen, table, belief)
    out[1] = draw_alpha(gen, at, belief)
    out[2] = log_fit(seen, table, belief, desk) + log_belief(at, belief)
    occupied = 0.0
    log_weights(at, desk.room[3, 0])
    for k in range(at.shape[1]):
        if math.exp(desk.room[3, 0, k]) * table.n / seen >= 0.5:
            occupied += 1.0
    out[3] = occupied
    out[4] = 1.0 - seen
