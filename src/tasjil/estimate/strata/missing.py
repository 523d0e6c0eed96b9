"""Who is told of incompletely, and on which lists: before anything is filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.strata.groups import keys_of
from tasjil.estimate.tables import ToldTables

AT_RANDOM = (
    "Missing values were drawn from those of people on exactly the same lists, alike "
    "in what is known of them. This is right where, among such people, a value is "
    "missing for no reason to do with the value itself; no data can show that."
)


@dataclass(frozen=True, eq=False)
class Missing:
    """How many people lack a value, by the lists they are on.

    Attributes:
        by: The columns, (C,).
        lists: Names of the lists, (J,).
        patterns: Who is on which, (M, J) bool.
        people: On exactly these lists, (M,).
        lacking: How many of them lack a value of each column, (M, C).
        anything: How many of them lack any, (M,).
    """

    by: tuple[str, ...]
    lists: tuple[str, ...]
    patterns: NDArray[np.bool_]
    people: NDArray[np.int64]
    lacking: NDArray[np.int64]
    anything: NDArray[np.int64]

    @property
    def total(self) -> int:
        """How many people lack any value."""
        return int(self.anything.sum())

    @property
    def words(self) -> str:
        """Say how many lack a value, and on which lists most of them are."""
        if not self.total:
            return f"Everyone has a value of {', '.join(self.by)}."
        at = int(self.anything.argmax())
        names = [
            name for name, on in zip(self.lists, self.patterns[at], strict=True) if on
        ]
        only = f"{names[0]} alone" if len(names) == 1 else f"{' and '.join(names)} only"
        return (
            f"{self.total} of {int(self.people.sum())} people lack a value of "
            f"{' or '.join(self.by)}; {int(self.anything[at])} of them are on {only}."
        )


def missing_by_pattern(told: ToldTables, by: Sequence[str]) -> Missing:
    """Count who lacks a value, by the lists they are on.

    Where nearly all of them are on one list, leaving them out empties that list and
    not its overlaps, and the estimate falls with it.

    Args:
        told: One table, its rows persons or counted.
        by: The columns.

    Raises:
        BadValue: A column is not there, or there are draws.

    Example:
        >>> on, ages = [(1, 0), (1, 0), (1, 1)], [("8",), (None,), ("9",)]
        >>> told = ToldTables.of_people(("a", "b"), on, ("age",), ages)
        >>> missing_by_pattern(told, ["age"]).words
        '1 of 3 people lack a value of age; 1 of them are on a alone.'
    """
    lacks = np.array(
        [[value is None for value in key] for key in keys_of(told, by)], np.bool_
    ).reshape(len(told.on), len(by))
    patterns, which = np.unique(told.on, axis=0, return_inverse=True)
    which = which.ravel()
    lacking = np.zeros((len(patterns), len(by)), np.int64)
    np.add.at(lacking, which, lacks * told.counts[:, None])
    people = np.zeros(len(patterns), np.int64)
    np.add.at(people, which, told.counts)
    anything = np.zeros(len(patterns), np.int64)
    np.add.at(anything, which, lacks.any(1) * told.counts)
    return Missing(tuple(by), told.lists, patterns, people, lacking, anything)
