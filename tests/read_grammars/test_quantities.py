"""How many: bounds, ranges, vague words, and the numbers that count no people."""

import pytest

from tasjil.model.quantity import Quantity, Unit
from tasjil.read.english.numbers.number_words import number
from tasjil.read.english.numbers.quantities import (
    find_quantities,
    quantity_of_noun_phrase,
)


def ends(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(f.text, f.value.low, f.value.high) for f in find_quantities(text)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("23", 23),
        ("1,383", 1383),
        ("twenty-three", 23),
        ("twenty three", 23),
        ("a hundred and five", 105),
        ("one hundred", 100),
        ("two hundred and fifty", 250),
        ("1.4 thousand", 1400),
        ("three thousand two hundred", 3200),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("three score", 60),
        ("ninety-nine", 99),
    ],
)
def test_a_number_means_the_same_in_digits_and_in_words(words: str, value: int) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ("13 people were killed", 13, 13),
        ("at least 13 people were killed", 13, None),
        ("no fewer than 13 people were killed", 13, None),
        ("not less than 13 people were killed", 13, None),
        ("more than 1,400 civilians were killed", 1401, None),
        ("over 200 were killed", 201, None),
        ("in excess of 50 people died", 51, None),
        ("40 or more people died", 40, None),
        ("40+ people died", 40, None),
        ("up to 12 people died", None, 12),
        ("as many as 12 people died", None, 12),
        ("at most 12 people died", None, 12),
        ("no more than 12 people died", None, 12),
        ("fewer than 12 people died", None, 11),
        ("less than 12 people died", None, 11),
        ("nearly 50 people died", 45, 50),
        ("almost 50 people died", 45, 50),
        ("about 50 people died", 45, 55),
        ("some 50 people died", 45, 55),
        ("an estimated 50 people died", 45, 55),
        ("approximately 5 people died", 5, 5),
        ("exactly 5 people died", 5, 5),
        ("between 10 and 12 people died", 10, 12),
        ("10-12 people died", 10, 12),
        ("10 to 12 people died", 10, 12),
        ("10 or 12 people died", 10, 12),
        ("from 10 to 12 people died", 10, 12),
        ("two or three people died", 2, 3),
        ("at least 10 and up to 15 people died", 10, 15),
        ("several people died", 3, None),
        ("dozens of people died", 12, None),
        ("scores of people died", 20, None),
        ("hundreds of people died", 100, None),
        ("thousands of people fled", 1000, None),
        ("tens of people died", 10, None),
        ("tens of thousands of people fled", 10000, None),
        ("several dozen people died", 36, None),
        ("a couple of people died", 2, None),
        ("a handful of people died", 3, None),
        ("a number of people died", 2, None),
        ("an unknown number of people died", None, None),
        ("no one was killed", 0, 0),
        ("nobody was killed", 0, 0),
        ("no casualties were reported", 0, 0),
        ("both were killed", 2, 2),
        ("a family of five was killed", 5, 5),
        ("a five-member family was killed", 5, 5),
        ("a soldier was killed", 1, 1),
        ("one man was killed", 1, 1),
        ("one was killed", 1, 1),
    ],
)
@pytest.mark.parametrize("shout", [False, True])
def test_bounds_and_vague_words_become_a_range(
    told: str, low: int | None, high: int | None, shout: bool
) -> None:
    text = told.upper() if shout else told
    [found] = find_quantities(text)
    assert (found.value.low, found.value.high) == (low, high)
    assert found.text == found.value.text == text[found.start : found.end]


@pytest.mark.parametrize(
    "told",
    [
        "in 2013 and 2014",
        "on 7 March 2025",
        "March 7",
        "7 MAY 90",
        "12-14 July",
        "at 10:30 a.m.",
        "at 5 p.m.",
        "20 percent of the town",
        "20% of the town",
        "$400",
        "3 million pesos",
        "300 meters away",
        "5 km from Varesh",
        "30 minutes later",
        "a 25-year-old",
        "aged 4, 5 and 6",
        "phone +963 11 223 44",
        "the 15th Brigade",
        "Highway 4",
        "Resolution 2139",
        "an M-16 rifle",
        "Article 3",
        "two car bombs",
        "three houses and 2 shops",
        "five airstrikes",
        "one day",
        "a police station",
        "the 1990s",
        "Anton Dravich, 25, a",
        "Detachment No. 4",
        "dozens of houses",
        "no detail of civilian harm",
        "at 2200 on 18 March",
        "they have been inside since 1705",
        "one of the gas stations",
        "(Radio Cadena 1)",
        "7. The end",
    ],
)
@pytest.mark.parametrize("shout", [False, True])
def test_dates_money_and_things_are_not_people(told: str, shout: bool) -> None:
    assert ends(told.upper() if shout else told) == []


def test_police_officers_are_people_and_police_stations_are_not() -> None:
    assert ends("two police officers near three police stations") == [("two", 2, 2)]


def test_may_after_a_number_is_a_verb_and_no_month() -> None:
    assert ends("7 may have died") == [("7", 7, 7)]


def test_a_year_before_a_number_leaves_the_number_alone() -> None:
    assert ends("In 2013 12 people were killed") == [("12", 12, 12)]


def test_the_words_of_a_number_hold_its_bound() -> None:
    [found] = find_quantities("killing more than 1,400 civilians")
    assert found.text == "more than 1,400"


def test_a_number_and_its_bound_may_stand_on_two_lines() -> None:
    assert ends("AT LEAST\nTWENTY\nTHREE PEASANTS DIED")[0][1:] == (23, None)


def test_bodies_and_families_are_units_of_their_own() -> None:
    units = [f.value.unit for f in find_quantities("11 bodies, 2 families, 3 men")]
    assert units == [Unit.BODY, Unit.FAMILY, Unit.PERSON]


def test_entire_families_are_families_of_unknown_number() -> None:
    [found] = find_quantities("entire families were killed")
    assert found.value == Quantity(None, None, "entire families", Unit.FAMILY)


def test_it_is_unknown_how_many_is_an_unknown_number_and_never_zero() -> None:
    [found] = find_quantities("it is unknown how many people died")
    assert not found.value.known


def test_the_codebook_decides_what_dozens_means() -> None:
    [found] = find_quantities("dozens died", {"dozens": 24})
    assert found.value.low == 24


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("a mother and her three children", 4, 4),
        ("six teachers, their driver and his sister", 8, 8),
        ("husband and wife", 2, 2),
        ("women and children", 2, None),
        ("soldiers", 2, None),
        ("13 soldiers and policemen", 13, 13),
        ("3 men and several women", 6, None),
        ("his wife and children", 3, None),
        ("her son", 1, 1),
        ("the two brothers", 2, 2),
        ("Anton Dravich and his wife", 2, 2),
        ("dozens of people, including three children", 12, None),
        ("a family of five", 5, 5),
        ("SIX TEACHERS AND TWO WOMEN", 8, 8),
        ("police", 2, None),
    ],
)
def test_a_noun_phrase_adds_up_the_people_it_joins(
    phrase: str, low: int | None, high: int | None
) -> None:
    quantity = quantity_of_noun_phrase(phrase)
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.text) == (low, high, phrase)


@pytest.mark.parametrize("phrase", ["the house", "two cars", "", "of"])
def test_a_phrase_without_people_has_no_number_of_people(phrase: str) -> None:
    assert quantity_of_noun_phrase(phrase) is None


def test_between_a_number_and_a_bounded_one_is_a_range() -> None:
    assert ends("Between 70 and “over 150” villagers died") == [
        ("Between 70 and “over 150", 70, 150)
    ]


def test_a_person_told_with_an_age_before_the_noun_is_one_person() -> None:
    assert ends("a 35-year-old widow was killed") == [("a", 1, 1)]
