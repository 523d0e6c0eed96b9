"""A register on a disk that nobody can write to, as evidence is kept."""

import os
from pathlib import Path

import pytest

from tasjil.register.register import Register
from tasjil.register.store import sqlite


def test_a_register_on_a_locked_disk_is_verified_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register" / "register.sqlite"
    with Register.create(path) as register:
        entries = register.counts().entries
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    assert "immutable=1" in sqlite(path, writes=False)["NAME"]
    assert Register(None, path).verify().entries == entries  # type: ignore[arg-type]
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["register.sqlite"]


def test_entries_that_wait_beside_a_register_are_never_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.sqlite"
    Register.create(path).close()
    path.with_name("register.sqlite-wal").write_bytes(b"waiting")
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    assert "immutable" not in sqlite(path, writes=False)["NAME"]
