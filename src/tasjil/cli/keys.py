"""One key at a time from a terminal; lines where there is none."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

LEAVE = "q"

_BY_KEYS = "termios"
"""What gives keys one at a time; systems that are no Unix have none."""

_ON_AN_ARABIC_KEYBOARD = dict(zip("سيؤعنصضش", "sdcukwqa", strict=True))
"""What is written where these keys are, when the keyboard is set to Arabic."""

_END_OF_INPUT = "\x04"
_ESCAPE = "\x1b"


def pressed() -> str:
    """Wait for a key; at the end of input it is as if somebody wished to leave.

    Where standard input is no terminal, or the system gives no single keys, the first
    letter of the next line counts.
    """
    if not sys.stdin.isatty() or find_spec(_BY_KEYS) is None:
        line = sys.stdin.readline()
        return as_key(line.strip()[:1]) if line else LEAVE
    with _key_by_key(sys.stdin.fileno()):
        told = os.read(sys.stdin.fileno(), 16).decode(errors="replace")
    if not told or told[0] == _END_OF_INPUT:
        return LEAVE
    return "" if told[0] == _ESCAPE else as_key(told[0])


def as_key(letter: str) -> str:
    """Give the key of a letter, on an English or an Arabic keyboard.

    Example:
        >>> as_key("S"), as_key("س")
        ('s', 's')
    """
    return _ON_AN_ARABIC_KEYBOARD.get(letter, letter.lower())


def typed_line() -> str | None:
    """Read a line that somebody types; None at the end of input."""
    try:
        return input().strip()
    except EOFError:
        return None


@contextmanager
def _key_by_key(terminal: int) -> Iterator[None]:
    """Have keys come without Enter, and leave the terminal as it was."""
    import termios
    import tty

    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
