"""An assessment is about the incident that holds its claims now."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.assess.standing import settle
from tasjil.errors import NotAllowed
from tasjil.model.acts import Act
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.incident import Incident
from tasjil.model.moves import MOVES, check_move
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange
from tasjil.model.victim import Victim

GROUNDS = StandardOfProof.REASONABLE_GROUNDS


def incident(id_, *claims):
    return Incident(id_, Act.KILLED, claims)


def found(*claims, **other):
    given = {
        "element": Element.DEATH,
        "finding": "13 killed",
        "standing": Standing.ESTABLISHED,
        "standard": GROUNDS,
        "by": "salma",
        "at": "2031-05-04T09:00:00Z",
        "because": "two who did not know of each other",
        "incident": "i-as-it-was",
        "claims": claims,
        "number": CountRange(13, 13),
        **other,
    }
    return Assessment(**given)


def signed(*claims, **other):
    return found(*claims, **other).signed("ilan", "2031-05-05T09:00:00Z", "read both")


def test_a_report_that_joins_the_incident_takes_nothing_from_what_was_found():
    told = signed("c1", "c2")
    before = settle([(7, told)], [incident("i-1", "c1", "c2")])
    after = settle([(7, told)], [incident("i-2", "c1", "c2", "c3")])
    assert list(before.established("i-1", GROUNDS)) == [told]
    assert list(after.established("i-2", GROUNDS)) == [told]
    assert after.adrift == ()


def test_claims_that_lie_in_two_incidents_by_now_verify_nothing():
    told = signed("c1", "c2")
    now = settle([(7, told)], [incident("i-1", "c1"), incident("i-2", "c2")])
    assert now.adrift == (told,)
    assert not now.incidents


def test_claims_that_lie_in_no_incident_any_more_verify_nothing():
    told = signed("c1")
    assert settle([(7, told)], [incident("i-1", "c9")]).adrift == (told,)


def test_a_total_beside_the_claims_of_one_incident_leaves_it_there():
    told = signed("c1", "a-total-that-stands-in-no-incident")
    now = settle([(7, told)], [incident("i-1", "c1")])
    assert now.incidents["i-1"][Element.DEATH] is told


def test_what_rests_on_a_claim_that_was_rejected_since_verifies_nothing():
    told = signed("c1", "c2")
    now = settle([(7, told)], [incident("i-1", "c1")], rejected={"c2"})
    assert now.adrift == (told,)


def test_the_newest_of_each_element_stands_whatever_its_number_was_before():
    old, new = signed("c1"), found("c1", standing=Standing.CONTESTED)
    status = signed("c1", element=Element.STATUS, finding="civilian", number=None)
    now = settle([(9, new), (7, old), (8, status)], [incident("i-1", "c1")])
    assert now.incidents["i-1"] == {Element.DEATH: new, Element.STATUS: status}
    assert list(now.established("i-1", GROUNDS)) == [status]


def test_evidence_against_alone_still_says_which_incident_it_is():
    told = found(standing=Standing.REFUTED, against=("c1",), number=None)
    now = settle([(7, told)], [incident("i-1", "c1")])
    assert now.incidents["i-1"][Element.DEATH].standing is Standing.REFUTED


def test_a_victim_is_the_one_who_holds_its_claims_and_records_now():
    told = signed("c1", incident=None, victim="v-old", number=None, records=("h:2",))
    people = [
        Victim("v-1", claims=("c1",), records=("h:2",)),
        Victim("v-2", claims=("c1",), records=("h:3",)),
    ]
    assert settle([(7, told)], [], people).victims["v-1"][Element.DEATH] is told


def test_a_victim_whose_claims_are_of_two_people_by_now_is_adrift():
    told = signed("c1", "c2", incident=None, victim="v-old", number=None)
    people = [Victim("v-1", claims=("c1",)), Victim("v-2", claims=("c2",))]
    assert settle([(7, told)], [], people).adrift == (told,)


def test_a_signature_under_a_weaker_standard_is_not_enough():
    told = signed("c1", standard=StandardOfProof.REASONABLE_SUSPICION)
    now = settle([(7, told)], [incident("i-1", "c1")])
    assert list(now.established("i-1", GROUNDS)) == []


@given(
    st.lists(st.sampled_from(["c1", "c2", "c3"]), max_size=6),
    st.randoms(use_true_random=False),
)
def test_the_order_in_which_assessments_come_changes_nothing(
    drawn, chance: random.Random
):
    told = [(nth, found(claim)) for nth, claim in enumerate(drawn)]
    incidents = [incident("i-1", "c1"), incident("i-2", "c2")]
    before = settle(told, incidents)
    chance.shuffle(told)
    chance.shuffle(incidents)
    assert settle(told, incidents) == before


def test_every_standing_has_its_moves():
    assert MOVES.keys() == {None, *Standing}
    for before, allowed in MOVES.items():
        assert Standing.PENDING in allowed
        for after in Standing:
            if after in allowed:
                check_move(before, after)
                continue
            with pytest.raises(NotAllowed, match=f"after '{before}', found '{after}'"):
                check_move(before, after)


def test_what_met_the_standard_never_falls_short_in_one_step():
    for before in (Standing.ESTABLISHED, Standing.REFUTED):
        assert Standing.NOT_ESTABLISHED not in MOVES[before]
    assert Standing.ESTABLISHED not in MOVES[Standing.REFUTED]
    assert Standing.REFUTED in MOVES[Standing.ESTABLISHED]
