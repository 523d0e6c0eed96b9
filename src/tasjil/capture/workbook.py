"""Excel workbooks (.xlsx): the fullest sheet, every cell as words, dates as ISO."""

import datetime
import io
import warnings
from typing import Any

import openpyxl

from tasjil.capture.limits import MOST_ROWS
from tasjil.capture.zips import unpack
from tasjil.errors import CannotCapture

Rows = list[tuple[str, ...]]


def read_workbook(data: bytes) -> tuple[str, Rows, tuple[str, ...]]:
    """Read the sheet with most rows: its name, its rows, and notes on the others.

    Formulas give the value that was last shown; nothing is calculated.

    Raises:
        CannotCapture: It is damaged, a bomb, or holds no sheet with words.
    """
    unpack(data)
    with warnings.catch_warnings():
        # openpyxl warns about styles and rules it drops; none of them hold a value.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        try:
            sheets = {s.title: _rows(s) for s in book.worksheets}
        finally:
            book.close()
    filled = {name: rows for name, rows in sheets.items() if rows}
    if not filled:
        raise CannotCapture("no sheet of it holds a row; fill it in, or leave it out")
    name = max(filled, key=lambda title: len(filled[title]))
    others = [
        f"sheet {o!r} with {len(r)} rows not read"
        for o, r in filled.items()
        if o != name
    ]
    return name, filled[name], tuple(others)


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
