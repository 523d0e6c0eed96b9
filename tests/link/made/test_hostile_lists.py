"""Lists as badly made as lists are: each ends in a sound result or a clear message."""

import json
import sys
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from tasjil.cli import main

HOSTILE = Path(__file__).parent / "hostile"
FILES = sorted(path.name for path in HOSTILE.iterdir())
NAMES = ("Zendal", "Tushkal", "Sonfar", "زندال", "توشكال")
GIVEN = ("Salem", "Tirza", "Nadir", "Hana", "Omar", "Yusra", "Kerim", "Lamis", "Talal")
FAMILY = ("Zendal", "Tushkal", "Sonfar", "Belvar", "Kastir", "Mordun", "Halvik")
SAME = "Salem Zendal"


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command; give its status, what it said, and its errors."""

    def run(*args):
        monkeypatch.setattr(sys, "argv", ["tasjil", *map(str, args)])
        status = 0
        try:
            main()
        except SystemExit as left:
            status = left.code or 0
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def link(run):
    """Link lists; give who each record is, or None where a clear message refused."""

    def link(*lists):
        status, out, err = run("link", *lists, "--json")
        if status:
            assert clear(err)
            return None
        told = [json.loads(line) for line in out.splitlines()]
        assert max(Counter(each["record"] for each in told).values(), default=0) <= 1
        return {each["record"]: each["person"] for each in told}

    return link


def clear(error):
    """An error says something, is no traceback, and repeats no name of a person."""
    told = error.strip()
    return told and "Traceback" not in told and not any(n in told for n in NAMES)


def write(path, header, rows):
    lines = [",".join(header), *(",".join(map(str, row)) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def someone(number):
    """Give one of many names, each another: given, father, family."""
    given = GIVEN[number % 9]
    father = GIVEN[number // 9 % 9]
    return f"{given} {father} {FAMILY[number // 81 % 7]}"


def day(number):
    return f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"


def people(numbers):
    """Give rows about people of these numbers: name, age, day."""
    return [(someone(n), 3 + n * 7 % 80, day(n * 5)) for n in numbers]


HEADER = ("name", "age", "date of death")


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_alone_ends_well(link, name):
    link(HOSTILE / name)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_beside_a_good_one_ends_well(link, name, tmp_path):
    good = write(tmp_path / "good.csv", HEADER, people(range(10)))
    said = link(HOSTILE / name, good)
    if said is not None:
        assert {f"good:{n}" for n in range(1, 11)} <= set(said)


@pytest.mark.parametrize("name", FILES)
def test_what_columns_of_a_bad_file_mean_is_told_or_refused(run, name):
    status, out, err = run("columns", HOSTILE / name)
    assert clear(err) if status else out.strip()


def test_under_two_headers_nobody_is_lost(link):
    said = link(HOSTILE / "two_headers.csv")
    assert said is None or len(set(said.values())) >= 3


def test_a_list_with_only_a_header_holds_nobody(link, tmp_path):
    good = write(tmp_path / "good.csv", HEADER, people(range(5)))
    said = link(good, HOSTILE / "header_only.csv")
    assert said is None or set(said) == {f"good:{n}" for n in range(1, 6)}


def test_four_people_with_one_id_are_not_one_person(link):
    said = link(HOSTILE / "duplicated_ids.csv")
    if said is not None:
        assert len(said) == 6
        assert len(set(said.values())) >= 4


def test_marks_that_nobody_sees_do_not_make_two_persons(link, tmp_path):
    plain = tmp_path / "plain.csv"
    plain.write_text(
        "الاسم,العمر,تاريخ الوفاة\n"
        "سالم زندال,35,2031-05-03\nتيرزا توشكال,37,2031-05-03\n",
        encoding="utf-8",
    )
    said = link(plain, HOSTILE / "marks_in_cells.csv")
    assert said["plain:1"] == said["marks_in_cells:1"]
    assert said["plain:2"] == said["marks_in_cells:3"]
    assert said["plain:1"] != said["plain:2"]


@pytest.mark.parametrize("name", ["semicolons", "tabs_utf16", "windows_arabic"])
def test_another_program_s_file_is_read_row_by_row(link, name):
    said = link(HOSTILE / f"{name}.csv")
    assert set(said) == {f"{name}:1", f"{name}:2"}
    assert len(set(said.values())) == 2


def test_merged_cells_are_read(link, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Governorate", "Name", "Age", "Date of death"])
    for row in people(range(6)):
        sheet.append(["Dorrim", *row])
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("A5:A7")
    book.save(tmp_path / "merged.xlsx")
    said = link(tmp_path / "merged.xlsx")
    assert len(said) == len(set(said.values())) == 6


@pytest.mark.slow
def test_thousands_of_rows_that_name_nobody_are_linked_to_nobody(link, tmp_path):
    nobody = [("", "", day(0)) for _ in range(3000)]
    a = write(tmp_path / "a.csv", HEADER, [*people(range(20)), *nobody])
    b = write(tmp_path / "b.csv", HEADER, [*people(range(20)), *nobody])
    said = link(a, b)
    assert len(said) == 6040
    assert max(Counter(said.values()).values()) <= 2


@pytest.mark.slow
def test_one_name_on_half_the_rows_is_not_one_person(link, tmp_path):
    rows = [(SAME, 3 + n * 7 % 80, day(n * 5)) for n in range(600)]
    a = write(tmp_path / "a.csv", HEADER, [*people(range(600)), *rows])
    b = write(tmp_path / "b.csv", HEADER, [*people(range(300)), *rows[:300]])
    said = link(a, b)
    assert len(said) == 1800
    assert max(Counter(said.values()).values()) <= 20


def test_one_clean_list_alone_is_as_many_persons_as_rows(link, tmp_path):
    said = link(write(tmp_path / "a.csv", HEADER, people(range(300))))
    assert len(said) == 300
    assert len(set(said.values())) >= 290


def test_the_same_list_under_two_names_is_each_person_twice(link, tmp_path):
    a = write(tmp_path / "a.csv", HEADER, people(range(200)))
    b = write(tmp_path / "b.csv", HEADER, people(range(200)))
    said = link(a, b)
    found = sum(said[f"a:{n}"] == said[f"b:{n}"] for n in range(1, 201))
    assert found >= 190


@pytest.mark.slow
def test_two_lists_with_nothing_in_common_share_nobody(link, tmp_path):
    a = write(tmp_path / "a.csv", HEADER, people(range(0, 200)))
    b = write(tmp_path / "b.csv", HEADER, people(range(400, 600)))
    said = link(a, b)
    assert len(said) == 400
    assert len(set(said.values())) >= 380


@pytest.mark.slow
def test_twenty_lists_of_ten_rows_are_linked(link, tmp_path):
    lists = [
        write(tmp_path / f"l{n}.csv", HEADER, people(range(n * 5, n * 5 + 10)))
        for n in range(20)
    ]
    said = link(*lists)
    assert len(said) == 200
    assert 90 <= len(set(said.values())) <= 130


@pytest.mark.slow
def test_long_notes_and_two_hundred_columns_change_nobody(link, tmp_path):
    plain = people(range(50))
    notes = [(*row, "seen near the bridge " * 500) for row in plain]
    wide = [(*row, *(f"v{n}" for n in range(197))) for row in plain]
    a = write(tmp_path / "a.csv", (*HEADER, "notes"), notes)
    b = write(tmp_path / "b.csv", (*HEADER, *(f"field {n}" for n in range(197))), wide)
    said = link(a, b)
    assert sum(said[f"a:{n}"] == said[f"b:{n}"] for n in range(1, 51)) >= 45


@pytest.mark.slow
def test_the_order_of_rows_and_of_lists_changes_nobody(link, tmp_path):
    rows = people(range(100))
    a = write(
        tmp_path / "a.csv", ("id", *HEADER), [(n, *r) for n, r in enumerate(rows)]
    )
    b = write(
        tmp_path / "b.csv", ("id", *HEADER), [(n, *r) for n, r in enumerate(rows)]
    )
    first = link(a, b)
    shuffled = sorted(enumerate(rows), key=lambda each: each[1])
    write(a, ("id", *HEADER), [(n, *r) for n, r in shuffled])
    second = link(b, a)
    assert groups(first) == groups(second)


def groups(said):
    together = {}
    for record, person in said.items():
        together.setdefault(person, set()).add(record)
    return {frozenset(records) for records in together.values()}


def test_a_missing_file_and_a_folder_are_refused_in_words(link, tmp_path):
    assert link(tmp_path / "not_there.csv") is None
    assert link(tmp_path) is None


def test_a_record_that_names_nobody_is_not_linked_by_its_age(link, tmp_path):
    rows = [("Tirza Tushkal", 37, ""), ("", 37, ""), ("Salem Zendal", 35, "")]
    said = link(write(tmp_path / "a.csv", HEADER, rows))
    assert len(set(said.values())) == 3
