"""What a sheet says beside its values: merged cells, hidden rows, bare formulas."""

import re
from dataclasses import dataclass

_MERGE = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']"
)
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_NUMBER = re.compile(rb"(?:^|\s)r=[\"'](\d{1,7})[\"']")
_HIDDEN = re.compile(rb"(?:^|\s)hidden=[\"'](?:1|true)[\"']")
_BARE_FORMULA = re.compile(
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_MOST_MERGES = 100_000


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """What stands beside the values of a sheet.

    Attributes:
        merges: First row and column, last row and column of merged cells, from 1.
        hidden: Numbers of hidden rows.
        uncalculated: How many formulas have no value that was saved with them.
    """

    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: frozenset[int] = frozenset()
    uncalculated: int = 0


def marks_of(xml: bytes) -> SheetMarks:
    """Read the marks of a sheet's XML.

    Example:
        >>> marks_of(b'<mergeCell ref="A2:A4"/><row r="3" hidden="1">').merges
        ((2, 1, 4, 1),)
    """
    merges = []
    for found in _MERGE.finditer(xml):
        left, top, right, bottom = found.groups()
        merges.append(
            (int(top), column_number(left), int(bottom), column_number(right))
        )
        if len(merges) >= _MOST_MERGES:
            break
    hidden = set()
    for row in _ROW.finditer(xml):
        number = _NUMBER.search(row[1])
        if number and _HIDDEN.search(row[1]):
            hidden.add(int(number[1]))
    bare = sum(1 for _ in _BARE_FORMULA.finditer(xml))
    return SheetMarks(tuple(sorted(merges)), frozenset(hidden), bare)


def column_number(letters: bytes) -> int:
    """Number a column by its letters, from 1.

    Example:
        >>> column_number(b"A"), column_number(b"AA"), column_number(b"XFD")
        (1, 27, 16384)
    """
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number
