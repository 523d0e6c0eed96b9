"""Signs how far a case's log has come, on a page to be kept elsewhere."""

from collections.abc import Iterable
from pathlib import Path

from tasjil.errors import BadCheckpoint, ExportRefused, NoRegister
from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.register.register import Register
from tasjil.register.tree.checkpoint import LogKey, Signed, joined, parse_all


def checkpoint_case(case: Case, key: Key) -> tuple[Signed, LogKey]:
    """Give the signed checkpoint of the whole log, made now where it is due.

    Returns:
        The checkpoint, and the key it is signed with.

    Raises:
        NoRegister: The case has not been built yet.
    """
    with open_register(case, key) as register:
        return latest(register), register.log_key


def latest(register: Register) -> Signed:
    """Give the checkpoint of all that a register holds now."""
    signed = register.checkpoint()
    if signed is None:
        raise NoRegister(
            "expected a log with entries, found an empty one; build the case first: "
            "tasjil build CASE"
        )
    return signed


def read_checkpoints(files: Iterable[Path]) -> tuple[Signed, ...]:
    """Read checkpoints that somebody kept; a file may hold several.

    Raises:
        BadCheckpoint: A file cannot be read, or holds something else.
    """
    return tuple(each for file in files for each in parse_all(_words(file)))


def keep(signed: Signed, file: Path) -> None:
    """Write a checkpoint to a file, after those that are in it already.

    Raises:
        BadCheckpoint: There is something else in the file.
        ExportRefused: It cannot be written.
    """
    kept = parse_all(_words(file)) if file.exists() else ()
    notes = [each.note for each in kept]
    if signed.note not in notes:
        notes.append(signed.note)
    try:
        file.write_bytes(joined(notes).encode())
    except OSError as wrong:
        raise ExportRefused(
            f"the file {file.name!r} cannot be written ({wrong.strerror}); name "
            "another file"
        ) from None


def _words(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError as wrong:
        raise BadCheckpoint(
            f"the checkpoint {file.name!r} cannot be read ({wrong.strerror}); name the "
            "file that `tasjil checkpoint` wrote"
        ) from None
