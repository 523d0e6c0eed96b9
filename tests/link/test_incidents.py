"""Which claims tell of one incident, and which stay apart."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.link import propose_incidents
from tasjil.model.acts import Act, Level, Stance
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import Sex, VictimGroup
from tasjil.model.reach import is_spread


def ids(*claims):
    return frozenset(claim.id for claim in claims)


def test_two_reports_of_one_village_and_day_are_one_incident(told):
    one, other = told.tell("a", 38), told.tell("b", 24)
    assert told.together() == {ids(one, other)}


def test_two_villages_or_two_days_are_two_incidents(told):
    told.tell("a", 3)
    told.tell("b", 3, "tolmin")
    told.tell("c", 3, day="2030-03-08")
    assert len(told.together()) == 3


def test_bodies_found_are_an_incident_of_their_own(told):
    told.tell("a", 3)
    told.tell("b", 3, act=Act.BODIES_FOUND)
    assert len(told.together()) == 2


def test_what_one_report_keeps_apart_stays_apart(told):
    morning, evening = told.tell("a", 3), told.tell("a", 5)
    assert told.together() == {ids(morning), ids(evening)}


def test_a_second_report_goes_to_the_event_with_its_number(told):
    morning, evening = told.tell("a", 3), told.tell("a", 5)
    other = told.tell("b", 5)
    assert told.together() == {ids(morning), ids(evening, other)}


def test_a_second_report_goes_to_the_event_with_its_names(told):
    morning = told.tell("a", (1, 9), names=("Ilan Dor",))
    evening = told.tell("a", (1, 9), names=("Mira Sel",))
    other = told.tell("b", 6, names=("Mira  SEL",))
    assert told.together() == {ids(morning), ids(evening, other)}


def test_what_could_be_either_of_two_events_is_forced_into_neither(told):
    told.tell("a", 3)
    told.tell("a", 5)
    told.tell("b", 4)
    assert len(told.together()) == 3


def test_people_named_in_full_are_not_others_named_in_full(told):
    told.tell("a", 1, names=("Ilan Dor",))
    told.tell("b", 1, names=("Mira Sel",))
    assert len(told.together()) == 2


def test_a_woman_is_not_the_man_of_another_report(told):
    for report, sex in (("a", Sex.WOMAN), ("b", Sex.MAN)):
        victim = VictimGroup(sex=sex)
        told.tell(report, 1, victims=victim, level=Level.INDIVIDUAL)
    assert len(told.together()) == 2


def test_a_village_of_no_list_is_known_by_its_words(told):
    one, other = told.tell("a", 3, "Al-Sennar"), told.tell("b", 4, "sennar")
    assert told.together() == {ids(one, other)}
    (incident,) = propose_incidents(told.claims)
    assert (incident.place, incident.place_text) == (None, "Al-Sennar")


def test_a_province_and_a_day_are_not_enough(told):
    told.tell("a", 3, "north")
    told.tell("b", 3, "north")
    assert len(told.together()) == 2


def test_in_a_city_the_number_must_agree_as_well(told):
    one, other = told.tell("a", 13, "harbour"), told.tell("b", 13, "harbour")
    apart = told.tell("c", 6, "harbour")
    assert told.together() == {ids(one, other), ids(apart)}


def test_a_few_days_join_the_only_day_that_fits(told):
    day = told.tell("a", 38)
    span = told.tell("b", 40, day="2030-03-06/2030-03-08")
    assert told.together() == {ids(day, span)}
    (incident,) = propose_incidents(told.claims)
    assert incident.edtf == "2030-03-07"


def test_a_month_is_no_time_of_an_event(told):
    told.tell("a", 38)
    told.tell("b", 40, day="2030-03")
    assert len(told.together()) == 2


def test_a_part_follows_its_whole(told):
    whole = told.tell("a", 13, group="g1")
    children = told.tell("a", 3, group="g2", part_of="g1")
    assert told.together() == {ids(whole, children)}


def test_a_part_of_another_act_is_an_incident_of_its_own(told):
    told.tell("a", 60, group="g1", act=Act.BODIES_FOUND)
    told.tell("a", 10, group="g2", part_of="g1", act=Act.TORTURED)
    assert len(told.together()) == 2


@pytest.mark.parametrize("stance", [Stance.DENIED, Stance.FEARED])
def test_what_is_denied_or_feared_is_no_incident(told, stance):
    told.tell("a", 3, stance=stance)
    assert told.together() == set()


def test_history_and_zero_and_totals_are_no_incidents(told):
    told.tell("a", 3, background=True)
    told.tell("b", 0)
    told.tell("c", 1400, level=Level.AGGREGATE)
    told.tell("d", 52, ("varesh", "tolmin"))
    assert told.together() == set()


def test_a_week_in_a_province_is_no_event_but_a_night_is(told):
    told.tell("a", 300, "north", "2030-03-01/2030-03-07")
    night = told.tell("b", 13, "north", "2030-03-06/2030-03-07")
    assert told.together() == {ids(night)}


def test_what_is_told_again_of_a_total_is_no_event(told):
    told.tell("a", 52, ("varesh", "tolmin"), group="g1")
    told.tell("a", 52, None, group="g1")
    assert told.together() == set()


def test_a_village_and_its_province_are_one_place(told):
    claim = told.tell("a", 3, ("varesh", "north"))
    (incident,) = propose_incidents(told.claims)
    assert (incident.place, incident.claims) == ("varesh", (claim.id,))


def test_a_rejected_claim_is_in_no_incident(told):
    claim, other = told.tell("a", 3), told.tell("b", 3)
    states = {claim.id: ClaimState.REJECTED}
    assert [each.claims for each in propose_incidents(told.claims, states)] == [
        (other.id,)
    ]


def test_the_same_words_in_two_papers_are_one_incident_even_undated(told):
    words = "Two shepherds were shot on the mountain road, their families say."
    one = told.tell("a", 2, None, None, quote=words)
    other = told.tell("b", 2, None, None, quote=words)
    assert told.together() == {ids(one, other)}


def test_a_few_common_words_without_time_and_place_are_not_enough(told):
    told.tell("a", 2, None, None, quote="Two were killed.")
    told.tell("b", 2, None, None, quote="Two were killed.")
    assert len(told.together()) == 2


def test_an_incident_says_why_but_names_nobody(told):
    told.tell("a", (1, 9), names=("Ilan Dor",))
    told.tell("b", (1, 9), names=("Ilan Dor",))
    (incident,) = propose_incidents(told.claims)
    assert any("same person" in reason for reason in incident.reasons)
    assert not any("Dor" in reason for reason in incident.reasons)


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from([None, 1, 5, 13, (2, 9)]),
        st.sampled_from(["varesh", "harbour", "north", "Sennar", None]),
        st.sampled_from(["2030-03-07", "2030-03-06/2030-03-08", "2030-03", None]),
    ),
    max_size=10,
)


@settings(deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_every_claim_but_totals_is_in_one_incident_whatever_the_order(
    new_told, drawn, chance: random.Random
):
    country = new_told()
    for claim in drawn:
        country.tell(*claim)
    found = propose_incidents(country.claims)
    held = [claim for incident in found for claim in incident.claims]
    events = [claim.id for claim in country.claims if not is_spread(claim)]
    assert sorted(held) == sorted(events)
    chance.shuffle(country.claims)
    assert propose_incidents(country.claims) == found


@settings(deadline=None)
@given(CLAIMS)
def test_an_incident_holds_no_two_groups_that_one_report_keeps_apart(new_told, drawn):
    country = new_told()
    for claim in drawn:
        country.tell(*claim)
    reports = {claim.id: claim.report for claim in country.claims}
    for incident in propose_incidents(country.claims):
        held = [reports[claim] for claim in incident.claims]
        assert len(held) == len(set(held))
