"""Shows what a list's columns are taken for, has it confirmed, and saves it beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tasjil.capture.lists import ListFile, read_list
from tasjil.errors import BadValue, CaseError
from tasjil.journey.case import Case, open_case
from tasjil.journey.lists.columns import (
    Understood,
    columns_beside,
    columns_file,
    confirmed,
    settled,
    understand,
)
from tasjil.journey.lists.keeping import before_of, changes_in, kept_list
from tasjil.journey.opening import Key, open_register
from tasjil.link.lists.changes import ListChanges
from tasjil.link.lists.cleaning import Cleaner, ColumnAccount
from tasjil.link.lists.columns.columns import Columns
from tasjil.link.lists.columns.meaning import ColumnMeaning
from tasjil.link.lists.columns.saved import write_columns
from tasjil.register.files import write_private

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Look:
    """A list as a person looks at it before its columns are confirmed.

    Attributes:
        file: The list as captured.
        understood: Its rows and what its columns are taken for.
        account: How the cells of each column that is compared were read.
        samples: Some cells of each column, for a terminal alone.
        at: The row of the file that each record stands in, by its id.
    """

    path: Path
    file: ListFile
    understood: Understood
    account: Mapping[str, ColumnAccount]
    samples: Mapping[str, tuple[str, ...]]
    at: Mapping[str, int]

    @property
    def columns(self) -> Columns:
        """What its columns are taken for."""
        return self.understood.columns

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know of the file and of its columns."""
        return (*self.file.notes, *self.understood.notes)


def look_at_list(
    path: Path, told: Sequence[str] = (), replaces: str | None = None
) -> Look:
    """Read a list, and say what its columns are taken for.

    Args:
        path: The list.
        told: What a person says of its columns, each "HEADER=meaning".
        replaces: The file of the case that it is a new version of, if its name is
            another.

    Raises:
        CannotCapture: It cannot be read.
        BadColumns: The file beside it says it wrongly.
        BadValue: What a person says is of no header, or no meaning.
    """
    file = read_list(path)
    understood = understand(file.rows, columns_beside(path))
    if replaces is not None:
        columns = replace(understood.columns, replaces=replaces)
        understood = replace(understood, columns=columns)
    return _looked(path, file, understood, told)


def look_again(look: Look, told: Sequence[str]) -> Look:
    """Look at the same list with something more said of its columns."""
    return _looked(look.path, look.file, look.understood, told)


def _looked(
    path: Path, file: ListFile, understood: Understood, told: Sequence[str]
) -> Look:
    if told:
        columns = with_told(understood.columns, told)
        understood = settled(file.rows, columns, understood.guessed, understood.notes)
    cleaner = Cleaner(understood.columns)
    for place, row in enumerate(understood.rows):
        if place not in understood.nobody:
            cleaner.clean(row)
    samples = {key: _samples(file, key) for key in file.keys}
    rows = _rows_of(cleaner.account, understood)
    return Look(path, file, understood, cleaner.account, samples, rows)


def _rows_of(
    account: Mapping[str, ColumnAccount], understood: Understood
) -> dict[str, int]:
    """Find the rows of the file that the ids in an account stand for."""
    wanted = {id for a in account.values() for id in (*a.unreadable, *a.at_odds)}
    if not wanted:
        return {}
    rows = understood.rows
    ids = ((f"{rows.list}:{rows.number(n)}", n) for n in range(len(rows)))
    return {id: rows.at[n] for id, n in ids if id in wanted}


def with_told(columns: Columns, told: Sequence[str]) -> Columns:
    """Set what a person says of columns: "HEADER=meaning".

    Raises:
        BadValue: There is no such header, or no such meaning.
    """
    for each in told:
        header, sign, word = each.rpartition("=")
        if not sign:
            raise BadValue(
                'expected "HEADER=meaning", found no "="; write it as '
                '--set "Date of death=died"'
            )
        try:
            meaning = ColumnMeaning(word.strip().casefold())
        except ValueError:
            some = ", ".join(str(m) for m in ColumnMeaning)
            raise BadValue(f"expected one of {some}, found {word.strip()!r}") from None
        columns = columns.set(header.strip(), meaning)
    return columns


def _samples(file: ListFile, key: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for cell in file.rows.under(key):
        if cell.strip():
            found[cell.strip()] = None
            if len(found) == SAMPLES:
                break
    return tuple(found)


def save_columns(look: Look, by: str, at: str) -> Path:
    """Save what the columns mean beside the list, with who confirmed it and when.

    Args:
        look: The list as the person saw it.
        by: Who confirmed it.
        at: When, in ISO 8601.
    """
    path = columns_file(look.path)
    text = write_columns(confirmed(look.columns, by, at), look.file.list)
    write_private(path, text.encode("utf-8"))
    return path


def case_of(path: Path) -> Case:
    """Open the case that a list lies in.

    Raises:
        CaseError: None of the folders above it is a case that was built.
    """
    for folder in path.resolve().parents:
        if (folder / "register").is_dir() or (folder / "case.toml").is_file():
            return open_case(folder)
    raise CaseError(
        f"expected {path.name} in the folder of a case, found none above it; put it "
        "into CASE/lists"
    )


def preview_changes(look: Look, case: Case, key: Key) -> ListChanges | None:
    """Say what the next build would find new, changed and gone in a list.

    Args:
        look: The list as it is now.
        case: The case it lies in.
        key: What opens the case's register.

    Returns:
        None where the case holds no earlier version.
    """
    own = look.path.resolve().relative_to(case.folder.resolve()).as_posix()
    with open_register(case, key) as register:
        before = before_of(register, look.columns.replaces or own)
        if before is None:
            return None
        kept = kept_list(case, register, before)
        return changes_in(kept, look.understood, before)
