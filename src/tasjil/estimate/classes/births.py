"""Classes that nobody belongs to yet: drawn anew from the prior, so that new ones come.

A class without members is held by the prior alone, which is wide, and wider still for
the sticks behind it. Small steps do not cross it. Here the last classes, from a place
on that chance chooses, are thrown away and drawn as the prior draws them; that is
accepted with the ratio of the likelihoods, which is near 1 as long as they were empty.
Or one stick alone is drawn anew.
"""

import math

from tasjil.estimate.classes.density import (
    Belief,
    Desk,
    Floats,
    Overlaps,
    copy_to,
    log_fit,
    log_left,
    look,
)
from tasjil.estimate.classes.random import (
    Stream,
    log_gamma_draw,
    log_odds_of_beta,
    uniform,
)
from tasjil.estimate.compiled import compiled


@compiled
def draw_alpha(gen: Stream, at: Floats, belief: Belief) -> float:
    """Draw alpha given the sticks."""
    shape = belief.a + at.shape[1] - 1.0
    return math.exp(log_gamma_draw(gen, shape)) / (belief.b - log_left(at))


@compiled
def draw_classes(
    gen: Stream, first: int, alpha: float, belief: Belief, at: Floats
) -> None:
    """Draw classes from the prior, from the place `first` on."""
    rows, classes = at.shape
    for k in range(first, classes):
        for j in range(rows - 1):
            at[j, k] = log_odds_of_beta(gen, belief.yes, belief.no)
        if k < classes - 1:
            at[rows - 1, k] = draw_stick(gen, alpha)


@compiled
def draw_stick(gen: Stream, alpha: float) -> float:
    """Draw the log odds of a stick from Beta(1, alpha) by the inverse of its law."""
    after = math.log(uniform(gen)) / alpha
    return math.log(-math.expm1(after)) - after


@compiled
def renew(
    gen: Stream, at: Floats, heat: float, table: Overlaps, belief: Belief, desk: Desk
) -> int:
    """Draw one stick anew, then the last classes; say how many of the two were taken.

    One stick, because what it leaves may be e^-1000, where the prior is flat for so
    long that no step of a trajectory gets anywhere.
    """
    rows, classes = at.shape
    there = desk.room[0, :rows]
    fit = log_fit(look(at, table, desk), table, belief, desk)
    taken = 0
    for part in range(2):
        copy_to(at, there)
        alpha = draw_alpha(gen, at, belief)
        place = int(uniform(gen) * (classes - 1))
        if part == 0:
            there[rows - 1, place] = draw_stick(gen, alpha)
        else:
            draw_classes(gen, 1 + place, alpha, belief, there)
        new = log_fit(look(there, table, desk), table, belief, desk)
        if math.log(uniform(gen)) < heat * (new - fit):
            copy_to(there, at)
            fit = new
            taken += 1
    return taken
