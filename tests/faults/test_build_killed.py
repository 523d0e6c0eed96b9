"""A build that is killed loses nothing it had kept, and the next one goes on."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.count import count_case, tally_json
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.journey.verify import verify_case
from tasjil.register import home

ROOT = Path(__file__).resolve().parents[2]
COAST = ROOT / "cases" / "coast-2025"
KILLS = 20


@pytest.mark.slow
def test_a_build_killed_at_twenty_moments_ends_as_one_that_was_not(
    tmp_path: Path,
) -> None:
    calm, beaten = copy(tmp_path / "calm"), copy(tmp_path / "beaten")
    seconds = build_in_a_child(calm, kill_after=None)
    chance = random.Random(20250306)
    kills = 0

    for _ in range(KILLS):
        if build_in_a_child(beaten, kill_after=chance.uniform(0.2, seconds)):
            shutil.rmtree(beaten / "register")
        kills += 1
        if home.is_there(beaten / "register"):
            verify_case(open_case(beaten), Key(), Silence())

    built = build_case(open_case(beaten), Key(), None, Silence())
    assert kills == KILLS
    assert verify_case(open_case(beaten), Key(), Silence()).entries > 0
    assert tally_of(beaten) == tally_of(calm)
    assert (built.site / "index.html").is_file()


def copy(folder: Path) -> Path:
    """A copy of the sample case that was never built."""
    ignored = shutil.ignore_patterns("register", "site")
    shutil.copytree(COAST, folder, ignore=ignored)
    return folder


def build_in_a_child(case: Path, kill_after: float | None) -> float:
    """Build in another process; 0 where it was killed, else how long it took."""
    start = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, "-m", "tasjil", "build", str(case)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        child.wait(kill_after)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
        return 0.0
    assert child.returncode == 0
    return time.monotonic() - start


def tally_of(case: Path) -> object:
    """The tally as JSON, without the name of the folder."""
    opened = open_case(case)
    return {**tally_json(opened, count_case(opened, Key())), "case": None}
