"""Totals held against each other at the command line, for people and for programs."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lumenia import lumenia

Run = Callable[..., subprocess.CompletedProcess[str]]

REPORTS = {
    "monitor.txt": (
        "Publisher: Varesh Herald\nDate: 2031-05-20\n\n"
        "310 civilians were killed in Northmark between 1 and 19 May, the Lumenia "
        "Monitoring Group said.\n"
    ),
    "ministry.txt": (
        "Publisher: Ministry of Order\nDate: 2031-05-21\n\n"
        "40 soldiers were killed in Northmark between 2 and 18 May, the Ministry of "
        "Order said.\n"
    ),
    "closing.txt": (
        "Publisher: Ostrel Town Office\nDate: 2031-06-02\n\n"
        "No more than 25 people were killed in Northmark between 1 and 31 May, the "
        "Ostrel Town Office said.\n"
    ),
}


@pytest.fixture
def built(tmp_path: Path, tasjil: Run) -> Path:
    """A case with two totals that add up, and none that closes them."""
    kept = {name: REPORTS[name] for name in ("monitor.txt", "ministry.txt")}
    case = lumenia(tmp_path / "varesh", kept)
    assert tasjil("build", case, "--machine-key").returncode == 0
    return case


def reconciled(tasjil: Run, case: Path, *more: str) -> dict:
    done = tasjil("reconcile", case, "--json", *more)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_civilians_and_soldiers_of_two_tellers_hold_the_range_up_together(
    built: Path, tasjil: Run
) -> None:
    found = reconciled(tasjil, built)
    assert (found["range"]["low"], found["range"]["high"]) == (350, None)
    assert len(found["range"]["binding_low"]) == 2
    assert found["clashes"] == []
    assert {each["bound"] for each in found["scopes"]} == {"floor"}


def test_the_json_has_the_form_that_programs_rely_on(built: Path, tasjil: Run) -> None:
    found = reconciled(tasjil, built)
    assert {"range", "clashes", "differences", "series", "slips"} <= found.keys()
    assert {"low", "high", "binding_low", "binding_high"} <= found["range"].keys()
    for series in found["series"]:
        assert {"first_teller", "points", "flags"} <= series.keys()
        assert {"published", "low", "claim"} <= series["points"][0].keys()


def test_a_person_reads_why_the_range_begins_where_it_does(
    built: Path, tasjil: Run
) -> None:
    said = tasjil("reconcile", built).stdout
    assert "told: at least 350, no upper end" in said
    assert "these are different people: " in said
    assert "Lumenia Monitoring Group counts 310 (civilians; Northmark)" in said
    assert "No clash: all totals can hold at the same time." in said


def test_what_clashes_is_named_and_bounds_nothing(tmp_path: Path, tasjil: Run) -> None:
    case = lumenia(tmp_path / "varesh", REPORTS)
    assert tasjil("build", case, "--machine-key").returncode == 0
    found = reconciled(tasjil, case)
    assert [len(clash) for clash in found["clashes"]] == [2, 2]
    assert (found["range"]["low"], found["range"]["high"]) == (0, None)
    said = tasjil("reconcile", case).stdout
    assert "These cannot all hold" in said
    assert (
        "Ostrel Town Office: up to 25 (people of any status, stated 2031-06-02)" in said
    )


def test_a_source_can_be_left_out_without_touching_the_register(
    tmp_path: Path, tasjil: Run
) -> None:
    case = lumenia(tmp_path / "varesh", REPORTS)
    assert tasjil("build", case, "--machine-key").returncode == 0
    before = tasjil("reconcile", case, "--json").stdout
    found = reconciled(tasjil, case, "--without", "Ostrel Town Office")
    assert found["range"]["low"] == 350
    assert tasjil("reconcile", case, "--json").stdout == before


def test_a_source_that_told_nothing_cannot_be_left_out(
    built: Path, tasjil: Run
) -> None:
    done = tasjil("reconcile", built, "--without", "Radio Ostrel")
    assert done.returncode == 2
    assert "Varesh Herald" in done.stderr
    assert "Radio Ostrel" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_case_without_totals_says_so(tmp_path: Path, tasjil: Run) -> None:
    case = lumenia(tmp_path / "varesh", {})
    assert tasjil("build", case, "--machine-key").returncode == 0
    done = tasjil("reconcile", case)
    assert done.returncode == 0
    assert "Nobody stated a total yet" in done.stdout


def test_a_case_that_was_never_built_says_what_to_do(folder: Path, tasjil: Run) -> None:
    done = tasjil("reconcile", folder)
    assert done.returncode == 2
    assert "tasjil build" in done.stderr


def test_a_total_that_is_none_cannot_be_compared(built: Path, tasjil: Run) -> None:
    done = tasjil("reconcile", built, "--between", "aggregate/none", "aggregate/no")
    assert done.returncode == 2
    assert "tasjil count CASE --json" in done.stderr
