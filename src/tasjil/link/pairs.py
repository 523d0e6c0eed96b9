"""Pairs of records that were compared, in columns: a million rows are a few arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs worth keeping, each once; nothing is said here about who is one person.

    Attributes:
        left: Position of one record, (n,) int32.
        right: Position of the other, always after the left, (n,) int32.
        weight: Evidence that the two are one person, in bits, (n,) float64: log2 of
            how much likelier what was compared is of one person than of two.
        probability: That the two are one person, calibrated, (n,) float64.
        levels: How each comparison came out, (n, comparisons) int8: its level, from 0
            for "differs" upward; -1 where one of the two does not tell.
        comparisons: What the columns of `levels` compare, in their order.
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    weight: NDArray[np.float64]
    probability: NDArray[np.float64]
    levels: NDArray[np.int8]
    comparisons: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse columns of different lengths, and a pair in the wrong order."""
        lengths = {len(self.left), len(self.right), len(self.weight)}
        lengths |= {len(self.probability), len(self.levels)}
        if len(lengths) > 1 or self.levels.shape[1] != len(self.comparisons):
            raise BadValue("expected one row in every column for every pair")
        if np.any(self.left >= self.right):
            raise BadValue("expected the left record of each pair before the right")

    def __len__(self) -> int:
        """How many pairs."""
        return len(self.left)
