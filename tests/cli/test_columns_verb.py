"""`tasjil columns`: a person sees what a list is taken for, and corrects it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

LIST = """Name,Sex,Age,Date,Remarks
Daren Vell,m,40,6/3/2031,baker
Ilva Tornay,f,many,27/3/2031,
Ana Silva,f,31,31/6/2031,
"""


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    file = tmp_path / "hospital.csv"
    file.write_text(LIST)
    return file


def test_meanings_are_shown_without_a_cell_and_nothing_is_saved(
    tasjil: Run, hospital: Path
) -> None:
    done = tasjil("columns", hospital)

    assert done.returncode == 0
    assert "died" in done.stdout
    assert "2 of 3" in done.stdout
    assert "first in row 3" in done.stdout
    assert "Nobody has confirmed" in done.stderr
    assert "Daren" not in done.stdout + done.stderr
    assert [each.name for each in hospital.parent.iterdir()] == ["hospital.csv"]


def test_what_a_person_says_is_saved_with_who_said_it(
    tasjil: Run, hospital: Path
) -> None:
    done = tasjil(
        *("columns", hospital, "--set", "remarks=rank", "--save", "--as", "salma")
    )
    again = json.loads(tasjil("columns", hospital, "--json").stdout)

    assert done.returncode == 0
    assert again["confirmed_by"] == "salma"
    assert again["guessed"] is False
    meanings = {each["header"]: each["meaning"] for each in again["columns"]}
    assert meanings["Remarks"] == "rank"
    [date] = [each for each in again["columns"] if each["header"] == "Date"]
    assert date["at_odds"] == [4]
    assert "Daren" not in hospital.with_name("hospital.columns.toml").read_text()


def test_a_meaning_that_there_is_not_is_refused_with_those_there_are(
    tasjil: Run, hospital: Path
) -> None:
    done = tasjil("columns", hospital, "--set", "Name=nmae")
    assert done.returncode == 2
    assert "expected one of record number, name" in done.stderr


def test_changes_are_previewed_before_a_build_keeps_them(
    tasjil: Run, folder: Path
) -> None:
    (folder / "lists").mkdir(exist_ok=True)
    file = folder / "lists" / "hospital.csv"
    file.write_text(LIST)
    first = tasjil("columns", file, "--changes")
    assert first.returncode == 2
    assert tasjil("build", folder, "--machine-key").returncode == 0
    file.write_text(
        LIST.replace("many", "25").replace("Daren Vell,m,40", "Lio Parr,m,3")
    )

    shown = tasjil("columns", file, "--changes", "--json")

    change = json.loads(shown.stdout)
    assert change["changed"][-1]["record"] == "hospital:2"
    assert change["changed"][-1]["headers"] == ["Age"]
    assert "hospital:1" in [*change["gone"], *(c["record"] for c in change["changed"])]
    assert "Lio" not in shown.stdout
