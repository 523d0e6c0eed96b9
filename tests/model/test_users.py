"""Users: ids that name nobody and can be read in one way only."""

import pytest

from tasjil.errors import BadValue
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User, check_user_id


@pytest.mark.parametrize("id", ["a", "reader-3", "x" * 32, "north2-b"])
def test_an_id_is_a_short_lower_case_word(id):
    assert check_user_id(id) == id
    assert User(UserId(id), Role.VERIFIER).id == id


@pytest.mark.parametrize(
    "id",
    *[
        (
            *("", " ", "Imre", "reader 3", "tasjil/0.1", "3rd", "-a", "x" * 33),
            *("reader-3\n", "réader", "قارئ", "a_b", "a.b"),
        )
    ],
)
def test_an_id_that_could_name_a_program_or_be_typed_in_two_ways_is_refused(id):
    with pytest.raises(BadValue, match="names nobody") as refused:
        User(UserId(id), Role.VERIFIER)
    assert len(id) < 3 or id not in str(refused.value)


def test_a_lead_answers_for_all_records():
    with pytest.raises(BadValue, match="whole case"):
        User(UserId("reader-3"), Role.LEAD, own_records=True)
    assert User(UserId("reader-3"), Role.DOCUMENTER, own_records=True).own_records
