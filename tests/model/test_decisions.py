"""What people decide: each decision has a person, a time and a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.errors import BadValue
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.decision import Signature, moment, same_person
from tasjil.model.judgement import (
    ClaimJudgement,
    ClaimState,
    Judgement,
    PairKind,
    Verdict,
)
from tasjil.model.proof import Element, StandardOfProof

AT = "2025-03-20T09:00:00+02:00"
LATER = "2025-03-20T08:00:00Z"
WHY = "two residents and the hospital's list say so"


def assessment(**given) -> Assessment:
    plain = {
        "element": Element.DEATH,
        "finding": "died in Varesh",
        "standing": Standing.ESTABLISHED,
        "standard": StandardOfProof.REASONABLE_GROUNDS,
        "by": "salma",
        "at": AT,
        "because": WHY,
        "victim": "v1",
        "claims": ("c1",),
    }
    return Assessment(**(plain | given))


DECISIONS = [
    lambda by, at, because: Signature(by, at, because),
    lambda by, at, because: ClaimJudgement("c1", ClaimState.ACCEPTED, by, at, because),
    lambda by, at, because: Judgement(
        PairKind.RECORDS, "a:1", "b:2", Verdict.SAME, by, at, because
    ),
    lambda by, at, because: assessment(by=by, at=at, because=because),
]


@pytest.mark.parametrize("decide", DECISIONS)
@pytest.mark.parametrize(
    ("by", "at", "because", "reason"),
    [
        ("", AT, WHY, "name of the person"),
        (" ", AT, WHY, "name of the person"),
        ("salma", "", WHY, "time with its offset"),
        ("salma", "yesterday", WHY, "time with its offset"),
        ("salma", "2025-03-20T09:00:00", WHY, "time with its offset"),
        ("salma", AT, "\n", "expected a reason"),
    ],
)
def test_nothing_is_decided_by_nobody_at_no_time_or_for_no_reason(
    decide, by, at, because, reason
):
    decide("salma", AT, WHY)
    with pytest.raises(BadValue, match=reason):
        decide(by, at, because)


def test_two_clocks_agree_on_one_moment():
    assert moment("2025-03-20T09:00:00+02:00") == moment("2025-03-20T07:00:00Z")


def test_a_pair_is_of_two():
    with pytest.raises(BadValue, match="twice"):
        Judgement(PairKind.VICTIMS, "v1", "v1", Verdict.SAME, "salma", AT, WHY)
    with pytest.raises(BadValue, match="empty"):
        Judgement(PairKind.VICTIMS, "v1", " ", Verdict.SAME, "salma", AT, WHY)


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_pair_is_the_same_pair_whichever_is_named_first(one, other):
    if one == other or not (one.strip() and other.strip()):
        return
    words = (PairKind.RECORDS, one, other), (PairKind.RECORDS, other, one)
    pairs = {Judgement(*each, Verdict.SAME, "salma", AT, WHY).pair for each in words}
    assert len(pairs) == 1


@pytest.mark.parametrize("signer", ["salma", "Salma", " salma "])
def test_nobody_signs_their_own_work(signer):
    with pytest.raises(BadValue, match="ask another person"):
        assessment().signed(signer, LATER, "read it again")


def test_a_second_person_makes_an_established_finding_verified():
    alone = assessment()
    both = alone.signed("daren", LATER, "read every claim")
    assert not alone.verified
    assert both.verified
    assert alone.second is None


def test_nothing_is_signed_before_it_was_made_or_twice():
    with pytest.raises(BadValue, match="before it was made"):
        assessment().signed("daren", "2025-03-20T06:59:59Z", "read every claim")
    both = assessment().signed("daren", LATER, "read every claim")
    with pytest.raises(BadValue, match="already signed"):
        both.signed("lio", LATER, "me too")


@pytest.mark.parametrize("standing", sorted(set(Standing) - {Standing.ESTABLISHED}))
def test_a_signature_alone_verifies_nothing(standing):
    signed = assessment(standing=standing).signed("daren", LATER, "read every claim")
    assert not signed.verified
    assert not signed.meets(StandardOfProof.REASONABLE_SUSPICION)


@pytest.mark.parametrize("held", StandardOfProof)
@pytest.mark.parametrize("asked", StandardOfProof)
def test_a_stronger_standard_holds_for_every_weaker_one(held, asked):
    signed = assessment(standard=held).signed("daren", LATER, "read every claim")
    assert signed.meets(asked) is (held.rank >= asked.rank)
    assert not assessment(standard=held).meets(asked)


def test_nothing_is_established_without_something_that_tells_of_it():
    with pytest.raises(BadValue, match="expected claims or records"):
        assessment(claims=())
    assert assessment(claims=(), records=("hospital:17",)).finding
    assert assessment(claims=(), standing=Standing.PENDING).finding


def test_an_assessment_is_about_one_victim_or_one_incident():
    for about in ({"victim": None}, {"incident": "i1"}):
        with pytest.raises(BadValue, match="one victim or one incident"):
            assessment(**about)
    with pytest.raises(BadValue, match="what is found about the death"):
        assessment(finding=" ")


def test_people_are_told_apart_by_their_names_not_by_how_they_type_them():
    assert same_person("Salma  Ren", "salma ren")
    assert not same_person("salma", "daren")
