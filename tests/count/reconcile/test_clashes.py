"""Statements that cannot all hold: every smallest set of them, and nothing more."""

from itertools import combinations

import pytest

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.bounds import Bound
from tasjil.count.reconcile.clashes import clashes_of
from tasjil.count.reconcile.grid import Grid
from tasjil.count.reconcile.ranges import range_of
from tasjil.count.reconcile.reach import Reach
from tasjil.model.places import PlaceLevel
from tasjil.model.scope import Scope
from tasjil.model.sources import SourceKind

OBSERVATORY = (("the Lumenian Observatory", SourceKind.MONITOR),)
OFFICE = (("the UN Office in Lumenia", SourceKind.UN),)
MINISTRY = (("the Ministry of Order", SourceKind.GOVERNMENT),)
COMPLETE = "The complete list of the dead has so many names"
NAMES = "abcdefgh"


def sets(found):
    return {frozenset(each) for each in found.clashes}


def test_a_complete_list_clashes_with_each_larger_count_of_its_scope(lumenia):
    told = {"day": "2030-03", "place": "north"}
    all_of_them = lumenia.total("a", 40, quote=COMPLETE, tellers=MINISTRY, **told)
    one = lumenia.total("b", 60, tellers=OBSERVATORY, **told)
    two = lumenia.total("c", 75, tellers=OFFICE, **told)
    lumenia.total("d", 35, tellers=(("Radio Varesh", SourceKind.MEDIA),), **told)
    found = lumenia.reconciled()
    assert sets(found) == {
        frozenset({all_of_them.id, one.id}),
        frozenset({all_of_them.id, two.id}),
    }
    assert found.range.low == 35
    assert found.range.high is None
    assert any("3 statements clash" in note for note in found.notes)


def test_a_larger_count_of_a_wider_area_does_not_clash(lumenia):
    lumenia.total("a", 40, "north", day="2030-03", quote=COMPLETE, tellers=MINISTRY)
    lumenia.total("b", 60, day="2030-03", tellers=OBSERVATORY)
    found = lumenia.reconciled()
    assert found.clashes == ()
    assert found.range.low == 60


def test_three_statements_clash_of_which_no_two_do(lumenia):
    told = {"day": "2030-03"}
    whole = lumenia.total("a", 90, quote=COMPLETE, tellers=MINISTRY, **told)
    north = lumenia.total("b", 50, "north", tellers=OBSERVATORY, **told)
    south = lumenia.total("c", 60, "south", tellers=OFFICE, **told)
    found = lumenia.reconciled()
    assert sets(found) == {frozenset({whole.id, north.id, south.id})}


def test_incidents_that_are_more_than_a_complete_list_clash_with_it(lumenia):
    listed = lumenia.total(
        "a", 5, "north", day="2030-03", quote=COMPLETE, tellers=MINISTRY
    )
    killed = lumenia.tell("b", 9, "varesh", "2030-03-07")
    assert sets(lumenia.reconciled()) == {frozenset({listed.id, killed.id})}


def test_only_as_many_incidents_are_named_as_it_takes(lumenia):
    listed = lumenia.total(
        "a", 12, "north", day="2030-03", quote=COMPLETE, tellers=MINISTRY
    )
    one = lumenia.tell("b", 9, "varesh", "2030-03-07")
    lumenia.tell("c", 2, "tolmin", "2030-03-09")
    two = lumenia.tell("d", 8, "varesh", "2030-03-20")
    assert sets(lumenia.reconciled()) == {frozenset({listed.id, one.id, two.id})}


def random_bounds(draw):
    """Draw floors and ceilings over three villages and four days."""
    villages = ("a", "b", "c")
    found = []
    for name in NAMES[: draw.randint(2, 6)]:
        places = frozenset(v for v in villages if draw.random() < 0.6) or {"a"}
        starts = draw.randint(1, 4)
        reach = Reach(frozenset(places), starts=starts, ends=draw.randint(starts, 4))
        number = draw.randint(0, 9)
        if draw.random() < 0.5:
            found.append(Bound((name,), reach, floor=number, statement=name))
        else:
            ceiling = {"inner": reach, "ceiling": number}
            found.append(Bound((name,), reach, **ceiling, statement=name))
    return found


VILLAGES = PlaceBook(
    dict.fromkeys("abc", PlaceLevel.VILLAGE),
    {},
    dict.fromkeys("abc", frozenset()),
)
THREE = Scope(where=tuple("abc"))


def clashing_sets_by_trying_all(bounds, grid):
    """Try every set, the smallest first; slow, and beyond doubt."""
    found = []
    for size in range(1, len(bounds) + 1):
        for chosen in combinations(bounds, size):
            names = {each.statement for each in chosen}
            known = any(each <= names for each in found)
            if not known and range_of(chosen, grid) is None:
                found.append(frozenset(names))
    return set(found)


@pytest.mark.parametrize("seed", range(150))
def test_every_smallest_clash_is_found_and_none_that_is_not_smallest(seed):
    from random import Random

    bounds = random_bounds(Random(seed))
    reaches = [each.outer for each in bounds]
    grid = Grid.of(reaches, THREE, VILLAGES)
    found = clashes_of(bounds, grid)
    names = {frozenset(each.statement for each in clash) for clash in found.sets}
    assert found.complete
    assert names == clashing_sets_by_trying_all(bounds, grid)
