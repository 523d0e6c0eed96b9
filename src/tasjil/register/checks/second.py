"""A second process reads and checks a long log while the first makes the tables again.

The two halves take about as long as each other, so on two cores `verify` takes half the
time. The second is started as a module of its own: nothing of the program that called
is run again in it. What opens the register goes to it through a pipe, never as an
argument or in its environment, where others on this machine could read it. Where it
cannot be started, or another program appends in the meantime, the first does all of it.

Every message is its length in four bytes and MessagePack.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import msgspec
from django.db import models

from tasjil.errors import LogBroken, TasjilError
from tasjil.register import log
from tasjil.register.border import translated
from tasjil.register.checks import checking
from tasjil.register.checks.checking import Heard, Walked
from tasjil.register.derived import tables
from tasjil.register.derived.target import Rows, Target
from tasjil.register.memory import never_written_out
from tasjil.register.store import DERIVED, Head, Store

KINDS = {kind.__name__: kind for kind in DERIVED}


class Lost(Exception):
    """The second process is of no use: do the work here."""


def _send(pipe: BinaryIO, *message: Any) -> None:
    told = msgspec.msgpack.encode(message)
    pipe.write(len(told).to_bytes(4, "big") + told)


def _receive(pipe: BinaryIO) -> list[Any]:
    """Take the next message; `Lost` where there is none."""
    told = pipe.read(int.from_bytes(pipe.read(4), "big"))
    try:
        message: list[Any] = msgspec.msgpack.decode(told)
    except msgspec.DecodeError:
        raise Lost from None
    return message


class Reader:
    """What the first process asks of the second."""

    def __init__(self, child: "subprocess.Popen[bytes]") -> None:
        """Read what this process tells."""
        assert child.stdout is not None
        self._from: BinaryIO = child.stdout  # type: ignore[assignment]

    def walk(self, target: Target, heard: Heard) -> Walked:
        """Take the rows that the log makes, until it ends.

        Raises:
            LogBroken: The log is not whole.
            Lost: The second process is of no use.
        """
        while True:
            match _receive(self._from):
                case ["replace", name, rows, same]:
                    target.replace(KINDS[name], rows, same)
                case ["each", statement, rows]:
                    target.each(statement, rows)
                case ["heard", done, total, entries]:
                    heard(done, total, entries)
                case ["walked", entries, head, contents]:
                    return Walked(entries, head, contents)
                case ["broken", told]:
                    raise LogBroken(told)
                case _:
                    raise Lost

    def tables(self) -> dict[str, str]:
        """Give the digest of each table as it is kept; `Lost`, `LogBroken` as above."""
        match _receive(self._from):
            case ["tables", digests]:
                return dict(digests)
            case ["broken", told]:
                raise LogBroken(told)
            case _:
                raise Lost


@contextmanager
def reading(kept: Store, end: Head) -> Iterator[Reader]:
    """Start a second process on a register; it is gone when the block ends.

    Args:
        kept: The register, inside a transaction.
        end: The end of its log there; the second must see the same.

    Raises:
        Lost: It cannot be started.
    """
    try:
        child = subprocess.Popen(
            # -P: never a module that lies in the folder of somebody's evidence.
            [sys.executable, "-P", "-m", "tasjil.register.checks.second"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # A trace could quote what is kept.
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        raise Lost from None
    with child:
        try:
            assert child.stdin is not None
            _send(child.stdin, _opening(kept.database), end.size, end.digest)  # type: ignore[arg-type]
            child.stdin.close()
            yield Reader(child)
        except BrokenPipeError:
            raise Lost from None
        finally:
            child.kill()


def _opening(database: dict[str, Any]) -> dict[str, Any]:
    """Put what opens a store into plain values, its key among them."""
    options = dict(database.get("OPTIONS", {}))
    if "key" in options:
        options["key"] = bytes(options["key"])
    return {**database, "OPTIONS": options}


class _ToTheFirst:
    """Sends rows through the pipe."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe

    def replace(self, kind: type[models.Model], rows: Rows, same: str = "") -> None:
        _send(self._pipe, "replace", kind.__name__, rows, same)

    def each(self, statement: str, rows: Rows) -> None:
        _send(self._pipe, "each", statement, rows)


def read_for_another(asked: BinaryIO, answers: BinaryIO) -> None:
    """Read a register for the process that asks, and tell it all it needs to know."""
    database, size, digest = _receive(asked)
    kept = Store(database)
    try:
        with kept.transaction():
            with translated():
                end = log.head(kept)
            if (end.size, end.digest) != (size, digest):
                return
            walked = checking.check_log(
                kept,
                _ToTheFirst(answers),
                lambda *heard: _send(answers, "heard", *heard),
            )
            _send(answers, "walked", walked.entries, walked.head, walked.contents)
            answers.flush()
            with translated():
                _send(answers, "tables", tables.digests(kept))
    except LogBroken as wrong:
        _send(answers, "broken", str(wrong))
    except TasjilError:
        return  # the first process meets the same, and says it
    finally:
        answers.flush()
        kept.close()


if __name__ == "__main__":
    never_written_out()
    read_for_another(sys.stdin.buffer, sys.stdout.buffer)
