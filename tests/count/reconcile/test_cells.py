"""Leaving cells and bounds out changes no end of the range."""

import math
from random import Random

import numpy as np
import pytest

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.bounds import Bound
from tasjil.count.reconcile.boxes import holds, uncovered
from tasjil.count.reconcile.grid import Grid
from tasjil.count.reconcile.layout import Layout
from tasjil.count.reconcile.programme import solve
from tasjil.count.reconcile.ranges import (
    ceilings_of,
    floors_of,
    lines_of,
    range_of,
)
from tasjil.count.reconcile.reach import Reach
from tasjil.model.places import PlaceLevel
from tasjil.model.scope import Scope

PLACES = {
    "north": frozenset(),
    "south": frozenset(),
    "varesh": frozenset({"north"}),
    "osk": frozenset({"south"}),
}
BOOK = PlaceBook(dict.fromkeys(PLACES, PlaceLevel.DISTRICT), {}, PLACES)
ARMY, FRONT = ("obs", "army"), ("obs", "front")
AGAINST = frozenset({(ARMY, FRONT)})
SCOPE = Scope(edtf="0001-01-02/0001-01-03", where=("north", "osk"))


def drawn(chance):
    """Draw floors and ceilings over places, days and parties."""
    found = []
    for nth in range(chance.randint(1, 8)):
        places = frozenset(each for each in PLACES if chance.random() < 0.4)
        starts = chance.randint(1, 4)
        reach = Reach(
            places or frozenset({"north"}),
            starts=starts,
            ends=chance.randint(starts, 4),
            doer=chance.choice((None, None, ARMY, FRONT)),
        )
        number = chance.randint(0, 9)
        if chance.random() < 0.6:
            found.append(Bound((f"c{nth}",), reach, floor=number))
        else:
            found.append(Bound((f"c{nth}",), reach, inner=reach, ceiling=number))
    if chance.random() < 0.4:
        whole = Reach(anywhere=True)
        found.append(Bound(("all",), whole, inner=whole, ceiling=40))
    return found


def over_all_cells(bounds, grid):
    """Solve over every cell there is, with every bound."""
    counted = np.ones(1, dtype=np.bool_)
    for size, members in zip(grid.sizes, grid.scope, strict=True):
        inside = np.array([bool(members >> atom & 1) for atom in range(size)])
        counted = (counted[:, None] & inside[None, :]).ravel()
    layout = Layout(tuple(tuple(range(size)) for size in grid.sizes), counted)
    lines = lines_of(floors_of(bounds, grid), ceilings_of(bounds, grid), layout)
    costs = counted.astype(float)
    low, high = solve(costs, lines), solve(-costs, lines)
    if low is None or high is None:
        return None
    most = None if math.isinf(high.value) else math.floor(-high.value + 1e-6)
    return math.ceil(low.value - 1e-6), most


@pytest.mark.parametrize("seed", range(200))
def test_fewer_cells_and_bounds_give_the_range_of_all_of_them(seed):
    bounds = drawn(Random(seed))
    grid = Grid.of([each.outer for each in bounds], SCOPE, BOOK, AGAINST)
    found = range_of(bounds, grid)
    ends = None if found is None else (found.low, found.high)
    assert ends == over_all_cells(bounds, grid)


@pytest.mark.parametrize("seed", range(40))
def test_a_box_is_covered_where_each_of_its_cells_is(seed):
    chance = Random(seed)
    boxes = [tuple(chance.randint(0, 7) for _ in range(4)) for _ in range(6)]
    box, *covers = boxes
    cells = [
        tuple(1 << side for side in each)
        for each in np.ndindex(3, 3, 3, 3)
        if holds(box, tuple(1 << side for side in each))
    ]
    left = [each for each in cells if not any(holds(cover, each) for cover in covers)]
    assert uncovered(box, covers) == bool(left)
