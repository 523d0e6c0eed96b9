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


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bound: the cells, the number, and the bound it comes from.

    Attributes:
        down: It holds down; else it holds up.
    """

    box: Box
    number: int
    bound: Bound
    down: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """Who holds one end of a range.

    Attributes:
        holding: Each side without which the end would move, and by how much it moves
            with one person more or less.
    """

    holding: tuple[tuple[Side, float], ...] = ()

    @property
    def claims(self) -> tuple[ClaimId, ...]:
        """Give the claims that stand for the sides, each once."""
        told = (claim for side, _ in self.holding for claim in side.bound.claims)
        return tuple(dict.fromkeys(told))


@dataclass(frozen=True, slots=True)
class Found:
    """A range, and who holds its ends."""

    low: int
    high: int | None
    low_end: End = End()
    high_end: End = End()


def floors_of(bounds: Iterable[Bound], grid: Grid) -> list[Side]:
    """Give the sides that hold up, the largest first; order of input is lost."""
    found = [
        Side(grid.box(each.outer), each.floor, each) for each in bounds if each.floor
    ]
    return sorted((each for each in found if not is_empty(each.box)), key=_order)


def ceilings_of(bounds: Iterable[Bound], grid: Grid) -> list[Side]:
    """Give the sides that hold down."""
    found = [
        Side(grid.box(each.inner), each.ceiling, each, down=True)
        for each in bounds
        if each.inner is not None and each.ceiling is not None
    ]
    return sorted((each for each in found if not is_empty(each.box)), key=_order)


def _order(side: Side) -> tuple[int, int, str]:
    own = side.bound.statement is None
    return -side.number, own, side.bound.statement or " ".join(side.bound.claims)


def range_of(bounds: Sequence[Bound], grid: Grid) -> Found | None:
    """Give the fewest and the most people the case's scope can hold.

    Args:
        bounds: What holds at the same time.
        grid: Their cells.

    Returns:
        None where the bounds cannot all hold.
    """
    floors, ceilings = floors_of(bounds, grid), ceilings_of(bounds, grid)
    fewest = _fewest(floors, ceilings, grid)
    if fewest is None:
        return None
    most = _most(floors, ceilings, grid)
    if most is None:
        return Found(fewest[0], None, fewest[1])
    return Found(fewest[0], max(fewest[0], most[0]), fewest[1], most[1])


def _fewest(
    floors: list[Side], ceilings: list[Side], grid: Grid
) -> tuple[int, End] | None:
    covers = [each.box for each in ceilings]
    kept = needed([each for each in floors if not _is_free(each.box, grid, covers)])
    found = _solved(kept, ceilings, grid, Sense.FEWEST)
    if found is None:
        return None
    low = max(0, math.ceil(found[0] - TOLERANCE))
    return low, found[1] if low else End()


def _most(
    floors: list[Side], ceilings: list[Side], grid: Grid
) -> tuple[int, End] | None:
    covers = [each.box for each in ceilings]
    if uncovered(grid.scope, covers):
        return None
    kept = needed([each for each in floors if not uncovered(each.box, covers)])
    found = _solved(kept, ceilings, grid, Sense.MOST)
    if found is None or math.isinf(found[0]):
        return None
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
) -> tuple[float, End] | None:
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


def _holding(found: Solved, sides: list[Side]) -> End:
    """Give the sides without which the end would move, in their order."""
    pairs = zip(sides, found.duals, strict=True)
    return End(tuple((side, dual) for side, dual in pairs if abs(dual) > TOLERANCE))
