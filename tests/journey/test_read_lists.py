"""Lists outside a case: read, cleaned and called by their files, and nothing kept."""

from pathlib import Path

import openpyxl
import pytest

from tasjil.journey.lists.reading import read_particulars
from tasjil.journey.progress import Silence
from tasjil.model.particulars import IdKind
from tasjil.model.persons import Sex

HOSPITAL = """م;الاسم;الجنس;العمر;تاريخ الوفاة;رقم الهوية
1;دارن فيل;ذكر;٤٠ عاماً;6/3/2031;658534805
2;إلفا تورناي;أنثى;6 أشهر;27/3/2031;
;المجموع;;2;;
"""
MONITOR = """Name,Sex,Age,Date of death
Daren Vell,M,~40,2031-03-06
Ana Silva,F,,March 2031
"""


class Notes(Silence):
    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, line: str) -> None:
        self.notes.append(line)


def test_lists_of_two_offices_are_read_into_one_kind_of_record(tmp_path: Path) -> None:
    (tmp_path / "hospital.csv").write_bytes(HOSPITAL.encode("cp1256", "replace"))
    (tmp_path / "monitor.csv").write_text(MONITOR)
    notes = Notes()

    records, lists = read_particulars([tmp_path], notes)

    assert [each.record for each in records] == [
        *("hospital:1", "hospital:2", "monitor:1", "monitor:2"),
    ]
    assert [each.died for each in records] == [
        *("2031-03-06", "2031-03-27", "2031-03-06", "2031-03"),
    ]
    assert records[0].ids == ((IdKind.NATIONAL, "658534805"),)
    assert [each.sex for each in records[:2]] == [Sex.MAN, Sex.WOMAN]
    assert records[1].age is not None
    assert records[1].age.high == 0
    assert [each.clean for each in lists] == [None, None]
    assert sum("is a guess" in note for note in notes.notes) == 2
    assert any("no person" in note for note in notes.notes)


def test_every_row_is_kept_as_it_came_beside_its_record(tmp_path: Path) -> None:
    (tmp_path / "hospital.csv").write_text(HOSPITAL)
    _, [found] = read_particulars([tmp_path], Silence())
    assert found.understood is not None
    rows = found.understood.rows
    assert [row.cells["العمر"] for row in rows] == ["٤٠ عاماً", "6 أشهر", "2"]
    assert found.understood.nobody == {2}


def test_a_list_that_cannot_be_read_is_named_and_the_rest_goes_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.csv").write_text("")
    (tmp_path / "b.csv").write_text(MONITOR)
    (tmp_path / "b.columns.toml").write_text('[columns]\n"Name" = "nmae"\n')
    (tmp_path / "c.csv").write_text(MONITOR)
    records, lists = read_particulars([tmp_path], Silence())
    assert [each.failure is None for each in lists] == [False, False, True]
    assert "empty" in (lists[0].failure or "")
    assert "b.columns.toml" in (lists[1].failure or "")
    assert len(records) == 2


def test_two_lists_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "dead.csv").write_text(MONITOR)
    records, _ = read_particulars([tmp_path], Silence())
    assert {each.record for each in records} == {
        f"{folder}/dead:{n}" for folder in ("north", "south") for n in (1, 2)
    }


def test_what_a_person_saved_beside_a_list_is_used_and_nothing_is_guessed(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.csv").write_text("x,y\nDaren Vell,Ilva Tornay\n")
    (tmp_path / "a.columns.toml").write_text(
        'clean_list = true\n[columns]\n"x" = "notes"\n"y" = "name"\n'
    )
    notes = Notes()
    [record], [found] = read_particulars([tmp_path / "a.csv"], notes)
    assert record.name == "Ilva Tornay"
    assert found.clean is True
    assert notes.notes == []


def test_a_list_with_half_its_names_alike_and_many_empty_is_read(
    tmp_path: Path,
) -> None:
    rows = [("Unknown" if n % 2 else "", n % 90, "2031-05-04") for n in range(2_000)]
    text = "name,age,died\n" + "\n".join(f"{a},{b},{c}" for a, b, c in rows)
    (tmp_path / "a.csv").write_text(text)
    records, _ = read_particulars([tmp_path], Silence())
    assert len(records) == 2_000
    assert all(each.name == "" for each in records)


def test_numbers_of_the_state_never_stand_in_an_id(tmp_path: Path) -> None:
    text = "id,name\n" + "\n".join(
        f"{400_000_000 + 7919 * n},Daren Vell" for n in range(9)
    )
    (tmp_path / "a.csv").write_text(text)
    (tmp_path / "a.columns.toml").write_text('[columns]\n"id" = "record number"\n')
    records, _ = read_particulars([tmp_path], Silence())
    assert [each.record for each in records] == [f"a:{n}" for n in range(1, 10)]


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_a_workbook_and_a_table_of_the_same_rows_tell_the_same(
    tmp_path: Path, mark: str
) -> None:
    (tmp_path / "a.csv").write_text(MONITOR.replace(",", mark))
    made = openpyxl.Workbook()
    for line in MONITOR.splitlines():
        made.active.append(line.split(","))
    made.save(tmp_path / "b.xlsx")
    records, _ = read_particulars([tmp_path], Silence())
    told = [
        (each.list, each.name, each.age and each.age.low, each.died) for each in records
    ]
    assert [each[1:] for each in told if each[0] == "a"] == [
        each[1:] for each in told if each[0] == "b"
    ]


def test_a_first_row_that_may_be_a_person_is_not_repeated_to_anybody(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.csv").write_text("Daren Vell,Kesarun\nIlva Tornay,Varesh\n")
    notes = Notes()
    read_particulars([tmp_path / "a.csv"], notes)
    assert any("none of its headers is known" in note for note in notes.notes)
    assert not any("Daren" in note for note in notes.notes)
