"""Rows of a list that are no person: a total at the bottom, the headers once more."""

import re
from collections.abc import Iterator, Sequence

from tasjil.link.lists.plain import plain

_TOTAL = re.compile(
    r"(?:grand |sub ?|overall |the )?total(?:s)?(?: (?:number|count|of|dead|killed|"
    r"deaths|victims|persons|records|names)\b.*)?|sum|count|"
    r"(?:ال)?(?:مجموع|اجمالي|عدد الكلي|حصيله)(?: (?:ال)?\w+){0,4}|"
    r"(?:العدد|المجموع|العدد الاجمالي|العدد الكلي)(?: (?:ال)?\w+){0,3}|"
    r"total general|somme|total général|giştî|kom|toplam"
)
_LAST = 10
"""Rows at the bottom among which totals stand."""
_MOST_FILLED = 0.5
"""Cells that a row of totals fills at most, where most rows fill theirs."""


def not_persons(keys: Sequence[str], rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Give the places of rows that tell of nobody, counted from 0.

    They are the headers written once more (each printed page has them), and among the
    last rows those that say "total" and beside it hardly anything but numbers. They
    are kept as they came; only nobody is made of them.

    Example:
        >>> sorted(not_persons(["name", "age"],
        ...     [["Daren Vell", "40"], ["name", "age"], ["Total", "1"]]))
        [1, 2]
    """
    headers = [key.strip() for key in keys]
    found = {at for at, row in enumerate(rows) if row and _repeats(row, headers)}
    found |= set(_totals(rows))
    return frozenset(found)


def _repeats(row: Sequence[str], headers: Sequence[str]) -> bool:
    if row[0].strip() != headers[0] and row[-1].strip() not in headers:
        return False
    told = [(cell.strip(), headers[n]) for n, cell in enumerate(row) if cell.strip()]
    return len(told) > 1 and all(cell == header for cell, header in told)


def _totals(rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """Walk up from the bottom, past empty notes, to the first row of a person."""
    for at in range(len(rows) - 1, max(-1, len(rows) - 1 - _LAST), -1):
        told = [plain(cell).strip(" :：=()") for cell in rows[at] if cell.strip()]
        words = [each for each in told if any(map(str.isalpha, each))]
        says = [each for each in words if _TOTAL.fullmatch(_without_figures(each))]
        if (
            says
            and len(words) - len(says) <= 1
            and len(told) <= max(2, _MOST_FILLED * len(rows[at]) + 1)
        ):
            yield at


def _without_figures(text: str) -> str:
    return re.sub(r"[\s:：=\-]*[\d,.]+\s*$", "", text).strip()
