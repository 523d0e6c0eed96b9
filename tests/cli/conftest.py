"""The command line, run as a person or a program runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "journey"))

from lumenia import lumenia  # noqa: E402

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case folder that was never built."""
    return lumenia(tmp_path / "varesh")


@pytest.fixture(scope="session")
def warm() -> Iterator[subprocess.Popen[str]]:
    """A process that has tasjil loaded and is copied for each command."""
    program = Path(__file__).with_name("warm.py")
    with subprocess.Popen(
        [sys.executable, str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as started:
        yield started
        assert started.stdin is not None
        started.stdin.close()


@pytest.fixture
def tasjil(
    warm: subprocess.Popen[str], tmp_path_factory: pytest.TempPathFactory
) -> Run:
    """Run `tasjil` with these arguments in a process of its own."""
    assert warm.stdin is not None
    assert warm.stdout is not None
    asks, answers = warm.stdin, warm.stdout
    told = tmp_path_factory.mktemp("told")

    def run(*args: object) -> subprocess.CompletedProcess[str]:
        out, err = told / "out", told / "err"
        out.write_bytes(b"")
        err.write_bytes(b"")
        asked = {
            "args": [str(each) for each in args],
            "environ": dict(os.environ),
            "cwd": str(Path.cwd()),
            "out": str(out),
            "err": str(err),
        }
        asks.write(json.dumps(asked) + "\n")
        asks.flush()
        status = int(answers.readline())
        texts = (each.read_text(encoding="utf-8") for each in (out, err))
        return subprocess.CompletedProcess(asked["args"], status, *texts)

    return run


@pytest.fixture
def tasjil_anew() -> Run:
    """Run `tasjil` in a Python that starts for it, where its start is the matter."""

    def run(*args: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tasjil", *map(str, args)]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run
