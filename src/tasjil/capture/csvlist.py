"""Comma, semicolon and tab separated lists, whichever the spreadsheet wrote."""

import csv
import io

from tasjil.capture.decoding import decode
from tasjil.capture.grid import Grid
from tasjil.capture.limits import MOST_ROWS
from tasjil.errors import CannotCapture

_DELIMITERS = (",", ";", "\t", "|", "،", "؛")
_SAMPLE_LINES = 60
_MOST_LINES = 100
_MOST_SHARED = 50_000
"""Different cells that are remembered, so that equal ones are held once."""


def read_table(data: bytes) -> Grid:
    r"""Read the rows of a separated list, and notes on how it was read.

    Raises:
        CannotCapture: It is not text, or a quotation mark was never closed.

    Example:
        >>> read_table("name;age\nAna;25\n".encode()).rows
        [('name', 'age'), ('Ana', '25')]
    """
    decoded = decode(data)
    notes = () if decoded.note is None else (decoded.note,)
    text = decoded.text
    delimiter = _delimiter(text)
    if text.lower().startswith("sep=") and "\n" in text:
        text = "\n" + text.partition("\n")[2]
    try:
        return Grid(_rows(text, delimiter, strict=True), notes=notes)
    except csv.Error as wrong:
        if "end of data" in str(wrong):
            raise _unclosed() from None
    try:
        # Not by the book: a quotation mark inside a cell, such as "Ana "Nana" Silva".
        return Grid(_rows(text, delimiter, strict=False), notes=notes)
    except csv.Error:
        raise _unclosed() from None


def _rows(text: str, delimiter: str, strict: bool) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    lines = io.StringIO(text, newline="")
    same: dict[str, str] = {}
    for row in csv.reader(lines, delimiter=delimiter, strict=strict):
        rows.append(tuple(map(same.setdefault, row, row)))
        if len(same) > _MOST_SHARED:
            same.clear()
        if len(rows) > MOST_ROWS:
            raise CannotCapture(f"it has more than {MOST_ROWS:,} rows; split it")
        if any(cell.count("\n") > _MOST_LINES for cell in row):
            raise _unclosed()
    return rows


def _unclosed() -> CannotCapture:
    return CannotCapture(
        "a cell of it never ends (a quotation mark that is not closed), and would "
        "swallow the rows after it; mend it in a spreadsheet and save it again"
    )


def _delimiter(text: str) -> str:
    """Choose the mark that cuts most lines into the same number of cells."""
    if text.lower().startswith("sep=") and len(text) > 4:
        return text[4]
    lines = [line for line in text[:200_000].split("\n") if line.strip()]
    return max(_DELIMITERS, key=lambda mark: _evenness(lines[:_SAMPLE_LINES], mark))


def _evenness(lines: list[str], mark: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
    except csv.Error:
        return 0.0, 0
    cut = [width for width in widths if width > 1]
    if not cut:
        return 0.0, 0
    common = max(set(cut), key=cut.count)
    return cut.count(common) / len(widths), common
