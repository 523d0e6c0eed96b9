"""How long holding totals against each other takes, as they grow a hundredfold.

Run it with `python3 run.py bench reconcile`; the script itself takes the sizes you
want. Totals are made up from a fixed seed: forty tellers, fourteen provinces of Lumenia
with their villages, a year, four statuses; a third are parts of another, one in fifty
says that it has everybody. Beside it the naive way to the same range: one linear
programme over every cell there is, none merged and no bound left out. It is not tried
where it would need more entries than a laptop has room for.
"""

import random
import resource
import sys
from datetime import date, timedelta
from time import process_time

import numpy as np

from tasjil.count.evidence import Evidence
from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.bounds import Known, bounds_of
from tasjil.count.reconcile.door import reconcile
from tasjil.count.reconcile.grid import Grid
from tasjil.count.reconcile.layout import Layout
from tasjil.count.reconcile.programme import solve
from tasjil.count.reconcile.ranges import ceilings_of, floors_of, lines_of
from tasjil.count.reconcile.scopes import totals
from tasjil.count.tally import tally
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, When
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.places import Place, PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.scope import Codebook, Scope
from tasjil.model.tally import Origin, Tally

SIZES = (20, 200, 2_000)
TELLERS = [Origin(f"t{nth}", f"Teller {nth}", source=f"t{nth}") for nth in range(40)]
PROVINCES = [f"p{nth}" for nth in range(14)]
FIRST = date(2030, 1, 1)
SCOPE = Scope(acts=(Act.KILLED,), edtf="2030", where=("lu",))
MOST_ENTRIES = 20_000_000
WORDS = {
    Status.UNKNOWN: "people",
    Status.CIVILIAN: "civilians",
    Status.ARMED_FORCES: "soldiers",
    Status.DIRECT_PARTICIPANT: "fighters",
}


class World:
    """Totals, reports and places of one size."""

    def __init__(self, size: int) -> None:
        """Make them."""
        self.chance = random.Random(1948)
        self.places = {"lu": Place("lu", "Lumenia", PlaceLevel.COUNTRY)}
        for name in PROVINCES:
            self.places[name] = Place(name, name, PlaceLevel.GOVERNORATE, "lu")
            for nth in range(10):
                village = f"{name}-{nth}"
                self.places[village] = Place(village, village, PlaceLevel.VILLAGE, name)
        self.claims: dict[str, Claim] = {}
        self.reports: dict[str, Report] = {}
        self.origins: dict[str, Origin] = {}
        while len(self.claims) < size:
            self.report()
        self.evidence = Evidence(self.claims, self.reports, {}, self.origins)

    def report(self) -> None:
        """Make a report with a total, and in one of two cases with two parts of it."""
        nth = len(self.reports)
        until = FIRST + timedelta(self.chance.randrange(10, 350))
        name = f"sha256:{nth}"
        self.reports[name] = Report(
            name,
            f"{nth}.txt",
            "A note on the dead.",
            "sha256:0",
            "text/plain",
            19,
            published=str(until + timedelta(1)),
        )
        since = FIRST + timedelta(self.chance.choice((0, 0, 0, 31, 59, 90)))
        since = min(since, until)
        number = self.chance.randrange(20, 3_000)
        where = [self.chance.choice(["lu", *PROVINCES, *PROVINCES])]
        status = self.chance.choice(list(WORDS))
        self.total(name, "g0", None, number, where, status, (since, until))
        if self.chance.random() < 0.25:
            for part, share in (("g1", 0.6), ("g2", 0.3)):
                inside = [self.chance.choice(list(self.places)[1:])]
                few = int(number * share)
                self.total(name, part, "g0", few, inside, status, (since, until))

    def total(self, report, group, part_of, number, where, status, days) -> None:
        """Make one total."""
        nth = len(self.claims)
        everybody = part_of is None and self.chance.random() < 0.02
        start = "The complete list has" if everybody else "The teller counted"
        quote = f"{start} {number} {WORDS[status]} killed, in note {nth}"
        claim = Claim(
            id=f"c{nth:05}",
            report=report,
            act=Act.KILLED,
            level=Level.AGGREGATE,
            passage=Passage(0, len(quote), quote),
            reader="bench/1",
            group=group,
            part_of=part_of,
            quantity=Quantity(number, number, str(number)),
            victims=VictimGroup(text=WORDS[status], status=status),
            when=When(f"{days[0]}/{days[1]}"),
            where=tuple(self.where(each) for each in where),
        )
        self.claims[claim.id] = claim
        teller = TELLERS[int(report.removeprefix("sha256:")) * 7 % len(TELLERS)]
        self.origins[claim.id] = teller

    def where(self, name: str) -> Where:
        """Give a place with all that holds it."""
        place = self.places[name]
        within = []
        parent = place.parent
        while parent is not None:
            within.append(parent)
            parent = self.places[parent].parent
        return Where(name, name, place.level, place=name, within=tuple(within))

    def tally(self) -> Tally:
        """Count them, which is no part of what is measured."""
        return tally(SCOPE, Codebook(), (), self.evidence, self.places)


def main() -> None:
    """Reconcile at each size, and the naive way where it can be done."""
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    print("totals     seconds   range low   clashes   naive: seconds, low, cells")
    for size in sizes:
        measured(size)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"most memory {used:,} MB")


def measured(size: int) -> None:
    world = World(size)
    counted = world.tally()
    begin = process_time()
    found = reconcile(SCOPE, counted, world.evidence, world.places)
    took = process_time() - begin
    beside = naive(world, counted)
    low, clashes = found.range.low, len(found.clashes)
    print(f"{size:>6,} {took:>11.2f} {low:>11,} {clashes:>9,}   {beside}")


def naive(world: World, counted: Tally) -> str:
    """Solve one programme over all cells; clashes make it say nothing at all."""
    begin = process_time()
    book = PlaceBook.of(world.claims.values(), world.places)
    kept = totals(counted, world.evidence, book)
    bounds, _ = bounds_of(kept, world.evidence, Known(frozenset(), frozenset()))
    reaches = [each.outer for each in bounds]
    reaches += [each.inner for each in bounds if each.inner is not None]
    grid = Grid.of(reaches, SCOPE, book)
    cells = int(np.prod(grid.sizes))
    floors, ceilings = floors_of(bounds, grid), ceilings_of(bounds, grid)
    entries = sum(size_of(each.box) for each in (*floors, *ceilings))
    if entries > MOST_ENTRIES:
        return f"not tried: {cells:,} cells, {entries:,} entries"
    layout = Layout(tuple(tuple(range(n)) for n in grid.sizes), counted_in(grid))
    costs = layout.counted.astype(np.float64)
    found = solve(costs, lines_of(floors, ceilings, layout))
    took = process_time() - begin
    low = "no answer, for some clash" if found is None else f"{found.value:,.0f}"
    return f"{took:.2f}, {low}, {cells:,}"


def size_of(box: tuple[int, int, int, int]) -> int:
    return int(np.prod([side.bit_count() for side in box]))


def counted_in(grid: Grid) -> np.ndarray:
    found = np.ones(1, dtype=np.bool_)
    for size, members in zip(grid.sizes, grid.scope, strict=True):
        inside = np.array([bool(members >> atom & 1) for atom in range(size)])
        found = (found[:, None] & inside[None, :]).ravel()
    return found


if __name__ == "__main__":
    main()
