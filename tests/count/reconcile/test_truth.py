"""Whoever tells the truth cannot push the truth out of the range.

Small worlds are made in which everybody killed is known: where, when, who they were
and who did it. Tellers say of them what they know, in scopes of their own: counts that
go on, lists that are complete, ceilings, parts by party, single events. The true number
for the case's scope must lie in the range, whatever they say and leave unsaid.
"""

from dataclasses import dataclass
from random import Random

import pytest

from tasjil.model.acts import Act, PerpetratorStance
from tasjil.model.claim import Perpetrator
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.scope import Scope
from tasjil.model.sources import SourceKind

VILLAGES = {
    "varesh": "north",
    "tolmin": "north",
    "osk": "south",
    "harbour": "south",
    "far": "abroad",
}
BOTH = ("north", "south")
AREAS = (
    "varesh",
    "osk",
    "north",
    "south",
    ("north", "south"),
    "coast",
    "lumenia",
    None,
)
WORDS = {
    Status.UNKNOWN: "people",
    Status.CIVILIAN: "civilians",
    Status.ARMED_FORCES: "soldiers",
    Status.DIRECT_PARTICIPANT: "fighters",
}
TELLERS = [
    ((name, SourceKind.MONITOR),) for name in ("Ada Watch", "Bell Office", "Cor")
]
NAMES = {"army": ("the army", "government troops"), "front": ("Hill Front", "gunmen")}
SCOPES = (("north",), BOTH, ("south", "coast"), ("lumenia",))


@dataclass(frozen=True)
class Person:
    """Somebody who was killed."""

    village: str
    day: int
    status: Status
    party: str


class World:
    """A truth, what each teller calls the coast, and ways to tell of them."""

    def __init__(self, seed, country):
        self.chance = Random(seed)
        self.country = country
        pick = self.chance.choice
        known = [each for each in Status if each is not Status.UNKNOWN]
        self.people = [
            Person(
                pick(list(VILLAGES)[:4]),
                self.chance.randint(1, 20),
                pick(known),
                pick(("army", "front")),
            )
            for _ in range(self.chance.randint(5, 60))
        ]
        self.coasts = [
            {v for v in VILLAGES if self.chance.random() < 0.5} for _ in TELLERS
        ]
        for nth in range(self.chance.randint(2, 9)):
            pick((self.total, self.total, self.total, self.parties, self.event))(nth)

    def lies_in(self, village, area, coast):
        if area is None or area == "lumenia":
            return True
        if isinstance(area, tuple):
            return any(self.lies_in(village, each, coast) for each in area)
        if area == "coast":
            return village in coast
        return area in (village, VILLAGES[village])

    def scope_of(self):
        """Draw a scope: place, days, people; and who in truth is in it."""
        area = self.chance.choice(AREAS)
        first = self.chance.randint(1, 20)
        last = self.chance.randint(first, 20)
        status = self.chance.choice(list(WORDS))
        teller = self.chance.randrange(len(TELLERS))
        inside = [
            each
            for each in self.people
            if self.lies_in(each.village, area, self.coasts[teller])
            and first <= each.day <= last
            and status in (Status.UNKNOWN, each.status)
        ]
        return area, (first, last), status, teller, inside

    def report(self, nth, last):
        day = min(28, last + self.chance.randint(0, 4))
        self.country.report(f"r{nth}", f"Outlet {nth}", f"2030-03-{day:02}")
        return f"r{nth}"

    def say(self, report, number, scope, **more):
        area, (first, last), status, teller, _ = scope
        days = f"2030-03-{first:02}/2030-03-{last:02}"
        told = self.chance.choice([days, days, days, f"2030-03-{first:02}/..", None])
        if more.pop("certain", False):
            told = days
        self.country.total(
            report,
            number,
            area,
            day=told,
            victims=VictimGroup(text=WORDS[status], status=status),
            tellers=TELLERS[teller],
            **more,
        )

    def total(self, nth):
        scope = self.scope_of()
        truth = len(scope[-1])
        report = self.report(nth, scope[1][1])
        kind = self.chance.choice(("floor", "floor", "exact", "ceiling"))
        if kind == "exact" and truth:
            quote = f"The complete list of the dead, note {nth}"
            self.say(report, truth, scope, certain=True, quote=quote)
        elif kind == "ceiling":
            most = truth + self.chance.randint(0, 5)
            self.say(report, (None, most), scope, certain=True, text=f"up to {most}")
        elif truth:
            self.say(report, self.chance.randint(1, truth), scope)

    def parties(self, nth):
        """Tell of a whole and of what each party did, by names of the teller's own."""
        scope = self.scope_of()
        if not scope[-1]:
            return
        report = self.report(nth, scope[1][1])
        self.say(report, len(scope[-1]), scope, group="g0", certain=True)
        for party, names in NAMES.items():
            done = [each for each in scope[-1] if each.party == party]
            if done:
                doer = Perpetrator(self.chance.choice(names), PerpetratorStance.NAMED)
                self.say(
                    report,
                    self.chance.randint(1, len(done)),
                    scope,
                    part_of="g0",
                    perpetrator=doer,
                    certain=True,
                )

    def event(self, nth):
        village, day = self.chance.choice(self.people).village, 0
        days = [each.day for each in self.people if each.village == village]
        day = self.chance.choice(days)
        number = self.chance.randint(1, days.count(day))
        self.country.report(f"r{nth}", f"Outlet {nth}", "2030-03-28")
        self.country.tell(f"r{nth}", number, village, f"2030-03-{day:02}")

    def true_number(self, scope, first, last):
        """Count who is in the case's scope; its coast is whatever anybody calls so."""
        coast = set().union(*self.coasts)
        return sum(
            any(self.lies_in(each.village, area, coast) for area in scope.where)
            and first <= each.day <= last
            and each.status in scope.statuses
            for each in self.people
        )


def asked(world):
    """Draw what the case counts."""
    first, last = world.chance.randint(1, 6), world.chance.randint(12, 20)
    statuses = world.chance.choice([tuple(Status), tuple(Status), (Status.CIVILIAN,)])
    days = f"2030-03-{first:02}/2030-03-{last:02}"
    where = world.chance.choice(SCOPES)
    return Scope((Act.KILLED,), days, where, statuses=statuses), (first, last)


def hold(seeds, new_lumenia):
    """Hold the range of each world against its truth; give how many say something."""
    telling = 0
    for seed in seeds:
        world = World(seed, new_lumenia())
        scope, days = asked(world)
        found = world.country.reconciled(scope)
        truth = world.true_number(scope, *days)
        assert found.range.low <= truth, (seed, found.range)
        assert found.range.high is None or truth <= found.range.high, (seed, found)
        assert found.clashes == (), (seed, found.clashes)
        assert all(each.low <= truth for each in found.by_basis.values()), seed
        telling += found.range.low > 0 or found.range.high is not None
    return telling


@pytest.mark.parametrize("part", range(4))
def test_the_truth_lies_in_the_range_of_all_honest_statements(part, new_lumenia):
    assert hold(range(part * 25, part * 25 + 25), new_lumenia) > 3


@pytest.mark.slow
def test_the_truth_lies_in_the_range_in_a_thousand_worlds(new_lumenia):
    assert hold(range(1_000, 2_000), new_lumenia) > 250
