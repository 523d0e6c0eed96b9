"""Grades of incidents and of sources, and what it takes to establish a death."""

import pytest

from tasjil.assess.grades import graded
from tasjil.assess.grounds import check_grounds
from tasjil.assess.parties import named_party, other_party
from tasjil.assess.reliability import FEWEST, reliability
from tasjil.assess.support import support
from tasjil.errors import NotAllowed
from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim, Perpetrator, Teller
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange, Quantity
from tasjil.model.report import Passage
from tasjil.model.scope import Corroboration
from tasjil.model.sources import SourceKind
from tasjil.model.standards.airwars import Grade
from tasjil.model.standards.huridocs_people import Reliability
from tasjil.model.standings import Standings
from tasjil.model.tally import Origin

RULE = Corroboration.TWO_OR_DIRECT


def claim(id_, number=13, who=None, stance=PerpetratorStance.ACCUSED, **more):
    status = more.pop("status", Status.UNKNOWN)
    blamed = Perpetrator(who, stance) if who else Perpetrator()
    return Claim(
        id=id_,
        report=f"sha256:{id_}",
        act=Act.KILLED,
        level=Level.INCIDENT,
        passage=Passage(0, 5, "words"),
        reader="test/1",
        group="g1",
        quantity=Quantity(number, number, str(number)),
        victims=VictimGroup(status=status),
        perpetrator=blamed,
        stance=more.pop("told", Stance.STATED),
        **more,
    )


def told(*pairs):
    """Say who told each claim first."""
    return {
        each.id: Origin(key, key.title(), source=None if " " in key else key)
        for each, key in pairs
    }


def grade(*pairs, **more):
    return graded([each for each, _ in pairs], told(*pairs), **more)


def assessment(element=Element.DEATH, sign=True, **other):
    given = {
        "element": element,
        "finding": "13 killed",
        "standing": Standing.ESTABLISHED,
        "standard": StandardOfProof.REASONABLE_GROUNDS,
        "by": "salma",
        "at": "2031-05-04T09:00:00Z",
        "because": "read all of it",
        "incident": "i-1",
        "claims": ("a",),
        **other,
    }
    made = Assessment(**given)
    return made.signed("ilan", "2031-05-05T09:00:00Z", "so do I") if sign else made


def test_one_teller_is_weak():
    assert grade((claim("a", who="the Hill Front"), "herald")).grade is Grade.WEAK


def test_two_tellers_and_a_party_named_is_fair():
    found = grade((claim("a", who="the Hill Front"), "herald"), (claim("b"), "lmg"))
    assert found.grade is Grade.FAIR
    assert found.because.startswith("2 tellers who are independent of each other")
    assert found.claims == ("a",)


def test_two_tellers_and_nobody_named_is_no_grade_of_airwars():
    found = grade((claim("a"), "herald"), (claim("b"), "lmg"))
    assert found.grade is None
    assert "nobody says who did it" in found.because


def test_a_teller_whose_word_did_not_hold_up_is_no_second():
    pairs = (claim("a", who="the Hill Front"), "herald"), (claim("b"), "lmg")
    found = grade(*pairs, not_relied_on={"lmg"})
    assert found.grade is Grade.WEAK
    assert found.because == "1 of 2 tellers whose word held up before"


def test_a_party_that_says_it_did_it_confirms():
    done = claim("a", who="the Hill Front", stance=PerpetratorStance.CLAIMED)
    assert grade((done, "herald")).grade is Grade.CONFIRMED


def test_two_tellers_who_name_different_parties_contest_it():
    found = grade(
        (claim("a", who="fighters of the Hill Front"), "herald"),
        (claim("b", who="the Harbour Guard"), "lmg"),
    )
    assert found.grade is Grade.CONTESTED
    assert found.claims == ("a", "b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("government forces", "armed groups that support the government"),
        ("the Hill Front", "unknown gunmen"),
        ("فلول الحكومة السابقة", "مسلحون"),
    ],
)
def test_other_words_for_one_party_contest_nothing(one, other):
    found = grade((claim("a", who=one), "herald"), (claim("b", who=other), "lmg"))
    assert found.grade is Grade.FAIR


def test_remnants_of_a_government_are_not_the_government():
    remnants = named_party("remnants of the former government")
    assert other_party(remnants, named_party("government forces"))


def test_one_teller_who_names_both_contests_nothing():
    found = grade(
        (claim("a", who="the Hill Front"), "herald"),
        (claim("b", who="the Harbour Guard"), "herald"),
        (claim("c"), "lmg"),
    )
    assert found.grade is Grade.FAIR


def test_where_all_say_that_they_were_soldiers_it_is_discounted():
    found = grade(
        (claim("a", status=Status.ARMED_FORCES), "herald"), (claim("b"), "lmg")
    )
    assert found.grade is Grade.DISCOUNTED


def test_what_people_established_and_signed_comes_before_what_is_told():
    pair = (claim("a", status=Status.ARMED_FORCES), "herald")
    civilian = assessment(Element.STATUS, finding="civilian")
    soldiers = assessment(Element.STATUS, finding="armed forces")
    assert grade(pair, standing={Element.STATUS: civilian}).grade is Grade.WEAK
    assert grade(pair, standing={Element.STATUS: soldiers}).grade is Grade.DISCOUNTED


def test_each_element_has_its_own_tellers():
    pairs = (
        (claim("a", status=Status.CIVILIAN), "herald"),
        (claim("b", who="the Hill Front", cause=Cause.SMALL_ARMS), "lmg"),
        (claim("c", who="the Hill Front", stance=PerpetratorStance.DENIED), "front"),
        (claim("d", told=Stance.DENIED), "guard"),
    )
    found = support([each for each, _ in pairs], told(*pairs))
    keys = {
        element: [origin.key for origin in each.tellers]
        for element, each in found.items()
    }
    assert keys == {
        Element.DEATH: ["front", "herald", "lmg"],
        Element.IDENTITY: [],
        Element.STATUS: ["herald"],
        Element.CAUSE: ["lmg"],
        Element.PERPETRATOR: ["lmg"],
    }


def test_a_death_on_the_word_of_one_is_not_established():
    one = (claim("a"), "herald"), (claim("b"), "herald")
    with pytest.raises(NotAllowed, match="expected two first tellers .* found 1"):
        check_grounds(assessment(sign=False), [c for c, _ in one], told(*one), RULE)


def test_two_independent_tellers_a_witness_a_record_or_eyes_establish_it():
    one, other = (claim("a"), "herald"), (claim("b"), "lmg")
    saw = claim("w", attribution=(Teller("a resident", SourceKind.WITNESS),))
    for pairs, more in (
        ((one, other), {}),
        (((saw, "herald"),), {}),
        ((one,), {"records": ("hospital:17",)}),
        ((one,), {"direct_evidence": "two of us saw the graves"}),
        ((one,), {"standing": Standing.PENDING}),
        ((one,), {"element": Element.CAUSE}),
    ):
        made = assessment(sign=False, **more)
        check_grounds(made, [c for c, _ in pairs], told(*pairs), RULE)


def test_a_codebook_can_leave_it_open():
    one = (claim("a"), "herald")
    check_grounds(assessment(sign=False), [one[0]], told(one), Corroboration.LEFT_OPEN)


def settled(fits, fails, refuted=0, sign=True):
    """Give the record of a herald whose figure fits in so many incidents."""
    numbers = [13] * fits + [40] * fails + [None] * refuted
    incidents, claims, standings = [], {}, {}
    for nth, number in enumerate(numbers):
        one = claim(f"c{nth}", 13)
        claims[one.id] = one
        incidents.append(Incident(f"i-{nth}", Act.KILLED, (one.id,)))
        standings[f"i-{nth}"] = {
            Element.DEATH: assessment(
                sign=sign,
                standing=Standing.ESTABLISHED if number else Standing.REFUTED,
                number=CountRange(number, number) if number else None,
            )
        }
    origins = {id_: Origin("herald", "Herald", source="herald") for id_ in claims}
    states = dict.fromkeys(claims, ClaimState.ACCEPTED)
    found = reliability(incidents, Standings(standings), claims, states, origins)
    return found["herald"]


@pytest.mark.parametrize(
    ("fits", "fails", "refuted", "rung"),
    [
        (10, 0, 0, Reliability.HIGH),
        (8, 2, 0, Reliability.LIKELY),
        (5, 3, 2, Reliability.UNSURE),
        (1, 0, 4, Reliability.LIKELY_NOT),
        (0, 5, 0, Reliability.NOT),
        (FEWEST - 1, 0, 0, Reliability.UNKNOWN),
    ],
)
def test_a_source_is_as_reliable_as_its_figures_were(fits, fails, refuted, rung):
    found = settled(fits, fails, refuted)
    assert found.reliability is rung
    assert (len(found.fits), len(found.fails)) == (fits, fails + refuted)


def test_what_nobody_signed_says_nothing_of_a_source():
    assert settled(10, 0, sign=False).reliability is Reliability.UNKNOWN
