"""A laptop that dies in the middle of an import has all of the bundle, or nothing."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from offices import IDENTITY, NAMES, Office
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

pytestmark = pytest.mark.file
CHILD = Path(__file__).with_name("importing_child.py")


def start(folder: Path, bundle: Path, north: Office) -> subprocess.Popen[str]:
    identity = bundle.with_name("identity.txt")
    identity.write_text(str(IDENTITY))
    fingerprint = north.register.exchange.key.fingerprint
    child = subprocess.Popen(
        [sys.executable, CHILD, folder, bundle, identity, fingerprint],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def kill_again_and_again(folder: Path, times: int, seed: int) -> tuple[int, int]:
    """Import and die, each time into a new copy; say how often it had all, or nothing.

    How long an import takes is measured first, so that the kills fall into it.
    """
    chance = random.Random(seed)
    north = Office.create(folder / "north", NAMES[0])
    for number in range(40):
        north.capture(number)
        north.read(number)
    bundle, departed = north.exported()
    Office.create(folder / "coast", NAMES[1]).close()
    kept = folder / "coast" / "register"

    shutil.copytree(kept, folder / "measured")
    child = start(folder / "measured", bundle, north)
    begun = time.monotonic()
    assert child.communicate(timeout=120)[0] == "taken\n"
    takes = time.monotonic() - begun

    whole = nothing = 0
    for run in range(times):
        copy = folder / f"copy-{run}"
        shutil.copytree(kept, copy)
        child = start(copy, bundle, north)
        time.sleep(chance.uniform(0, takes))
        child.send_signal(signal.SIGKILL)
        told, _ = child.communicate(timeout=60)
        with Register.open(copy, Key()) as register:
            sizes = [office.size for office in register.exchange.offices()]
            assert sizes in ([], [departed.size])
            assert sizes or "taken" not in told
            assert len(list(register.reports())) == (40 if sizes else 0)
            register.verify()
            whole, nothing = whole + bool(sizes), nothing + (not sizes)
        shutil.rmtree(copy)
    north.close()
    return whole, nothing


def test_killed_three_times_while_importing(tmp_path):
    whole, nothing = kill_again_and_again(tmp_path, 3, seed=7)
    assert whole + nothing == 3


@pytest.mark.slow
def test_killed_at_thirty_random_moments_of_an_import(tmp_path):
    whole, nothing = kill_again_and_again(tmp_path, 30, seed=1948)
    print(f"all of it {whole} times, nothing {nothing} times")
    assert nothing
