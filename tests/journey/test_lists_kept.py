"""Lists of a case in its register: versions that follow one another, ids that stay."""

from datetime import UTC, datetime
from pathlib import Path

from tasjil.journey.case import open_case
from tasjil.journey.lists.keeping import KeptList, import_lists, lists_of
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.register.register import Register

AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
FIRST = """name,age,place
Daren Vell,40,Kesarun
Ilva Tornay,25,Varesh
Ana Silva,31,Port Ava
"""
NUMBERED = """no,name,age
A7,Daren Vell,40
A8,Ilva Tornay,25
A9,Ana Silva,31
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


def test_a_judgement_stays_on_the_record_and_one_that_may_not_hold_is_named(
    tmp_path: Path,
) -> None:
    for folder in ("lists", "reports"):
        (tmp_path / folder).mkdir()
    file = tmp_path / "lists" / "hospital.csv"
    with Register.create(tmp_path / "register", Key(), at=AT) as register:
        file.write_text(NUMBERED)
        keep(tmp_path, register)
        for one, other in (("hospital:A7", "hospital:A9"), ("hospital:A8", "b:1")):
            register.judge_link(
                Judgement(
                    *(PairKind.RECORDS, one, other, Verdict.DIFFERENT),
                    *("lead", AT.isoformat(), "another father"),
                )
            )
        file.write_text(
            "no,name,age\nA9,Ana Silva,31\nA7,Mirel Osk,3\nB1,Suri Amand,8\n"
        )
        [later], said = keep(tmp_path, register)

    assert names(later)["hospital:A7"] == "Mirel Osk"
    assert any("may not hold: hospital:A7" in line for line in said)
    assert any("gone, though" in line and "hospital:A8" in line for line in said)


def test_a_file_of_another_name_can_follow_a_list(tmp_path: Path) -> None:
    for folder in ("lists", "reports"):
        (tmp_path / folder).mkdir()
    with Register.create(tmp_path / "register", Key(), at=AT) as register:
        (tmp_path / "lists" / "may.csv").write_text(FIRST)
        keep(tmp_path, register)
        (tmp_path / "lists" / "june.csv").write_text(LATER)
        (tmp_path / "lists" / "june.columns.toml").write_text(
            'replaces = "lists/may.csv"\nclean_list = true\n'
        )
        [later], _ = keep(tmp_path, register)

    assert later.file == "lists/june.csv"
    assert later.clean is True
    assert names(later)["may:1"] == "Daren Vell"


def test_what_columns_mean_is_kept_with_the_list_should_the_file_be_lost(
    tmp_path: Path,
) -> None:
    for folder in ("lists", "reports"):
        (tmp_path / folder).mkdir()
    beside = tmp_path / "lists" / "may.columns.toml"
    with Register.create(tmp_path / "register", Key(), at=AT) as register:
        (tmp_path / "lists" / "may.csv").write_text(FIRST)
        beside.write_text('clean_list = false\n[columns]\n"place" = "village"\n')
        keep(tmp_path, register)
        beside.unlink()
        [found], _ = keep(tmp_path, register)

    assert found.clean is False
    assert [c.meaning.value for c in found.columns] == ["name", "age", "village"]
