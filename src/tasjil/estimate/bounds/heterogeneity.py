"""Models in which some people are easier to list than others, on every list alike."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.loglinear.designs import Written
from tasjil.estimate.loglinear.existence import exists, identified
from tasjil.estimate.loglinear.newton import maximise
from tasjil.estimate.tables import CaptureTable

Numbers = NDArray[np.float64]

CLOSE = 1e-7
"""Persons: a slope of the likelihood below this is none."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One model of all cells of a table: lists of their own, and how often listed.

    Attributes:
        design: (2^J - 1, P); the intercept, the lists, then what heterogeneity adds.
        hidden: n0, those on no list.
        variance: Of its logarithm.
        added: Coefficients of heterogeneity.
        expected: Counts that the model expects, (2^J - 1,).
        good: It has an estimate.
    """

    design: Numbers
    hidden: float
    variance: float
    added: Numbers
    expected: Numbers
    good: bool

    @property
    def se(self) -> float:
        """Standard error of N, with the chance of n itself."""
        return float(np.sqrt(self.hidden + self.hidden**2 * self.variance))


def caught(table: CaptureTable) -> NDArray[np.int64]:
    """Say on how many lists each cell is, (2^J - 1,)."""
    return np.asarray(_bits(table).sum(1))


def shaped(table: CaptureTable, columns: Numbers) -> Shape:
    """Fit lists of their own and columns of heterogeneity.

    Args:
        table: Who is on which lists.
        columns: (2^J - 1, K), K from 0 on.
    """
    design, counts = _design(table, columns), table.cells()[1:]
    used = np.ones((1, len(counts)), bool)
    best = maximise(Written(design[None]), counts[None].astype(float), used)
    sure = bool(best.sure[0])
    good = sure or (
        identified(design) and exists(design, counts) and bool(best.settled[0])
    )
    first = 1 + len(table.lists)
    return Shape(
        design,
        float(np.exp(np.clip(best.coefficients[0, 0], -300.0, 300.0))),
        float(best.variance[0]),
        best.coefficients[0, first:],
        best.expected[0],
        good,
    )


def convex(table: CaptureTable) -> tuple[Shape, dict[int, float]]:
    """Fit Chao's Mth: a parameter for 3 captures and each number above, none below 0.

    Columns enter by how steeply the likelihood rises with them and leave when they
    turn negative (Lawson & Hanson's way), so that those at 0 would all be negative.

    Returns:
        The model, and its parameters above 0 by the number of captures.
    """
    many = caught(table)
    offered = {k: np.maximum(many - k + 1.0, 0) for k in range(3, len(table.lists) + 1)}
    inside: list[int] = []
    seen: set[tuple[int, ...]] = set()
    found = shaped(table, _columns(offered, inside))
    while tuple(inside) not in seen:
        seen.add(tuple(inside))
        wrong = [k for k, eta in zip(inside, found.added, strict=True) if eta < 0]
        if wrong:
            worst = min(wrong, key=lambda k: found.added[inside.index(k)])
            inside = [k for k in inside if k != worst]
        else:
            more = table.cells()[1:] - found.expected
            slopes = {k: float(more @ offered[k]) for k in offered if k not in inside}
            steep = {k: up for k, up in slopes.items() if up > CLOSE * table.n}
            if not steep:
                break
            inside = sorted([*inside, max(steep, key=lambda k: steep[k])])
        found = shaped(table, _columns(offered, inside))
    return found, dict(zip(inside, found.added.tolist(), strict=True))


def darroch(table: CaptureTable) -> Shape:
    """Fit Darroch's Mth: a quadratic in the number of captures (Darroch 1993)."""
    return shaped(table, caught(table)[:, None] ** 2 / 2.0)


def _columns(offered: dict[int, Numbers], inside: list[int]) -> Numbers:
    size = len(next(iter(offered.values())))
    return np.column_stack([np.zeros((size, 0)), *(offered[k] for k in inside)])


def _design(table: CaptureTable, columns: Numbers) -> Numbers:
    bits = _bits(table)
    return np.hstack([np.ones((len(bits), 1)), bits, columns])


def _bits(table: CaptureTable) -> NDArray[np.int64]:
    many = len(table.lists)
    return np.arange(1, 1 << many)[:, None] >> np.arange(many) & 1
