"""Reads lists of victims without a register: their rows, cleaned, and nothing kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tasjil.capture.kinds import LIST_KINDS
from tasjil.capture.lists import read_list
from tasjil.capture.walking import walk
from tasjil.errors import BadColumns, CannotCapture
from tasjil.journey.lists.columns import (
    Understood,
    columns_beside,
    guessed_note,
    understand,
)
from tasjil.journey.progress import Progress
from tasjil.link.lists.cleaning import Cleaner, ColumnAccount, PlaceOf, as_told
from tasjil.link.unswept import unswept
from tasjil.model.particulars import Particulars


@dataclass(frozen=True, slots=True)
class ListRead:
    """What came of one list.

    Attributes:
        path: Its file.
        name: What its records are called by: "hospital" of "hospital:17".
        understood: Its rows as they came, with their ids, and its columns; None where
            it could not be read.
        account: How the cells of each column that is compared were read.
        failure: Why it could not be read.
        notes: What a person should know.
    """

    path: Path
    name: str
    understood: Understood | None = None
    account: dict[str, ColumnAccount] | None = None
    failure: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def clean(self) -> bool | None:
        """Whether nobody stands on it twice; None to find out."""
        return None if self.understood is None else self.understood.columns.clean


def read_particulars(
    paths: Sequence[Path], progress: Progress, place_of: PlaceOf = as_told
) -> tuple[list[Particulars], tuple[ListRead, ...]]:
    """Read lists, and clean every row that tells of a person.

    A list is called by its file's name without the ending; where two have the same, by
    the folder too. A list that cannot be read is named with its reason, and the rest
    goes on. Where no file beside a list says what its columns mean, a guess is taken
    and said so.

    Args:
        paths: Files (.csv, .tsv, .xlsx), and folders to walk.
        progress: Who is told how far it is.
        place_of: Finds the places of a row; without it they are kept as told.

    Returns:
        The records of all lists, list by list in the order of the paths; and the lists.
    """
    files = list(walk(paths, LIST_KINDS))
    progress.begin("Reading lists", len(files))
    records: list[Particulars] = []
    lists: list[ListRead] = []
    for path, name in zip(files, names_of(files), strict=True):
        with unswept():
            found = read_one(path, name, place_of, records)
        for note in found.notes:
            progress.note(f"{name}: {note}")
        lists.append(found)
        progress.step()
    return records, tuple(lists)


def read_one(
    path: Path, name: str, place_of: PlaceOf, records: list[Particulars]
) -> ListRead:
    """Read one list, and put its records behind those that are there.

    Args:
        path: Its file.
        name: What its records are called by.
        place_of: Finds the places of a row.
        records: Where they go.
    """
    try:
        file = read_list(path)
        saved = columns_beside(path)
    except (CannotCapture, BadColumns) as wrong:
        return ListRead(path, name, failure=str(wrong), notes=(str(wrong),))
    understood = understand(file.rows.called(name), saved)
    cleaner = Cleaner(understood.columns, place_of)
    clean, nobody = cleaner.clean, understood.nobody
    if nobody:
        kept = (row for at, row in enumerate(understood.rows) if at not in nobody)
        records.extend(map(clean, kept))
    else:
        records.extend(map(clean, understood.rows))
    notes = (*file.notes, *understood.notes, *guessed_note(file.name, understood))
    return ListRead(path, name, understood, cleaner.account, notes=notes)


def names_of(files: Sequence[Path]) -> list[str]:
    """Name lists after their files, each differently.

    Example:
        >>> names_of([Path("a/dead.csv"), Path("b/dead.csv"), Path("b/lost.csv")])
        ['a/dead', 'b/dead', 'lost']
    """
    names = [path.stem for path in files]
    for name_it in (_with_folder, _with_ending, str):
        twice = {name for name in names if names.count(name) > 1}
        names = [
            name_it(path) if name in twice else name
            for path, name in zip(files, names, strict=True)
        ]
    return names


def _with_folder(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _with_ending(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
