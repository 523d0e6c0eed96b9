"""Whom linking holds to be one is one victim, under the rules that hold for victims."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.link import find_victims
from tasjil.link.named import mention_id, mention_of, named_records, record_of
from tasjil.link.victims import LINKED, MAY_BE_ONE, ON_A_LIST, Linkage
from tasjil.model.acts import Act
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.persons import Sex, VictimGroup

ROW = "hospital:17"
AT = "2030-04-01T09:00:00Z"


def people(told, linked, words=()):
    claims = {claim.id: claim for claim in told.claims}
    return find_victims(claims, told.incidents(), words, told.published, linked)


def names(*claims):
    return [record_of(mention_id(claim.id, 0)) for claim in claims]


def one_person(*records, doubtful=()):
    return Linkage(dict.fromkeys(records, "v-p"), frozenset(doubtful))


def row_is(record, verdict, by="salma"):
    return Judgement(PairKind.RECORDS, record, ROW, verdict, by, AT, "the same mother")


@pytest.fixture
def two(told):
    """One man abducted and killed, under two spellings that share no word."""
    one = told.tell("a", (1, 1), act=Act.ABDUCTED, names=("Ilan Dor",))
    other = told.tell("b", (1, 1), day="2030-03-09", names=("Eylan Door",))
    return one, other


def test_two_spellings_that_linking_holds_to_be_one_are_one_victim(told, two):
    assert len(people(told, Linkage())) == 2
    (person,) = people(told, one_person(*names(*two), ROW))
    assert person.records == (ROW,)
    assert set(person.reasons) == {LINKED, ON_A_LIST}
    assert not person.settled


def test_what_is_doubtful_stays_apart_and_is_said(told, two):
    linked = one_person(*names(*two), ROW, doubtful=["v-p"])
    found = people(told, linked)
    assert [each.records for each in found] == [(), ()]
    assert all(MAY_BE_ONE in each.reasons for each in found)


def test_nobody_is_killed_in_two_places_whatever_linking_holds(told):
    one = told.tell("a", (1, 1), names=("Ilan Dor",))
    other = told.tell("b", (1, 1), "tolmin", names=("Eylan Door",))
    found = people(told, one_person(*names(one, other), ROW))
    assert len(found) == 2
    assert all(each.records == () for each in found)
    assert all(MAY_BE_ONE in each.reasons for each in found)


def test_two_names_of_one_claim_are_never_one(told):
    claim = told.tell("a", (2, 2), names=("Ilan Dor", "Eylan Door"))
    both = [record_of(mention_id(claim.id, nth)) for nth in (0, 1)]
    assert len(people(told, one_person(*both))) == 2


def test_a_person_may_say_that_a_row_is_of_somebody_named(told, two):
    one, other = names(*two)
    same = [row_is(one, Verdict.SAME), row_is(other, Verdict.SAME)]
    (person,) = people(told, Linkage(), same)
    assert person.settled
    assert person.records == (ROW,)
    apart = [row_is(one, Verdict.SAME), row_is(other, Verdict.DIFFERENT)]
    found = people(told, one_person(one, other, ROW), apart)
    assert len(found) == 2
    assert [each.settled for each in sorted(found, key=lambda v: -v.settled)] == [1, 0]


def test_everybody_named_is_a_record_with_what_their_claim_tells(told):
    alone = VictimGroup(names=("Ilan Dor",), age=25, sex=Sex.MAN)
    told.tell("a", (1, 1), victims=alone)
    several = told.tell("b", (2, 2), "tolmin", names=("Mira Sel", "Teo Vant"))
    claims = {claim.id: claim for claim in told.claims}
    found = {each.told.name: each for each in named_records(claims, told.incidents())}
    assert found.keys() == {"Ilan Dor", "Mira Sel", "Teo Vant"}
    ilan = found["Ilan Dor"].told
    assert (ilan.list, ilan.sex, ilan.age.low) == ("reports", Sex.MAN, 25)
    assert (ilan.died, ilan.where[0].place) == ("2030-03-07", "varesh")
    assert found["Mira Sel"].told.age is None
    assert found["Teo Vant"].claim == several.id
    assert mention_of(ilan.record) == mention_id(told.claims[0].id, 0)


def test_who_was_taken_on_a_day_did_not_die_on_it(told):
    told.tell("a", 1, act=Act.ABDUCTED, names=("Ilan Dor",))
    claims = {claim.id: claim for claim in told.claims}
    (named,) = named_records(claims, told.incidents())
    assert named.told.died is None


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.lists(st.sampled_from(["Ilan Dor", "Mira Sel", "Teo"]), max_size=3),
            st.sampled_from(["varesh", "tolmin", None]),
            st.sampled_from([Act.KILLED, Act.ABDUCTED]),
        ),
        max_size=7,
    ),
    st.lists(st.sampled_from(["v-1", "v-2", "v-3"]), min_size=24, max_size=24),
)
def test_linking_only_puts_together_and_loses_nobody(new_told, drawn, persons):
    country = new_told()
    for report, given_names, place, act in drawn:
        country.tell(report, (1, 9), place, names=tuple(given_names), act=act)
    claims = {claim.id: claim for claim in country.claims}
    records = [each.told.record for each in named_records(claims, country.incidents())]
    linked = Linkage(dict(zip(records, persons, strict=False)))
    before, after = people(country, Linkage()), people(country, linked)
    assert len(after) <= len(before)
    assert {claim for each in before for claim in each.claims} == {
        claim for each in after for claim in each.claims
    }
    for each in after:
        killed = [claims[id] for id in each.claims if claims[id].act is Act.KILLED]
        assert len({claim.where[0].text for claim in killed if claim.where}) <= 1
