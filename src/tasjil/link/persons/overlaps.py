"""Who is on which lists: the table of overlaps, of one linkage or of many."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue

MOST_LISTS = 62
"""Lists of which a table can be made: a pattern is a number with a bit for each."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """People on exactly these lists.

    Attributes:
        on: For each list, whether they are on it.
        count: How many.
    """

    on: tuple[bool, ...]
    count: int


@dataclass(frozen=True, slots=True)
class OverlapRange:
    """People on exactly these lists, over many linkages.

    Attributes:
        low: With `high`, an interval that holds the share `level` of the draws.
    """

    on: tuple[bool, ...]
    mean: float
    low: float
    high: float
    level: float


def patterns(labels: NDArray[np.int32], lists: NDArray[np.int32]) -> NDArray[np.int64]:
    """Give the lists of each person as bits of a number, (persons,).

    Args:
        labels: The person of each record, from 0, (n,).
        lists: The list of each record, from 0, (n,).

    Raises:
        BadValue: There are more lists than a table can be made of.
    """
    if len(lists) and int(lists.max()) >= MOST_LISTS:
        raise BadValue(
            f"expected at most {MOST_LISTS} lists for a table of overlaps, found "
            f"{int(lists.max()) + 1}: put small lists of one source together"
        )
    found = np.zeros(int(labels.max()) + 1 if len(labels) else 0, np.int64)
    np.bitwise_or.at(found, labels, np.int64(1) << lists.astype(np.int64))
    return found


def overlaps(
    labels: NDArray[np.int32], lists: NDArray[np.int32], names: Sequence[str]
) -> tuple[Overlap, ...]:
    """Count the people on each combination of lists that somebody is on.

    Args:
        labels: The person of each record, from 0, (n,).
        lists: The list of each record, a place in `names`, (n,).
        names: The lists.

    Example:
        >>> table = overlaps(np.array([0, 1, 0]), np.array([0, 0, 1]), ("a", "b"))
        >>> [(each.on, each.count) for each in table]
        [((True, False), 1), ((True, True), 1)]
    """
    found, count = np.unique(patterns(labels, lists), return_counts=True)
    told = zip(found.tolist(), count.tolist(), strict=True)
    return tuple(
        Overlap(_on(pattern, len(names)), many) for pattern, many in told if pattern
    )


def overlap_ranges(
    draws: Iterable[Sequence[Overlap]], level: float = 0.9
) -> tuple[OverlapRange, ...]:
    """Say between what the cells of the table lie, over the tables of many linkages.

    Raises:
        BadValue: There are no draws.
    """
    tables = [{each.on: each.count for each in table} for table in draws]
    if not tables:
        raise BadValue("expected the tables of some draws, found none: draw some")
    cells = sorted({on for table in tables for on in table})
    tail = (1 - level) / 2
    found = []
    for on in cells:
        counts = np.array([table.get(on, 0) for table in tables], float)
        low, high = np.quantile(counts, [tail, 1 - tail])
        spread = OverlapRange(on, float(counts.mean()), float(low), float(high), level)
        found.append(spread)
    return tuple(found)


def write_overlaps(
    names: Sequence[str], tables: Iterable[Sequence[Overlap]], *, draws: bool = False
) -> str:
    """Write tables as CSV: a column of 0 and 1 for each list, and `count`.

    Args:
        names: The lists.
        tables: One, or one for each draw.
        draws: Put the number of the draw, from 1, into a first column `draw`.

    Raises:
        BadValue: A list is named like one of the other columns.

    Example:
        >>> table = [Overlap((True, False), 3), Overlap((True, True), 1)]
        >>> print(write_overlaps(("ministry", "monitor"), [table]), end="")
        ministry,monitor,count
        1,0,3
        1,1,1
    """
    if taken := {"count", "draw"} & set(names):
        raise BadValue(
            f"expected lists with names of their own, found {', '.join(taken)}, which "
            "is a column of the table: name the file otherwise"
        )
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(("draw",) if draws else ()), *names, "count"])
    for nth, table in enumerate(tables, 1):
        for each in table:
            on = (int(is_on) for is_on in each.on)
            writer.writerow([*((nth,) if draws else ()), *on, each.count])
    return out.getvalue()


def _on(pattern: int, count: int) -> tuple[bool, ...]:
    return tuple(bool(pattern >> at & 1) for at in range(count))
