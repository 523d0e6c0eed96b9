"""Lists of victims: every row as it came, whatever spreadsheet wrote it."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from tasjil.capture.lists import read_list
from tasjil.errors import CannotCapture


@pytest.fixture
def write(tmp_path):
    def put(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


def cells(found):
    return [tuple(row.cells.values()) for row in found.rows]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_cells_is_found_out(write, mark):
    text = f"name{mark}age\nAna Silva{mark}25\nIvo{mark}7\n"
    found = read_list(write("a.csv", text))
    assert found.headers == ("name", "age")
    assert cells(found) == [("Ana Silva", "25"), ("Ivo", "7")]
    assert [row.id for row in found.rows] == ["a:1", "a:2"]


def test_arabic_lists_from_old_spreadsheets_are_read(write):
    text = "الاسم;العمر;المكان\nأنا سيلفا;25;مدينة لومينيا في الساحل\n" * 2
    found = read_list(write("a.csv", text.encode("cp1256")))
    assert found.headers == ("الاسم", "العمر", "المكان")
    assert any("cp1256" in note for note in found.notes)


def test_a_title_above_the_headers_is_kept_apart(write):
    text = "Dead of Port Ava,,\nAs of 14 March,,\n\nName,Age,Date\nAna,25,2025-03-06\n"
    found = read_list(write("a.csv", text))
    assert found.headers == ("Name", "Age", "Date")
    assert found.above[0][0] == "Dead of Port Ava"
    assert found.rows[0].row == 5


def test_a_cell_keeps_its_line_breaks_spaces_and_quotation_marks(write):
    found = read_list(
        write("a.csv", 'name,note\n" Ana ","She said ""no"",\nthen left"\n')
    )
    assert cells(found) == [(" Ana ", 'She said "no",\nthen left')]


def test_a_nickname_in_quotation_marks_is_kept(write):
    found = read_list(write("a.csv", 'name,age\n"Ana "Nana" Silva",25\n'))
    assert "Nana" in found.rows[0].cells["name"]
    assert found.rows[0].cells["age"] == "25"


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows(write):
    rows = "".join(f"Person {n},{n}\n" for n in range(30))
    assert "never ends" in refusal(write("a.csv", f'name,age\n"Ana,25\n{rows}'))


def test_two_headers_of_one_name_lose_no_cell(write):
    found = read_list(write("a.csv", "Name,Name\nAna,Silva\n"))
    assert found.rows[0].cells == {"Name": "Ana", "Name (2)": "Silva"}


def test_a_row_longer_than_the_headers_loses_no_cell(write):
    found = read_list(write("a.csv", "Name,Age\nAna,25,extra\nIvo\n"))
    assert found.headers == ("Name", "Age", "")
    assert cells(found) == [("Ana", "25", "extra"), ("Ivo", "", "")]


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_gives_dates_as_iso_and_numbers_as_written(write):
    day = datetime.date(2025, 3, 6)
    rows = [["Name", "Age", "Died"], ["Ana", 25.0, day], ["Ivo", None, "~7 March"]]
    found = read_list(write("a.xlsx", workbook(("Dead", rows), ("Notes", [["x"]]))))
    assert found.sheet == "Dead"
    assert cells(found) == [("Ana", "25", "2025-03-06"), ("Ivo", "", "~7 March")]
    assert any("Notes" in note for note in found.notes)


def refusal(path):
    with pytest.raises(CannotCapture) as caught:
        read_list(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_workbook_bomb_is_not_opened(write):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<a/>" * 20_000_000)
    assert "zip bomb" in refusal(write("a.xlsx", out.getvalue()))


def test_a_workbook_that_claims_a_million_rows_is_read_for_what_it_holds(write):
    data = workbook(("Dead", [["Name"], ["Ana"]]))
    out = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name).replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
            target.writestr(name, part)
    assert cells(read_list(write("a.xlsx", out.getvalue()))) == [("Ana",)]


def test_a_cut_off_or_empty_list_is_refused(write):
    data = workbook(("Dead", [["Name"], ["Ana"]]))
    assert "cut off" in refusal(write("a.xlsx", data[:2_000]))
    assert "no sheet" in refusal(write("b.xlsx", workbook(("Dead", []))))
    assert "empty" in refusal(write("c.csv", b""))
    assert "no rows" in refusal(write("d.csv", b",,\n,,\n"))
    assert ".xlsx" in refusal(write("e.txt", b"name,age\n"))
