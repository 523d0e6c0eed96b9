"""`tasjil read` with a reader that was asked for, and with two side by side."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lumenia import lumenia

from language_model import claims, status, words
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.opening import Key, open_register
from tasjil.journey.progress import Silence
from tasjil.model.identity import Identity, IdentityKind

TEXT = "Two men were killed by soldiers in Ostrel, the Lumenia Monitoring Group said."
TOLD = {
    "quote": "Two men were killed by soldiers in Ostrel",
    "act": "killed",
    "level": "incident",
    "number": {"text": "Two", "low": 2, "high": 2},
    "victims": {"text": "Two men"},
    "where": ["Ostrel"],
}
UNCONNECTED = """
import sys

def refuse(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"a connection was opened: {event}")

sys.addaudithook(refuse)
from tasjil.cli import main
sys.argv = ["tasjil", *sys.argv[1:]]
main()
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "reports" / "a.txt"
    file.parent.mkdir()
    file.write_text(f"Publisher: Varesh Herald\nDate: 2031-05-04\n\n{TEXT}\n")
    return file


def test_a_model_that_was_named_reads_and_what_is_sent_is_said_first(
    tasjil, report, model, tmp_path
):
    model.always = claims(TOLD, {**TOLD, "quote": "Nobody was killed"})
    settings = model.settings_file(tmp_path)
    done = tasjil("read", report, "--reader", settings, "--json")
    assert done.returncode == 0
    [line] = map(json.loads, done.stdout.splitlines())
    assert line["reader"] == "language model lumen-7b/1"
    assert line["passage"]["quote"] == TOLD["quote"]
    assert [each["text"] for each in line["attribution"]] == ["Varesh Herald"]
    asked, dropped = done.stderr.strip().splitlines()
    assert "on this machine" in asked
    assert "thrown away: 1 (words)" in dropped
    [heard] = model.asked
    assert TEXT in heard.user
    assert str(tmp_path) not in heard.user


def test_a_report_the_model_fails_on_is_named_and_the_rest_goes_on(
    tasjil, report, model, tmp_path
):
    report.with_name("b.txt").write_text(TEXT)
    model.replies.append(words("I would rather not."))
    model.always = claims(TOLD)
    settings = model.settings_file(tmp_path)
    done = tasjil("read", report.parent, "--reader", settings)
    assert done.returncode == 1
    assert "a.txt: expected one JSON object" in done.stderr
    assert "Two men" in done.stdout


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        ("klingon", "english/"),
        ("", "english/"),
        ("missing.toml", "cannot be read"),
    ],
)
def test_a_reader_that_is_not_there_is_a_sentence(tasjil, report, reader, said):
    done = tasjil("read", report, "--reader", reader)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())


def test_the_settings_of_another_machine_send_nothing_without_a_second_yes(
    tasjil, report, tmp_path
):
    settings = tmp_path / "model.toml"
    settings.write_text('endpoint = "https://models.lumenia.example"\nmodel = "m"\n')
    done = tasjil("read", report, "--reader", settings)
    assert done.returncode == 2
    assert 'send_reports_to = "models.lumenia.example"' in done.stderr


@pytest.mark.parametrize("asked", [[], ["--compare", "built-in", "english"]])
def test_without_settings_no_connection_is_ever_opened(report, model, tmp_path, asked):
    model.settings_file(report.parent, "language-model.toml")
    model.settings_file(tmp_path, "case.toml")
    done = subprocess.run(
        [sys.executable, "-c", UNCONNECTED, "read", str(report), *asked],
        capture_output=True,
        text=True,
        cwd=report.parent,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert model.asked == []


def test_the_guard_of_the_test_above_sees_a_model_being_asked(report, model, tmp_path):
    settings = model.settings_file(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", UNCONNECTED]
        + ["read", str(report), "--reader", str(settings)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "a connection was opened" in done.stderr


def test_two_readers_are_shown_side_by_side(tasjil, report, model, tmp_path):
    model.always = claims({**TOLD, "stance": "denied"}, {**TOLD, "quote": "Four"})
    settings = model.settings_file(tmp_path)
    asked = ("read", report, "--compare", "english", settings)
    shown = tasjil(*asked)
    assert shown.returncode == 0
    assert "differ in" in shown.stdout
    assert "stance: denied" in shown.stdout
    assert "B: thrown away: 1 (words)" in shown.stdout
    [line] = map(json.loads, tasjil(*asked, "--json").stdout.splitlines())
    assert set(line) >= {"report", "readers", "same", "differ", "only", "dropped"}
    assert line["readers"]["B"] == "language model lumen-7b/1"
    [different] = line["differ"]
    assert "stance" in different["fields"]
    assert different["B"]["stance"] == "denied"


def test_a_reader_beside_itself_reads_everything_alike(tasjil, report):
    done = tasjil("read", report, "--compare", "english", "built-in", "--json")
    [line] = map(json.loads, done.stdout.splitlines())
    assert (line["same"], line["differ"]) == (1, [])
    assert line["only"] == {"A": [], "B": []}


def test_a_report_that_one_of_two_readers_fails_on_is_said(
    tasjil, report, model, tmp_path
):
    model.always = status(401)
    settings = model.settings_file(tmp_path)
    done = tasjil("read", report, "--compare", "english", settings)
    assert done.returncode == 1
    assert "a.txt: reader B: expected an answer" in " ".join(done.stderr.split())


@pytest.mark.parametrize("beside", [["--digest"], ["--reader", "english"]])
def test_comparing_is_asked_for_alone(tasjil, report, beside):
    done = tasjil("read", report, "--compare", "english", "english", *beside)
    assert done.returncode == 2
    assert "leave out the others" in done.stderr


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A case with one report about somebody in the sealed box."""
    folder = lumenia(tmp_path / "varesh")
    case = open_case(folder)
    build_case(case, Key(), None, Silence())
    with open_register(case, Key()) as register:
        who = str(register.user)
        [held] = [r for r in register.reports() if r.name.endswith("herald.txt")]
        register.box.seal(
            Identity(IdentityKind.WITNESS, names="Ysolde Quillane"),
            [held.id],
            by=who,
            at=datetime.now(UTC),
            because="she lives beside the checkpoint",
        )
    return folder


def test_a_report_about_somebody_in_the_box_never_goes_to_a_model(
    tasjil, sealed, model, tmp_path
):
    settings = model.settings_file(tmp_path)
    copy = tmp_path / "elsewhere.txt"
    copy.write_bytes((sealed / "reports" / "herald.txt").read_bytes())
    for asked in (
        [sealed / "reports"],
        [sealed / "reports" / "herald.txt"],
        [copy, "--case", sealed],
    ):
        done = tasjil("read", *asked, "--reader", settings)
        assert done.returncode == 1
        assert "sealed box" in done.stderr
    assert [heard for heard in model.asked if "farmers" in heard.user] == []
    assert len(model.asked) == 1  # the other report of the folder


def test_where_nobody_can_say_what_is_sealed_nothing_is_sent(
    tasjil, sealed, model, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another-machine"))
    settings = model.settings_file(tmp_path)
    done = tasjil("read", sealed / "reports", "--reader", settings)
    assert done.returncode == 2
    assert model.asked == []
