"""Lists of a case in its register: versions that follow one another, ids that stay."""

from datetime import UTC, datetime
from pathlib import Path

from tasjil.journey.case import open_case
from tasjil.journey.lists import KeptList, import_lists, lists_of
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.register.register import Register

AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
FIRST = """name,age,place
Daren Vell,40,Kesarun
Ilva Tornay,25,Varesh
Ana Silva,31,Port Ava
"""
LATER = """name,age,place
Mirel Osk,19,Kesarun
Ana Silva,31,Port Ava
Daren Vell,41,Kesarun
"""


class Notes(Silence):
    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, line: str) -> None:
        self.notes.append(line)


def keep(folder: Path, register: Register) -> tuple[tuple[KeptList, ...], list[str]]:
    case, notes = open_case(folder), Notes()
    import_lists(case, register, notes)
    return lists_of(case, register), notes.notes


def names(kept: KeptList) -> dict[str, str]:
    return {row.id: row.cells["name"] for row in kept.rows}


def test_a_list_that_changed_keeps_the_ids_of_its_records(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "reports").mkdir()
    file = tmp_path / "lists" / "hospital.csv"
    with Register.create(tmp_path / "register", Key(), at=AT) as register:
        file.write_text(FIRST)
        [first], _ = keep(tmp_path, register)
        file.write_text(LATER)
        [later], said = keep(tmp_path, register)
        file.write_text(FIRST + "Suri Amand,8,Varesh\n")
        [last], _ = keep(tmp_path, register)

    assert first.name == "hospital"
    assert names(first)["hospital:1"] == "Daren Vell"
    assert names(later) == {
        "hospital:4": "Mirel Osk",
        "hospital:3": "Ana Silva",
        "hospital:1": "Daren Vell",
    }
    assert any("1 as it was, 1 changed, 1 new, 1 gone" in line for line in said)
    assert names(last)["hospital:1"] == "Daren Vell"
    assert names(last).keys() == {f"hospital:{n}" for n in (1, 3, 5, 6)}
    assert not any(name in line for line in said for name in ("Daren", "Mirel"))
