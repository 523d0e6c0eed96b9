"""Why two records are one person or two is said in words, the weightiest first."""

import string

import pytest

from tasjil.link.compare import sentences
from tasjil.link.compare.sentences import Twin
from tasjil.link.compare.words import FREQUENCY, explain
from tasjil.model.causes import Cause
from tasjil.model.particulars import IdKind, Kin, Particulars
from tasjil.model.persons import AgeRange, Sex
from tasjil.model.places import Where


def told(record: str, **particulars: object) -> Particulars:
    return Particulars(record, record.split(":")[0], **particulars)  # type: ignore[arg-type]


def said(one: Particulars, other: Particulars) -> set[str]:
    found = {each.said.en for each in explain(one, other).reasons}
    turned = {each.said.en for each in explain(other, one).reasons}
    ages = {each for each in found | turned if each.startswith("ages ")}
    assert found - ages == turned - ages
    return found


def twins() -> list[Twin]:
    found: list[Twin] = []
    for value in vars(sentences).values():
        some = value.values() if isinstance(value, dict) else value
        some = [value] if isinstance(value, Twin) else some
        if isinstance(some, list | tuple) or hasattr(some, "__iter__"):
            found += [each for each in some if isinstance(each, Twin)]
    return found


def test_every_sentence_has_an_arabic_twin_with_the_same_gaps() -> None:
    assert len(twins()) > 60
    for twin in twins():
        gaps = [
            sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)
            for text in (twin.en, twin.ar)
        ]
        assert gaps[0] == gaps[1], twin
        assert any("\u0600" <= letter <= "\u06ff" for letter in twin.ar), twin


def test_a_name_in_two_scripts_agrees_part_by_part() -> None:
    one = told("a:1", name="سليم محمود درويش")
    other = told("b:1", name="Salim Darwish")
    assert said(one, other) == {
        "the given name and family agree across scripts",
        "the father is not told on one",
    }


def test_brothers_are_said_to_be_perhaps_siblings() -> None:
    one = told("a:1", name="Daren Iven Vell")
    other = told("b:1", name="Taro Iven Vell")
    assert said(one, other) == {
        "the father and family are spelled alike",
        sentences.SIBLINGS.en,
    }


def test_a_father_left_out_is_no_other_father() -> None:
    one = told("a:1", name="Daren Iven Osk Vell")
    other = told("b:1", name="Daren Osk Vell")
    assert said(one, other) == {
        "the given name and family are spelled alike",
        sentences.SHIFTED.en,
    }


def test_a_family_that_stands_first_is_the_same_name_in_another_order() -> None:
    assert sentences.SWAPPED.en in said(
        told("a:1", name="Daren Vell"), told("b:1", name="Vell Daren")
    )


def test_who_has_no_name_is_not_said_to_have_another() -> None:
    assert said(told("a:1", name="Daren Vell"), told("b:1")) == {sentences.NO_NAME.en}


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2031-05-03", "2031-05-03", "died on the same day"),
        ("2031-05-03", "2031-05-04", "died a day apart"),
        ("2031-05-03", "2031-05-06", "died 3 days apart"),
        ("2031-05-03", "2033-05-03", "died 731 days apart"),
        ("2031-05", "2031-05-06", sentences.DATES_FIT.en),
        ("2031-05-03", None, "the date of death is not told on one"),
    ],
)
def test_how_far_apart_two_died(one: str, other: str | None, words: str) -> None:
    assert words in said(told("a:1", died=one), told("b:1", died=other))


def test_what_is_told_by_nobody_is_not_spoken_of() -> None:
    assert said(told("a:1"), told("b:1")) == {sentences.NO_NAME.en}


def test_each_thing_that_both_tell_has_its_words() -> None:
    village, town = (
        Where("Sorin", place="p1", within=("p2",)),
        Where("Oreth", place="p2"),
    )
    one = told(
        "a:1",
        name="Daren Vell",
        sex=Sex.MAN,
        age=AgeRange(35, 35, "35"),
        where=(village,),
        home=(town,),
        ids=((IdKind.NATIONAL, "412345678"),),
        kin=((Kin.MOTHER, "Sela"),),
        cause=Cause.UNKNOWN,
    )
    other = told(
        "b:1",
        name="Daren Vell",
        sex=Sex.WOMAN,
        age=AgeRange(36, 36, "36"),
        where=(town,),
        home=(town,),
        ids=((IdKind.NATIONAL, "412345687"),),
        kin=((Kin.MOTHER, "Sela"),),
    )
    assert said(one, other) == {
        "the given name, family and mother are spelled alike",
        "the sex differs",
        "ages 35 and 36",
        "one place lies in the other",
        "from the same place",
        "the national ids are the same but for a slip",
    }


def test_the_weightiest_reason_comes_first_whichever_way_it_speaks() -> None:
    one = told("a:1", name="Daren Vell", died="2031-05-03", sex=Sex.MAN)
    other = told("b:1", name="Daren Vell", died="2032-05-03", sex=Sex.MAN)
    bits = {"given": 5.0, "family": 4.0, "died": -12.0, "sex": 1.0, FREQUENCY: -2.0}
    reasons = explain(one, other, bits, 0.2)
    assert [each.bits for each in reasons.reasons] == [-12.0, 9.0, -2.0, 1.0]
    assert reasons.lines()[:2] == (
        "more likely two persons than one (20 %); most for one: the given name and "
        "family are spelled alike; most for two: died 366 days apart",
        "died 366 days apart (-12 bits)",
    )
    assert (
        reasons.lines(arabic=True)[1] == "الفرق بين تاريخي الوفاة بالأيام: 366 (-12 بت)"
    )


def test_no_reason_repeats_a_name_or_a_number_of_a_paper() -> None:
    one = told("a:1", name="Daren Vell", ids=((IdKind.FILE, "88412"),))
    other = told("b:1", name="Taro Vell", ids=((IdKind.FILE, "99120"),))
    words = " ".join(explain(one, other, chance=0.1).lines())
    for private in ("Daren", "Taro", "Vell", "88412", "99120"):
        assert private not in words
