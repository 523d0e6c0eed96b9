"""What is missing of a few incidents of Lumenia, and what to check first."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import ACT, PLACES, world

from tasjil.count import Evidence, tally
from tasjil.count.missing import sentences, what_is_missing
from tasjil.count.missing.gaps import UNKNOWN_ROWS
from tasjil.count.missing.sentences import of_kind
from tasjil.model.acts import PerpetratorStance
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.claim import Perpetrator
from tasjil.model.judgement import ClaimState
from tasjil.model.languages import Language
from tasjil.model.missing import GapKind, Part
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange
from tasjil.model.scope import Codebook, Scope
from tasjil.model.standings import Standings
from tasjil.publish.sentences import explained

CIVILIANS = VictimGroup(status=Status.CIVILIAN)
SOLDIERS = VictimGroup(status=Status.ARMED_FORCES)


def blamed(text, stance=PerpetratorStance.NAMED):
    return Perpetrator(text, stance)


def missing(lumenia, limit=None, scope=None, standings=None):
    evidence = lumenia.evidence()
    if standings is not None:
        told = (evidence.claims, evidence.reports, evidence.states, evidence.origins)
        evidence = Evidence(*told, standings=standings)
    scope, incidents = scope or lumenia.scope, lumenia.incidents()
    counted = tally(scope, Codebook(), incidents, evidence)
    support = {claim: origin.key for claim, origin in evidence.origins.items()}
    return what_is_missing(scope, counted, incidents, evidence, support, limit)


def gaps(lumenia, **more):
    (first,) = missing(lumenia, **more).queue
    return {gap.part: gap for gap in first.gaps}


def test_three_papers_with_one_wire_story_are_one_teller(lumenia):
    for paper in ("Lumen Wire", "Harbour Post", "Northern Mail"):
        tellers = (("Lumenian Observatory", "monitor"),)
        lumenia.report(paper, paper)
        lumenia.tell(paper, 13, tellers=tellers)
    found = gaps(lumenia)[Part.NUMBER]
    assert (found.kind, found.tellers) == (GapKind.ONE_TELLER, 1)
    assert len(found.claims) == 3
    assert found.text == "one first teller alone tells how many they were"


def test_two_tellers_of_one_number_leave_no_doubt_about_it(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    lumenia.tell("a", 13)
    lumenia.tell("b", 13)
    assert Part.NUMBER not in gaps(lumenia)


def test_numbers_that_exclude_each_other_contradict(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    one, other = lumenia.tell("a", 24), lumenia.tell("b", (38, None))
    found = gaps(lumenia)[Part.NUMBER]
    assert found.kind is GapKind.CONTRADICTED
    assert found.text == "no more than 24 and no fewer than 38 cannot both be so"
    assert set(found.claims) == {one.id, other.id}


def test_at_least_ten_and_twenty_can_both_be_so(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    lumenia.tell("a", (10, None))
    lumenia.tell("b", 20)
    assert Part.NUMBER not in gaps(lumenia)


def test_a_teller_who_learns_of_more_dead_contradicts_nobody(lumenia):
    lumenia.report("a", "Lumen Wire", published="2030-03-08")
    lumenia.report("b", "Lumen Wire", published="2030-03-09")
    lumenia.tell("a", 24)
    lumenia.tell("b", 38)
    assert gaps(lumenia)[Part.NUMBER].kind is GapKind.ONE_TELLER


def test_a_mother_who_speaks_of_her_son_contradicts_nobody(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    lumenia.tell("a", 13)
    lumenia.tell("b", 1, level="individual")
    assert Part.NUMBER not in gaps(lumenia)


def test_all_civilians_and_all_soldiers_cannot_both_be_so(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    lumenia.tell("a", 13, victims=CIVILIANS)
    lumenia.tell("b", 13, victims=SOLDIERS)
    found = gaps(lumenia)[Part.STATUS]
    assert found.kind is GapKind.CONTRADICTED
    words = {"civilian", "armed forces"}
    assert all(word in found.text for word in words)


def test_three_soldiers_among_thirteen_contradict_nobody(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    lumenia.tell("a", 13, group="g1")
    lumenia.tell("a", 3, group="g2", part_of="g1", victims=SOLDIERS)
    lumenia.tell("b", 13, victims=CIVILIANS)
    assert Part.STATUS not in gaps(lumenia)


def test_two_parties_named_by_two_tellers_are_contested(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    lumenia.tell("a", 13, perpetrator=blamed("the Northern Brigade"))
    lumenia.tell("b", 13, perpetrator=blamed("Harbour police"))
    found = gaps(lumenia)[Part.PERPETRATOR]
    assert found.kind is GapKind.CONTRADICTED
    assert '"the Northern Brigade"' in found.text


def test_unknown_gunmen_may_be_of_any_party(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    lumenia.tell("a", 13, perpetrator=blamed("the Northern Brigade"))
    lumenia.tell("b", 13, perpetrator=blamed("unknown gunmen"))
    assert Part.PERPETRATOR not in gaps(lumenia)


def test_a_party_that_denies_it_contradicts_who_names_it(lumenia):
    lumenia.report("a", "Lumen Wire")
    lumenia.report("b", "Northern Mail")
    denies = blamed("Northern Brigade", PerpetratorStance.DENIED)
    lumenia.tell("a", 13, perpetrator=blamed("the Northern Brigade"))
    lumenia.tell("b", 13, perpetrator=denies)
    found = gaps(lumenia)[Part.PERPETRATOR]
    assert (
        found.text == '"Northern Brigade" is said to have done it, and this is denied'
    )


def test_what_nobody_tells_is_said_for_each_part(lumenia):
    lumenia.tell("a", None, None, None)
    found = gaps(lumenia, scope=Scope(acts=lumenia.scope.acts))
    assert {part: gap.kind for part, gap in found.items()} == dict.fromkeys(
        Part, GapKind.UNTOLD
    )
    assert found[Part.PERPETRATOR].text == "nobody tells who did it"
    assert found[Part.NUMBER].tellers == 0


def test_a_province_is_too_wide_for_a_place_and_a_month_for_a_day(lumenia):
    lumenia.tell("a", 1, "north", "2030-03")
    found = gaps(lumenia)
    assert found[Part.PLACE].kind is GapKind.VAGUE
    assert found[Part.TIME].text == "nobody tells more closely when it was"


def test_four_names_of_thirteen_people_leave_nine_without(lumenia):
    names = ("Ilan Dor", "Mira Sel", "Teo Vant", "Anwar Keld")
    lumenia.tell("a", (13, None), names=names)
    found = gaps(lumenia)[Part.IDENTITY]
    assert (found.kind, found.text) == (
        GapKind.IN_PART,
        "4 of at least 13 are named",
    )


def test_a_claim_that_was_rejected_tells_nothing(lumenia):
    told = lumenia.tell("a", 13, victims=CIVILIANS)
    lumenia.tell("a", 13, "varesh")
    lumenia.states[told.id] = ClaimState.REJECTED
    assert gaps(lumenia)[Part.STATUS].kind is GapKind.UNTOLD


def test_what_settling_an_incident_would_move_is_said(lumenia):
    lumenia.tell("a", 13)
    lumenia.tell("b", 61)
    (first,) = missing(lumenia).queue
    assert (first.verified, first.closes, first.floor, first.moves) == (13, 48, 0, 61)
    assert first.would[:3] == (
        "verified would rise by at least 13",
        "the range 13 to 61 would close by 48",
        "at least 13 would no longer be counted as unknown by status",
    )


def test_an_incident_that_may_be_another_would_raise_the_floor(lumenia):
    lumenia.tell("a", 13, "varesh")
    lumenia.tell("b", 5, "north")
    found = {each.floor: each for each in missing(lumenia).queue}
    assert found.keys() == {0, 5}
    certain = "once it is certain that it is an incident of its own"
    assert f"the floor would rise by 5, {certain}" in found[5].would


def test_an_incident_at_the_edge_of_the_scope_would_raise_the_floor(lumenia):
    lumenia.tell("a", 3, day="2030-02-27/2030-03-01")
    (found,) = missing(lumenia).queue
    words = "the floor would rise by 3, once it is certain that it lies in the scope"
    assert words in found.would


def test_the_incident_that_moves_most_comes_first(lumenia):
    lumenia.tell("a", 5, "varesh")
    lumenia.tell("a", 13, "tolmin")
    lumenia.tell("b", 61, "tolmin")
    lumenia.tell("a", None, "osk")
    found = missing(lumenia)
    assert [each.moves for each in found.queue] == [61, 5, 0]
    assert [each.moves for each in missing(lumenia, limit=1).queue] == [61]
    assert missing(lumenia, limit=1).left == 2


def test_the_gaps_of_the_case_say_how_many_people_they_touch(lumenia):
    lumenia.tell("a", 5, "varesh", victims=CIVILIANS)
    lumenia.tell("a", 13, "tolmin")
    found = {(gap.part, gap.kind): gap for gap in missing(lumenia).case}
    nobody = found[Part.STATUS, GapKind.UNTOLD]
    assert (nobody.incidents, nobody.people) == (1, 13)
    assert (found[Part.CAUSE, GapKind.UNTOLD].people) == 18


def finding(lumenia, element, second):
    (incident,) = lumenia.incidents()
    made = Assessment(
        element,
        "13 people",
        Standing.ESTABLISHED,
        StandardOfProof.REASONABLE_GROUNDS,
        "salma",
        "2030-03-20T09:00:00Z",
        "two tellers, and the graves were seen",
        incident=incident.id,
        claims=incident.claims,
        number=CountRange(13, 13) if element is Element.DEATH else None,
    )
    if second:
        made = made.signed("karim", "2030-03-21T09:00:00Z", "I read it")
    return Standings(incidents={incident.id: {element: made}})


def test_what_is_established_and_signed_is_missing_no_more(lumenia):
    lumenia.tell("a", 13)
    signed = finding(lumenia, Element.STATUS, second=True)
    assert Part.STATUS in gaps(lumenia)
    assert Part.STATUS not in gaps(lumenia, standings=signed)


def test_a_finding_without_a_second_signature_waits_for_one(lumenia):
    lumenia.tell("a", 13)
    unsigned = finding(lumenia, Element.STATUS, second=False)
    found = gaps(lumenia, standings=unsigned)[Part.STATUS]
    assert found.kind is GapKind.UNSIGNED


def test_a_finding_below_the_standard_of_the_scope_changes_nothing(lumenia):
    lumenia.tell("a", 13)
    signed = finding(lumenia, Element.STATUS, second=True)
    strict = Scope(
        acts=lumenia.scope.acts, standard=StandardOfProof.BEYOND_REASONABLE_DOUBT
    )
    found = gaps(lumenia, standings=signed, scope=strict)[Part.STATUS]
    assert found.kind is GapKind.UNTOLD


def test_a_case_without_reports_misses_nothing_that_can_be_named(lumenia):
    found = missing(lumenia)
    assert (found.queue, found.case, found.incidents) == ((), (), 0)


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 1_000_000), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing_of_it(seed, chance: random.Random):
    made = world(seed, mistakes=True)
    support = {claim: f"teller {claim[0]}" for claim in made.claims}

    def found():
        evidence = Evidence(made.claims, states=made.states)
        scope, incidents = Scope(acts=(ACT,)), made.incidents
        counted = tally(scope, Codebook(), incidents, evidence, PLACES)
        return what_is_missing(scope, counted, incidents, evidence, support)

    before = found()
    ids = list(made.claims)
    chance.shuffle(ids)
    made.claims = {each: made.claims[each] for each in ids}
    for group in made.groups:
        chance.shuffle(group)
    assert found() == before
    assert all(each.verified >= 0 and each.moves >= 0 for each in before.queue)


@pytest.mark.parametrize("part", Part)
def test_every_part_that_people_assess_has_its_element(part):
    assert (part.element is None) == (part in (Part.PLACE, Part.TIME))


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("kind", GapKind)
def test_what_is_missing_is_said_in_arabic_too(part, kind):
    said = str(explained(of_kind(part, kind), Language.AR, {}))
    assert 'lang="en"' not in said
    assert not re.search("[A-Za-z]", said)


@pytest.mark.parametrize(
    "words",
    [
        sentences.named_in_part(4, 13),
        sentences.exclude_each_other(24, 38),
        sentences.statuses_exclude("civilian", "armed forces"),
        sentences.two_parties("Northern Brigade", "Harbour police"),
        sentences.denied("Northern Brigade"),
        sentences.would_verify(13),
        sentences.would_close(13, 61),
        sentences.would_raise_the_floor(5, sentences.ANOTHER),
        sentences.would_raise_the_floor(5, sentences.IN_SCOPE),
        sentences.NO_CEILING,
        *(sentences.would_leave(part, 13) for part in UNKNOWN_ROWS),
    ],
)
def test_what_would_move_is_said_in_arabic_too(words):
    assert 'lang="en"' not in str(explained(words, Language.AR, {}))
