"""Who is class one: moves of the labels, which the overlaps cannot tell apart.

Stick-breaking gives the first label to a large class more often than to a small one.
A chain whose labels freeze in one order therefore sees a prior of its own, and its
number of persons is wrong while every diagnostic looks well. Here the whole order is
drawn anew.
"""

import math

import numpy as np

from tasjil.estimate.classes.density import Belief, Floats, Ints, softplus
from tasjil.estimate.classes.random import Stream, uniform
from tasjil.estimate.compiled import compiled


@compiled
def relabel(gen: Stream, at: Floats, belief: Belief, room: Floats) -> int:
    """Draw the order of the classes anew; the likelihood stays as it is.

    Two moves, both on the order of the log weights. The first picks all classes anew
    (`pick_order`). The second exchanges the last class with another: it comes to orders
    that are seldom picked, and away from them.

    Args:
        gen: The chain's stream.
        at: The position, (J + 1, K); columns change places.
        belief: The prior of alpha, which is summed out.
        room: (J + 3, K), overwritten.

    Returns:
        How many of the two moves were taken.
    """
    rows, classes = at.shape
    weights, keys = room[rows], room[rows + 1]
    log_weights(at, weights)
    order = np.zeros(classes, np.int64)
    for k in range(classes):
        order[k] = k
    taken = _pick_order(gen, weights, keys, belief, order)
    for k in range(classes):
        keys[k] = weights[order[k]]
    taken += _exchange_last(gen, keys, belief, order)
    if taken:
        for j in range(rows - 1):
            for k in range(classes):
                room[j, k] = at[j, k]
            for k in range(classes):
                at[j, k] = room[j, order[k]]
        log_sticks(keys, at[rows - 1])
    return taken


@compiled
def _pick_order(
    gen: Stream, weights: Floats, keys: Floats, belief: Belief, order: Ints
) -> int:
    """Pick classes one after the other, the larger sooner, as their order.

    Given the weights w without their order, stick-breaking with K sticks gives an order
    the probability w_last^(alpha - 1) over the product of what is left at each stick.
    Classes picked one after the other with chances in proportion to their weights come
    in an order whose probability has the same product, over w_last (Pitman 1996 for
    endless sticks, which have no last). So such a pick is accepted with the ratio of
    w_last^alpha, averaged over alpha.
    """
    classes = weights.size
    picked = _race(gen, weights, keys)
    shape = belief.a + classes - 1.0
    now, new = weights[classes - 1], weights[picked[classes - 1]]
    if math.log(uniform(gen)) >= shape * math.log((belief.b - now) / (belief.b - new)):
        return 0
    for k in range(classes):
        order[k] = picked[k]
    return 1


@compiled
def _exchange_last(gen: Stream, weights: Floats, belief: Belief, order: Ints) -> int:
    """Exchange the last class with one that chance chooses; weights go with them."""
    last = weights.size - 1
    other = int(uniform(gen) * last)
    now = log_order(weights, belief)
    weights[other], weights[last] = weights[last], weights[other]
    if math.log(uniform(gen)) < log_order(weights, belief) - now:
        order[other], order[last] = order[last], order[other]
        return 1
    weights[other], weights[last] = weights[last], weights[other]
    return 0


@compiled
def log_order(weights: Floats, belief: Belief) -> float:
    """Give the log prior of log weights in this order, up to what the order leaves."""
    last = weights.size - 1
    left = weights[last]
    total = float(-left) - (belief.a + last) * math.log(belief.b - left)
    for k in range(last - 1, 0, -1):
        left = max(left, weights[k]) + softplus(-abs(weights[k] - left))
        total -= left
    return total


@compiled
def log_weights(at: Floats, out: Floats) -> None:
    """Give the logarithm of each weight, (K,), also where it is 0 as a float."""
    rows, classes = at.shape
    left = 0.0
    for k in range(classes - 1):
        x = at[rows - 1, k]
        after = softplus(x)
        out[k] = left + x - after
        left -= after
    out[classes - 1] = left


@compiled
def log_sticks(weights: Floats, out: Floats) -> None:
    """Give the log odds of the sticks that make these log weights, (K,)."""
    classes = weights.size
    left = weights[classes - 1]
    out[classes - 1] = 0.0
    for k in range(classes - 2, -1, -1):
        out[k] = weights[k] - left
        left = max(left, weights[k]) + softplus(-abs(out[k]))


@compiled
def _race(gen: Stream, weights: Floats, keys: Floats) -> Ints:
    """Say who comes in first, second, ... when clocks race, the larger the faster."""
    classes = weights.size
    order = np.empty(classes, np.int64)
    for k in range(classes):
        key = math.log(-math.log(uniform(gen))) - weights[k]
        place = k
        while place > 0 and keys[place - 1] > key:
            keys[place] = keys[place - 1]
            order[place] = order[place - 1]
            place -= 1
        keys[place] = key
        order[place] = k
    return order
