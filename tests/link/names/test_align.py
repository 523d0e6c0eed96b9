"""Two names beside each other: one person, two brothers, two strangers."""

import pytest

from tasjil.link.names.align import Alignment, align
from tasjil.link.names.commonness import Commonness
from tasjil.link.names.explain import words
from tasjil.link.names.matching import Match
from tasjil.link.names.parse import parse
from tasjil.model.persons import Sex

COMMON = Commonness.of()


def laid(one: str, other: str, sex: Sex = Sex.MAN) -> Alignment:
    return align(parse(one), parse(other), COMMON, sex)


def test_a_grandfather_left_out_is_missing_and_no_contradiction() -> None:
    found = laid("سليم محمود حسن درمان", "Salim Mahmoud Darman")
    assert [pair.how for pair in found.pairs] == [
        *(Match.SOUND, Match.SOUND, None, Match.SOUND)
    ]
    assert found.weight > 15


def test_brothers_differ_in_the_given_name_and_could_be_siblings() -> None:
    found = laid("سليم محمود حسن درمان", "وليد محمود حسن درمان")
    assert found.could_be_siblings
    assert found.weight < 6


def test_cousins_share_a_family_and_are_no_siblings() -> None:
    found = laid("سليم محمود حسن درمان", "سليم خالد حسن درمان")
    assert not found.could_be_siblings
    assert found.weight < laid("سليم محمود حسن درمان", "سليم محمود درمان").weight


def test_a_rare_family_says_more_than_a_common_given_name() -> None:
    assert laid("محمد", "محمد").weight < 5
    assert laid("محمد درمان", "محمد درمان").weight > laid("محمد علي", "محمد علي").weight


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سليم محمود درمان", "Darman Salim Mahmoud"),
        ("سليم محمود وليد درمان", "Darman Mahmoud Salim"),
        ("M. Salim Darman", "Muhammad Salim Darman"),
        ("Abd Allah Salim Darman", "عبدالله سليم درمان"),
        ("Mohammed Amin Darman", "Mohammedamin Darman"),
        ("أبو سليم درمان", "Abu Salim Darman"),
        ("Salim Darman (Abu Khaled)", "سليم درمان الملقب ابو خالد"),
        ("شليم محمود حرمان", "سليم محمود حرمان"),
    ],
)
def test_one_person_told_in_two_ways_is_likely_one(one: str, other: str) -> None:
    assert laid(one, other).weight > 8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Omar Darman", "Hussein Omar Darman"),
        ("سالم عمر درمان", "Sulaiman Omar Darman"),
        ("Jamal Omar Darman", "Kamal Omar Darman"),
        ("Amin Omar Darman", "أمينة عمر درمان"),
        ("سعد عمر درمان", "سعيد عمر درمان"),
        ("Walid Omar Darman", "Khalid Omar Darman"),
    ],
)
def test_names_that_look_alike_are_two(one: str, other: str) -> None:
    assert laid(one, other).weight < 6
    assert laid(one, other).could_be_siblings


def test_which_name_stands_first_is_of_no_matter() -> None:
    names = ["سليم محمود درمان", "Darman Salim", "Abu Ali Darman", "M. Salim", "وليد"]
    names += [
        "Abu Ali",
        "أم سليم",
        "son of Salim",
        "(Abu Ali)",
        "Salim M. A. B. Darman",
    ]
    for one in names:
        for other in names:
            assert laid(one, other).weight == pytest.approx(laid(other, one).weight)


def test_nobody_named_says_nothing() -> None:
    assert laid("unknown", "سليم").weight == 0


def test_the_words_tell_parts_and_scripts_and_no_names() -> None:
    said = words(laid("محمد محمود حسن درمان", "Mohamed Mahmoud Darman"), Sex.MAN)
    assert "given name, father and family agree across scripts" in said
    assert "the grandfather is missing on one" in said
    assert "the given name is borne by 8% of men" in said
    assert "Mahmoud" not in said
    brothers = words(laid("سليم محمود درمان", "وليد محمود درمان"), Sex.MAN)
    assert "the given name differs" in brothers
    assert brothers.endswith("they could be siblings")


def test_a_large_list_speaks_for_itself() -> None:
    names = [(parse("Tareen Darman"), Sex.MAN)] * 5000
    own = Commonness.of(names)
    [given, _] = parse("Tareen Darman").parts
    assert own.given_share(given, Sex.MAN) > 0.8
    assert COMMON.given_share(given, Sex.MAN) < 0.001


def test_a_son_who_bears_his_fathers_name_turned_is_somebody_else() -> None:
    assert laid("خالد وليد درمان", "وليد خالد درمان").weight < 6


def test_cousins_named_after_their_grandfather_are_not_surely_one() -> None:
    found = laid("سليم محمود حرمان", "سليم وليد حرمان")
    assert found.weight < laid("سليم محمود حرمان", "سليم حرمان").weight
    assert found.weight < 10


def test_muhammad_before_the_name_that_people_use_is_left_out_now_and_then() -> None:
    assert laid("محمد نذير حرمان", "نذير حرمان").weight > 5


def test_two_kunyas_speak_against_one_person() -> None:
    one = laid("Abu Ali Mahmoud Darman", "Abu Omar Mahmoud Darman")
    assert one.weight < laid("Mahmoud Darman", "Abu Omar Mahmoud Darman").weight


@pytest.mark.parametrize(
    ("one", "spelled", "another"),
    [
        ("Huda Darman", "Houda Darman", "Hadi Darman"),
        ("Rashid Darman", "Rachid Darman", "Rashad Darman"),
        ("Basim Darman", "Bassem Darman", "Bassam Darman"),
        ("Omar Darman", "Umar Darman", "Amer Darman"),
    ],
)
def test_vowels_that_writers_seldom_swap_speak_for_two(
    one: str, spelled: str, another: str
) -> None:
    assert laid(one, spelled).weight > laid(one, another).weight + 2
