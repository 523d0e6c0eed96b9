"""The parts of two names laid beside each other, in order, so that most agree."""

from collections.abc import Callable, Sequence
from math import log2

from tasjil.link.names.matching import Match, Matched, match
from tasjil.link.names.name import Part
from tasjil.link.names.parts import part_of

FAMILY_LEFT_OUT = 0.12
"""How often one of two names ends before the family, where neither is of one part."""

Beside = tuple[Part | None, Part | None, Matched | None]
"""A part of either name; None where it is missing, and then nothing matches."""

Bits = Callable[[Part, Part, Matched], float]

FIRST = 6.0
"""Bits by which the first parts belong together rather than with others."""


def beside(left: Sequence[Part], right: Sequence[Part], bits: Bits) -> list[Beside]:
    """Lay two names beside each other in the order in which most bits agree.

    Two parts of one name may stand beside one of the other, where they are the same
    written together. Between parts that agree, those that do not stand beside each
    other as long as there are some on both sides.

    Args:
        left: Parts of the one name.
        right: Parts of the other.
        bits: What two parts that match are worth.
    """
    grid = [[match(one, other) for other in right] for one in left]
    if left and right and len(left) != len(right):
        left, right, grid = _written_together(left, right, grid)
    found: list[Beside] = []
    start = (0, 0)
    for at, to in [*_agreeing(left, right, grid, bits), (len(left), len(right))]:
        found += _between(left, right, grid, start, (at, to))
        if at < len(left):
            found.append((left[at], right[to], grid[at][to]))
        start = (at + 1, to + 1)
    return found


Grid = list[list[Matched]]
Step = tuple[int, int]


def _agreeing(
    left: Sequence[Part], right: Sequence[Part], grid: Grid, bits: Bits
) -> list[Step]:
    """Find the pairs that agree, in order, worth most together."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    worth: dict[Step, float] = {}
    for at in range(len(left) - 1, -1, -1):
        row, below, matched = best[at], best[at + 1], grid[at]
        for to in range(len(right) - 1, -1, -1):
            most = max(row[to + 1], below[to])
            if matched[to].how is not Match.DIFFERENT:
                own = bits(left[at], right[to], matched[to])
                own += _place_worth((at, to), (len(left) - 1, len(right) - 1))
                if own + below[to + 1] > most:
                    worth[at, to] = most = own + below[to + 1]
            row[to] = most
    return _followed(best, worth)


def _place_worth(step: Step, last: Step) -> float:
    if step == (0, 0):
        return FIRST
    crossed = (step[0] == last[0]) != (step[1] == last[1])
    return log2(FAMILY_LEFT_OUT) if crossed else 0.0


def _followed(best: list[list[float]], worth: dict[Step, float]) -> list[Step]:
    found = []
    at = to = 0
    while at < len(best) - 1 and to < len(best[0]) - 1:
        if worth.get((at, to)) == best[at][to]:
            found.append((at, to))
            at, to = at + 1, to + 1
        elif best[at + 1][to] == best[at][to]:
            at += 1
        else:
            to += 1
    return found


def _between(
    left: Sequence[Part], right: Sequence[Part], grid: Grid, start: Step, end: Step
) -> list[Beside]:
    """Put what does not agree beside each other, and the rest beside nothing."""
    ones, others = range(start[0], end[0]), range(start[1], end[1])
    both = min(len(ones), len(others))
    if both and end == (len(left), len(right)) and start != (0, 0):
        # What ends both names is beside each other: the families.
        return [
            *((left[at], None, None) for at in ones[: len(ones) - both]),
            *((None, right[to], None) for to in others[: len(others) - both]),
            *((left[-at], right[-at], grid[-at][-at]) for at in range(both, 0, -1)),
        ]
    found: list[Beside] = [
        (left[at], right[to], grid[at][to])
        for at, to in zip(ones[:both], others[:both], strict=True)
    ]
    found += [(left[at], None, None) for at in ones[both:]]
    return found + [(None, right[to], None) for to in others[both:]]


def _written_together(
    left: Sequence[Part], right: Sequence[Part], grid: Grid
) -> tuple[Sequence[Part], Sequence[Part], Grid]:
    """Join two neighbours of the longer name that agree with nothing but together."""
    if len(left) < len(right):
        turned = [list(column) for column in zip(*grid, strict=True)]
        right, left, _ = _written_together(right, left, turned)
        return left, right, [[match(a, b) for b in right] for a in left]
    alone = [all(each.how is Match.DIFFERENT for each in row) for row in grid]
    for at in range(len(left) - 1):
        if alone[at] and alone[at + 1]:
            both = part_of((*left[at].text.split(), *left[at + 1].text.split()))
            if any(match(both, each).how in _CERTAIN for each in right):
                left = [*left[:at], both, *left[at + 2 :]]
                return left, right, [[match(a, b) for b in right] for a in left]
    return left, right, grid


_CERTAIN = (Match.SPELLING, Match.SOUND)
