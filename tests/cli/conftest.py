"""The command line, run as a person or a program runs it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "journey"))

from lumenia import lumenia  # noqa: E402

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case folder that was never built."""
    return lumenia(tmp_path / "varesh")


@pytest.fixture
def tasjil() -> Run:
    """Run `tasjil` with these arguments in a process of its own."""

    def run(*args: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tasjil", *map(str, args)]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run
