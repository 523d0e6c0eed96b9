"""The tightest range that all totals allow together, worked out by hand beside it."""

from itertools import permutations

import pytest

from tasjil.model.acts import Act, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import AgeGroup, Status, VictimGroup
from tasjil.model.scope import Scope
from tasjil.model.sources import SourceKind

OBSERVATORY = (("the Lumenian Observatory", SourceKind.MONITOR),)
OFFICE = (("the UN Office in Lumenia", SourceKind.UN),)
CIVILIANS = VictimGroup(text="civilians", status=Status.CIVILIAN)
SOLDIERS = VictimGroup(text="soldiers", status=Status.ARMED_FORCES)
CHILDREN = VictimGroup(text="children", age_group=AgeGroup.CHILD)
COMPLETE = "The complete list of the dead has so many names"


def by(name):
    return Perpetrator(name, PerpetratorStance.NAMED)


def ends(found):
    return found.range.low, found.range.high


def test_without_any_statement_nothing_is_known(lumenia):
    found = lumenia.reconciled()
    assert ends(found) == (0, None)
    assert found.range.because_low == ("nothing that was told holds it up",)
    assert found.notes == ()


def test_two_provinces_add_up_for_they_lie_apart(lumenia):
    one = lumenia.total("a", 100, "north", tellers=OBSERVATORY)
    two = lumenia.total("b", 40, "south", tellers=OFFICE)
    found = lumenia.reconciled().range
    assert (found.low, found.high) == (140, None)
    assert set(found.binding_low) == {one.id, two.id}


def test_two_totals_of_one_province_are_never_added(lumenia):
    lumenia.total("a", 100, "north", tellers=OBSERVATORY)
    lumenia.total("b", 40, "north", tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (100, None)


def test_a_total_that_names_no_place_may_lie_outside_the_scope(lumenia):
    lumenia.total("a", 100, None, tellers=OBSERVATORY)
    assert ends(lumenia.reconciled()) == (0, None)


def test_civilians_and_soldiers_are_different_people(lumenia):
    lumenia.total("a", 1614, victims=CIVILIANS, tellers=OBSERVATORY)
    lumenia.total("b", 238, "south", victims=SOLDIERS, tellers=OFFICE)
    found = lumenia.reconciled()
    assert ends(found) == (1852, None)
    assert found.range.because_low == (
        "no fewer than 1,852, for these are different people",
        "Lumenian Observatory counts 1,614 (civilians; North Province + "
        "South Province) until 2030-03-10",
        "UN Office in Lumenia counts 238 (members of armed forces; South Province) "
        "until 2030-03-10",
    )


def test_everybody_of_one_teller_may_hold_the_civilians_of_another(lumenia):
    lumenia.total("a", 1614, victims=CIVILIANS, tellers=OBSERVATORY)
    lumenia.total("b", 900, tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (1614, None)


def test_children_are_among_the_people_and_add_nothing(lumenia):
    lumenia.total("a", 100, tellers=OBSERVATORY)
    lumenia.total("b", 39, victims=CHILDREN, tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (100, None)


def test_weeks_that_follow_each_other_add_up(lumenia):
    lumenia.total("a", 60, day="2030-03-01/2030-03-09", tellers=OBSERVATORY)
    lumenia.total("b", 50, day="2030-03-10/2030-03-20", tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (110, None)


def test_weeks_that_share_a_day_may_share_every_victim(lumenia):
    lumenia.total("a", 60, day="2030-03-01/2030-03-10", tellers=OBSERVATORY)
    lumenia.total("b", 50, day="2030-03-10/2030-03-20", tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (60, None)


def test_a_total_that_reaches_beyond_the_period_may_lie_beyond_it(lumenia):
    lumenia.total("a", 60, day="2030-02-20/2030-03-10", tellers=OBSERVATORY)
    assert ends(lumenia.reconciled()) == (0, None)


def test_two_names_for_a_party_may_be_one_party(lumenia):
    lumenia.total("a", 60, perpetrator=by("the army"), tellers=OBSERVATORY)
    lumenia.total("b", 50, perpetrator=by("gunmen"), tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (60, None)


def test_parties_that_one_report_sets_against_each_other_are_two(lumenia):
    lumenia.total("a", 150, group="g1", tellers=OBSERVATORY)
    for number, party in ((60, "the army"), (50, "Hill Front gunmen")):
        lumenia.total(
            "a", number, part_of="g1", perpetrator=by(party), tellers=OBSERVATORY
        )
    lumenia.report("b", published="2030-03-14")
    lumenia.total("b", 120, perpetrator=by("the army"), tellers=OBSERVATORY)
    assert ends(lumenia.reconciled()) == (170, None)


def test_a_party_of_another_teller_may_be_either(lumenia):
    lumenia.total("a", 150, group="g1", tellers=OBSERVATORY)
    for number, party in ((60, "the army"), (50, "Hill Front gunmen")):
        lumenia.total(
            "a", number, part_of="g1", perpetrator=by(party), tellers=OBSERVATORY
        )
    lumenia.total("b", 155, perpetrator=by("the army"), tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (155, None)


def test_bodies_found_are_no_bound_on_the_killed(lumenia):
    lumenia.total("a", 60, act=Act.BODIES_FOUND, tellers=OBSERVATORY)
    scope = Scope((Act.KILLED, Act.BODIES_FOUND), "2030-03", ("north", "south"))
    found = lumenia.reconciled(scope)
    assert ends(found) == (0, None)
    assert found.by_act["bodies found"].low == 60


def test_a_complete_list_of_the_whole_scope_closes_the_range(lumenia):
    period = "2030-03-01/2030-03-31"
    listed = lumenia.total("a", 75, day=period, quote=COMPLETE, tellers=OFFICE)
    found = lumenia.reconciled().range
    assert (found.low, found.high) == (75, 75)
    assert found.binding_low == found.binding_high == (listed.id,)


def test_a_complete_list_of_one_province_closes_nothing_for_the_other(lumenia):
    lumenia.total("a", 75, "north", day="2030-03", quote=COMPLETE, tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (75, None)


def test_two_ceilings_that_cover_the_scope_together_close_it(lumenia):
    for name, number, place in (("a", 40, "north"), ("b", 30, "south")):
        lumenia.total(
            name,
            (None, number),
            place,
            day="2030-03",
            text=f"up to {number}",
            tellers=OFFICE,
        )
    lumenia.total("c", 25, "south", tellers=OBSERVATORY)
    assert ends(lumenia.reconciled()) == (25, 70)


def test_at_most_40_soldiers_leave_60_others_among_100(lumenia):
    lumenia.total("a", 100, day="2030-03", tellers=OBSERVATORY)
    lumenia.total(
        "b",
        (None, 40),
        day="2030-03",
        text="up to 40",
        victims=SOLDIERS,
        tellers=OFFICE,
    )
    others = tuple(each for each in Status if each is not Status.ARMED_FORCES)
    where = ("north", "south")
    scope = Scope((Act.KILLED,), "2030-03", where, statuses=others)
    assert ends(lumenia.reconciled(scope)) == (60, None)


def test_the_incidents_of_the_tally_hold_the_range_up(lumenia):
    lumenia.tell("a", 30, "varesh", "2030-03-07")
    lumenia.tell("b", 20, "osk", "2030-03-07")
    assert ends(lumenia.reconciled()) == (50, None)


def test_incidents_of_one_province_stand_beside_the_total_of_another(lumenia):
    lumenia.tell("a", 30, "varesh", "2030-03-07")
    lumenia.total("b", 10, "north", tellers=OBSERVATORY)
    lumenia.total("c", 40, "south", tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (70, None)


def test_a_total_that_a_later_one_stands_for_bounds_nothing(lumenia):
    for day, number in (("10", 1614), ("12", 1600)):
        lumenia.report(f"r{day}", published=f"2030-03-{day}")
        period = f"2030-03-06/2030-03-{day}"
        lumenia.total(f"r{day}", number, day=period, tellers=OBSERVATORY)
    assert ends(lumenia.reconciled()) == (1600, None)


def test_the_parts_of_a_total_bind_in_their_own_places(lumenia):
    lumenia.total("a", 100, group="g1", tellers=OBSERVATORY)
    lumenia.total("a", 70, "north", part_of="g1", tellers=OBSERVATORY)
    lumenia.total("a", 30, "south", part_of="g1", tellers=OBSERVATORY)
    lumenia.total("b", 55, "south", tellers=OFFICE)
    assert ends(lumenia.reconciled()) == (125, None)


def test_parts_that_exceed_their_whole_leave_the_bound_to_the_whole(lumenia):
    lumenia.total("a", 90, group="g1", tellers=OBSERVATORY)
    lumenia.total("a", 70, "north", part_of="g1", tellers=OBSERVATORY)
    lumenia.total("a", 30, "south", part_of="g1", tellers=OBSERVATORY)
    found = lumenia.reconciled()
    assert ends(found) == (90, None)
    assert any("more than their whole" in note for note in found.notes)


def test_what_a_person_accepted_has_a_range_of_its_own(lumenia):
    one = lumenia.total("a", 100, "north", tellers=OBSERVATORY)
    lumenia.total("b", 40, "south", tellers=OFFICE)
    assert lumenia.reconciled().accepted is None
    lumenia.states[one.id] = ClaimState.ACCEPTED
    accepted = lumenia.reconciled().accepted
    assert (accepted.low, accepted.high) == (100, None)
    assert accepted.binding_low == (one.id,)


def test_the_firmer_the_basis_the_less_is_held_up(lumenia):
    quote = "We have documented the killing of 40 people by name"
    lumenia.total("a", 100, "north", tellers=OBSERVATORY)
    lumenia.total("b", 40, "south", quote=quote, stance=Stance.VERIFIED, tellers=OFFICE)
    lows = {name: each.low for name, each in lumenia.reconciled().by_basis.items()}
    assert lows == {"verified": 0, "documented": 40, "reported": 140}


def test_the_order_in_which_reports_arrive_changes_nothing(new_lumenia):
    told = [
        ("a", 100, "north", OBSERVATORY),
        ("b", 100, "north", OFFICE),
        ("c", 55, "south", OFFICE),
        ("d", 140, ("north", "south"), OFFICE),
    ]
    seen = set()
    for order in permutations(told):
        country = new_lumenia()
        for name, number, place, tellers in order:
            country.total(name, number, place, id=name, tellers=tellers)
        found = country.reconciled()
        seen.add((found.range, found.clashes, found.notes))
    assert len(seen) == 1
    assert next(iter(seen))[0].low == 155


@pytest.mark.parametrize("regions", [("north", "coast"), ("coast",)])
def test_a_region_of_the_scope_counts_wherever_its_border_runs(lumenia, regions):
    lumenia.total("a", 100, "coast", tellers=OBSERVATORY)
    scope = Scope((Act.KILLED,), "2030-03", regions)
    assert ends(lumenia.reconciled(scope)) == (100, None)


def test_a_region_and_a_province_may_be_the_same_place(lumenia):
    lumenia.total("a", 100, "coast", tellers=OBSERVATORY)
    lumenia.total("b", 60, "south", tellers=OFFICE)
    scope = Scope((Act.KILLED,), "2030-03", ("north", "south", "coast"))
    assert ends(lumenia.reconciled(scope)) == (100, None)


def test_a_region_that_the_scope_does_not_name_may_lie_outside_it(lumenia):
    lumenia.total("a", 100, "coast", tellers=OBSERVATORY)
    assert ends(lumenia.reconciled()) == (0, None)
