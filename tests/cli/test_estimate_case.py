"""`tasjil estimate CASE`, as a person and a program type it."""

import json
import sys
from pathlib import Path

import pytest
from lumenia import lumenia

sys.path.insert(0, str(Path(__file__).parents[2] / "cases" / "lumenia"))

from invented.folder import write_files
from invented.toll import make_toll

QUICK = ("--method", "chao", "--draws", 2)


@pytest.fixture(scope="module")
def toll(tmp_path_factory):
    """A case of three lists that nobody has built yet."""
    folder = tmp_path_factory.mktemp("toll") / "lumenia"
    write_files(make_toll(7, 120), folder)
    return folder


@pytest.fixture
def built(tasjil, toll):
    """The same, built once: what one test keeps in it, the next one finds."""
    if not (toll / "register").exists():
        made = tasjil("build", toll, "--machine-key", "--estimate-minutes", 0)
        assert made.returncode == 0, made.stderr
    return toll


def lines(run):
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def words(text):
    return " ".join(text.split())


def test_a_case_is_estimated_kept_run_anew_and_taken_back(tasjil, built):
    before = tasjil("count", built, "--json").stdout
    (made,) = lines(tasjil("estimate", built, *QUICK, "--json"))
    assert (made["method"], made["refused"]) == ("chao", None)
    assert made["N"]["low"] <= 120 + 40
    assert made["settings"]
    assert made["data"].startswith("sha256:")

    kept = lines(tasjil("estimate", built, "--kept", "--json"))[-1]
    assert (kept["fresh"], kept["by"], kept["withdrawn"]) == (True, "lead", None)
    assert kept["outcomes"][0]["N"] == made["N"]
    (again,) = lines(tasjil("estimate", built, "--again", kept["id"], "--json"))
    assert (again["same"], again["fresh"], again["differs"]) == (True, True, [])
    assert again["outcomes"][0]["N"] == made["N"]

    nothing_said = tasjil("estimate", built, "--withdraw", kept["id"])
    assert nothing_said.returncode == 2
    assert "--because" in nothing_said.stderr
    why = ("--because", "one list is a copy")
    assert tasjil("estimate", built, "--withdraw", kept["id"], *why).returncode == 0
    last = lines(tasjil("estimate", built, "--kept", "--json"))[-1]
    assert last["withdrawn"] == {"by": "lead", "because": "one list is a copy"}
    assert tasjil("count", built, "--json").stdout == before
    assert tasjil("verify", built).returncode == 0


def test_a_person_reads_which_lists_count_and_under_what_it_is_kept(tasjil, built):
    told = tasjil("estimate", built, *QUICK, "--without", "families")
    said = words(told.stderr + told.stdout)
    assert "Lists that count: hospitals, monitors." in said
    assert "Left aside: families." in said
    assert "never added to" in said
    listed = words(tasjil("estimate", built, "--kept").stderr)
    assert "(fresh)" in listed
    id = listed.split(":")[0]
    again = words(tasjil("estimate", built, "--again", id).stderr)
    assert "every number is the same to the last digit" in again


def test_a_list_or_an_estimate_that_is_not_there_is_answered_with_what_is(
    tasjil, built
):
    wrong = tasjil("estimate", built, "--without", "morgue")
    assert wrong.returncode == 2
    assert "families, hospitals, monitors" in words(wrong.stderr)
    unknown = tasjil("estimate", built, "--again", 9_999)
    assert unknown.returncode == 2
    assert "--kept" in unknown.stderr
    both = tasjil("estimate", built, "--kept", "--again", 1)
    assert "one after the other" in words(both.stderr)


def test_what_only_a_case_can_answer_is_not_asked_of_a_table(tasjil, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("a,b,c,count\n1,0,0,3\n1,1,0,4\n0,1,1,5\n", encoding="utf-8")
    refused = tasjil("estimate", table, "--kept")
    assert refused.returncode == 2
    assert "expected a case folder" in words(refused.stderr)


def test_a_case_without_lists_says_what_would_have_to_be_there(tasjil, tmp_path):
    folder = lumenia(tmp_path / "varesh")
    assert tasjil("build", folder, "--machine-key").returncode == 0
    told = tasjil("estimate", folder)
    assert told.returncode == 0
    assert "three sources who worked apart" in words(told.stderr)
    (chao,) = lines(tasjil("estimate", folder, "--method", "chao", "--json"))
    assert (chao["n"], chao["N"]) == (0, None)
    assert "no list of victims" in chao["refused"]
    assert lines(tasjil("estimate", folder, "--kept", "--json")) == []
