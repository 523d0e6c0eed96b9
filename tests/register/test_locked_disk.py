"""A register on a disk that nobody can write to, as evidence is kept."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasjil.register.home import database
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

pytestmark = pytest.mark.file

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


def test_a_register_on_a_locked_disk_is_verified_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "register"
    path = folder / "register.sqlite"
    with Register.create(folder, Key(), at=NOON) as register:
        entries = register.counts().entries
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    opened = ring.unlock(folder, Key())
    assert "immutable=1" in database(folder, opened, writes=False)["NAME"]
    assert verify_register(folder, opened).entries == entries
    assert path.read_bytes() == before
    assert [each.name for each in sorted(folder.iterdir())] == ["keys.json", path.name]


def test_entries_that_wait_beside_a_register_are_never_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Register.create(tmp_path, Key(), at=NOON).close()
    (tmp_path / "register.sqlite-wal").write_bytes(b"waiting")
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    opened = ring.unlock(tmp_path, Key())
    assert "immutable" not in database(tmp_path, opened, writes=False)["NAME"]
