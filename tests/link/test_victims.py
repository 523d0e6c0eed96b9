"""Who is named is one person where the name makes it certain, and else several."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.link import find_victims
from tasjil.link.victims import mention_id
from tasjil.model.acts import Act
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.persons import Sex, VictimGroup

FULL = "Ilan Maro Dor"


def people(told, words=()):
    """Give everybody by the reports that name them."""
    claims = {claim.id: claim for claim in told.claims}
    return find_victims(claims, told.incidents(), words, told.published)


def named(told, words=()):
    return sorted(len(each.claims) for each in people(told, words))


def said(one, other, verdict):
    pair = (mention_id(claim.id, 0) for claim in (one, other))
    at = "2030-04-01T09:00:00Z"
    return Judgement(PairKind.VICTIMS, *pair, verdict, "salma", at, "the same father")


def of_age(name, age, **more):
    return {"victims": VictimGroup(names=(name,), age=age, **more)}


def test_one_name_in_two_reports_of_one_incident_is_one_person(told):
    told.tell("a", (1, 9), names=("Ilan Dor", "Mira Sel"))
    told.tell("b", (1, 9), names=("ILAN DOR",))
    assert named(told) == [1, 2]


def test_a_report_that_names_one_name_twice_names_two_people(told):
    told.tell("a", (2, 9), names=("Ilan Dor", "Ilan Dor"))
    told.tell("b", (2, 9), names=("Ilan Dor", "Ilan Dor"))
    assert named(told) == [2, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"age": 25}, {"age": 60}),
        ({"age": None, "sex": Sex.MAN}, {"age": None, "sex": Sex.WOMAN}),
    ],
)
def test_another_age_or_sex_is_another_person(told, one, other):
    told.tell("a", (1, 9), **of_age("Noa Sel", **one))
    told.tell("b", (1, 9), **of_age("Noa Sel", **other))
    assert named(told) == [1, 1]


def test_somebody_abducted_and_then_killed_is_one_person_in_two_incidents(told):
    told.tell("a", 1, names=(FULL,), act=Act.ABDUCTED)
    told.tell("b", 1, "tolmin", "2030-03-09", names=(FULL,))
    (person,) = people(told)
    assert len(person.incidents) == 2
    assert "full name" in person.reasons[0]
    assert not any("Dor" in reason for reason in person.reasons)


def test_two_parts_of_a_name_are_enough_with_the_age_and_the_place_alone(told):
    told.tell("a", (1, 9), act=Act.ABDUCTED, **of_age("Ilan Dor", 25))
    told.tell("b", (1, 9), day="2030-03-09", **of_age("Ilan Dor", 25))
    told.tell("c", (1, 9), "tolmin", "2030-03-20", **of_age("Ilan Dor", 25))
    told.tell("d", (1, 9), "ostrel", "2030-03-20", names=("Ilan Dor",))
    assert named(told) == [1, 1, 2]


@pytest.mark.parametrize("change", [{"place": "tolmin"}, {"day": "2030-03-20"}])
def test_nobody_is_killed_twice_by_the_same_name(told, change):
    told.tell("a", (1, 9), names=(FULL,))
    told.tell("b", (1, 9), **{"place": "varesh", **change}, names=(FULL,))
    assert named(told) == [1, 1]


def test_people_may_say_who_is_one_and_who_is_not(told):
    one = told.tell("a", (1, 9), names=("Ilan Dor",))
    other = told.tell("b", (1, 9), names=("Ilan Dor",))
    third = told.tell("c", (1, 9), "tolmin", names=("E. Dor",))
    assert named(told) == [1, 2]
    assert named(told, [said(one, other, Verdict.DIFFERENT)]) == [1, 1, 1]
    words = [said(other, third, Verdict.SAME)]
    assert named(told, words) == [3]
    assert people(told, words)[0].settled
    words.append(said(other, third, Verdict.CANNOT_TELL))
    assert people(told, words) == people(told)


def test_a_person_keeps_their_name_when_a_later_report_names_them(told):
    told.tell("m", (1, 9), names=(FULL,))
    told.published["sha256:m"] = "2030-03-08"
    (before,) = people(told)
    told.tell("a", (1, 9), names=(FULL,), id="0-smaller")
    told.published["sha256:a"] = "2030-03-09"
    (after,) = people(told)
    assert (after.id, len(after.claims)) == (before.id, 2)


NAMES = st.sampled_from(["Ilan Dor", FULL, "Mira Sel Anto", "سليم محمود درويش"])


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.lists(NAMES, max_size=3).map(tuple),
            st.sampled_from(["varesh", "tolmin", None]),
            st.sampled_from([Act.KILLED, Act.ABDUCTED]),
        ),
        max_size=7,
    ),
    st.randoms(use_true_random=False),
)
def test_every_name_is_somebody_and_the_order_changes_nobody(new_told, drawn, chance):
    country = new_told()
    for report, names, place, act in drawn:
        country.tell(report, (1, 9), place, names=names, act=act)
    found = people(country)
    told = sum(len(set(claim.victims.names)) for claim in country.claims)
    assert sum(len(each.claims) for each in found) >= told
    chance.shuffle(country.claims)
    assert people(country) == found


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Hassan Salim Darwish", "Hussein Salim Darwish", False),
        ("سالم محمود درويش", "سليم محمود درويش", False),
        ("Salim Mahmud Darwish", "سليم محمود درويش", True),
        ("Abdulrahman Salim Darwish", "الشهيد عبد الرحمن سليم درويش", True),
    ],
)
def test_names_with_the_same_consonants_are_one_person_if_the_vowels_can_be(
    told, one, other, together
):
    told.tell("a", (1, 9), names=(one,))
    told.tell("b", (1, 9), names=(other,))
    assert named(told) == ([2] if together else [1, 1])
