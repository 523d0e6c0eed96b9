"""Pairs of records are put before a person at a terminal, one key an answer."""

import csv
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "journey"))

from invented_lists import two_lists  # noqa: E402

KEYS = "[q]uit"
REASON = "goes back): "
WAIT = 120.0
"""Seconds after which a terminal that says nothing has failed."""

Terminal = Callable[..., "AtTerminal"]


class AtTerminal:
    """A person at a terminal of 80 columns in which `tasjil` runs."""

    def __init__(self, *args: object) -> None:
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.environ |= {"COLUMNS": "80", "TERM": "dumb"}
            command = [sys.executable, "-m", "tasjil", *map(str, args)]
            os.execv(sys.executable, command)
        self.shown, self.seen, self.status = "", 0, None

    def until(self, words: str) -> str:
        """Read until words stand there; give what came since the last time."""
        end = time.monotonic() + WAIT
        while words not in self.shown[self.seen :]:
            assert time.monotonic() < end, self.shown
            assert self._read(), self.shown
        at = self.shown.index(words, self.seen) + len(words)
        new, self.seen = self.shown[self.seen : at], at
        return new

    def press(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def leave(self) -> str:
        """Read to the end; give what came, and keep the status."""
        while self._read():
            pass
        _, status = os.waitpid(self.child, 0)
        self.status = os.waitstatus_to_exitcode(status)
        return self.shown[self.seen :]

    def kill(self) -> None:
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)

    def _read(self) -> bool:
        ready, _, _ = select.select([self.terminal], [], [], WAIT)
        try:
            told = os.read(self.terminal, 65_536) if ready else b""
        except OSError:  # it has finished
            return False
        self.shown += told.decode()
        return bool(told)


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    return two_lists(tmp_path / "lists")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "judgements.csv"


@pytest.fixture
def desk(lists: tuple[Path, Path], file: Path) -> Iterator[AtTerminal]:
    at = AtTerminal("link", *lists, "--review", "--judgements", file)
    yield at
    if at.status is None:
        os.close(at.terminal)


def kept(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


def ids(shown: str) -> set[str]:
    """The two records that are asked about: they stand beside each other."""
    found = re.findall(r"(\w+:\d+) +\| (\w+:\d+)", shown.replace("\u200e", ""))
    return set(found[-1])


def test_one_key_and_enter_is_an_answer_with_a_reason(
    desk: AtTerminal, file: Path
) -> None:
    asked = desk.until(KEYS)
    assert "0 answered; doubtful pairs left" in asked
    desk.press("s")
    desk.until(REASON)
    desk.press("\n")
    assert "kept: same" in desk.until(KEYS)
    (word,) = kept(file)
    assert {word["one"], word["other"]} == ids(asked)
    assert word["verdict"] == "same"
    assert word["because"] == "names, dates and places agree"
    desk.press("d")
    desk.until(REASON)
    desk.press("twins, their aunt says\n")
    desk.until(KEYS)
    desk.press("q")
    assert "2 answered" in desk.leave()
    assert desk.status == 0
    assert [each["verdict"] for each in kept(file)] == ["same", "different"]
    assert kept(file)[1]["because"] == "twins, their aunt says"


@pytest.mark.slow
def test_no_line_is_wider_than_eighty_columns(desk: AtTerminal) -> None:
    shown = desk.until(KEYS).replace("\u200e", "")
    question = shown[shown.index("0 answered") :].splitlines()
    assert len(question) > 12
    assert all(len(line) <= 80 for line in question), question
    desk.press("a")
    assert "as it came" in desk.until("place:")
    desk.press("w")
    assert "Asked because" in desk.until("%.")
    desk.press("q")
    desk.leave()


@pytest.mark.slow
def test_what_was_answered_is_kept_when_the_terminal_goes_away(
    desk: AtTerminal, file: Path
) -> None:
    desk.until(KEYS)
    desk.press("c")
    desk.until(REASON)
    desk.press("1\n")
    desk.until("kept: cannot tell")
    desk.kill()
    desk.status = -signal.SIGKILL
    assert [each["verdict"] for each in kept(file)] == ["cannot tell"]


@pytest.mark.slow
def test_a_mistake_is_taken_back_and_a_reason_can_be_left(
    desk: AtTerminal, file: Path
) -> None:
    asked = ids(desk.until(KEYS))
    desk.press("u")
    desk.until("nothing was answered")
    desk.press("s")
    desk.until(REASON)
    desk.press("0\n")
    desk.until(KEYS)
    assert not file.exists()
    desk.press("s")
    desk.until(REASON)
    desk.press("2\n")
    desk.until(KEYS)
    desk.press("u")
    assert ids(desk.until(KEYS)) == asked
    desk.press("q")
    desk.leave()
    assert [each["verdict"] for each in kept(file)] == ["same", "cannot tell"]


@pytest.mark.slow
def test_the_desk_speaks_arabic_and_knows_an_arabic_keyboard(
    lists: tuple[Path, Path], file: Path
) -> None:
    at = AtTerminal("link", *lists, "--review", "--judgements", file, "--arabic")
    assert "الأشخاص" in at.until("خروج")
    at.press("س")
    at.until("للرجوع): ")
    at.press("\n")
    at.until("خروج")
    at.press("ض")
    at.leave()
    (word,) = kept(file)
    assert word["verdict"] == "same"
    assert word["because"] == "الأسماء والتواريخ والأماكن متوافقة"


@pytest.mark.slow
def test_a_program_gets_the_next_pairs_as_json(tasjil, lists, file) -> None:
    done = tasjil("link", *lists, "--questions", 3, "--judgements", file)
    assert done.returncode == 0, done.stderr
    questions = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(questions) == 3
    for each in questions:
        assert len(set(each["pair"])) == 2
        assert 0 <= each["chance"] <= 1
        assert [side["record"] for side in each["records"]] == each["pair"]
        assert all(reason["text_ar"] for reason in each["reasons"])
    assert not file.exists()


def test_lists_in_no_case_need_a_file_for_answers(tasjil, lists) -> None:
    done = tasjil("link", *lists, "--review")
    assert done.returncode == 2
    assert "--judgements FILE.csv" in done.stderr


@pytest.mark.slow
def test_answers_of_a_case_stand_in_its_log(tasjil, tmp_path: Path) -> None:
    folder = tmp_path / "varesh"
    assert tasjil("new", folder).returncode == 0
    two_lists(folder / "lists")
    built = tasjil("build", folder, "--machine-key")
    assert built.returncode == 0, built.stderr
    at = AtTerminal("link", folder, "--review")
    asked = ids(at.until(KEYS))
    at.press("d")
    at.until(REASON)
    at.press("1\n")
    at.until(KEYS)
    at.press("q")
    at.leave()
    assert at.status == 0, at.shown
    assert "not encrypted" not in at.shown
    told = [json.loads(line) for line in lines(tasjil("link", folder, "--json"))]
    persons = {each["record"]: each["person"] for each in told}
    assert len({persons[record] for record in asked}) == 2
    later = [json.loads(each) for each in lines(tasjil("link", folder, *MANY))]
    assert asked not in [set(each["pair"]) for each in later]
    assert tasjil("verify", folder).returncode == 0


MANY = ("--questions", 200)


def lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
