"""Every smallest set of statements that cannot all hold.

The sets are found one after another (Liffiton and others, *Fast, flexible MUS
enumeration*, 2016): ask for the largest set not yet looked at; if it holds together,
every later one must have something else in it; if not, shrink it until each member is
needed, and look at nothing that holds it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.count.reconcile.bounds import Bound
from tasjil.count.reconcile.boxes import holds, uncovered
from tasjil.count.reconcile.grid import Grid
from tasjil.count.reconcile.layout import Sense, lay_out
from tasjil.count.reconcile.programme import Line, solve
from tasjil.count.reconcile.ranges import Side, ceilings_of, floors_of, lines_of

MOST_PAIRS = 100
MOST_ROUNDS = 60
MOST_STATEMENTS = 60
"""How much is looked for; beyond it the notes say that there may be more."""


@dataclass(frozen=True, slots=True)
class Clashes:
    """What cannot all hold.

    Attributes:
        sets: Smallest sets of bounds, the smallest first.
        involved: Every bound of some clash, also of those that are not listed.
        complete: Every smallest set is listed.
    """

    sets: tuple[tuple[Bound, ...], ...] = ()
    involved: tuple[Bound, ...] = ()
    complete: bool = True


def clashes_of(bounds: Sequence[Bound], grid: Grid) -> Clashes:
    """Find what cannot all hold.

    A floor can clash only where ceilings cover everything it may count.
    """
    ceilings = ceilings_of(bounds, grid)
    covers = [each.box for each in ceilings]
    floors = [
        each for each in floors_of(bounds, grid) if not uncovered(each.box, covers)
    ]
    if not ceilings or not floors:
        return Clashes()
    pairs = _pairs(floors, ceilings)
    return _with_more(pairs, floors, ceilings, grid)


def _pairs(floors: list[Side], ceilings: list[Side]) -> list[tuple[Bound, ...]]:
    """Find each floor above a ceiling that covers it."""
    return [
        (down.bound, up.bound)
        for down in ceilings
        for up in floors
        if up.number > down.number
        and up.bound is not down.bound
        and holds(down.box, up.box)
    ]


def _with_more(
    pairs: list[tuple[Bound, ...]],
    floors: list[Side],
    ceilings: list[Side],
    grid: Grid,
) -> Clashes:
    """Add the clashes of three statements and more to those of two."""
    items: list[Bound] = []
    for side in (*ceilings, *floors):
        if all(side.bound is not each for each in items):
            items.append(side.bound)
    search = _Search(items, grid)
    if search.fits(range(len(items))):
        return Clashes()
    complete = len(items) <= MOST_STATEMENTS and len(pairs) <= MOST_PAIRS
    if not complete:
        involved = _unique([each for pair in pairs for each in pair])
        return Clashes(tuple(pairs[:MOST_PAIRS]), involved, False)
    known = [frozenset(search.number(each) for each in pair) for pair in pairs]
    found, complete = search.smallest(known)
    sets = sorted(found, key=lambda each: (len(each), sorted(each)))
    clashing = [tuple(items[nth] for nth in sorted(each)) for each in sets]
    shown = tuple(_with_fewest_incidents(each, grid) for each in clashing)
    return Clashes(shown, _unique([b for each in clashing for b in each]), complete)


def _with_fewest_incidents(clash: tuple[Bound, ...], grid: Grid) -> tuple[Bound, ...]:
    """Keep of a sum of incidents the fewest, the largest first, that still clash."""
    kept = list(clash)
    for nth, each in enumerate(clash):
        low, high = 1, len(each.members)
        while low < high:
            many = (low + high) // 2
            tried = [*kept[:nth], each.of_the_largest(many), *kept[nth + 1 :]]
            if _Search(tried, grid).fits(range(len(tried))):
                low = many + 1
            else:
                high = many
        if each.members:
            kept[nth] = each.of_the_largest(high)
    return tuple(kept)


def _unique(bounds: list[Bound]) -> tuple[Bound, ...]:
    seen: dict[int, Bound] = {}
    for each in bounds:
        seen.setdefault(id(each), each)
    return tuple(seen.values())


class _Search:
    """Looks through the sets of statements, each known by its number."""

    def __init__(self, items: list[Bound], grid: Grid) -> None:
        self._items, self._grid = items, grid
        self._numbers = {id(each): nth for nth, each in enumerate(items)}

    def number(self, item: Bound) -> int:
        """Give the number of a statement."""
        return self._numbers[id(item)]

    def fits(self, chosen: Sequence[int]) -> bool:
        """Tell whether these statements can all hold."""
        kept = [self._items[nth] for nth in chosen]
        floors, ceilings = floors_of(kept, self._grid), ceilings_of(kept, self._grid)
        layout = lay_out(
            self._grid.sizes,
            self._grid.scope,
            [each.box for each in floors],
            [each.box for each in ceilings],
            Sense.ANY,
        )
        costs = np.zeros(len(layout.counted))
        return solve(costs, lines_of(floors, ceilings, layout)) is not None

    def smallest(
        self, found: list[frozenset[int]]
    ) -> tuple[list[frozenset[int]], bool]:
        """Find every smallest set that cannot hold, besides those already found.

        Returns:
            The sets; and whether these are all of them.
        """
        everything = frozenset(range(len(self._items)))
        missing: list[frozenset[int]] = []
        for _ in range(MOST_ROUNDS):
            seed = self._largest_unseen(found, missing)
            if seed is None:
                return found, True
            if self.fits(sorted(seed)):
                missing.append(everything - seed)
            else:
                found.append(self._shrunk(seed))
        return found, False

    def _largest_unseen(
        self, found: list[frozenset[int]], missing: list[frozenset[int]]
    ) -> frozenset[int] | None:
        size = len(self._items)
        lines = [Line(np.array(sorted(each)), high=len(each) - 1) for each in found] + [
            Line(np.array(sorted(each)), low=1) for each in missing
        ]
        # Earlier statements weigh a little more, so that one answer is the best.
        costs = -1.0 - np.arange(size, 0, -1) / (10.0 * size * size)
        solved = solve(costs, lines, whole=True)
        return None if solved is None else frozenset(solved.chosen())

    def _shrunk(self, seed: frozenset[int]) -> frozenset[int]:
        kept = sorted(seed)
        for nth in sorted(seed, reverse=True):
            fewer = [each for each in kept if each != nth]
            if not self.fits(fewer):
                kept = fewer
        return frozenset(kept)
