"""Lists as offices send them: a clear message or a sound result, and nothing lost."""

import io
import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tasjil.capture.csvlist import read_table
from tasjil.capture.lists import read_list
from tasjil.errors import CannotCapture


def saved(tmp_path: Path, name: str, text: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def book(path: Path, made: Workbook) -> Path:
    out = io.BytesIO()
    made.save(out)
    path.write_bytes(out.getvalue())
    return path


def with_rows(*rows: list[object]) -> Workbook:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    return made


def under(found, header: str) -> list[str]:
    return list(found.rows.under(header))


def test_group_headers_that_are_merged_are_joined_with_those_below(tmp_path):
    made = with_rows(
        ["Victim", None, None, "Death", None],
        ["Name", "Sex", "Age", "Date", "Place"],
        ["Daren Vell", "m", 40, "2031-05-04", "Kesarun"],
        ["Ilva Tornay", "f", 25, "2031-05-05", "Varesh"],
    )
    made.active.merge_cells("A1:C1")
    made.active.merge_cells("D1:E1")

    found = read_list(book(tmp_path / "a.xlsx", made))

    assert found.headers == (
        *("Victim / Name", "Victim / Sex", "Victim / Age"),
        *("Death / Date", "Death / Place"),
    )
    assert len(found.rows) == 2
    assert any("two rows" in note for note in found.notes)


def test_finer_headers_below_are_joined_and_are_no_person(tmp_path):
    text = (
        "الاسم,العمر,مكان الوفاة,,التاريخ\n,,المحافظة,القرية,\n"
        "دارن فيل,40,لومينيا,كسارون,2031-05-04\n"
        "إلفا تورناي,25,لومينيا,فاريش,2031-05-05\n"
    )

    found = read_list(saved(tmp_path, "a.csv", text))

    assert found.headers[2:4] == ("مكان الوفاة / المحافظة", "مكان الوفاة / القرية")
    assert [row.cells["الاسم"] for row in found.rows] == ["دارن فيل", "إلفا تورناي"]


def test_a_first_record_with_gaps_is_not_taken_for_headers(tmp_path):
    text = "name,,place\nDaren Vell,x,Kesarun\nIlva Tornay,,Varesh\n"
    found = read_list(saved(tmp_path, "a.csv", text))
    assert len(found.rows) == 2


def test_merged_cells_are_filled_down_and_others_are_not(tmp_path):
    made = with_rows(
        ["Place", "Name", "Age"],
        ["Kesarun", "Daren Vell", 40],
        [None, "Ilva Tornay", 25],
        [None, "Ana Silva", 31],
    )
    made.active.merge_cells("A2:A3")

    found = read_list(book(tmp_path / "a.xlsx", made))

    assert under(found, "Place") == ["Kesarun", "Kesarun", ""]
    assert any("merged" in note for note in found.notes)


def test_sheets_with_the_same_headers_are_one_list_and_others_are_named(tmp_path):
    made = with_rows(["Name", "Age"], ["Daren Vell", 40], ["Ilva Tornay", 25])
    for row in (["Name", "Age"], ["Ana Silva", 31]):
        made.create_sheet("May") if "May" not in made.sheetnames else None
        made["May"].append(row)
    made.create_sheet("Notes").append(["To do"])

    found = read_list(book(tmp_path / "a.xlsx", made))

    assert under(found, "Name") == ["Daren Vell", "Ilva Tornay", "Ana Silva"]
    assert [row.id for row in found.rows] == ["a:1", "a:2", "a:3"]
    assert any("read together" in note for note in found.notes)
    assert any("'Notes'" in note for note in found.notes)


def test_hidden_rows_are_read_and_said(tmp_path):
    made = with_rows(["Name", "Age"], ["Daren Vell", 40], ["Ilva Tornay", 25])
    made.active.row_dimensions[3].hidden = True

    found = read_list(book(tmp_path / "a.xlsx", made))

    assert len(found.rows) == 2
    assert any("hidden rows were read as well: 1" in note for note in found.notes)


def test_formulas_that_were_never_calculated_are_empty_and_said(tmp_path):
    made = with_rows(["Name", "Age"], ["Daren Vell", "=20+20"], ["Ilva Tornay", 25])

    found = read_list(book(tmp_path / "a.xlsx", made))

    assert under(found, "Age") == ["", "25"]
    assert any("formulas" in note and "save it" in note for note in found.notes)


def test_numbers_stored_as_text_and_the_other_way_read_the_same(tmp_path):
    made = with_rows(["Id", "Name"], [658534805, "Daren Vell"], ["658534805", "Ana"])
    found = read_list(book(tmp_path / "a.xlsx", made))
    assert under(found, "Id") == ["658534805", "658534805"]


def test_sixteen_thousand_columns_are_read_in_seconds(tmp_path):
    made = with_rows(["Name", "Age"], ["Daren Vell", 40])
    made.active.cell(1, 16_384, "last")
    made.active.cell(2, 16_384, "x")

    found = read_list(book(tmp_path / "a.xlsx", made))

    assert len(found.headers) == 16_384
    assert found.rows[0].cells["last"] == "x"


def test_empty_columns_at_the_end_are_no_columns(tmp_path):
    text = "name,age,,,\nDaren Vell,40,,,\nIlva Tornay,25,,,\n"
    found = read_list(saved(tmp_path, "a.csv", text))
    assert found.headers == ("name", "age")


def test_a_file_of_headers_only_is_a_list_of_nobody_and_says_so(tmp_path):
    found = read_list(saved(tmp_path, "a.csv", "name,age\n"))
    assert len(found.rows) == 0
    assert any("no row below" in note for note in found.notes)


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", ""), ("a.csv", "\n\n,,\n"), ("a.csv", "\ufeff\n")]
)
def test_an_empty_file_is_refused_with_what_to_do(tmp_path, name, text):
    with pytest.raises(CannotCapture, match=";"):
        read_list(saved(tmp_path, name, text))


def test_a_mark_at_the_beginning_of_the_file_is_not_part_of_the_first_header(tmp_path):
    found = read_list(saved(tmp_path, "a.csv", "\ufeffname,age\nDaren Vell,40\n"))
    assert found.headers == ("name", "age")


def test_marks_of_direction_inside_cells_are_kept_as_they_came(tmp_path):
    text = "name,age\n\u202bدارن فيل\u202c,40\n"
    found = read_list(saved(tmp_path, "a.csv", text))
    assert found.rows[0].cells["name"] == "\u202bدارن فيل\u202c"


def test_a_hostile_merge_over_the_whole_sheet_does_not_hold_us_up(tmp_path):
    made = with_rows(["Name", "Age"], ["Daren Vell", 40], ["Ilva Tornay", 25])
    made.active.merged_cells.add("A1:XFD1048576")
    found = read_list(book(tmp_path / "a.xlsx", made))
    assert len(found.rows) == 2


def test_a_hundred_thousand_empty_names_are_rows_like_any_other(tmp_path):
    text = "name,age\n" + ",40\n" * 100_000
    found = read_list(saved(tmp_path, "a.csv", text))
    assert len(found.rows) == 100_000
    assert found.rows[99_999].id == "a:100000"


CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(st.data(), st.integers(2, 5), st.sampled_from([",", ";", "\t"]))
def test_every_cell_of_any_table_is_found_again(data, width, mark):
    rows = data.draw(
        st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8)
    )
    head = [f"header {n}" for n in range(width)]
    text = "\n".join(
        mark.join('"' + cell.replace('"', '""') + '"' for cell in row)
        for row in [head, *rows]
    )

    grid = read_table(text.encode())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(text.encode())
        found = read_list(path)

    assert [list(row) for row in grid.rows] == [head, *rows]
    kept = [[row.cells.get(h, "") for h in head] for row in found.rows]
    above = [list(row) for row in found.above]
    told = [row for row in rows if any(cell.strip() for cell in row)]
    joined = "".join(found.headers)
    assert all(
        cell in joined or any(cell in row for row in (*kept, *above))
        for row in told
        for cell in row
    )
    assert len(kept) >= len(told) - 1


def test_a_list_without_headers_loses_nobody(tmp_path):
    text = "Daren Vell,m,40,2031-05-04\nIlva Tornay,f,25,2031-05-05\n"
    found = read_list(saved(tmp_path, "a.csv", text))
    assert found.headers == ("column 1", "column 2", "column 3", "column 4")
    assert len(found.rows) == 2
    assert any("no row of headers" in note for note in found.notes)


def test_a_year_among_the_headers_makes_them_no_record(tmp_path):
    text = "name,2030,2031\nDaren Vell,1,2\nIlva Tornay,3,4\n"
    found = read_list(saved(tmp_path, "a.csv", text))
    assert found.headers == ("name", "2030", "2031")
