"""Tables of who is on which lists, made of a case's linked persons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.tables import ToldTables
from tasjil.journey.estimating.inside import PARTS, outside
from tasjil.journey.estimating.strata import NOT_TOLD, Codes, settled

Labels = NDArray[np.int32]
MOST_LISTS = 62
"""Lists of which a table can be made: a pattern is a number with a bit for each."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What the records of a case tell, laid out for making tables.

    Attributes:
        names: The lists that count.
        on: The list of each record, a place in `names`; -1 on none, (records,).
        scope: Whether it is out of each part of the scope, (records, 3).
        about: What tables are parted by, with each record's value.
        values: The values of each of these.
    """

    names: tuple[str, ...]
    on: NDArray[np.int64]
    scope: NDArray[np.int8]
    about: Mapping[str, Codes]
    values: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Tabled:
    """Tables of persons, and who was left out of them.

    Attributes:
        out: Persons outside the period, the area or the status of the scope, on an
            average over the draws.
        untold: Persons of whom no record tells a day or a place to hold against it.
    """

    told: ToldTables
    out: Mapping[str, float]
    untold: float


def tables(columns: Columns, draws: Iterable[Labels]) -> Tabled:
    """Count the persons of each draw by the lists they are on and what is known.

    Args:
        columns: What the records tell.
        draws: The person of each record, from 0, (records,); one array a draw.

    Raises:
        BadValue: There are more lists than a table can be made of.
    """
    if len(columns.names) > MOST_LISTS:
        raise BadValue(
            f"expected at most {MOST_LISTS} lists, found {len(columns.names)}: leave "
            "some out, or put small lists of one source together"
        )
    rows: list[_Row] = []
    out = np.zeros(len(PARTS))
    untold, many = 0, 0
    for nth, labels in enumerate(draws, 1):
        found, beyond, silent = _one(columns, labels, nth)
        rows += found
        out += beyond
        untold += silent
        many += 1
    told = _told(columns, rows, many)
    each = {part: float(out[at]) / many for at, part in enumerate(PARTS)}
    return Tabled(told, each, untold / many)


_Row = tuple[int, int, tuple[int, ...], int]
"""A draw, a pattern, the values known, how many persons."""


def _one(
    columns: Columns, labels: Labels, nth: int
) -> tuple[list[_Row], NDArray[np.float64], int]:
    persons = int(labels.max()) + 1 if len(labels) else 0
    pattern = np.zeros(persons, np.int64)
    listed = columns.on >= 0
    np.bitwise_or.at(pattern, labels[listed], np.int64(1) << columns.on[listed])
    beyond = outside(columns.scope, labels, persons)
    on = pattern > 0
    counted = on & ~beyond.any(1)
    told = np.zeros(persons, np.bool_)
    told[labels[(columns.scope[:, :2] >= 0).any(1)]] = True
    known = [settled(codes, labels, persons) for codes in columns.about.values()]
    whole = np.column_stack([pattern, *known])[counted]
    each, counts = np.unique(whole, axis=0, return_counts=True)
    rows = [
        (nth, int(row[0]), tuple(int(code) for code in row[1:]), int(count))
        for row, count in zip(each, counts, strict=True)
    ]
    return rows, _first(beyond[on]).astype(float), int((counted & ~told).sum())


def _first(beyond: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Count who is out by the first part of the scope that puts them there."""
    before: NDArray[np.int64] = np.cumsum(beyond, 1) - beyond
    return np.asarray((beyond & (before == 0)).sum(0), np.int64)


def _told(columns: Columns, rows: Sequence[_Row], many: int) -> ToldTables:
    bits = np.array([row[1] for row in rows], np.int64)
    names = tuple(columns.about)
    on = (bits[:, None] >> np.arange(len(columns.names))) & 1
    known = tuple(
        tuple(
            None if code == NOT_TOLD else columns.values[name][code]
            for name, code in zip(names, row[2], strict=True)
        )
        for row in rows
    )
    return ToldTables(
        columns.names,
        on.astype(np.bool_),
        np.array([row[3] for row in rows], np.int64),
        names,
        known,
        draws=np.array([row[0] for row in rows], np.int64) if many > 1 else None,
    )


def to_plain(told: ToldTables) -> dict[str, Any]:
    """Give tables as JSON values: counts of persons, and nobody's name."""
    draws: Iterator[int | None] = iter([None] * len(told.counts))
    if told.draws is not None:
        draws = iter(told.draws.tolist())
    marks = ("".join("01"[bool(each)] for each in row) for row in told.on)
    rows = zip(draws, marks, told.known, told.counts.tolist(), strict=True)
    return {
        "lists": list(told.lists),
        "about": list(told.about),
        "rows": [[draw, mark, list(known), count] for draw, mark, known, count in rows],
    }


def from_plain(plain: Mapping[str, Any]) -> ToldTables:
    """Read tables back; what they tell is the same."""
    rows = plain["rows"]
    on = np.array([[mark == "1" for mark in row[1]] for row in rows], np.bool_)
    drawn = any(row[0] is not None for row in rows)
    return ToldTables(
        tuple(plain["lists"]),
        on.reshape(len(rows), len(plain["lists"])),
        np.array([row[3] for row in rows], np.int64),
        tuple(plain["about"]),
        tuple(tuple(row[2]) for row in rows),
        draws=np.array([row[0] for row in rows], np.int64) if drawn else None,
    )
