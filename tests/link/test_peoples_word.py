"""What people say about incidents goes before what a machine proposes."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.model.acts import Act
from tasjil.model.judgement import ClaimState, Verdict

SAME, DIFFERENT, UNTOLD = Verdict.SAME, Verdict.DIFFERENT, Verdict.CANNOT_TELL


def ids(*claims):
    return frozenset(claim.id for claim in claims)


def incident_of(told, claim):
    return next(each for each in told.incidents() if claim.id in each.claims)


def test_what_a_person_calls_the_same_is_one_incident_and_settled(told):
    mill = told.tell("a", 3, "varesh")
    bridge = told.tell("b", 3, "tolmin")
    assert len(told.together()) == 2
    told.say(mill, bridge, SAME)
    assert told.together() == {ids(mill, bridge)}
    (incident,) = told.incidents()
    assert incident.settled
    assert any("a person holds" in each for each in incident.reasons)


def test_whole_incidents_come_together_with_the_two_claims(told):
    first = [told.tell(each, 3, "varesh") for each in "ab"]
    second = [told.tell(each, 3, "tolmin") for each in "cd"]
    told.say(first[0], second[1], SAME)
    assert told.together() == {ids(*first, *second)}


def test_what_a_person_calls_different_stays_apart_and_is_not_settled(told):
    one, other = told.tell("a", 38), told.tell("b", 24)
    told.say(one, other, DIFFERENT)
    assert told.together() == {ids(one), ids(other)}
    assert not any(each.settled for each in told.incidents())
    assert all("kept apart" in each.reasons[-1] for each in told.incidents())


def test_whoever_cannot_tell_leaves_it_as_proposed(told):
    one, other = told.tell("a", 38), told.tell("b", 24)
    before = told.incidents()
    told.say(one, other, UNTOLD)
    assert told.incidents() == before
    told.say(one, other, DIFFERENT)
    told.say(one, other, UNTOLD)
    assert told.incidents() == before


def test_a_ring_of_words_that_contradict_leaves_all_three_apart(told):
    a, b, c = (told.tell(each, n) for each, n in (("a", 38), ("b", 24), ("c", 30)))
    told.say(a, b, SAME)
    told.say(b, c, SAME)
    assert told.together() == {ids(a, b, c)}
    told.say(a, c, DIFFERENT, by="omar")
    assert told.together() == {ids(a), ids(b), ids(c)}
    assert all("contradict" in each.reasons[-1] for each in told.incidents())
    assert not any(each.settled for each in told.incidents())
    told.say(a, c, UNTOLD, by="omar")
    assert told.together() == {ids(a, b, c)}


def test_what_nobody_judged_goes_with_the_number_it_shares(told):
    one, other = told.tell("a", 38), told.tell("b", 24)
    third = told.tell("c", 24)
    told.say(one, other, DIFFERENT)
    assert told.together() == {ids(one), ids(other, third)}


def test_a_person_may_divide_what_one_report_tells_in_one_breath(told):
    quote = "six teachers and a driver"
    one = told.tell("a", 6, quote=quote, start=5)
    other = told.tell("a", 1, quote=quote, start=5)
    assert told.together() == {ids(one, other)}
    told.say(one, other, DIFFERENT)
    assert told.together() == {ids(one), ids(other)}


def test_people_killed_and_bodies_found_are_never_one_incident(told):
    killed, found = told.tell("a", 3), told.tell("a", 3, act=Act.BODIES_FOUND)
    told.say(killed, found, SAME)
    assert told.together() == {ids(killed), ids(found)}


def test_words_on_a_rejected_claim_or_on_one_that_is_gone_hold_nothing(told):
    one, other = told.tell("a", 38), told.tell("b", 38, "tolmin")
    gone = told.tell("c", 38, "ostrel")
    told.say(one, gone, SAME)
    told.say(gone, other, SAME)
    told.states[gone.id] = ClaimState.REJECTED
    assert told.together() == {ids(one), ids(other)}
    told.claims.remove(gone)
    assert told.together() == {ids(one), ids(other)}


REPORTS = st.lists(
    st.tuples(
        st.sampled_from("abcde"),
        st.sampled_from([None, 1, 5, 13, (2, 9)]),
        st.sampled_from(["varesh", "harbour", "ostrel", "hills", None]),
        st.sampled_from(["2030-03-07", "2030-03-06/2030-03-08", None]),
    ),
    min_size=2,
    max_size=9,
)


@settings(deadline=None)
@given(REPORTS, st.data())
def test_splitting_what_was_merged_gives_back_exactly_what_was_before(
    new_told, drawn, data
):
    country = new_told()
    for claim in drawn:
        country.tell(*claim)
    before = country.incidents()
    if len(before) < 2:
        return
    by_id = {claim.id: claim for claim in country.claims}
    one, other = data.draw(st.sampled_from(list(combinations(before, 2))))
    country.say(by_id[one.claims[0]], by_id[other.claims[0]], SAME)
    merged = country.incidents()
    assert len(merged) == len(before) - 1
    for a in one.claims:
        for b in other.claims:
            country.say(by_id[a], by_id[b], DIFFERENT)
    assert country.incidents() == before
    country.say(by_id[one.claims[0]], by_id[other.claims[0]], UNTOLD)
    assert country.incidents() == before


@settings(deadline=None)
@given(REPORTS, st.data())
def test_taking_claims_out_and_putting_them_back_is_the_identity(new_told, drawn, data):
    country = new_told()
    for claim in drawn:
        country.tell(*claim)
    before = country.incidents()
    by_id = {claim.id: claim for claim in country.claims}
    several = [each for each in before if len(each.claims) > 1]
    if not several:
        return
    whole = data.draw(st.sampled_from(several))
    out = data.draw(
        st.lists(
            st.sampled_from(whole.claims),
            min_size=1,
            max_size=len(whole.claims) - 1,
            unique=True,
        )
    )
    pairs = [(a, b) for a in out for b in whole.claims if b not in out]
    for a, b in pairs:
        country.say(by_id[a], by_id[b], DIFFERENT)
    sides = {frozenset(out), frozenset(set(whole.claims) - set(out))}
    others = {frozenset(each.claims) for each in before if each != whole}
    assert country.together() == sides | others
    for a, b in pairs:
        country.say(by_id[a], by_id[b], UNTOLD)
    assert country.incidents() == before


WORDS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from(list(Verdict))),
    max_size=8,
)


@settings(deadline=None)
@given(REPORTS, WORDS, st.randoms(use_true_random=False))
def test_no_word_of_people_loses_a_claim_or_holds_two_that_are_different(
    new_told, drawn, words, chance: random.Random
):
    country = new_told()
    for claim in drawn:
        country.tell(*claim)
    plain = {claim for each in country.incidents() for claim in each.claims}
    last = {}
    for a, b, verdict in words:
        if a != b and max(a, b) < len(country.claims):
            one, other = country.claims[a], country.claims[b]
            country.say(one, other, verdict)
            last[ids(one, other)] = verdict
    found = country.incidents()
    held = [claim for each in found for claim in each.claims]
    assert sorted(held) == sorted(plain)
    assert len({each.id for each in found}) == len(found)
    for each in found:
        for pair in combinations(each.claims, 2):
            assert last.get(frozenset(pair)) is not DIFFERENT
    chance.shuffle(country.claims)
    assert country.incidents() == found


@pytest.mark.parametrize("verdict", list(Verdict))
def test_an_incident_that_nobody_spoke_of_never_changes(told, verdict):
    one, other = told.tell("a", 38), told.tell("b", 24)
    told.tell("a", 5, "tolmin")
    told.tell("b", 5, "tolmin")
    before = incident_of(told, told.claims[2])
    told.say(one, other, verdict)
    assert incident_of(told, told.claims[2]) == before
