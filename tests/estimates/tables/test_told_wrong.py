"""Files that are no tables, or nearly, and what a person is told of them."""

import pytest

from tasjil.errors import BadTable
from tasjil.estimate.tables import read_table

HEAD = "ministry,monitor,families,count\n"


def test_a_file_of_bytes_is_no_table_of_nobody(tmp_path):
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x00\x01\x02,\x00\n")
    with pytest.raises(BadTable, match="bytes that no text has"):
        read_table(path)


@pytest.mark.parametrize("count", ["6" + "0" * 12, "6" + "0" * 31, "٩" * 13])
def test_more_people_than_can_be_counted_are_said_to_be_too_many(count):
    with pytest.raises(BadTable, match="at most 999,999,999,999 people .* line 3"):
        read_table(f"{HEAD}1,0,0,4\n0,1,1,{count}\n")


def test_a_million_million_less_one_can_be_counted():
    assert read_table(f"{HEAD}1,1,1,{'9' * 12}\n").n == 10**12 - 1


def test_a_two_among_noughts_and_ones_is_asked_about():
    """Otherwise the list would silently tell of people, and the rest be estimated."""
    with pytest.raises(
        BadTable, match="0 or 1 for ministry on line 2, found 2.*--lists"
    ):
        read_table(f"{HEAD}2,0,1,5\n0,1,1,3\n1,1,0,4\n")


def test_codes_under_a_name_that_tells_of_people_are_no_lists():
    told = read_table("a,b,sex,count\n1,0,0,5\n0,1,1,3\n1,1,2,4\n")
    assert (told.lists, told.about) == (("a", "b"), ("sex",))


def test_whoever_names_the_lists_may_have_any_codes_beside_them():
    told = read_table("a,b,kind,count\n1,0,0,5\n0,1,1,3\n1,1,2,4\n", ["a", "b"])
    assert told.about == ("kind",)
