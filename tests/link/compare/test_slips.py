"""One slip of a letter in a short name is neither another name nor the same one."""

import pytest

from tasjil.link.compare.columns import prepare
from tasjil.link.compare.comparing import GIVEN, ONE_LETTER_OFF
from tasjil.link.score.duckdb_door import opened
from tasjil.link.score.scoring import count_patterns
from tasjil.model.particulars import Particulars


def given_names(one: str, other: str) -> str:
    """Say how two given names compare."""
    named = [
        Particulars(f"a:{n}", "a", name=each) for n, each in enumerate((one, other))
    ]
    pair = "select 0 as join_key_l, 1 as join_key_r, 'all' as match_key"
    with opened(prepare(named)) as api:
        found = count_patterns(api.duckdb_con, pair, (GIVEN,)).levels[0, 0]
    return [each.label for each in GIVEN.levels][::-1][found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Vell", "Zeter Vell"),
        ("Klaus Vell", "Kaus Vell"),
        ("Hans Vell", "Chans Vell"),
        ("Klaus Vell", "Lkaus Vell"),
        ("Thomas Vell", "Tnhomas Vell"),
    ],
)
def test_a_letter_put_for_another_left_out_put_in_or_swapped_is_one_letter_off(
    one: str, other: str
) -> None:
    assert given_names(one, other) == ONE_LETTER_OFF
    assert given_names(other, one) == ONE_LETTER_OFF


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Vell", "Hussein Vell"),
        ("Ali Vell", "Aliya Vell"),
        ("Bo Vell", "Jo Vell"),
        ("Peter Vell", "بيتر فيل"),
        ("سامي الوردي", "رامي الوردي"),
        ("Peter Vell", "Peter Vell"),
    ],
)
def test_two_names_two_scripts_and_two_letters_are_not_one_letter_off(
    one: str, other: str
) -> None:
    assert given_names(one, other) != ONE_LETTER_OFF


def test_a_name_that_differs_only_in_how_it_is_romanised_sounds_the_same() -> None:
    assert given_names("Salim Vell", "Salem Vell") == "same sound"
