"""What a person is told when something is not as it should be."""

import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tasjil.cli import VERBS
from tasjil.cli.terminal import guarded
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
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

    done = tasjil("judge", folder, "c-1", "accepted", "--by", "mira", "--because", " ")

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

    assert build_case(open_case(folder), None, Silence()).reports >= 2
