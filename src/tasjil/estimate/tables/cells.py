"""What one cell of a table says: 0 or 1, a number of people, a value, or nothing."""

import re
from math import isfinite

MISSING = frozenset(
    {"", "na", "n/a", "nan", "null", "none", "?", "-", ".", "unknown", "not known"}
    | {"not recorded", "غير معروف", "غير محدد", "مجهول", "لا يوجد"}
)
"""Cells that tell nothing, as people write them, in lower case."""

_ON = {"1": 1, "1.0": 1, "true": 1, "t": 1, "0": 0, "0.0": 0, "false": 0, "f": 0}
_WORDS = {"yes": 1, "no": 0, "y": 1, "n": 0, "نعم": 1, "لا": 0}
_MANY = re.compile(r"\d{1,12}(?:[.٫]0*)?|\d{1,3}(?:٬\d{3})+")
_WHOLE = re.compile(r"[0-9]+(?:\.0*)?")
_SHOWN = re.compile(r"[-+\d.,٫٬%eE ]{1,20}")
_WESTERN = str.maketrans(
    {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
    | {"٫": ".", "٬": ","}
)


def plain(cell: str) -> str:
    """Strip a cell and write its digits the Western way.

    Example:
        >>> plain(" ١٢ ")
        '12'
    """
    return cell.replace("\u200f", "").replace("\u200e", "").strip().translate(_WESTERN)


def is_missing(cell: str) -> bool:
    """Say whether a cell tells nothing."""
    return plain(cell).casefold() in MISSING


def is_on(cell: str, words: bool = False) -> bool | None:
    """Read whether a person is on a list; None where the cell says neither.

    Args:
        cell: 0, 1, TRUE or FALSE, in any digits.
        words: Take yes and no too.
    """
    said = plain(cell).casefold()
    found = _ON.get(said, _WORDS.get(said) if words else None)
    return None if found is None else bool(found)


def many(cell: str) -> int | None:
    """Read a number of people; None where the cell holds no whole number.

    Example:
        >>> many("٤٬٤٠٠"), many("12.0"), many("1,234")
        (4400, 12, None)
    """
    stripped = cell.strip()
    if not _MANY.fullmatch(stripped):
        return None
    return int(plain(stripped).replace(",", "").split(".")[0])


def is_too_many(cell: str) -> bool:
    """Say whether a cell holds a whole number above any count of people.

    Example:
        >>> is_too_many("1" + 12 * "0"), is_too_many("999"), is_too_many("many")
        (True, False, False)
    """
    return many(cell) is None and _WHOLE.fullmatch(plain(cell)) is not None


def number(cell: str) -> float | None:
    """Read a number that is no count: an age, a distance; None where it is none."""
    try:
        value = float(plain(cell))
    except ValueError:
        return None
    return value if isfinite(value) else None


def shown(cell: str) -> str:
    """Say what stands in a cell, without ever repeating words: they could be a name.

    Example:
        >>> shown("2"), shown(""), shown("Ward 3")
        ('2', 'an empty cell', 'words')
    """
    if not cell.strip():
        return "an empty cell"
    return cell.strip() if _SHOWN.fullmatch(cell.strip()) else "words"
