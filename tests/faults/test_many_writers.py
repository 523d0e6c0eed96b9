"""Eight programs that write to one register at once: no gap, no double, no loss."""

import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasjil.register.entry import EntryKind
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

CHILD = Path(__file__).with_name("writing_child.py")
AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
WRITERS = 8


@dataclass
class Told:
    """What the register acknowledged to the programs: entries, and new reports."""

    entries: dict[int, tuple[str, str]] = field(default_factory=dict)
    captured: int = 0

    def take(self, file: Path) -> None:
        """Read what one program was told; no number may be told twice."""
        whole = file.read_text()
        for line in whole[: whole.rfind("\n") + 1].splitlines():
            if line.startswith("captured"):
                self.captured += int(line.split()[1])
                continue
            seq, digest, name = line.split()
            assert int(seq) not in self.entries, f"{seq} was given twice"
            self.entries[int(seq)] = (digest, name)


def start(folder: Path, who: str, seconds: float) -> subprocess.Popen[str]:
    told = folder.with_name(f"{who}.txt")
    command = [sys.executable, str(CHILD), str(folder), str(told), who, str(seconds)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)


def let_go(children: list[subprocess.Popen[str]]) -> None:
    """Let all begin at the same moment, once every one has opened the register."""
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()


def everything_is_kept(folder: Path, told: Told) -> int:
    """Hold the log against what was told; say how long it is."""
    with Register.open(folder, Key()) as register:
        log = list(register.entries())
        counts = register.counts()
        register.verify()
        digests = register.table_digests()
        assert register.rebuild() == digests
    assert [entry.seq for entry in log] == list(range(1, len(log) + 1))
    assert counts.entries == len(log)
    for seq, (digest, name) in told.entries.items():
        assert (log[seq - 1].digest, log[seq - 1].told["list"]) == (digest, name)
    names = [each.told["list"] for each in log if each.kind == "list.imported"]
    assert len(set(names)) == len(names)
    captured = [each for each in log if each.kind == EntryKind.DOCUMENT_CAPTURED]
    assert len({each.told["report"] for each in captured}) == len(captured)
    assert len(captured) >= told.captured
    return len(log)


def write_at_once(folder: Path, seconds: float) -> int:
    Register.create(folder, Key(), at=AT).close()
    children = [start(folder, f"w{each}", seconds) for each in range(WRITERS)]
    let_go(children)
    told = Told()
    for number, child in enumerate(children):
        said, _ = child.communicate(timeout=seconds + 120)
        assert (child.returncode, said) == (0, "")
        told.take(folder.with_name(f"w{number}.txt"))
    length = everything_is_kept(folder, told)
    assert len(told.entries) + told.captured == length - 1
    return length


def test_eight_programs_that_write_at_once_lose_nothing(tmp_path):
    assert write_at_once(tmp_path / "register", seconds=2) > 100


@pytest.mark.slow
def test_eight_programs_that_write_for_a_minute_lose_nothing(tmp_path):
    length = write_at_once(tmp_path / "register", seconds=60)
    print(f"{length:,} entries by {WRITERS} programs in a minute, none lost")
    assert length > 1_000


@pytest.mark.server
@pytest.mark.parametrize(
    "times", [1, pytest.param(10, marks=pytest.mark.slow)], ids=["once", "ten times"]
)
def test_a_server_killed_while_programs_append_keeps_what_it_told(
    own_server, tmp_path, monkeypatch, times
):
    monkeypatch.setenv("DATABASE_URL", own_server.url())
    folder = tmp_path / "register"
    Register.create(folder, Key(), at=AT).close()
    told = Told()
    for run in range(times):
        children = [start(folder, f"r{run}w{each}", 60) for each in range(2)]
        let_go(children)
        time.sleep(1 + 0.13 * run)
        own_server.kill()
        for number, child in enumerate(children):
            said, _ = child.communicate(timeout=60)
            assert child.returncode == 1
            assert "PostgreSQL server" in said
            told.take(folder.with_name(f"r{run}w{number}.txt"))
        own_server.start()
        everything_is_kept(folder, told)
    print(f"{len(told.entries):,} acknowledged entries, all kept")
    assert len(told.entries) >= 10 * times
