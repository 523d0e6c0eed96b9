"""Brings a gazetteer into a case: its places.csv grows, in one write or not at all."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tasjil.errors import BadPlaceList
from tasjil.journey.case import open_case
from tasjil.journey.merging import Merged, Row, merge
from tasjil.read.places.loading.account import Account
from tasjil.read.places.loading.forms import load
from tasjil.read.places.loading.limits import Limits
from tasjil.register.files import write_private

FILE = "places.csv"


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of bringing lists of places into a case.

    Attributes:
        accounts: One of each file or sheet that was read.
        added: Rows that are new.
        changed: Rows that were there and had empty cells filled.
        left: Rows that were there and stay as they were.
        written: False for a trial.
    """

    accounts: tuple[Account, ...]
    added: int
    changed: int
    left: int
    written: bool


def bring_places(
    folder: Path, files: Sequence[Path], limits: Limits, *, trial: bool = False
) -> Brought:
    """Put the places of some lists into the places.csv of a case.

    Rows that a person wrote keep their ids and every cell that is filled.

    Args:
        folder: The case folder.
        files: GeoNames dumps, its file of other names, tables of p-codes.
        limits: What is taken of them.
        trial: Say what would be done, and write nothing.

    Raises:
        CaseError: There is no such case, or its places.csv cannot be read.
        BadPlaceList: A file is in no form that is known, or holds too many places.
    """
    open_case(folder)  # says what is wrong with the table before it is touched
    path = folder / FILE
    columns, rows = _table(path)
    loaded = load(files, limits)
    merged = merge(columns, rows, loaded.places)
    changes = bool(merged.added or merged.changed)
    if not loaded.places:
        raise BadPlaceList(
            f"expected places in {', '.join(f.name for f in files)}, found none within "
            "the limits; look at --country, --inside and --level"
        )
    if changes and not trial:
        write_private(path, _text(merged).encode("utf-8"))
    return Brought(
        loaded.accounts,
        merged.added,
        merged.changed,
        merged.left,
        written=changes and not trial,
    )


def _table(path: Path) -> tuple[list[str], list[Row]]:
    """The columns and rows of a places.csv as they stand there."""
    if not path.exists():
        return [], []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.DictReader(lines)
        rows = [
            {name: cell or "" for name, cell in row.items() if name} for row in table
        ]
        return list(table.fieldnames or []), rows


def _text(merged: Merged) -> str:
    """The table as text, every row with every column."""
    out = io.StringIO()
    table = csv.DictWriter(out, merged.columns, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(
        {name: row.get(name, "") for name in merged.columns} for row in merged.rows
    )
    return out.getvalue()
