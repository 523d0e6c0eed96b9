"""What may not stand in an argument is typed, or read from standard input.

Arguments show in the list of processes and in the shell's history.
"""

import sys

from tasjil.cli.terminal import err
from tasjil.errors import BadValue
from tasjil.model.identity import Identity, IdentityKind


def typed_identity(kind: IdentityKind) -> Identity:
    """Read who somebody is: names, contacts, then notes.

    On a terminal each is asked for. Otherwise the first line of standard input has the
    names, the second the contacts, and all that follows is notes.
    """
    if sys.stdin.isatty():
        return Identity(
            kind,
            names=_asked("Names, every spelling: "),
            contacts=_asked("How to reach them safely (empty: none): "),
            notes=_asked("Notes, conditions, interpreter (empty: none): "),
        )
    lines = [*sys.stdin.read().splitlines(), "", ""]
    names, contacts, notes = lines[0], lines[1], "\n".join(lines[2:])
    return Identity(kind, names.strip(), contacts.strip(), notes.strip())


def confirmed(sure: bool, word: str) -> None:
    """Have a person type a word before something is destroyed.

    Args:
        sure: True where a script said so beforehand (--yes).
        word: What to type.

    Raises:
        BadValue: They typed something else, or nobody is there to type.
    """
    if sure:
        return
    if not sys.stdin.isatty():
        raise BadValue(
            "expected somebody at a terminal to say that this is to be destroyed, "
            "found none; nothing was done. In a script, say --yes"
        )
    if _asked(f"This cannot be undone. Type {word} to go on: ").strip() != word:
        raise BadValue(f"expected {word}, found something else; nothing was destroyed")


def _asked(question: str) -> str:
    err.print(question, end="")
    try:
        return input()
    except EOFError:
        return ""
