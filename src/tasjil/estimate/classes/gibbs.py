"""Drawing in turn: everybody's class given the classes, the classes given everybody.

The sampler of Manrique-Vallier (2016, section 3), but for patterns in place of persons:
who share a pattern are dealt out over the classes at once. Those on no list are drawn
and dealt out like a pattern of their own. Then every class draws its chances, and the
sticks are broken. It needs no step length and learns nothing; where classes are told
apart badly, it goes slowly.
"""

import math

import numpy as np

from tasjil.estimate.classes.births import draw_alpha
from tasjil.estimate.classes.density import (
    Belief,
    Desk,
    Floats,
    Ints,
    Overlaps,
    look,
)
from tasjil.estimate.classes.random import (
    Stream,
    binomial,
    log_gamma_draw,
    log_odds_of_beta,
    poisson,
)
from tasjil.estimate.compiled import compiled


@compiled
def redraw(
    gen: Stream, at: Floats, table: Overlaps, belief: Belief, desk: Desk
) -> None:
    """Draw classes of persons, then chances and sticks; one sweep.

    Args:
        gen: The chain's stream.
        at: The position, (J + 1, K); overwritten.
        table: The overlaps.
        belief: The prior.
        desk: Overwritten.
    """
    rows, classes = at.shape
    alpha = draw_alpha(gen, at, belief)
    seen = look(at, table, desk)
    listed = np.zeros((rows - 1, classes))
    members = np.zeros(classes)
    order = _heaviest_first(desk.weights, classes)
    _deal_listed(gen, table, order, desk, listed, members)
    _deal_unlisted(gen, draw_unlisted(gen, seen, table, belief), order, desk, members)
    for j in range(rows - 1):
        for k in range(classes):
            yes = belief.yes + listed[j, k]
            at[j, k] = log_odds_of_beta(gen, yes, belief.no + members[k] - listed[j, k])
    after = 0.0
    for k in range(classes - 1, 0, -1):
        after += members[k]
        stick = log_odds_of_beta(gen, 1.0 + members[k - 1], alpha + after)
        at[rows - 1, k - 1] = stick


@compiled
def draw_unlisted(gen: Stream, seen: float, table: Overlaps, belief: Belief) -> int:
    """Draw how many are on no list: negative binomial, at most 2^61."""
    rate = math.exp(log_gamma_draw(gen, table.n + 1.0 - belief.decay))
    return poisson(gen, rate * (1.0 - seen) / seen)


@compiled
def _heaviest_first(weights: Floats, classes: int) -> Ints:
    """Order the classes so that dealing out ends early."""
    order = np.zeros(classes, np.int64)
    for i in range(classes):
        moved, place = i, i
        while place > 0 and weights[order[place - 1]] < weights[moved]:
            order[place] = order[place - 1]
            place -= 1
        order[place] = moved
    return order


@compiled
def _deal_listed(
    gen: Stream,
    table: Overlaps,
    order: Ints,
    desk: Desk,
    listed: Floats,
    members: Floats,
) -> None:
    """Deal the persons of every pattern out; count members and who is on what list."""
    dealt = np.zeros(order.size, np.int64)
    for m in range(table.counts.size):
        used = _deal(gen, table.counts[m], desk.terms[m], order, dealt)
        for i in range(used):
            k = order[i]
            members[k] += dealt[i]
            for place in range(table.begins[m], table.begins[m + 1]):
                listed[table.on[place], k] += dealt[i]


@compiled
def _deal_unlisted(
    gen: Stream, unlisted: int, order: Ints, desk: Desk, members: Floats
) -> None:
    dealt = np.zeros(order.size, np.int64)
    used = _deal(gen, unlisted, desk.unlisted, order, dealt)
    for i in range(used):
        members[order[i]] += dealt[i]


@compiled
def _deal(gen: Stream, persons: int, terms: Floats, order: Ints, dealt: Ints) -> int:
    """Deal persons out in proportion to terms, and say how many classes were asked.

    Args:
        gen: The chain's stream.
        persons: How many.
        terms: (K,).
        order: Which class is asked first, second, ...
        dealt: (K,), overwritten in this order as far as classes were asked.
    """
    classes = order.size
    rest = 0.0
    for i in range(classes):
        rest += terms[order[i]]
    used = 0
    while used < classes and persons > 0:
        term = terms[order[used]]
        last = used == classes - 1 or term >= rest
        dealt[used] = persons if last else binomial(gen, persons, term / rest)
        persons -= dealt[used]
        rest -= term
        used += 1
    return used
