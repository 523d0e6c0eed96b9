"""What speaks against two records being one person, before anything is weighed."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.link.block.traits import PLACES, spans

YEARS_APART = 10
"""Years by which lists hardly ever differ on one person's age."""

DAYS_APART = 60
"""Days by which lists hardly ever differ on one person's death."""

ENOUGH = 2
"""Things that speak against a pair before it is left out."""

A_FINER = 2
"""Levels of places that have to be told before the widest is known to be that."""


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Sex, age, death and area of every record; one number a record, in its order.

    Attributes:
        sex: A number for each sex, -1 where untold.
        area: The same of the widest place told.
        age: Low and high end in years, (2, records) float32; nan where untold.
        died: The same in days.
    """

    sex: NDArray[np.int32]
    area: NDArray[np.int32]
    age: NDArray[np.float32]
    died: NDArray[np.float32]

    @classmethod
    def of(cls, table: pa.Table) -> "Facts":
        """Read them; a column that is missing is told by none."""
        return cls(
            _numbers(table, "sex"),
            _widest(table),
            spans(table, "age").astype(np.float32),
            spans(table, "died").astype(np.float32),
        )

    def against(
        self, left: NDArray[np.int32], right: NDArray[np.int32]
    ) -> NDArray[np.int8]:
        """Count what speaks against each pair.

        Another sex, ages more than ten years apart, deaths more than two months apart,
        areas of which neither holds the other. One alone can be a slip.
        """
        found: NDArray[np.int8] = _differ(self.sex, left, right).astype(np.int8)
        found += _differ(self.area, left, right)
        found += _apart(self.age, left, right) > YEARS_APART
        found += _apart(self.died, left, right) > DAYS_APART
        return found


def _differ(
    number: NDArray[np.int32], left: NDArray[np.int32], right: NDArray[np.int32]
) -> NDArray[np.bool_]:
    one, other = number[left], number[right]
    differ: NDArray[np.bool_] = (one != other) & (one >= 0) & (other >= 0)
    return differ


def _apart(
    ends: NDArray[np.float32], left: NDArray[np.int32], right: NDArray[np.int32]
) -> NDArray[np.float32]:
    """Give the gap between two spans; untold gives nan, which is above nothing."""
    low, high = ends
    gap: NDArray[np.float32] = np.maximum(
        low[left] - high[right], low[right] - high[left]
    )
    return gap


def _numbers(table: pa.Table, name: str) -> NDArray[np.int32]:
    if name not in table.column_names:
        return np.full(table.num_rows, -1, np.int32)
    column = table[name].combine_chunks().dictionary_encode()
    numbers: NDArray[np.int32] = (
        column.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    )
    return numbers


def _widest(table: pa.Table) -> NDArray[np.int32]:
    """Number the widest places; a record that tells one alone may mean a finer one."""
    there = [name for name in PLACES if name in table.column_names]
    if len(there) < A_FINER:
        return np.full(table.num_rows, -1, np.int32)
    columns = [table[name].combine_chunks() for name in there]
    every = pa.concat_arrays(columns).dictionary_encode()
    numbers = every.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    stacked = numbers.reshape(len(there), table.num_rows)
    widest = np.full(table.num_rows, -1, np.int32)
    for level in stacked:
        widest = np.where(level >= 0, level, widest).astype(np.int32)
    return widest
