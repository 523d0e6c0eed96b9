"""Excel workbooks (.xlsx): every sheet, each cell as words, dates as ISO."""

import datetime
import io
import warnings
from typing import Any

import openpyxl

from tasjil.capture.grid import Grid
from tasjil.capture.limits import MOST_ROWS
from tasjil.capture.sheetmarks import marks_of
from tasjil.capture.zips import Parts, unpack
from tasjil.errors import CannotCapture

Rows = list[tuple[str, ...]]


def read_workbook(data: bytes) -> tuple[Grid, ...]:
    """Read the sheets that hold words, with their merged cells and hidden rows.

    Formulas give the value that was last shown; nothing is calculated.

    Raises:
        CannotCapture: It is damaged, a bomb, or holds no sheet with words.
    """
    parts = unpack(data)
    with warnings.catch_warnings():
        # openpyxl warns about styles and rules it drops; none of them hold a value.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        try:
            grids = [_grid(sheet, parts) for sheet in book.worksheets]
        finally:
            book.close()
    filled = tuple(grid for grid in grids if grid.rows)
    if not filled:
        raise CannotCapture("no sheet of it holds a row; fill it in, or leave it out")
    return filled


def _grid(sheet: Any, parts: Parts) -> Grid:
    marks = marks_of(parts.get(str(sheet._worksheet_path).lstrip("/")) or b"")
    notes = []
    if sheet.sheet_state != "visible":
        notes.append(f"sheet {sheet.title!r} is hidden in the workbook, and was read")
    if marks.uncalculated:
        notes.append(
            f"sheet {sheet.title!r}: formulas whose value was never saved, read as "
            f"empty: {marks.uncalculated}; open it in a spreadsheet and save it"
        )
    return Grid(_rows(sheet), marks.merges, marks.hidden, sheet.title, (*notes,))


def _rows(sheet: Any) -> Rows:
    """Give the rows of a sheet up to the last one with words in it."""
    # The size a file claims for its sheet may be a lie a million rows long.
    sheet.reset_dimensions()
    rows: Rows = []
    last = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > MOST_ROWS:
            raise CannotCapture(f"it has more than {MOST_ROWS:,} rows; split it")
        cells = tuple(map(_words, row))
        while cells and not cells[-1].strip():
            cells = cells[:-1]
        rows.append(cells)
        last = number if cells else last
    return rows[:last]


def _words(value: object) -> str:
    """Write a cell down: 2025-03-14 for a date, 25 for 25.0, "" for an empty cell.

    Example:
        >>> _words(datetime.datetime(2025, 3, 14)), _words(25.0), _words(None)
        ('2025-03-14', '25', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
