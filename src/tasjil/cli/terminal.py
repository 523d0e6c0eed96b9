"""What a command says to a person: progress and sentences, never on standard output."""

import io
import json
import os
import sys
import traceback
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from tasjil.errors import TasjilError

SOME_FAILED = 1
CANNOT_START = 2
STOPPED = 130

# What is printed was said by others: nothing in it is an order to the terminal.
out = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)


def speakable() -> None:
    r"""Let any word be printed, whatever letters this machine's language has.

    A terminal or a pipe set to Latin letters gets \u0642 for an Arabic letter, and
    not a half-told answer.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def harmless(text: str) -> str:
    r"""Spell out the control characters that a report can hold.

    Example:
        >>> harmless("Herald \x1b[31m[red]")
        'Herald \\x1b[31m[red]'
    """
    return "".join(
        f"\\x{ord(c):02x}" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c
        for c in text
    )


def say(line: str) -> None:
    """Tell the person something; data goes to standard output, this does not."""
    err.print(harmless(line))


def line(text: str) -> None:
    """Print a line of the answer as it is."""
    out.print(harmless(text))


def put(value: Any) -> None:
    """Write one JSON object as one line of standard output."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    sys.stdout.write(json.dumps(value, ensure_ascii=plain) + "\n")


def not_whole(broken: TasjilError, as_json: bool) -> int:
    """Say what is wrong with a log or a backup; give the status for it."""
    if as_json:
        put({"whole": False, "problem": str(broken)})
    say(f"NOT WHOLE: {broken}")
    return SOME_FAILED


class Bars:
    """Progress bars on a terminal; silence where standard error is a file."""

    def __init__(self) -> None:
        """Draw nothing until the first stage begins."""
        self._bars = Progress(
            TextColumn("{task.description:<28}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=err,
            disable=not err.is_terminal,
        )
        self._task: TaskID | None = None

    def begin(self, what: str, total: int | None) -> None:
        """Start the next stage; the one before is left as it stands."""
        self._bars.start()
        self._task = self._bars.add_task(what, total=total)

    def step(self, count: int = 1) -> None:
        """Move the current stage on."""
        if self._task is not None:
            self._bars.advance(self._task, count)

    def note(self, line: str) -> None:
        """Print a line above the bars."""
        say(line)

    def stop(self) -> None:
        """Leave the bars as they are and give the terminal back."""
        self._bars.stop()


@contextmanager
def bars() -> Iterator[Bars]:
    """Progress for one command, closed whatever happens."""
    shown = Bars()
    try:
        yield shown
    finally:
        shown.stop()


def guarded(verb: Callable[[], int]) -> int:
    """Run a verb and turn whatever goes wrong into words and a status."""
    try:
        return verb()
    except TasjilError as wrong:
        say(f"tasjil: {wrong}")
        return CANNOT_START
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    except KeyboardInterrupt:
        return stopped()
    except Exception as fault:  # the outermost border: see `where_it_broke`
        say(where_it_broke(fault))
        return 70


def stopped() -> int:
    """Say that a person stopped the program, and give the status for it."""
    say("tasjil: stopped; what was finished is kept, and the next run goes on")
    return STOPPED


def where_it_broke(fault: Exception) -> str:
    """Tell where the program broke, without its values: they may hold a name."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = [
        f"  {os.path.basename(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in frames[-8:]
    ]
    return "\n".join(
        [
            f"tasjil: a fault of the program ({type(fault).__name__}), not of your "
            "input. Nothing stored was changed by it. Please report these lines; "
            "they hold no text of any report:",
            *places,
        ]
    )
