"""What a person is told when something is not as it should be."""

import json
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tasjil.cli import VERBS
from tasjil.cli.terminal import guarded
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_counting_an_unbuilt_case_says_to_build_it(folder: Path, tasjil: Run) -> None:
    done = tasjil("count", folder)

    assert done.returncode == 2
    assert "tasjil build" in done.stderr
    assert not done.stdout


def test_a_case_that_is_not_there_says_how_to_make_one(
    tmp_path: Path, tasjil: Run
) -> None:
    done = tasjil("build", tmp_path / "nowhere")

    assert done.returncode == 2
    assert "tasjil new" in done.stderr


def test_a_figure_that_is_not_there_names_the_nearest(
    folder: Path, tasjil: Run
) -> None:
    tasjil("build", folder)

    done = tasjil("trace", folder, "kiled")

    assert done.returncode == 2
    assert "killed" in done.stderr


def test_one_bad_file_makes_the_status_1_and_the_rest_is_read(
    folder: Path, tasjil: Run
) -> None:
    (folder / "reports" / "empty.txt").write_bytes(b"")

    done = tasjil("read", folder / "reports", "--json")

    assert done.returncode == 1
    assert done.stderr.count("empty.txt") == 1
    assert "Four farmers" in done.stdout


def test_a_new_case_builds_at_once(tmp_path: Path, tasjil: Run) -> None:
    case = tmp_path / "mine"

    assert tasjil("new", case).returncode == 0
    assert tasjil("build", case).returncode == 0
    assert (case / "site" / "index.html").is_file()


def test_making_a_case_again_touches_nothing(folder: Path, tasjil: Run) -> None:
    before = (folder / "case.toml").read_text()

    tasjil("new", folder)

    assert (folder / "case.toml").read_text() == before


def test_a_decision_needs_a_reason(folder: Path, tasjil: Run) -> None:
    tasjil("build", folder)

    done = tasjil("judge", folder, "c-1", "accepted", "--because", " ")

    assert done.returncode == 2
    assert "reason" in done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, tasjil: Run) -> None:
    done = tasjil(verb, "--help")

    assert done.returncode == 0
    assert len(done.stdout.split()) > 30


def test_a_fault_of_the_program_is_told_without_any_value(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def verb() -> int:
        witness = "Ilva Tornay"
        raise RuntimeError(f"cannot find {witness}")

    assert guarded(verb) == 70
    said = capsys.readouterr().err
    assert "RuntimeError" in said
    assert "Tornay" not in said


def test_a_build_never_opens_a_connection(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object) -> None:
        raise AssertionError("something tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = '<html><body><img src="http://example.org/x.png"><p>Two men were killed.'
    (folder / "reports" / "page.html").write_text(page * 3)

    assert build_case(open_case(folder), Key(), None, Silence()).reports >= 2


def test_arabic_in_a_pipe_of_plain_letters_is_spelled_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tasjil_anew: Run
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    (folder / "reports" / "قرية.txt").write_bytes(b"")
    text = (folder / "reports" / "herald.txt").read_text().replace("Four", "Four «ق»")
    (folder / "reports" / "herald.txt").write_text(text, encoding="utf-8")

    shown = tasjil_anew("read", folder / "reports", "--json")
    told = tasjil_anew("read", folder / "reports")

    assert (shown.returncode, told.returncode) == (1, 1)
    assert "\\u0642" in shown.stderr
    claims = [json.loads(line) for line in shown.stdout.splitlines()]
    assert any("ق" in claim["passage"]["quote"] for claim in claims)
    assert "\\u0642" in told.stdout


def test_a_claim_is_judged_by_the_id_that_trace_shows(
    folder: Path, tasjil: Run
) -> None:
    tasjil("build", folder)
    shown = tasjil("trace", folder, "killed").stdout
    claim = next(word for word in shown.split() if word.startswith("claim/"))

    done = tasjil("judge", folder, claim, "accepted", "--because", "it says so")

    assert done.returncode == 0
