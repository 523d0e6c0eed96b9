"""Folders that will not be walked and names that are too long: nothing is silent."""

import os
from pathlib import Path

import pytest

from tasjil.capture.door import Captured, Failed, capture_all
from tasjil.capture.walking import walk

ENGLISH = "Thirteen people were killed in an ambush near the village on Thursday.\n"


def test_a_folder_too_deep_for_the_system_is_one_failure(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ENGLISH)
    for _ in range(30):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
    Path("bottom.txt").write_text(ENGLISH)
    monkeypatch.chdir(tmp_path)
    captured, failed = list(capture_all([tmp_path]))
    assert isinstance(captured, Captured)
    assert isinstance(failed, Failed)
    assert "so deep" in failed.reason


def test_a_folder_that_may_be_listed_but_not_entered_is_named(tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").write_text(ENGLISH)
    ask = os.stat

    def refuse(path, *given, **named):
        if os.fspath(path).startswith(f"{closed}{os.sep}"):
            raise PermissionError(13, "Permission denied")
        return ask(path, *given, **named)

    monkeypatch.setattr(os, "stat", refuse)
    assert list(walk([tmp_path])) == [tmp_path / "b.txt", closed / "a.txt"]


@pytest.mark.parametrize("length", [200, 246, 255])
def test_a_report_with_the_longest_name_needs_no_sidecar(tmp_path, length):
    name = "a" * (length - 4) + ".txt"
    (tmp_path / name).write_text(ENGLISH)
    [found] = capture_all([tmp_path])
    assert isinstance(found, Captured)
    assert found.report.name == name
