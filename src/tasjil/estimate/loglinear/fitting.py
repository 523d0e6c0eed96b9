"""Many models fitted to many tables at once, each with whether it holds an estimate."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.loglinear.designs import Subsets
from tasjil.estimate.loglinear.existence import Known
from tasjil.estimate.loglinear.newton import Maximum, maximise

Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]
Places = NDArray[np.int64]

AT_ONCE = 1_500_000
"""Numbers of one block: 12 MB."""


class Standing(IntEnum):
    """Whether a model gives a number on a table."""

    GOOD = 0
    NO_MAXIMUM = 1
    NOT_IDENTIFIED = 2
    NOT_SETTLED = 3


@dataclass(frozen=True, slots=True)
class Cells:
    """The overlaps of a table, all 2^J - 1 of them, and terms that may explain them.

    Attributes:
        lists: J.
        terms: P terms, a bit a list; the first is the intercept.
        design: Whether a cell holds all lists of a term, (2^J - 1, P).
        known: What has been asked of this design before.
    """

    lists: int
    terms: tuple[int, ...]
    design: Numbers
    known: Known

    @classmethod
    def of(cls, lists: int, terms: Sequence[int]) -> "Cells":
        """Make the design for these terms."""
        cells = np.arange(1, 1 << lists)[:, None]
        asked = np.asarray(terms)[None, :]
        design = ((cells & asked) == asked).astype(float)
        return cls(lists, tuple(terms), design, Known(design))

    def chosen(self, terms: Sequence[int]) -> Truths:
        """Mark which of the terms a model has, (P,)."""
        return np.isin(self.terms, terms)


@dataclass(frozen=True, slots=True)
class Fits:
    """Fits of B models, each on its table.

    A term whose lists nobody shares is minus infinity: its cells leave the fit, and
    so does the term (Chan, Silverman & Vincent 2021).

    Attributes:
        standing: `Standing` of each, (B,); all else means something where it is GOOD.
        coefficients: (B, P); minus infinity or 0 where a term is not in the fit.
        expected: (B, C).
        hidden: n0, those on no list, (B,).
        variance: Of the logarithm of n0, (B,).
        used: Cells that took part, (B, C).
        finite: Terms that are in the fit, (B, P).
    """

    standing: NDArray[np.int64]
    coefficients: Numbers
    expected: Numbers
    hidden: Numbers
    variance: Numbers
    used: Truths
    finite: Truths

    @property
    def good(self) -> Truths:
        """Which have an estimate, (B,)."""
        return np.asarray(self.standing == Standing.GOOD)


def fit(cells: Cells, counts: NDArray[np.int64], terms: Truths) -> Fits:
    """Fit each model to its table.

    Args:
        cells: The overlaps and terms.
        counts: (B, C), or (1, C) where one table stands for all models.
        terms: Which terms each model has, (B, P), or (1, P).

    Example:
        >>> import numpy as np
        >>> cells = Cells.of(2, (0, 0b01, 0b10))
        >>> counts = np.array([[30, 20, 10], [30, 20, 0]])
        >>> fits = fit(cells, counts, np.ones((1, 3), bool))
        >>> fits.standing.tolist(), round(float(fits.hidden[0]), 6)
        ([0, 1], 60.0)
    """
    many = max(len(counts), len(terms))
    counts = np.broadcast_to(counts, (many, counts.shape[1]))
    terms = np.broadcast_to(terms, (many, terms.shape[1]))
    wide = int(terms.sum(1).max())
    size = cells.design.shape[0] + wide * wide
    block = max(1, AT_ONCE // size)
    return _together(
        [
            _block(cells, counts[at : at + block], terms[at : at + block])
            for at in range(0, many, block)
        ]
    )


def gathered(cells: Cells, terms: Truths) -> tuple[Subsets, Places, Truths]:
    """Give each model a design of its own terms alone.

    Returns:
        The designs, which of the terms each of their W columns is (B, W), and whether
        it is one or only fills up, (B, W).
    """
    order = np.argsort(~terms, axis=1, kind="stable")[:, : int(terms.sum(1).max())]
    real = np.take_along_axis(terms, order, 1)
    return Subsets.of(cells.lists, np.asarray(cells.terms)[order], real), order, real


def seen(numbers: NDArray[Any]) -> NDArray[Any]:
    """Put the unseen cell before the others, empty: 0 or False."""
    return np.hstack([np.zeros((len(numbers), 1), numbers.dtype), numbers])


def _block(cells: Cells, counts: NDArray[np.int64], terms: Truths) -> Fits:
    margins = counts @ cells.design
    void = terms & (margins == 0)
    # Cells that hold all lists of a term which nobody shares.
    used = ~((void.astype(float) @ cells.design.T) > 0)
    finite = terms & ~void
    design, order, real = gathered(cells, finite)
    best = maximise(design, seen(counts).astype(float), seen(used))
    standing = _standing(cells, counts, used, finite, best)
    return _placed(best, standing, (order, real), used, terms & ~finite)


def _standing(
    cells: Cells,
    counts: NDArray[np.int64],
    used: Truths,
    finite: Truths,
    best: Maximum,
) -> NDArray[np.int64]:
    told = np.full(len(counts), int(Standing.GOOD))
    for nth in np.flatnonzero(~used.all(1) | ~best.sure):
        if not finite[nth, 0]:
            told[nth] = Standing.NO_MAXIMUM
        elif not cells.known.identified(used[nth], finite[nth]):
            told[nth] = Standing.NOT_IDENTIFIED
        elif best.sure[nth]:
            continue
        elif not cells.known.exists(counts[nth], used[nth], finite[nth]):
            told[nth] = Standing.NO_MAXIMUM
        elif not best.settled[nth]:
            told[nth] = Standing.NOT_SETTLED
    return told


def _placed(
    best: Maximum,
    standing: NDArray[np.int64],
    columns: tuple[Places, Truths],
    used: Truths,
    void: Truths,
) -> Fits:
    order, real = columns
    placed = np.where(void, -np.inf, 0.0)
    rows = np.arange(len(order))[:, None]
    placed[rows, order] = np.where(real, best.coefficients, placed[rows, order])
    finite = np.zeros_like(void)
    finite[rows, order] = real
    hidden = np.exp(np.clip(best.coefficients[:, 0], -300.0, 300.0))
    return Fits(
        standing, placed, best.expected[:, 1:], hidden, best.variance, used, finite
    )


def _together(parts: list[Fits]) -> Fits:
    if len(parts) == 1:
        return parts[0]
    names = Fits.__dataclass_fields__
    return Fits(*(np.concatenate([getattr(p, n) for p in parts]) for n in names))
