"""One number told over several incidents stands over them and is added to none."""

import pytest

from tasjil.link import part_totals
from tasjil.model.acts import Level
from tasjil.model.judgement import ClaimState


def over(told):
    """Give what each total stands over, by the claims of its incidents."""
    incidents = told.incidents()
    claims = {each.id: frozenset(each.claims) for each in incidents}
    found = part_totals(told.claims, incidents, told.states)
    return {each.claim: {claims[one] for one in each.covers} for each in found}


def the_one(told):
    (found,) = part_totals(told.claims, told.incidents(), told.states)
    return found


def ids(*claims):
    return frozenset(claim.id for claim in claims)


def test_fifty_two_in_two_villages_stand_over_both(told):
    total = told.tell("a", 52, ("varesh", "tolmin"))
    mill, bridge = told.tell("b", 30), told.tell("c", 20, "tolmin")
    told.tell("d", 5, "ostrel")
    assert over(told) == {total.id: {ids(mill), ids(bridge)}}
    assert the_one(told).whole
    assert "names their places" in the_one(told).reasons[0]


def test_a_total_on_other_days_stands_over_nothing(told):
    told.tell("a", 52, ("varesh", "tolmin"), "2030-03-09")
    told.tell("b", 30)
    assert over(told) == {}


def test_a_total_over_a_village_nobody_else_tells_of_is_no_whole(told):
    total = told.tell("a", 52, ("varesh", "tolmin"))
    mill = told.tell("b", 30)
    assert over(told) == {total.id: {ids(mill)}}
    assert not the_one(told).whole


def test_without_a_day_each_village_must_have_one_incident_alone(told):
    total = told.tell("a", 52, ("varesh", "tolmin"), None)
    mill, bridge = told.tell("b", 30), told.tell("c", 20, "tolmin")
    assert over(told) == {total.id: {ids(mill), ids(bridge)}}
    told.tell("b", 3, "tolmin", "2030-03-20")
    assert over(told) == {total.id: {ids(mill)}}


def test_incidents_that_the_report_calls_parts_of_its_total_are_under_it(told):
    total = told.tell("a", 1400, None, "2030-03", group="g1", level=Level.AGGREGATE)
    part = told.tell("a", 31, group="g2", part_of="g1")
    assert over(told) == {total.id: {ids(part)}}
    assert "the report itself" in the_one(told).reasons[0]
    assert not the_one(told).whole


@pytest.mark.parametrize("where", [None, "north", ("north", "harbour")])
def test_a_total_over_a_province_is_about_the_tally_and_no_incident(told, where):
    told.tell("a", 300, where, "2030-03", level=Level.AGGREGATE)
    told.tell("b", 30)
    assert over(told) == {}


def test_a_total_that_a_person_rejected_stands_over_nothing(told):
    total = told.tell("a", 52, ("varesh", "tolmin"))
    told.tell("b", 30)
    told.states[total.id] = ClaimState.REJECTED
    assert over(told) == {}
