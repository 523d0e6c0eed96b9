"""Reads a table of who is on which lists, from a CSV file or its text."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadTable
from tasjil.estimate.tables.cells import is_missing, is_on, is_too_many, many, shown
from tasjil.estimate.tables.columns import Columns, columns
from tasjil.estimate.tables.grid import Grid, decoded, grid
from tasjil.estimate.tables.told import ToldTables

MOST_BYTES = 500_000_000
"""A file above this is no table of overlaps."""


def read_table(told: Path | str, lists: Sequence[str] | None = None) -> ToldTables:
    r"""Read a table: a column of 0 and 1 for each list, and `count`.

    A column `draw` makes one table of each of its numbers. Any other column tells of
    the people (sex, age, place): strata or covariates. Without `count`, a row is a
    person. Cells are parted by comma, semicolon, tab or bar; digits may be Arabic.

    Args:
        told: The file, or its text.
        lists: Which columns are the lists, where their cells do not say.

    Raises:
        BadTable: The file is no such table: line, what was expected, what was found.
            Words of a cell are never repeated; they could be a name.

    Example:
        >>> read_table("ministry,monitor,count\n1,0,3\n1,1,1\n").table.n
        4
    """
    written = grid(decoded(_bytes(told)) if isinstance(told, Path) else told)
    return _told(written, columns(written, lists))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadTable(
                f"expected a table of overlaps, found {path.name} too large for one"
            )
        return path.read_bytes()
    except OSError as found:
        raise BadTable(
            f"expected a file that can be read at {path}: {found.strerror}"
        ) from None


def _told(grid: Grid, at: Columns) -> ToldTables:
    on = _on(grid, at)
    counts = _counts(grid, at)
    draws = _draws(grid, at.draw)
    _check_documented(grid, on, counts)
    kept = np.flatnonzero(on.any(1))
    known = [tuple(_value(row[each]) for each in at.about) for row in grid.rows]
    said = () if at.source is None else grid.column(at.source)
    return ToldTables(
        lists=tuple(grid.names[each] for each in at.lists),
        on=on[kept],
        counts=counts[kept],
        about=tuple(grid.names[each] for each in at.about),
        known=tuple(known[nth] for nth in kept),
        draws=None if draws is None else draws[kept],
        persons=at.count is None,
        sources=tuple(sorted({cell.strip() for cell in said if cell.strip()})),
    )


def _on(grid: Grid, at: Columns) -> NDArray[np.bool_]:
    rows = [[is_on(row[each], words=True) for each in at.lists] for row in grid.rows]
    return np.array(rows, np.bool_).reshape(len(rows), len(at.lists))


def _counts(grid: Grid, at: Columns) -> NDArray[np.int64]:
    if at.count is None:
        return np.ones(len(grid.rows), np.int64)
    found = []
    for line, row in zip(grid.lines, grid.rows, strict=True):
        value = many(row[at.count])
        if is_too_many(row[at.count]):
            raise BadTable(
                f"expected at most 999,999,999,999 people in {grid.names[at.count]} "
                f"on line {line}, found a number of more digits"
            )
        if value is None and not _is_left_open(row, at, at.count):
            raise BadTable(
                f"expected a whole number of people, 0 or more, in "
                f"{grid.names[at.count]} on line {line}, found {shown(row[at.count])}"
            )
        found.append(value or 0)
    return np.array(found, np.int64)


def _is_left_open(row: tuple[str, ...], at: Columns, count: int) -> bool:
    """Say whether a row is the cell of those on no list, its count left empty."""
    on = any(is_on(row[each], words=True) for each in at.lists)
    return not on and is_missing(row[count])


def _draws(grid: Grid, at: int | None) -> NDArray[np.int64] | None:
    if at is None:
        return None
    found = []
    for line, row in zip(grid.lines, grid.rows, strict=True):
        value = many(row[at])
        if value is None:
            raise BadTable(
                f"expected the number of a draw on line {line}, found {shown(row[at])}"
            )
        found.append(value)
    return np.array(found, np.int64)


def _check_documented(
    grid: Grid, on: NDArray[np.bool_], counts: NDArray[np.int64]
) -> None:
    nobody = np.flatnonzero(~on.any(1) & (counts > 0))
    if len(nobody):
        raise BadTable(
            f"expected every row on at least one list, found line "
            f"{grid.lines[nobody[0]]} on none: those whom nobody documented are what "
            "is to be estimated; remove the row"
        )


def _value(cell: str) -> str | None:
    return None if is_missing(cell) else " ".join(cell.split())
