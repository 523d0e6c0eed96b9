"""A program that dies while it copies a register or changes its keys harms nothing.

Always the old whole state or the new one, and a register that opens.
"""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from tasjil.model.identity import Identity, IdentityKind
from tasjil.register import home
from tasjil.register.copies import backup, restore
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

pytestmark = pytest.mark.file

CHILD = Path(__file__).with_name("copying_child.py")
AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
SOMEBODY = Identity(IdentityKind.WITNESS, names="Daren Vellomir")
TRUSTED = pyrage.x25519.Identity.generate()
BY_TRUSTED = Brought(identity=str(TRUSTED).encode())
TO_TRUSTED = Closing(recipients=(str(TRUSTED.to_public()),))


def of_pair(number: int, each: int) -> dict[str, str]:
    """Two claims of which somebody said that they tell of one incident."""
    pair = {"one": f"c-{number}", "other": f"c-{number}-{each}"}
    return {"kind": "claims", **pair, "verdict": "same"}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A register that takes a moment to copy, and a backup of it beside."""
    folder = tmp_path_factory.mktemp("made") / "register"
    with Register.create(folder, Key(), at=AT) as register:
        for number in range(8):
            some = [
                NewEntry(EntryKind.LINK_JUDGED, of_pair(number, each), because="x")
                for each in range(500)
            ]
            register.append(some, by="lead", at=AT)
        register.box.seal(SOMEBODY, [], by="lead", at=AT, because="at risk")
        asked = backup.Asked(folder.with_name("case.backup"), TO_TRUSTED)
        register.back_up(asked, at=AT)
    return folder


def run(action: str, folder: Path, file: Path, kill_after: float | None) -> float:
    """Do it in another process; 0 where it was killed, else how long it took."""
    keys = (str(TRUSTED), str(TRUSTED.to_public()))
    command = [sys.executable, str(CHILD), action, str(folder), str(file), *keys]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    start = time.monotonic()
    if kill_after is not None:
        time.sleep(kill_after)
        child.send_signal(signal.SIGKILL)
    told, _ = child.communicate(timeout=60)
    if told == "done\n":
        return time.monotonic() - start
    assert child.returncode == -signal.SIGKILL
    return 0.0


def opens(folder: Path) -> int:
    """Check that a register opens, is whole, and that its box opens too."""
    with Register.open(folder, Key()) as register:
        who = register.box.everybody()[0].reference
        found = register.box.unseal(who, by="lead", at=AT, because="to be sure")
        assert found.names == "Daren Vellomir"
    opened = ring.unlock(folder, Key())
    return verify_register(folder, opened).entries


def after_backup(folder: Path, file: Path) -> bool:
    opens(folder)
    if not file.exists():
        return False
    whole = restore.check(restore.Asked(file, BY_TRUSTED), file.parent)
    assert whole.verified.entries > 4_000
    with Register.open(folder, Key()) as register:
        assert register.last_backup() is not None
    return True


def after_restore(folder: Path, file: Path) -> bool:
    if home.is_there(folder):
        assert opens(folder) > 4_000
        return True
    restore.restore(restore.Asked(file, BY_TRUSTED), folder)
    opens(folder)
    return False


def after_rekey(folder: Path, file: Path) -> bool:
    before = opens(folder)
    with Register.open(folder, Key()) as register:
        kinds = [entry.kind for entry in register.entries()]
        register.rekey(at=AT, because="once more")
    assert opens(folder) > before
    return "keys.changed" in kinds


AFTER: dict[str, Callable[[Path, Path], bool]] = {
    "backup": after_backup,
    "restore": after_restore,
    "rekey": after_rekey,
}


def kill_again_and_again(action: str, made: Path, place: Path, times: int) -> None:
    chance = random.Random(times + 1)
    seconds = 0.0
    ended = 0
    for number in range(times + 1):
        folder, file = place / str(number) / "register", place / f"{number}.backup"
        if action == "restore":
            folder.parent.mkdir()
            shutil.copy(made.with_name("case.backup"), file)
        else:
            shutil.copytree(made, folder)
        first = number == 0
        took = run(action, folder, file, None if first else chance.uniform(0, seconds))
        seconds = max(seconds, took)
        whole = AFTER[action](folder, file)
        assert whole or not took
        ended += whole
        shutil.rmtree(folder)
    print(f"{action}: killed {times} times in {seconds:.1f} s; whole: {ended}")


@pytest.mark.parametrize("action", AFTER)
def test_killed_twice_it_leaves_the_old_state_or_the_new(action, made, tmp_path):
    kill_again_and_again(action, made, tmp_path, 2)


@pytest.mark.slow
@pytest.mark.parametrize("action", AFTER)
def test_killed_twenty_times_it_leaves_the_old_state_or_the_new(action, made, tmp_path):
    kill_again_and_again(action, made, tmp_path, 20)
