"""How well classes fit the overlaps: the density that both samplers draw from.

Everybody belongs to one of K classes, unseen. Within a class the lists are
independent; list j names a member of class k with probability lambda_jk. Classes have
weights made by stick-breaking: V_k of what the classes before k left. Which class a
person belongs to, and how many persons are on no list, are summed out (Manrique-Vallier
2016, equations 3 to 6; with p(N) = (N - q)! / N! the sum is a negative binomial
series), so what is left is a smooth function of log odds, and its slope is what an EM
step computes.

Positions are arrays (J + 1, K): row j holds the log odds of lambda_jk, the last row
those of V_k. V of the last class is 1; its place is not used and stays 0.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.classes.blocks import (
    Blocks,
    Places,
    add_up,
    blocks_for,
    share_out,
    weigh_patterns,
    weigh_unlisted,
)
from tasjil.estimate.classes.powers import exponentials
from tasjil.estimate.compiled import compiled

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TINY = 1e-290
NEVER = -1e300


class Overlaps(NamedTuple):
    """A capture table as compiled loops read it.

    Attributes:
        begins: Where the lists of a pattern begin in `on`, (M + 1,).
        on: The lists of all patterns, one pattern after the other.
        counts: Persons of each pattern, (M,).
        shares: The same as floats, (M,).
        n: Persons on any list.
    """

    begins: Places
    on: Places
    counts: Ints
    shares: Floats
    n: int


class Belief(NamedTuple):
    """What is believed before the lists are seen.

    Attributes:
        a: alpha, which breaks the sticks, is Gamma of shape a ...
        b: ... and of rate b.
        yes: lambda is Beta(yes, no).
        no: See `yes`.
        decay: p(N) falls like N to the power of -decay: 1 is Jeffreys', 0 is flat.
    """

    a: float
    b: float
    yes: float
    no: float
    decay: float


class Desk(NamedTuple):
    """Room to compute in; nothing in it outlasts a call.

    Attributes:
        odds: Of lambda and V, (J + 1, K).
        scale: For `exponentials`, (J + 1, K).
        blocks: Odds of lambda, (J, L); L is K, filled up to fours with zeros.
        sticks: V, (K,).
        weights: Of the classes, (L,).
        unlisted: Probability of each class and no list, (L,).
        terms: Probability of each class and pattern, (M, L).
        fit: Probability of each pattern, (M,).
        shares: Persons over probability of each pattern, (M,).
        members: Persons by list and class, and last by class alone, expected,
            (J + 1, L).
        room: For positions on the way, (4, J + 3, K).
    """

    odds: Floats
    scale: Floats
    blocks: Blocks
    sticks: Floats
    weights: Blocks
    unlisted: Blocks
    terms: Blocks
    fit: Floats
    shares: Floats
    members: Blocks
    room: Floats


def overlaps_of(patterns: NDArray[np.bool_], counts: Ints) -> Overlaps:
    """Write a table for compiled loops.

    Example:
        >>> overlaps_of(np.array([[True, False], [True, True]]), np.array([3, 2])).on
        array([0, 0, 1], dtype=uint64)
    """
    begins = np.concatenate([[0], np.cumsum(patterns.sum(1))]).astype(np.uint64)
    on = np.nonzero(patterns)[1].astype(np.uint64)
    whole = np.ascontiguousarray(counts, np.int64)
    return Overlaps(begins, on, whole, whole.astype(np.float64), int(whole.sum()))


def desk_for(lists: int, classes: int, patterns: int) -> Desk:
    """Make room for a table of so many lists and patterns."""
    return Desk(
        odds=np.zeros((lists + 1, classes)),
        scale=np.zeros((lists + 1, classes)),
        blocks=blocks_for(lists, classes),
        sticks=np.zeros(classes),
        weights=blocks_for(classes),
        unlisted=blocks_for(classes),
        terms=blocks_for(patterns, classes),
        fit=np.zeros(patterns),
        shares=np.zeros(patterns),
        members=blocks_for(lists + 1, classes),
        room=np.zeros((4, lists + 3, classes)),
    )


@compiled
def copy_to(source: Floats, target: Floats) -> None:
    """Copy a position; a loop, because compiling a slice takes seconds."""
    rows, classes = source.shape
    for j in range(rows):
        for k in range(classes):
            target[j, k] = source[j, k]


@compiled
def look(at: Floats, table: Overlaps, desk: Desk) -> float:
    """Fill the desk for a position and give the share that is on some list, 1 - p0."""
    _weigh(at, desk)
    seen = weigh_unlisted(desk.weights, desk.blocks, desk.unlisted)
    weigh_patterns(table.begins, table.on, desk.blocks, desk.unlisted, desk.terms)
    add_up(desk.terms, desk.fit)
    return seen


@compiled
def _weigh(at: Floats, desk: Desk) -> None:
    """Fill in the odds, and the weights that the sticks make."""
    rows, classes = at.shape
    exponentials(at.reshape(-1), desk.scale.reshape(-1), desk.odds.reshape(-1))
    for j in range(rows - 1):
        for k in range(classes):
            desk.blocks[j, k] = desk.odds[j, k]
    weights, left = desk.weights, 1.0
    for k in range(classes - 1):
        rest = 1.0 / (1.0 + desk.odds[rows - 1, k])
        desk.sticks[k] = desk.odds[rows - 1, k] * rest
        weights[k] = left * desk.sticks[k]
        left *= rest
    desk.sticks[classes - 1] = 1.0
    weights[classes - 1] = left


@compiled
def possible(seen: float, desk: Desk) -> bool:
    """Say whether every pattern that occurs can occur, and be told from 0."""
    told = 1e-14 < seen < 2.0
    for m in range(desk.fit.size):
        told = told and TINY < desk.fit[m] < 2.0
    return told


@compiled
def log_fit(seen: float, table: Overlaps, belief: Belief, desk: Desk) -> float:
    """Give the log likelihood of the position that the desk was filled for.

    Returns:
        `NEVER` where a pattern that occurs is impossible.
    """
    if not possible(seen, desk):
        return NEVER
    total = -(table.n + 1.0 - belief.decay) * math.log(seen)
    for m in range(desk.fit.size):
        total += table.shares[m] * math.log(desk.fit[m])
    return total


@compiled
def log_left(at: Floats) -> float:
    """Give the log weight of the last class: what all sticks leave."""
    rows, classes = at.shape
    total = 0.0
    for k in range(classes - 1):
        total -= softplus(at[rows - 1, k])
    return total


@compiled
def softplus(x: float) -> float:
    """Give log(1 + e^x)."""
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


@compiled
def log_belief(at: Floats, belief: Belief) -> float:
    """Give the log prior of a position, alpha summed out, up to a constant."""
    rows, classes = at.shape
    total = 0.0
    for j in range(rows - 1):
        for k in range(classes):
            total += belief.yes * at[j, k]
            total -= (belief.yes + belief.no) * softplus(at[j, k])
    for k in range(classes - 1):
        total -= softplus(-at[rows - 1, k])
    shape = belief.a + classes - 1.0
    return float(total - shape * math.log(belief.b - log_left(at)))


@compiled
def slope(
    seen: float, heat: float, table: Overlaps, belief: Belief, desk: Desk, out: Floats
) -> None:
    """Give the slope at the position that the desk was filled for, (J + 1, K).

    Args:
        seen: What `look` gave.
        heat: The likelihood is raised to this power; 1 is the posterior, 0 the prior.
        table: The overlaps.
        belief: The prior.
        desk: As `look` filled it.
        out: Is overwritten.
    """
    rows, classes = out.shape
    unseen = heat * (table.n + 1.0 - belief.decay) / seen
    desk.members.fill(0.0)
    for k in range(classes):
        desk.members[rows - 1, k] = unseen * desk.unlisted[k]
    for m in range(desk.fit.size):
        desk.shares[m] = heat * table.shares[m] / desk.fit[m]
    share_out(table.begins, table.on, desk.shares, desk.terms, desk.members)
    members = desk.members[rows - 1]
    for j in range(rows - 1):
        listed = desk.members[j]
        for k in range(classes):
            odds = desk.odds[j, k]
            expected = (members[k] + belief.yes + belief.no) * (odds / (1.0 + odds))
            out[j, k] = listed[k] + belief.yes - expected
    _slope_of_sticks(belief, desk, members, out[rows - 1])


@compiled
def _slope_of_sticks(belief: Belief, desk: Desk, members: Floats, out: Floats) -> None:
    classes = out.size
    left = desk.weights[classes - 1]
    log_rest = math.log(left) if left > TINY else 0.0
    if left <= TINY:
        for k in range(classes - 1):
            log_rest -= math.log1p(desk.odds[desk.odds.shape[0] - 1, k])
    alpha = (belief.a + classes - 1.0) / (belief.b - log_rest)
    after = members[classes - 1]
    out[classes - 1] = 0.0
    for k in range(classes - 2, -1, -1):
        stick = desk.sticks[k]
        out[k] = (members[k] + 1.0) * (1.0 - stick) - (after + alpha) * stick
        after += members[k]
