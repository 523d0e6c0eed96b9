"""Turns the bytes of a spreadsheet's CSV into a header and rows that fit it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from tasjil.errors import BadTable
from tasjil.estimate.tables.cells import number

_BETWEEN = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as written.

    Attributes:
        names: The header, stripped.
        rows: Cells, as many in each row as there are names.
        lines: The line each row begins on, from 1.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def column(self, at: int) -> list[str]:
        """Give the cells of a column, by its place."""
        return [row[at] for row in self.rows]


def decoded(raw: bytes) -> str:
    """Read bytes as UTF-8, or as UTF-16 where they begin by saying so.

    Raises:
        BadTable: They are neither.
    """
    if raw[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise BadTable(
            'expected a CSV file, found a spreadsheet: save the sheet as "CSV UTF-8"'
        )
    try:
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return raw.decode("utf-16")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as found:
        raise BadTable(
            f"expected UTF-8, found a byte at place {found.start} that is not: save "
            'the table as "CSV UTF-8"'
        ) from None


def grid(text: str) -> Grid:
    r"""Cut a text into a header and rows; between cells stand , ; tabs or |.

    Rows without anything in them are left out, and so are columns without a name that
    hold nothing.

    Raises:
        BadTable: It is no text, there is no header, a name stands twice, or a row does
            not fit.

    Example:
        >>> grid("a;b\n1;0\n").rows
        (('1', '0'),)
    """
    if "\0" in text:
        raise BadTable(
            'expected a CSV file, found bytes that no text has: save it as "CSV UTF-8"'
        )
    found = list(_rows(text.removeprefix("\ufeff")))
    if not found:
        raise BadTable(
            "expected a line that names the columns, and rows; found nothing"
        )
    (_, names), *rows = found
    names = [name.strip() for name in names]
    _check_header(names)
    fitting = [(line, _fitted(line, row, len(names))) for line, row in rows]
    kept = _kept(names, [row for _, row in fitting])
    return Grid(
        tuple(names[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for _, row in fitting),
        tuple(line for line, _ in fitting),
    )


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    first, _, rest = text.partition("\n")
    skipped = 0
    between = None
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        between, text, skipped = first.strip()[4], rest, 1
    reader = csv.reader(StringIO(text), delimiter=between or _between(text))
    at = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield at + skipped, row
            at = reader.line_num + 1
    except csv.Error:
        raise BadTable(
            f"expected cells of a table at line {at + skipped}, found what no "
            "spreadsheet writes: save it as CSV again"
        ) from None


def _between(text: str) -> str:
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(_BETWEEN, key=header.count)


def _check_header(names: list[str]) -> None:
    told = [name for name in names if name]
    if "0" in told or (told and all(number(name) is not None for name in told)):
        raise BadTable(
            "expected a first line that names the columns, found numbers: write the "
            "names of the lists above them"
        )
    places: dict[str, int] = {}
    for at, name in enumerate(names, 1):
        if name and places.setdefault(name, at) != at:
            raise BadTable(
                f"expected columns with names that differ, found columns "
                f"{places[name]} and {at} with one name"
            )


def _fitted(line: int, row: list[str], wide: int) -> tuple[str, ...]:
    while len(row) > wide and not row[-1].strip():
        row = row[:-1]
    if len(row) != wide:
        raise BadTable(
            f"expected {wide} cells on line {line}, as in the first line, found "
            f"{len(row)}"
        )
    return tuple(row)


def _kept(names: list[str], rows: list[tuple[str, ...]]) -> list[int]:
    kept = [at for at, name in enumerate(names) if name]
    for at in sorted(set(range(len(names))) - set(kept)):
        if any(row[at].strip() for row in rows):
            raise BadTable(
                f"expected a name for column {at + 1}, found none above its cells"
            )
    return kept
