"""Finds the reports of which no word may go to a language model."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tasjil.capture.walking import walk
from tasjil.journey.case import Case, open_case
from tasjil.journey.opening import Key, open_register
from tasjil.register import home

REGISTER = "register"


def never_sent(
    paths: Sequence[Path], case: Case | None, key_of: Callable[[Case], Key]
) -> frozenset[str]:
    """Give the reports about people in the sealed box, by id and by digest of words.

    The registers that are asked are those of the case read for, and of every case
    whose folder holds one of the files.

    Args:
        paths: Files, and folders to walk.
        case: The case the files are read for.
        key_of: What opens a case's register.

    Raises:
        CannotUnlock: A register cannot be opened, so nobody can say what is sealed.
    """
    held: set[str] = set()
    for folder in sorted({*_folders(paths), *([case.folder] if case else ())}):
        around = open_case(folder)
        if not _was_built(around):
            continue
        with open_register(around, key_of(around)) as register:
            sealed = register.box.concerned()
            held |= sealed
            held |= {r.text_digest for r in register.reports() if r.id in sealed}
    return frozenset(held)


def _was_built(case: Case) -> bool:
    register = case.register_folder
    return home.is_there(register) or home.has_lost_its_keys(register)


def _folders(paths: Sequence[Path]) -> Iterator[Path]:
    """The case folders that hold a file, where it stands and where it leads to."""
    seen: set[Path] = set()
    for file in walk(paths):
        seen.update(file.absolute().parents)
        seen.update(file.resolve().parents)
    return (folder for folder in seen if (folder / REGISTER).is_dir())
