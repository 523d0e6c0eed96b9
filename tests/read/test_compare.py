"""Two readers on one report: what both say, what they say otherwise, what one says."""

import json
from dataclasses import replace

import pytest

from tasjil.model.acts import Act, Stance
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.persons import Status
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.read.compare import compare
from tasjil.read.door import Reading, read
from tasjil.read.lines import comparison_line

TEXT = (
    "At least 13 people, including three children, were killed by gunmen in Varesh on "
    "Wednesday, the Lumen Observatory said. Two farmers were abducted near Tolmin."
)


@pytest.fixture
def told(claims_of) -> list[Claim]:
    return claims_of(TEXT)


def test_a_reader_agrees_with_itself(told):
    found = compare(told, told)
    assert found.agrees
    assert [one for one, _ in found.same] == told


def test_nobody_found_anything_is_agreement():
    assert compare([], []).agrees


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"quantity": Quantity(31, 31, "31")}, "quantity"),
        ({"when": When("2025-03-11", "Tuesday")}, "when"),
        ({"where": (Where("Ostrel"),)}, "where"),
        ({"stance": Stance.DENIED}, "stance"),
        ({"perpetrator": Perpetrator("soldiers")}, "perpetrator"),
        ({"attribution": (Teller("the ministry"),)}, "attribution"),
        ({"background": True}, "background"),
        ({"part_of": "g9"}, "part_of"),
    ],
)
def test_a_field_that_two_readers_read_differently_is_named(told, change, field):
    [first, *rest] = told
    first = replace(first, perpetrator=Perpetrator("gunmen"))
    found = compare([first, *rest], [replace(first, **change), *rest])
    assert [each.fields for each in found.differ] == [(field,)]
    assert len(found.same) == len(rest)
    assert (found.only_a, found.only_b) == ((), ())


def test_who_the_people_are_is_compared_and_how_they_are_called_is_not(told):
    [first, *_] = told
    people = replace(first.victims, text="13 people", status=Status.CIVILIAN)
    [different] = compare([first], [replace(first, victims=people)]).differ
    assert different.fields == ("status",)


def test_the_same_teller_in_more_words_is_the_same_teller(told):
    [first, *_] = told
    longer = (Teller("the Lumen Observatory in Tolmin"), *first.attribution[1:])
    assert compare([first], [replace(first, attribution=longer)]).agrees


def test_a_claim_that_one_reader_has_alone_is_shown_as_that(told):
    found = compare(told, told[:1])
    assert found.only_a == tuple(told[1:])
    assert found.only_b == ()


def test_another_act_on_the_same_words_is_another_claim(told):
    [first, *_] = told
    injured = replace(first, act=Act.INJURED)
    found = compare([first], [injured])
    assert (found.only_a, found.only_b) == ((first,), (injured,))


def test_the_whole_and_its_part_in_one_sentence_are_not_mistaken(told):
    whole, part, *_ = told
    assert whole.passage == part.passage
    found = compare([whole, part], [part, whole])
    assert found.agrees


def test_claims_on_other_words_are_never_a_pair(told):
    [first, *_] = told
    end = first.passage.end
    other = replace(first, passage=Passage(end, end + 4, " Two"))
    assert compare([first], [other]).only_b == (other,)


def test_every_claim_is_told_once_whoever_is_asked_first(told):
    mixed = [replace(claim, stance=Stance.ALLEGED) for claim in told[::-1]]
    one, other = compare(told, mixed[1:]), compare(mixed[1:], told)
    assert len(one.same) + len(one.differ) + len(one.only_a) == len(told)
    assert one.only_a == other.only_b
    assert {each.a.id for each in one.differ} == {each.b.id for each in other.differ}


def test_two_long_lists_of_claims_are_compared_in_bounded_time(told):
    [first, *_] = told
    many = [
        replace(first, passage=Passage(n * 10, n * 10 + 5, "13 me"), spans={})
        for n in range(5000)
    ]
    assert len(compare(many, many).same) == 5000


def test_a_list_of_a_thousand_names_in_one_sentence_is_compared_in_bounded_time(told):
    [first, *_] = told
    many = [replace(first, spans={"victims": (n, n + 1)}) for n in range(1000)]
    assert len(compare(many, many).same) == 1000


def test_the_line_for_programs_has_every_part(told, report_of):
    report = report_of(TEXT)
    a, b = read(report), Reading(tuple(told[:1]), 2, "other/1")
    plain = comparison_line(report, compare(a.claims, b.claims), a, b)
    line = json.loads(json.dumps(plain))
    assert line["report"] == "a.txt"
    assert line["readers"] == {"A": a.reader, "B": "other/1"}
    assert (line["same"], line["differ"]) == (1, [])
    assert [each["act"] for each in line["only"]["A"]] == ["killed", "abducted"]
    assert line["only"]["B"] == []
    assert line["dropped"] == {"A": 0, "B": 2}
