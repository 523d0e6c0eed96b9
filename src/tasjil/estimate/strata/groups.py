"""Cuts a table by what is known of the people: sex, age, place, month."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.errors import BadValue
from tasjil.estimate.tables import CaptureTable, ToldTables
from tasjil.estimate.tables.cells import number

Key = tuple[str, ...]
"""The values of a stratum, one of each column: ("woman", "Harbour")."""

MOST_STRATA = 20_000
FEW_STRATA = 20
FEWEST_EACH = 2
"""More than a few strata of fewer people on average are no groups: the column names
each person."""


@dataclass(frozen=True, eq=False)
class Stratum:
    """The people who are alike in some columns, by their lists."""

    key: Key
    table: CaptureTable


def strata_of(told: ToldTables, by: Sequence[str]) -> tuple[Stratum, ...]:
    """Cut a table into strata, in the order of their values; numbers count as such.

    Args:
        told: One table; nothing of `by` may be missing in it.
        by: Columns whose values, together, make a stratum.

    Raises:
        BadValue: A column is not there, names each person, or has missing values:
            impute them, for leaving people out would lower every estimate.

    Example:
        >>> on, months = [(1, 0), (1, 1), (0, 1)], [("10",), ("9",), ("9",)]
        >>> told = ToldTables.of_people(("a", "b"), on, ("month",), months)
        >>> [(stratum.key, stratum.table.n) for stratum in strata_of(told, ["month"])]
        [(('9',), 2), (('10',), 1)]
    """
    keys = keys_of(told, by)
    if any(None in key for key in keys):
        raise BadValue(
            f"expected a value of {', '.join(by)} for everyone, found people without: "
            "impute the missing ones; leaving people out lowers the estimate"
        )
    told_keys: list[Key] = [tuple(str(value) for value in key) for key in keys]
    names = sorted(set(told_keys), key=order)
    check_groups(told, by, len(names))
    place = {key: at for at, key in enumerate(names)}
    which = np.array([place[key] for key in told_keys], np.int64)
    return tuple(
        Stratum(key, told.where(which == at).table) for at, key in enumerate(names)
    )


def keys_of(told: ToldTables, by: Sequence[str]) -> list[tuple[str | None, ...]]:
    """Give the values of each row, as far as they are known.

    Raises:
        BadValue: No column is asked for, one is not there, or there are draws.
    """
    if told.draws is not None:
        raise BadValue("expected one table, found draws: cut each by itself")
    if not by or len(set(by)) < len(by):
        raise BadValue(f"expected columns to cut by, each once, got {list(by)}")
    return list(zip(*(told.column(name) for name in by), strict=True))


def order(key: Sequence[str | None]) -> tuple[tuple[float, str], ...]:
    """Sort values: numbers by size and before words, words by letters."""
    return tuple(_place(value or "") for value in key)


def check_groups(told: ToldTables, by: Sequence[str], many: int) -> None:
    """Refuse columns that name each person instead of a group.

    Raises:
        BadValue: There are nearly as many strata as people, or too many to run.
    """
    if many > FEW_STRATA and (many > MOST_STRATA or told.n < FEWEST_EACH * many):
        raise BadValue(
            f"expected columns that put people into groups, found {many} different "
            f"values of {', '.join(by)} for {told.n} people: cut by something coarser"
        )


def _place(value: str) -> tuple[float, str]:
    size = number(value)
    return (float("inf") if size is None else size, value)
