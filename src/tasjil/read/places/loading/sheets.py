"""The rows of a table that may hold p-codes: sheets of a workbook, or a CSV file."""

import csv
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tasjil.errors import BadPlaceList

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; its rows are read as they are asked for."""

    name: str
    rows: Iterator[Row]


@contextmanager
def sheets(path: Path) -> Iterator[Iterator[Sheet]]:
    """The sheets of a file, one after another.

    Raises:
        BadPlaceList: It cannot be opened as what its ending says it is.
    """
    if path.suffix.lower() == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield iter([Sheet("", _csv_rows(path, file))])
        return
    try:
        with warnings.catch_warnings():
            # openpyxl warns about styles it drops; none of them hold a value.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as wrong:
        raise BadPlaceList(
            f"{path.name}: expected an Excel workbook (.xlsx), found something else "
            f"({type(wrong).__name__}); open it and save it as .xlsx"
        ) from None
    try:
        yield (Sheet(s.title, _book_rows(s)) for s in book.worksheets)
    finally:
        book.close()


def _csv_rows(path: Path, file: Iterator[str]) -> Iterator[Row]:
    try:
        yield from csv.reader(file)
    except UnicodeDecodeError:
        raise BadPlaceList(
            f"{path.name}: expected UTF-8, found other bytes; save it as CSV UTF-8"
        ) from None
    except csv.Error as wrong:
        raise BadPlaceList(f"{path.name} is not a table: {wrong}; mend it") from None


def _book_rows(sheet: object) -> Iterator[Row]:
    # The size a file claims for its sheet may be a lie a million rows long.
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    for row in sheet.iter_rows(values_only=True):  # type: ignore[attr-defined]
        yield ["" if cell is None else str(cell).strip() for cell in row]
