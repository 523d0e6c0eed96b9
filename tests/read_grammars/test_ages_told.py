"""How old: years, months, decades, lists and groups."""

import pytest

from tasjil.model.persons import AgeRange
from tasjil.read.english.people.ages import find_ages


def years(text: str) -> list[int | tuple[int, int | None]]:
    return [
        (f.value.low, f.value.high) if isinstance(f.value, AgeRange) else f.value
        for f in find_ages(text)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Anton Dravich, 25, a farmer", [25]),
        ("Anton Dravich (25)", [25]),
        ("Anton Dravich, aged 25", [25]),
        ("a 25-year-old man", [25]),
        ("a 25 year old man", [25]),
        ("a twelve-year-old boy", [12]),
        ("a 6-month-old baby", [0]),
        ("an 18-month-old baby", [1]),
        ("Lis, 8 months, died", [0]),
        ("a woman in her twenties", [(20, 29)]),
        ("a man in his 30s", [(30, 39)]),
        ("a man in his late 40s", [(47, 49)]),
        ("children aged between 3 and 11", [(3, 11)]),
        ("children aged 3 to 11", [(3, 11)]),
        ("children aged 4, 5 and 6 were killed", [4, 5, 6]),
        ("two boys aged 12 and 15", [12, 15]),
        ("children under the age of 5", [(0, 4)]),
        ("a boy of 14", [14]),
        ("a teenager", [(13, 19)]),
        ("the elderly man", [(60, None)]),
        ("at the age of 70", [70]),
        ("Anton, 3, and his sister Lis, 5.", [3, 5]),
    ],
)
@pytest.mark.parametrize("shout", [False, True])
def test_ages_are_read_in_any_dress(
    words: str, expected: list[int], shout: bool
) -> None:
    assert years(words.upper() if shout else words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "on March 7, 1990",
        "killed 5, wounded 12, took 3",
        "in Varesh, 12 people died",
        "in the 1980s",
        "a 200-year-old bridge",
        "March 7, 25 people",
    ],
)
def test_other_numbers_are_no_ages(words: str) -> None:
    assert years(words) == []


def test_an_age_in_brackets_is_the_number_alone() -> None:
    [found] = find_ages("Mira Halqi (34) was killed")
    assert (found.text, found.start) == ("34", 12)
