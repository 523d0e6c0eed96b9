"""A laptop that dies while somebody is erased: erased or not, and never in between."""

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasjil.errors import Erased
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

CHILD = Path(__file__).with_name("erasing_child.py")
AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
WHY = {"by": "lead", "at": AT, "because": "a test"}


def told_until_killed(path: Path, first: int, seconds: float) -> list[list[str]]:
    """Run the child, kill it, and give every action it told, whole lines alone."""
    command = [sys.executable, str(CHILD), str(path), str(first)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    told, _ = child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL
    return [each.split() for each in told[: told.rfind("\n") + 1].splitlines()]


def die_again_and_again(path: Path, times: int, seed: int) -> int:
    chance = random.Random(seed)
    Register.create(path, Key(), at=AT).close()
    told: list[list[str]] = []
    for run in range(times):
        told += told_until_killed(path, run * 1_000_000, chance.uniform(0, 0.4))
        verify_register(path, ring.unlock(path, Key()))
    erased = {who: report for what, who, report in told if what == "erased"}
    sealed = {who: report for what, who, report in told if what == "sealed"}
    with Register.open(path, Key()) as register:
        states = {each.reference: each.erased for each in register.box.everybody()}
        for who, report in erased.items():
            assert states[who]
            assert not register.has_report(report)
        for who in sealed:
            if not states[who]:
                assert register.box.unseal(who, **WHY).names.startswith("Person")
            else:
                with pytest.raises(Erased):
                    register.box.unseal(who, **WHY)
        before = register.table_digests()
        assert register.rebuild() == before
    return len(told)


def test_killed_three_times_nobody_is_half_erased(tmp_path):
    die_again_and_again(tmp_path / "register", 3, seed=3)


@pytest.mark.slow
def test_killed_at_thirty_moments_nobody_is_half_erased(tmp_path):
    told = die_again_and_again(tmp_path / "register", 30, seed=1948)
    print(f"{told} acknowledged actions, all as they were told")
    assert told >= 30
