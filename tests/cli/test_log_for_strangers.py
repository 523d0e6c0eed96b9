"""What an office gives out so that others can hold it to its log."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lumenia import lumenia

from authority import Authority, Served
from server_sql import copied
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = lumenia(tmp_path_factory.mktemp("case") / "varesh")
    build_case(open_case(folder), Key(), None, Silence())
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """A case that was built."""
    return copied(built_once, tmp_path / "varesh")


def judge_one(tasjil: Run, built: Path) -> None:
    shown = tasjil("trace", built, "killed").stdout
    claim = next(word for word in shown.split() if word.startswith("claim/"))
    because = "it says so"
    assert not tasjil(
        "judge", built, claim, "accepted", "--because", because
    ).returncode


def test_a_printed_checkpoint_holds_the_log_afterwards(
    built: Path, tasjil: Run, tmp_path: Path
) -> None:
    printed = tasjil("checkpoint", built)
    assert printed.returncode == 0
    assert "nobody who could change the register" in printed.stderr
    kept = tmp_path / "kept.txt"
    kept.write_text(printed.stdout, encoding="utf-8")
    judge_one(tasjil, built)

    done = tasjil("verify", built, "--checkpoint", kept, "--json")

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["whole"], told["brought"], told["unsigned"]) == (True, 1, 0)
    assert told["checkpoints"] >= 2


def test_an_older_copy_put_back_is_not_whole_beside_a_kept_checkpoint(
    built: Path, tasjil: Run, tmp_path: Path
) -> None:
    older = copied(built / "register", tmp_path / "older")
    judge_one(tasjil, built)
    kept = tmp_path / "kept.txt"
    assert tasjil("checkpoint", built, "--out", kept).returncode == 0
    shutil.rmtree(built / "register")
    shutil.copytree(older, built / "register")

    alone = tasjil("verify", built)
    held = tasjil("verify", built, "--checkpoint", kept)

    assert alone.returncode == 0
    assert "only a checkpoint kept elsewhere" in " ".join(alone.stderr.split())
    assert held.returncode == 1
    assert "NOT WHOLE: entry" in held.stderr
    assert "an older copy was put back" in held.stderr


def test_checkpoints_are_kept_one_after_the_other_in_a_file(
    built: Path, tasjil: Run, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.txt"
    for _ in range(2):
        tasjil("checkpoint", built, "--out", kept)
    once = kept.read_text(encoding="utf-8")
    judge_one(tasjil, built)
    tasjil("checkpoint", built, "--out", kept)

    assert once.count("— tasjil/") == 1
    assert kept.read_text(encoding="utf-8").count("— tasjil/") == 2
    assert tasjil("verify", built, "--checkpoint", kept).returncode == 0
    kept.write_text("notes of mine", encoding="utf-8")
    refused = tasjil("checkpoint", built, "--out", kept)
    assert refused.returncode == 2
    assert kept.read_text(encoding="utf-8") == "notes of mine"


def test_a_page_that_is_no_checkpoint_of_this_office_cannot_be_held_against_it(
    built: Path, tasjil: Run, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("words", encoding="utf-8")

    for file in (page, tmp_path / "none.txt"):
        done = tasjil("verify", built, "--checkpoint", file)
        assert done.returncode == 2
        assert "checkpoint" in done.stderr


def test_a_log_goes_out_with_a_word_of_what_it_holds_and_checks_itself(
    built: Path, tasjil: Run, tmp_path: Path
) -> None:
    judge_one(tasjil, built)
    out = tmp_path / "export"

    done = tasjil("export-log", built, "--out", out, "--json")

    assert done.returncode == 0, done.stderr
    assert "the reasons that people typed" in " ".join(done.stderr.split())
    told = json.loads(done.stdout)
    assert told["fingerprint"] in tasjil("checkpoint", built).stderr
    written = "".join(
        path.read_text(encoding="utf-8") for path in out.rglob("*") if path.is_file()
    )
    assert "it says so" in written
    for words in ("farmers", "Herald", "herald.txt"):
        assert words not in written
    report = built / "reports" / "herald.txt"
    asked = ("--key", told["fingerprint"], "--document", report)
    checked = subprocess.run(
        [sys.executable, "-I", out / "verify_log.py", *map(str, asked)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    assert f"Whole: {told['entries']} entries" in checked.stdout
    assert "document.captured" in checked.stdout
    again = tasjil("export-log", built, "--out", out)
    assert again.returncode == 2
    assert "empty folder" in again.stderr


def test_a_stamp_is_asked_for_kept_and_checked(
    built: Path, tasjil: Run, authority: Authority
) -> None:
    roots = ("--roots", authority.root)
    with Served(authority) as door:
        done = tasjil("timestamp", built, "--url", door.url, *roots)
    assert done.returncode == 0, done.stderr
    assert "a digest of the latest checkpoint" in " ".join(done.stderr.split())

    known = tasjil("verify", built, *roots)
    unknown = tasjil("verify", built)

    assert (known.returncode, unknown.returncode) == (0, 0)
    assert "CN=Clock" in done.stderr
    assert "were there at 20" in known.stderr
    assert "Stamps not checked" in unknown.stderr


def test_a_question_is_carried_and_its_answer_brought_back(
    built: Path, tasjil: Run, authority: Authority, tmp_path: Path
) -> None:
    question, answer = tmp_path / "question", tmp_path / "answer"
    assert tasjil("timestamp", built, "--request", question).returncode == 0
    answer.write_bytes(authority.answer(question.read_bytes()))

    roots = ("--roots", authority.root)
    done = tasjil("timestamp", built, "--reply", answer, *roots, "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["authority"] == "CN=Clock,O=Lumenia Time"
    neither = tasjil("timestamp", built)
    assert neither.returncode == 2
    assert "name just one" in neither.stderr
