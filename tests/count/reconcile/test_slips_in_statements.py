"""Slips inside one statement: sums, parts larger than wholes, percentages, places."""

import pytest

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.slips import slips
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.reconciliation import SlipKind

CIVILIANS = VictimGroup(text="civilians", status=Status.CIVILIAN)
FIGHTERS = VictimGroup(text="fighters", status=Status.DIRECT_PARTICIPANT)
SOLDIERS = VictimGroup(text="soldiers", status=Status.ARMED_FORCES)
WOMEN = VictimGroup(text="women", sex=Sex.WOMAN, age_group=AgeGroup.ADULT)
MEN = VictimGroup(text="men", sex=Sex.MAN, age_group=AgeGroup.ADULT)
CHILDREN = VictimGroup(text="children", age_group=AgeGroup.CHILD)


def found(lumenia, relays=None):
    evidence = lumenia.evidence()
    book = PlaceBook.of(evidence.claims.values(), {})
    return slips(evidence, book, relays or {})


def said(lumenia):
    return [slip.text for slip in found(lumenia)]


def state(lumenia, number, parts, place=("north", "south"), quote=None):
    """State a total with parts: (number, victims, place of its own or None)."""
    more = {} if quote is None else {"quote": quote}
    lumenia.total("obs", number, place, group="all", **more)
    for at, (part, victims, where) in enumerate(parts):
        own = where if where is not None else place
        numbered = {"group": f"part-{at}", "part_of": "all", "victims": victims}
        lumenia.total("obs", part, own, **numbered, **more)


def test_civilians_and_fighters_that_do_not_add_up_are_a_slip(lumenia):
    state(lumenia, 1018, [(745, CIVILIANS, None), (213, FIGHTERS, None)])
    (slip,) = found(lumenia)
    assert slip.kind is SlipKind.ARITHMETIC
    assert slip.text == (
        "the parts 745 + 213 add to 958, not 1,018: 60 of the whole are in none of them"
    )


def test_civilians_soldiers_and_fighters_that_add_up_are_none(lumenia):
    parts = [(745, CIVILIANS, None), (125, SOLDIERS, None), (148, FIGHTERS, None)]
    state(lumenia, 1018, parts)
    assert said(lumenia) == []


def test_parts_that_exceed_their_whole_are_a_slip_however_they_are_told(lumenia):
    state(
        lumenia,
        100,
        [(70, CIVILIANS, None), (40, FIGHTERS, None)],
        quote="100 people, including 70 civilians and 40 fighters",
    )
    assert said(lumenia) == ["the parts 70 + 40 add to 110, not 100: 10 too many"]


def test_some_of_the_dead_need_not_be_all_of_them(lumenia):
    state(lumenia, 60, [(10, WOMEN, None), (5, CHILDREN, None)])
    state_two = "60 people, among them 30 civilians and 25 soldiers"
    lumenia.total("un", 60, group="w", quote=state_two, text="60")
    for at, (number, who) in enumerate([(30, CIVILIANS), (25, SOLDIERS)]):
        start = state_two.index(str(number))
        lumenia.total(
            "un",
            number,
            group=f"p{at}",
            part_of="w",
            victims=who,
            quote=state_two,
            start=0,
            spans={"quantity": (start, start + 2)},
        )
    assert said(lumenia) == []


def test_provinces_that_are_all_of_the_area_must_add_up(lumenia):
    state(lumenia, 50, [(30, CIVILIANS, "north"), (18, CIVILIANS, "south")])
    (slip,) = found(lumenia)
    assert slip.kind is SlipKind.ARITHMETIC
    assert "30 + 18 add to 48, not 50" in slip.text


def test_a_province_of_which_nothing_is_told_leaves_room(lumenia):
    everywhere = ("north", "osk", "harbour")
    parts = [(30, CIVILIANS, "north"), (10, CIVILIANS, "osk")]
    state(lumenia, 50, parts, place=everywhere)
    assert said(lumenia) == []


def test_a_part_larger_than_its_whole_is_a_slip(lumenia):
    state(lumenia, 39, [(49, WOMEN, None)])
    (slip,) = found(lumenia)
    assert slip.kind is SlipKind.SUBSET
    assert slip.text == "a part of 49 is larger than its whole of 39"


def test_at_least_so_many_is_larger_than_nothing(lumenia):
    state(lumenia, (39, None), [(49, WOMEN, None)])
    assert said(lumenia) == []


def test_girls_may_be_counted_with_the_women(lumenia):
    state(lumenia, 60, [(30, MEN, None), (30, WOMEN, None), (20, CHILDREN, None)])
    assert said(lumenia) == []


def test_men_and_women_are_not_the_same_people(lumenia):
    state(lumenia, 60, [(40, MEN, None), (30, WOMEN, None)])
    assert said(lumenia) == ["the parts 40 + 30 add to 70, not 60: 10 too many"]


@pytest.mark.parametrize(
    ("quote", "wrong"),
    [
        ("of the 500 dead, 310 (60 per cent) were civilians", True),
        ("of the 500 dead, 310 (62 per cent) were civilians", False),
        ("of the 500 dead, 310, or about 60 per cent, were civilians", False),
        ("من بين 500 قتيل كان 310 مدنيين، أي 60 في المئة", True),
        ("من بين ٥٠٠ قتيل كان ٣١٠ مدنيين، أي ٦٢ في المئة", False),
        ("310 of the 500 were killed, 60 per cent more than in May", False),
        ("310 of the 500, about 60 per cent of them women", False),
    ],
)
def test_a_percentage_must_fit_the_numbers_beside_it(lumenia, quote, wrong):
    state(lumenia, 500, [(310, CIVILIANS, None)], quote=quote)
    texts = said(lumenia)
    assert texts == (["310 of 500 is 62.0 per cent, not 60 per cent"] if wrong else [])


def test_a_part_cannot_lie_outside_the_place_of_its_whole(lumenia):
    state(lumenia, 60, [(12, CIVILIANS, "osk")], place="north")
    (slip,) = found(lumenia)
    assert slip.kind is SlipKind.PLACE
    assert slip.text == (
        "a part of 12 is put in Osk, which is not inside North Province"
    )


def test_a_total_of_a_city_cannot_have_parts_of_the_province(lumenia):
    state(lumenia, 60, [(40, CIVILIANS, "south")], place="harbour")
    assert said(lumenia) == [
        "a part of 40 is put in South Province, which is wider than Harbour City"
    ]


def test_a_rejected_claim_is_no_slip(lumenia):
    state(lumenia, 39, [(49, WOMEN, None)])
    for claim in lumenia.claims:
        lumenia.states[claim] = ClaimState.REJECTED
    assert said(lumenia) == []
