"""Where the headers of a list stand, and headers that stand in two rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cells = tuple[str, ...]

_TITLE_ROWS = 15
_SAID = (
    "name|names|id|no|age|sex|gender|date|source|notes|nom|prenom|الاسم|اسم|العمر|الجنس"
    "|التاريخ|الرقم|رقم|م"
)
_ARE_HEADERS = frozenset(_SAID.split("|"))
"""Words that no record begins with: a row with one is of headers, figures or not."""

_LONGEST_GROUP = 60
_ENOUGH = 0.6
_NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class Head:
    """The headers, and how many of the filled rows are above the first record.

    Attributes:
        first: The filled row that the headers begin in, from 0.
        last: The filled row that they end in; -1 where the list has no headers, and
            its columns are called by their place.
        headers: As found; a group header and the one below it are joined by " / ".
    """

    first: int
    last: int
    headers: Cells

    @property
    def rows(self) -> int:
        """How many rows the headers take."""
        return self.last - self.first + 1


Merge = tuple[int, int, int, int]
"""First row and column, last row and column of cells that are one, from 1."""


def find_head(filled: Sequence[tuple[int, Cells]], merges: Iterable[Merge]) -> Head:
    """Find the headers among the first rows of a list.

    They are the first row about as full as any, whose cells are words. A row of group
    headers right above it, or of finer headers right below, is joined with it.

    Args:
        filled: The rows with words in them, with their numbers in the file.
        merges: Cells of the workbook that are merged.

    Example:
        >>> find_head([(1, ("Victim", "", "Death")), (2, ("Name", "Age", "Date")),
        ...            (3, ("Ana", "25", "2031"))], [(1, 1, 1, 2)]).headers
        ('Victim / Name', 'Victim / Age', 'Death / Date')
    """
    some = filled[:_TITLE_ROWS]
    at = _header_at([row for _, row in some])
    width = max(len(row) for _, row in filled)
    number, row = filled[at]
    if _is_record(row):
        return Head(0, -1, tuple(f"column {n}" for n in range(1, width + 1)))
    row = _padded(row, width)
    across: dict[int, list[Merge]] = {}
    for merge in merges:
        if 0 < merge[3] - merge[1] < width:
            across.setdefault(merge[0], []).append(merge)
    if at + 1 < len(filled) and filled[at + 1][0] == number + 1:
        below = _padded(filled[at + 1][1], width)
        after = [_padded(r, width) for _, r in filled[at + 2 : at + 12]]
        merged = bool(across.get(number))
        if _is_finer(row, below, after) or _is_headed(row, below, after, merged):
            groups = _spread(row, across.get(number, ()), below)
            return Head(at, at + 1, _joined(groups, below))
    if at and filled[at - 1][0] == number - 1:
        above = _padded(filled[at - 1][1], width)
        if _is_group(above, row, bool(across.get(number - 1))):
            groups = _spread(above, across.get(number - 1, ()), row)
            return Head(at - 1, at, _joined(groups, row))
    return Head(at, at, row)


def _header_at(rows: Sequence[Cells]) -> int:
    """Find the headers: the first row about as full as any, whose cells are words."""
    fullest = max(filled_in(row) for row in rows)
    for at, row in enumerate(rows):
        if filled_in(row) >= max(1, _ENOUGH * fullest) and not any(map(is_figure, row)):
            return at
    return 0


def _is_record(row: Cells) -> bool:
    """Tell a first record from headers: it has figures, and no word of a header."""
    said = {word for cell in row for word in cell.casefold().split()}
    return any(map(is_figure, row)) and said.isdisjoint(_ARE_HEADERS)


def _is_finer(row: Cells, below: Cells, after: Sequence[Cells]) -> bool:
    """Tell finer headers from a first record: they fill what the row above left empty.

    And where they are empty themselves, the records below are not.
    """
    if any(map(is_figure, below)) or not after:
        return False
    fills = [n for n, cell in enumerate(below) if cell.strip()]
    gaps = [n for n, cell in enumerate(row) if not cell.strip()]
    left = [n for n in range(len(row)) if n not in set(fills)]
    if not gaps or not left or not set(gaps) <= set(fills):
        return False
    starts = {gap - 1 for gap in gaps} | set(gaps)
    if not set(fills) <= starts:
        return False
    told = sum(any(r[n].strip() for r in after) for n in left)
    return told >= _ENOUGH * len(left)


def _is_headed(row: Cells, below: Cells, after: Sequence[Cells], merged: bool) -> bool:
    """Tell headers under a row of groups from a first record.

    Every column with a group has one, and below them stand figures, nearly always, in
    two columns or more.
    """
    gaps = any(cell.strip() == "" for cell in row)
    if not gaps or any(map(is_figure, below)) or len(after) < (1 if merged else 2):
        return False
    told = {cell.strip() for cell in below if cell.strip()}
    if len(told) < filled_in(below) or filled_in(below) < filled_in(row):
        return False
    if any(cell.strip() and not below[n].strip() for n, cell in enumerate(row)):
        return False
    again = {cell.strip() for r in after for cell in r}
    return told.isdisjoint(again) and (merged or _columns_of_figures(after) >= 2)


def _columns_of_figures(rows: Sequence[Cells]) -> int:
    count = 0
    for cells in zip(*rows, strict=True):
        told = [cell for cell in cells if cell.strip()]
        figures = sum(map(is_figure, told))
        count += len(told) > 1 and figures >= _NEARLY_ALL * len(told)
    return count


def _is_group(above: Cells, row: Cells, merged: bool) -> bool:
    """Tell group headers from a title: there are several, and each is short."""
    told = [cell.strip() for cell in above if cell.strip()]
    if any(map(is_figure, above)) or any(len(t) > _LONGEST_GROUP for t in told):
        return False
    headed = all(row[n].strip() for n, cell in enumerate(above) if cell.strip())
    return headed and len(told) > 1 and (merged or len(told) < filled_in(row))


def _spread(groups: Cells, across: Iterable[Merge], finer: Cells) -> Cells:
    """Write a group's header over every column it stands above."""
    spread = list(groups)
    known = list(across)
    for _, first, _, last in known:
        for column in range(first - 1, min(last, len(spread))):
            spread[column] = spread[column] or groups[first - 1]
    if known:
        return tuple(spread)
    for column in range(1, len(spread)):
        if not spread[column].strip() and finer[column].strip():
            spread[column] = spread[column - 1]
    return tuple(spread)


def _joined(groups: Cells, finer: Cells) -> Cells:
    return tuple(
        f"{group} / {own}"
        if group.strip() and own.strip() and group != own
        else own or group
        for group, own in zip(groups, finer, strict=True)
    )


def number_equal(headers: Iterable[str]) -> tuple[str, ...]:
    """Number equal headers, so that no cell is lost.

    Example:
        >>> number_equal(("Name", "Age", "Name"))
        ('Name', 'Age', 'Name (2)')
    """
    keys: dict[str, None] = {}
    times: dict[str, int] = {}
    for header in headers:
        key = header
        while key in keys:
            times[header] = times.get(header, 1) + 1
            key = f"{header} ({times[header]})"
        keys[key] = None
    return tuple(keys)


def _padded(row: Cells, width: int) -> Cells:
    return row + ("",) * (width - len(row))


def filled_in(row: Cells) -> int:
    """Count the cells with words in them."""
    return sum(1 for cell in row if cell.strip())


def is_figure(cell: str) -> bool:
    """True for a number or a date, which no header is."""
    return (
        bool(cell) and not any(map(str.isalpha, cell)) and any(map(str.isdigit, cell))
    )
