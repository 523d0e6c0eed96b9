"""One sheet of cells as words, with what the workbook says about them."""

from collections.abc import Sequence
from dataclasses import dataclass

Cells = tuple[str, ...]

_MOST_FILLED = 2_000_000
"""Cells that merged ranges may fill: more is a mistake, or meant to hurt."""


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows of a sheet, the empty ones too, so that the first is row 1.

    Attributes:
        merges: First row and column, last row and column of merged cells, from 1.
        hidden: Numbers of rows that the workbook hides.
        sheet: The sheet's name; None for a table that has no sheets.
    """

    rows: Sequence[Cells]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: frozenset[int] = frozenset()
    sheet: str | None = None
    notes: tuple[str, ...] = ()

    def filled_down(self, head: int) -> dict[int, Cells]:
        """Give the rows below the headers that share a merged cell, filled in.

        Args:
            head: The number of the last row of the headers.

        Example:
            >>> grid = Grid([("place", "name"), ("Kesarun", "Ana"), ("", "Ivo")],
            ...             ((2, 1, 3, 1),))
            >>> grid.filled_down(1)
            {3: ('Kesarun', 'Ivo')}
        """
        filled: dict[int, Cells] = {}
        left = _MOST_FILLED
        for top, column, bottom, _ in self.merges:
            if top <= head or top > len(self.rows) or column > len(self.rows[top - 1]):
                continue
            value = self.rows[top - 1][column - 1]
            for number in range(top + 1, min(bottom, len(self.rows)) + 1):
                left -= 1
                if left < 0:
                    return filled
                row = filled.get(number, self.rows[number - 1])
                row = row + ("",) * (column - len(row))
                if value.strip() and not row[column - 1].strip():
                    filled[number] = (*row[: column - 1], value, *row[column:])
        return filled
