"""A table is read as its maker meant it, or the maker is asked; never guessed."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.errors import BadTable, BadValue
from tasjil.estimate.tables import ToldTables, read_table

TABLE = "ministry,monitor,clinic,count\n1,0,0,30\n0,1,0,20\n1,1,0,10\n0,0,1,5\n"


def test_columns_of_zero_and_one_are_lists_and_count_is_people():
    told = read_table(TABLE)
    assert told.lists == ("ministry", "monitor", "clinic")
    assert told.table.n == 65
    assert told.table.together("ministry", "monitor") == 10
    assert not told.persons


@pytest.mark.parametrize("between", [";", "\t", "|"])
def test_what_parts_the_cells_is_seen_in_the_header(between):
    assert read_table(TABLE.replace(",", between)).table.digest == (
        read_table(TABLE).table.digest
    )


def test_a_spreadsheet_in_arabic_is_the_same_table():
    arabic = TABLE.replace("count", "العدد").translate(
        {ord(str(digit)): chr(0x660 + digit) for digit in range(10)}
    )
    assert read_table(arabic).table.digest == read_table(TABLE).table.digest


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_what_spreadsheets_save(tmp_path: Path, encoding):
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding=encoding)
    assert read_table(path).table.n == 65


def test_a_file_in_an_old_encoding_says_how_to_save_it(tmp_path: Path):
    path = tmp_path / "table.csv"
    path.write_bytes(TABLE.replace("count", "العدد").encode("cp1256"))
    with pytest.raises(BadTable, match="CSV UTF-8"):
        read_table(path)


def test_a_spreadsheet_says_what_to_save(tmp_path: Path):
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"PK\x03\x04 and so on")
    with pytest.raises(BadTable, match="save the sheet"):
        read_table(path)


def test_a_quoted_source_with_commas_is_told_and_is_no_list():
    told = read_table('a,b,count,source\n1,0,3,"Ball, Asher 2002"\n1,1,1,"Ball, X"\n')
    assert told.lists == ("a", "b")
    assert told.sources == ("Ball, Asher 2002", "Ball, X")


def test_without_count_a_row_is_a_person_and_the_rest_is_known_of_them():
    told = read_table("a,b,sex,age\n1,0,woman,31\n1,1,,NA\n0,1,man,8\n")
    assert told.persons
    assert told.table.n == 3
    assert told.column("sex") == ("woman", None, "man")
    assert told.column("age") == ("31", None, "8")


def test_draws_are_tables_of_their_own_and_never_added():
    told = read_table("draw,a,b,count\n1,1,0,3\n1,1,1,1\n2,1,0,2\n2,1,1,2\n")
    assert [table.n for table in told.tables()] == [4, 4]
    assert told.n == 4
    with pytest.raises(BadValue, match="estimate each"):
        _ = told.table


def test_the_form_that_linking_writes_is_read_back():
    from tasjil.link.persons.overlaps import Overlap, write_overlaps

    draws = [[Overlap((True, False), 3)], [Overlap((True, True), 2)]]
    told = read_table(write_overlaps(("ministry", "monitor"), draws, draws=True))
    assert [table.n for table in told.tables()] == [3, 2]


def test_the_cell_of_nobodys_list_may_stand_empty():
    assert read_table("a,b,count\n0,0,NA\n1,0,3\n1,1,2\n").table.n == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "found nothing"),
        ("1,0,30\n0,1,20\n", "names the columns"),
        ("Adam Weller,1,0,1\n", "names the columns"),
        ("a,a,count\n1,0,3\n", "columns 1 and 2 with one name"),
        ("a,b,count\n1,0,3\n1,1\n", "3 cells on line 3"),
        ("a,b,count\n1,0,3\n\n1,1,2.5\n", "on line 4, found 2.5"),
        ("a,b,count\n1,0,-3\n", "on line 2, found -3"),
        ("a,b,count\n1,0,\n", "found an empty cell"),
        ("a,b,count\n1,0,Ada Weller\n", "found words"),
        ("a,b,count\n0,0,12\n1,0,3\n", "line 2 on none"),
        ("place,count\nHarbour,3\n", "column of 0 and 1 for each list"),
        ("a,b,freq\n1,0,3\n1,1,2\n", "column named count"),
        ("a,b,count,replicate\n1,0,3,1\n1,0,2,2\n", "column named draw"),
        ("a,b,count,العدد\n1,0,3,3\n", "one column of this meaning"),
        ("draw,a,b,count\nx,1,0,3\n", "number of a draw on line 2"),
        ("a,b,female,count\n1,0,1,3\n1,1,0,2\n", "whether female is a list"),
        ("a,b,count\nyes,1,3\nno,1,2\n", "yes and no in a"),
        ("a,b,,count\n1,0,x,3\n", "a name for column 3"),
    ],
)
def test_a_table_that_is_wrong_is_refused_where_it_is_wrong(text, said):
    with pytest.raises(BadTable, match=said) as told:
        read_table(text)
    assert "Weller" not in str(told.value)


def test_a_stray_cell_in_a_list_is_asked_about_and_not_taken_for_a_stratum():
    rows = "".join("1,0\n0,1\n" for _ in range(9))
    for stray, said in (("2,1\n", "found 2"), (",1\n", "found an empty cell")):
        with pytest.raises(BadTable, match=f"for a on line 20, {said}"):
            read_table("a,b\n" + rows + stray)


def test_lists_named_by_a_person_settle_what_cells_cannot():
    text = "a,b,female,count\n1,0,1,3\n1,1,0,2\n"
    told = read_table(text, lists=["a", "b"])
    assert (told.lists, told.about) == (("a", "b"), ("female",))
    assert read_table(text, lists=["b", "a", "female"]).about == ()
    assert read_table("a,b\nyes,no\nno,yes\n", lists=["a", "b"]).table.n == 2


def test_a_list_that_is_asked_for_must_be_there_and_hold_zero_and_one():
    with pytest.raises(BadTable, match="found 'c' asked for"):
        read_table("a,b\n1,0\n", lists=["c"])
    with pytest.raises(BadTable, match="the list b on line 3, found an empty cell"):
        read_table("a,b\n1,0\n1,\n", lists=["a", "b"])


def test_a_file_that_is_not_there_says_so(tmp_path: Path):
    with pytest.raises(BadTable, match="No such file"):
        read_table(tmp_path / "none.csv")


def test_people_are_told_one_by_one():
    told = ToldTables.of_people(("a", "b"), [(1, 0), (1, 1)], ("sex",), [("w",), ("",)])
    assert told.persons
    with pytest.raises(BadValue, match="on no list"):
        ToldTables.of_people(("a", "b"), [(0, 0)])
    with pytest.raises(BadValue, match="1 values for each of 1"):
        ToldTables.of_people(("a", "b"), [(1, 0)], ("sex",), [()])


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_table_or_is_refused_in_words(text):
    with suppress(BadTable):
        told = read_table(text)
        assert told.on.any(1).all()
        assert (told.counts >= 0).all()


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.tuples(st.booleans(), st.booleans()).filter(any), st.integers(0, 9999)
        ),
        min_size=1,
        max_size=10,
    )
)
def test_what_is_written_is_read(rows):
    lines = [f"{int(on[0])},{int(on[1])},{many}" for on, many in rows]
    told = read_table("\n".join(["x,y,count", *lines]))
    assert told.table.n == sum(many for _, many in rows)
