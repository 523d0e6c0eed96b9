"""Registers that are treated badly, and people of the invented country."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from every_action import Story  # noqa: E402


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of this test's own: its keys are nobody else's."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "machine"))
    return tmp_path


@pytest.fixture
def new_story(machine: Path) -> Callable[[], Story]:
    """Begin a case in a folder and on a machine of its own, as often as called."""
    begun: list[Story] = []

    def begin() -> Story:
        home = machine / str(len(begun))
        os.environ["XDG_DATA_HOME"] = str(home / "machine")
        begun.append(Story(home / "register"))
        return begun[-1]

    return begin
