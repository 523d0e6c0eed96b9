"""The tightest range that bounds allow together, and who holds each end."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.count.reconcile.bounds import Bound
from tasjil.count.reconcile.boxes import holds, is_empty, uncovered
from tasjil.count.reconcile.grid import Box, Grid
from tasjil.count.reconcile.layout import Layout, Sense, lay_out
from tasjil.count.reconcile.programme import TOLERANCE, Line, Solved, solve
from tasjil.model.ids import ClaimId
from tasjil.model.reconciliation import BoundRange


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bound: the cells, the number, and the bound it comes from."""

    box: Box
    number: int
    bound: Bound


def floors_of(bounds: Iterable[Bound], grid: Grid) -> list[Side]:
    """Give the sides that hold up, the largest first; order of input is lost."""
    found = [
        Side(grid.box(each.outer), each.floor, each) for each in bounds if each.floor
    ]
    return sorted((each for each in found if not is_empty(each.box)), key=_order)


def ceilings_of(bounds: Iterable[Bound], grid: Grid) -> list[Side]:
    """Give the sides that hold down."""
    found = [
        Side(grid.box(each.inner), each.ceiling, each)
        for each in bounds
        if each.inner is not None and each.ceiling is not None
    ]
    return sorted((each for each in found if not is_empty(each.box)), key=_order)


def _order(side: Side) -> tuple[int, int, str]:
    own = side.bound.statement is None
    return -side.number, own, side.bound.statement or " ".join(side.bound.claims)


def range_of(bounds: Sequence[Bound], grid: Grid) -> BoundRange | None:
    """Give the fewest and the most people the case's scope can hold.

    Args:
        bounds: What holds at the same time.
        grid: Their cells.

    Returns:
        None where the bounds cannot all hold.
    """
    floors, ceilings = floors_of(bounds, grid), ceilings_of(bounds, grid)
    low = _fewest(floors, ceilings, grid)
    if low is None:
        return None
    high = _most(floors, ceilings, grid)
    return BoundRange(low[0], high[0], low[1], high[1])


End = tuple[int, tuple[ClaimId, ...]]


def _fewest(floors: list[Side], ceilings: list[Side], grid: Grid) -> End | None:
    covers = [each.box for each in ceilings]
    kept = needed([each for each in floors if not _is_free(each.box, grid, covers)])
    found = _solved(kept, ceilings, grid, Sense.FEWEST)
    if found is None:
        return None
    value, holding = found
    low = max(0, math.ceil(value - TOLERANCE))
    return low, holding if low else ()


def _most(
    floors: list[Side], ceilings: list[Side], grid: Grid
) -> tuple[int | None, tuple[ClaimId, ...]]:
    covers = [each.box for each in ceilings]
    if uncovered(grid.scope, covers):
        return None, ()
    kept = needed([each for each in floors if not uncovered(each.box, covers)])
    found = _solved(kept, ceilings, grid, Sense.MOST)
    if found is None or math.isinf(found[0]):
        return None, ()
    return math.floor(-found[0] + TOLERANCE), found[1]


def _is_free(box: Box, grid: Grid, covers: Sequence[Box]) -> bool:
    """Tell whether its people may all be outside the scope, held down by nothing."""
    for side, counted in enumerate(grid.scope):
        outside = list(box)
        outside[side] &= ~counted
        piece = outside[0], outside[1], outside[2], outside[3]
        if not is_empty(piece) and uncovered(piece, covers):
            return True
    return False


def needed(floors: Iterable[Side]) -> list[Side]:
    """Leave out each floor that a larger one inside it says already."""
    kept: list[Side] = []
    for each in floors:
        if not any(holds(each.box, other.box) for other in kept):
            kept.append(each)
    return kept


def _solved(
    floors: list[Side], ceilings: list[Side], grid: Grid, sense: Sense
) -> tuple[float, tuple[ClaimId, ...]] | None:
    layout = lay_out(
        grid.sizes,
        grid.scope,
        [each.box for each in floors],
        [each.box for each in ceilings],
        sense,
    )
    costs = layout.counted.astype(np.float64) * sense
    found = solve(costs, lines_of(floors, ceilings, layout))
    return None if found is None else (found.value, _holding(found, floors + ceilings))


def lines_of(
    floors: Iterable[Side], ceilings: Iterable[Side], layout: Layout
) -> list[Line]:
    """Write the sides for the programme."""
    up = [Line(layout.cells(each.box), low=each.number) for each in floors]
    down = [Line(layout.cells(each.box), high=each.number) for each in ceilings]
    return up + down


def _holding(found: Solved, sides: list[Side]) -> tuple[ClaimId, ...]:
    """Give the claims without which the end would move, in order of the sides."""
    pairs = zip(sides, found.duals, strict=True)
    tight = [side.bound for side, dual in pairs if abs(dual) > TOLERANCE]
    return tuple(dict.fromkeys(claim for each in tight for claim in each.claims))
