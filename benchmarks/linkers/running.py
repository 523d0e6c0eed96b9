"""Runs a linker in a process of its own, tells how it goes, and stops it in the end."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

A_LOOK = 0.5
"""Seconds between two looks at the memory that a process holds."""

A_WORD = 30.0
"""Seconds between two words on how it goes."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended.

    Attributes:
        code: What it returned; None where it was stopped.
        said: What it wrote to its output, until it was stopped.
        seconds: How long it ran, by the clock.
        peak: The most memory it held as far as was seen, in MB; 0 where the system
            does not tell.
    """

    code: int | None
    said: str
    seconds: float
    peak: float


def run_within(command: Sequence[str], longest: float, name: str) -> Ended:
    """Run a command; stop it, and all that it started, after so many seconds.

    Args:
        command: The program and its arguments.
        longest: Seconds.
        name: What words on its progress, on the error output, begin with.
    """
    began = perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            ended = _watched(process, began, longest, name)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        if ended.code is None:
            said, _ = process.communicate()
            ended = replace(ended, said=said)
        return ended


def _watched(
    process: subprocess.Popen[str], began: float, longest: float, name: str
) -> Ended:
    """Wait for a process until it ends or its time has gone by."""
    peak = told = 0.0
    while (spent := perf_counter() - began) < longest:
        try:
            said, _ = process.communicate(timeout=min(A_LOOK, longest - spent))
            return Ended(process.returncode, said, perf_counter() - began, peak)
        except subprocess.TimeoutExpired:
            peak = max(peak, _memory(process.pid))
        if spent - told >= A_WORD:
            told = spent
            words = f"{name}: {spent:,.0f} s so far, {peak:,.0f} MB at most"
            print(words, file=sys.stderr, flush=True)
    return Ended(None, "", spent, peak)


def _memory(process: int) -> float:
    """Give the most memory that a process has held, in MB."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    held = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return int(next(held, "0")) / 1024
