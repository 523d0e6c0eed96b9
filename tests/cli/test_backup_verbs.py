"""A case goes into one file and comes out of it, as a person types it."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from tasjil.journey.backup import reminder
from tasjil.register.copies.backup import Asked
from tasjil.register.keys.ring import Key
from tasjil.register.parcels.ways import Closing
from tasjil.register.register import Register

pytestmark = pytest.mark.file

WORDS = "salt winter ladder olive"
AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
TRUSTED = pyrage.x25519.Identity.generate()
TO_TRUSTED = Closing(recipients=(str(TRUSTED.to_public()),))


@pytest.fixture
def locked(folder: Path, tmp_path: Path, tasjil, monkeypatch) -> Path:
    """A case that was built, under a passphrase in a file."""
    (tmp_path / "words").write_text(f"{WORDS}\n")
    monkeypatch.setenv("TASJIL_PASSPHRASE_FILE", str(tmp_path / "words"))
    assert tasjil("build", folder).returncode == 0
    return folder


def test_a_case_made_again_from_its_backup_counts_the_same(locked, tmp_path, tasjil):
    counted = tasjil("count", locked, "--json").stdout
    out, again = tmp_path / "case.backup", tmp_path / "again" / locked.name
    made = tasjil("backup", locked, out, "--json")
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    checked = tasjil("check-backup", out, "--json")
    assert checked.returncode == 0, checked.stderr
    found = json.loads(checked.stdout)
    assert (found["whole"], found["travel"]) == (True, False)
    assert (found["entries"], found["head"]) == (told["entries"], told["head"])
    restored = tasjil("restore", out, again)
    assert restored.returncode == 0, restored.stderr
    assert "keep only one of the two" in restored.stderr
    assert tasjil("count", again, "--json").stdout == counted
    assert tasjil("verify", again).returncode == 0
    twice = tasjil("restore", out, again)
    assert (twice.returncode, "move that folder away" in twice.stderr) == (2, True)


def test_a_travel_copy_and_new_keys_as_they_are_typed(locked, tmp_path, tasjil):
    out, far = tmp_path / "case.travel", tmp_path / "far"
    assert tasjil("backup", locked, out, "--travel").returncode == 0
    assert tasjil("restore", out, far).returncode == 0
    assert "the box is not here" in tasjil("verify", far).stderr
    refused = tasjil("rekey", far, "--because", "somebody left")
    assert (refused.returncode, "travel copy" in refused.stderr) == (2, True)
    done = tasjil("rekey", locked, "--because", "somebody left")
    assert done.returncode == 0, done.stderr
    assert "make a new backup" in done.stderr
    assert tasjil("count", locked).returncode == 0


def test_a_backup_that_was_cut_off_is_status_one(folder, tmp_path, tasjil):
    out, identity = tmp_path / "case.backup", tmp_path / "identity"
    identity.write_text(str(TRUSTED))
    with Register.create(folder / "register", Key(), at=AT) as register:
        register.back_up(Asked(out, TO_TRUSTED), at=AT)
    whole = tasjil("check-backup", out, "--identity", identity)
    assert whole.returncode == 0, whole.stderr
    out.write_bytes(out.read_bytes()[:-9])
    broken = tasjil("check-backup", out, "--identity", identity, "--json")
    assert broken.returncode == 1
    assert json.loads(broken.stdout)["whole"] is False


def test_a_case_says_when_its_backup_is_due(tmp_path):
    later = AT + timedelta(days=1, hours=1)
    with Register.create(tmp_path / "r", Key(), at=AT) as register:
        assert reminder(register, AT) is None
        assert "no backup" in (reminder(register, later) or "")
        register.back_up(Asked(tmp_path / "b", TO_TRUSTED), at=later)
        assert reminder(register, later + timedelta(days=7)) is None
        assert "8 days old" in (reminder(register, later + timedelta(days=8)) or "")
    shutil.rmtree(tmp_path / "r")
