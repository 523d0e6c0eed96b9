"""The count against a counter that goes through every reading, on small worlds.

Ten thousand worlds of invented people: in half of them every report that nobody
rejected is right, in the other half anything may be said.
"""

from collections import Counter

import pytest
from readings import Readings
from worlds import ACT, PLACES, Event, Person, World, days, world

from tasjil.count import Evidence, tally
from tasjil.link import propose_incidents
from tasjil.model.persons import AgeGroup
from tasjil.model.scope import Codebook, Scope
from tasjil.model.tally import Figure

WORLDS = 5_000
QUICK = 1_000
STEP = 500
EVERYWHERE = Scope(acts=(ACT,))
SCOPES = (
    EVERYWHERE,
    Scope(acts=(ACT,), edtf="2030-03-08/2030-03-31"),
    Scope(acts=(ACT,), where=("north",)),
    Scope(acts=(ACT,), edtf="2030-03-01/2030-03-08", where=("tolmin", "south")),
)


CHUNKS = [
    pytest.param(first, marks=[pytest.mark.slow] if first >= QUICK else [])
    for first in range(0, WORLDS, STEP)
]


@pytest.fixture(scope="module", params=CHUNKS)
def seeds(request):
    return range(request.param, request.param + STEP)


@pytest.fixture(scope="module")
def anything(seeds):
    """Give worlds in which anything may be said, all readings, and the count."""
    made = {seed: world(seed, mistakes=True, twice=seed % 2 == 0) for seed in seeds}
    return {seed: (Readings(each), counted(each)) for seed, each in made.items()}


def counted(made: World, scope: Scope = EVERYWHERE, *, linked: bool = False) -> Figure:
    incidents = made.incidents
    if linked:
        incidents = propose_incidents(made.claims.values(), made.states)
    evidence = Evidence(made.claims, states=made.states, victims=made.victims)
    return tally(scope, Codebook(), incidents, evidence, PLACES).figures[0]


def test_the_floor_is_never_above_the_fewest_of_any_reading(anything):
    exact = 0
    for seed, (readings, figure) in anything.items():
        fewest = readings.least_of_all()
        assert figure.floor <= fewest, seed
        exact += figure.floor == fewest
    assert exact > 0.95 * STEP, "and nearly always it is the fewest"


def test_an_incident_has_no_fewer_than_any_telling_that_can_hold(anything):
    for seed, (readings, figure) in anything.items():
        known = {each.id: each for each in readings.incidents}
        for each in figure.incidents:
            told = known[each.incident]
            assert each.floor <= readings.least(told), seed
            together = readings.least_if_all_hold(told)
            if together is not None:
                assert each.floor <= max(together, readings.named(told)), seed


def test_the_ceiling_is_the_highest_that_was_stated(anything):
    for seed, (readings, figure) in anything.items():
        tops = {each.id: readings.highest(each) for each in readings.incidents}
        assert {each.incident: each.ceiling for each in figure.incidents} == tops, seed
        if readings.holds_its_persons():
            assert figure.ceiling == readings.most_of_all(), seed


def test_where_reports_are_right_the_truth_lies_between_floor_and_ceiling(seeds):
    for seed in seeds:
        made = world(seed, mistakes=False, twice=True)
        scope = SCOPES[seed % len(SCOPES)]
        assert_holds(counted(made, scope), made, scope, seed)


def test_what_the_machine_puts_together_holds_the_truth_as_well(seeds):
    for seed in seeds:
        made = world(seed, mistakes=False, linked=True)
        scope = SCOPES[seed % len(SCOPES)]
        assert_holds(counted(made, scope, linked=True), made, scope, seed)


def test_no_row_is_certain_of_more_than_the_truth_nor_hides_any_of_it(seeds):
    for seed in seeds:
        made = world(seed, mistakes=False)
        people, figure = told_people(made, EVERYWHERE), counted(made)
        for name, of in ROWS.items():
            truth = Counter(of(person) for person in people)
            rows = {row.value: row for row in figure.by[name]}
            for value, row in rows.items():
                assert value == "unknown" or row.floor <= truth[value], (seed, name)
            for value, number in truth.items() if numbered(made, EVERYWHERE) else ():
                holding = [row for row in (rows.get(value), rows.get("unknown")) if row]
                most = [row.ceiling for row in holding]
                assert None in most or number <= sum(most), (seed, name)


ROWS = {
    "sex": lambda person: str(person.sex),
    "status": lambda person: str(person.status),
    "age": lambda p: str(AgeGroup.CHILD if p.age < 18 else AgeGroup.ADULT),
}


def assert_holds(figure: Figure, made: World, scope: Scope, seed: int) -> None:
    """Check that the truth lies in the figure.

    A ceiling is the highest number stated, so it holds everybody only where somebody
    stated a number of everybody.
    """
    people = told_people(made, scope)
    assert figure.floor <= len(people), seed
    if numbered(made, scope):
        assert len(people) <= (figure.ceiling or 0), seed


def told_people(made: World, scope: Scope) -> set[Person]:
    """Give the people harmed in the events of the scope that anybody tells of."""
    told = {made.tells_of[c] for group in made.groups for c in group if made.counted(c)}
    events = [made.events[nth] for nth in told]
    return {p for event in events if lies_in(event, scope) for p in event.people}


def numbered(made: World, scope: Scope) -> bool:
    """Tell whether somebody closes the number of each event that is told of."""
    counted = {c for group in made.groups for c in group if made.counted(c)}
    told = {made.tells_of[each] for each in counted}
    closed = {made.tells_of[each] for each in counted & made.wholes}
    return all(nth in closed for nth in told if lies_in(made.events[nth], scope))


def lies_in(event: Event, scope: Scope) -> bool:
    chain = {event.place, PLACES[event.place].parent}
    in_area = not scope.where or bool(chain & set(scope.where))
    return in_area and (scope.edtf is None or event.day in days(scope.edtf))
