"""A laptop that dies in the middle of an action loses nothing it acknowledged."""

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasjil.register import home
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

CHILD = Path(__file__).with_name("appending_child.py")
AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
FOR_EVER = 1_000_000


def start(path: Path, who: str, first: int, many: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(CHILD), str(path), who, str(first), str(many)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def acknowledged(child: subprocess.Popen[str]) -> list[tuple[int, str]]:
    """Every action it told, whole lines alone."""
    told, _ = child.communicate(timeout=60)
    return [told_in(line) for line in told[: told.rfind("\n") + 1].splitlines()]


def told_in(line: str) -> tuple[int, str]:
    seq, digest = line.split()
    return int(seq), digest


def kill(child: subprocess.Popen[str]) -> list[tuple[int, str]]:
    child.send_signal(signal.SIGKILL)
    told = acknowledged(child)
    assert child.returncode == -signal.SIGKILL
    return told


def kept(path: Path) -> dict[int, str]:
    with Register.open(path, Key()) as register:
        return {entry.seq: entry.digest for entry in register.entries()}


def kill_again_and_again(path: Path, times: int, seed: int) -> int:
    """Append, die, check, and go on with the same register; say how much was told."""
    chance = random.Random(seed)
    told: list[tuple[int, str]] = []
    Register.create(path, Key(), at=AT).close()
    for run in range(times):
        child = start(path, "Imre", run * FOR_EVER, FOR_EVER)
        assert child.stdout is not None
        told.append(told_in(child.stdout.readline()))
        time.sleep(chance.uniform(0, 0.3))
        told += kill(child)
        verify_register(path, ring.unlock(path, Key()))
        log = kept(path)
        assert all(log[seq] == digest for seq, digest in told)
    with Register.open(path, Key()) as register:
        before = register.table_digests()
        assert register.rebuild() == before
    return len(told)


def test_killed_twice_while_appending_it_keeps_what_it_told(tmp_path):
    assert kill_again_and_again(tmp_path / "register", 2, seed=7) >= 2


@pytest.mark.slow
def test_killed_at_twenty_random_moments_it_keeps_what_it_told(tmp_path):
    told = kill_again_and_again(tmp_path / "register", 20, seed=1948)
    print(f"{told} acknowledged actions, all kept")
    assert told >= 20


@pytest.mark.slow
def test_killed_while_it_makes_the_register_it_leaves_a_whole_one_or_none(tmp_path):
    chance = random.Random(5)
    made = 0
    for run in range(12):
        path = tmp_path / str(run) / "register"
        child = start(path, "Imre", 0, 1)
        time.sleep(chance.uniform(0, 0.3))
        told = kill(child) if child.poll() is None else acknowledged(child)
        if home.is_there(path):
            made += 1
            verify_register(path, ring.unlock(path, Key()))
        else:
            assert not told
        finished = start(path, "Imre", 1, 1)
        assert len(acknowledged(finished)) == 4
        verify_register(path, ring.unlock(path, Key()))
    print(f"{made} of 12 were made when it died")


def test_two_programs_that_append_at_once_both_keep_everything(tmp_path):
    path = tmp_path / "register"
    Register.create(path, Key(), at=AT).close()
    children = [start(path, who, 0, 15) for who in ("Imre", "Solveig")]
    told = [acknowledged(child) for child in children]
    assert [child.returncode for child in children] == [0, 0]
    log = kept(path)
    # The other one may append between an action and its acknowledgement.
    assert all(log[seq] == digest for both in told for seq, digest in both)
    assert len(log) == 1 + 2 * 15 * (1 + 8 + 1 + 2)
    with Register.open(path, Key()) as register:
        assert register.counts().judgements == 2 * 15 * 2
        authors = {entry.by for entry in register.entries()}
    assert authors == {"lead", "tasjil/Imre", "tasjil/Solveig"}
    verify_register(path, ring.unlock(path, Key()))
