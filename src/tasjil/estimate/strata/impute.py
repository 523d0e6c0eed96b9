"""Fills in missing strata many times over, as people on the same lists have them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.strata.groups import check_groups, keys_of, order
from tasjil.estimate.tables import ToldTables

MOST_CELLS = 5_000_000
BEFORE, BETWEEN = 20, 10
"""Sweeps before the first imputation, and from one to the next."""


@dataclass(frozen=True, slots=True)
class ImputeSettings:
    """How missing values are filled in.

    Attributes:
        imputations: How many completed tables, m.
        shrink: As how many people the values of all lists together count, beside the
            people on exactly the same lists: few with a value lean on all.
        seed: Where chance begins.
    """

    imputations: int = 10
    shrink: float = 10.0
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse no imputations, and shrinkage that is none."""
        if self.imputations < 1 or not self.shrink > 0:
            raise BadValue(
                "expected 1 imputation or more and shrinkage above 0, got "
                f"{self.imputations} and {self.shrink}"
            )


@dataclass(frozen=True, eq=False)
class _Cells:
    """The table as counts: lists by values, and who could be in several cells.

    Attributes:
        patterns: (P, J) bool.
        values: The values of each cell, (K, C).
        sure: People whose cell is known, (P, K).
        open: Pattern, cells they could be in, and how many, of the others.
    """

    patterns: NDArray[np.bool_]
    values: list[tuple[str, ...]]
    sure: NDArray[np.int64]
    open: list[tuple[int, NDArray[np.int64], int]]


def impute(
    told: ToldTables, by: Sequence[str], settings: ImputeSettings | None = None
) -> tuple[ToldTables, ...]:
    """Complete a table many times, missing values drawn anew each time.

    Among the people on exactly the same lists the shares of all combinations of values
    have a Dirichlet distribution around the shares of everyone whose values are known;
    shares and values are drawn in turn (Gibbs), so each table carries the doubt about
    the shares too (Rubin 1987; Schafer 1997, chapter 7). What is known never changes.

    Args:
        told: One table. Rows with equal lists and values may be in any order.
        by: The columns; others are dropped.
        settings: How often, and from which seed.

    Returns:
        `imputations` tables; one alone where nothing is missing.

    Raises:
        BadValue: A column is not there or never known, or the values have too many
            combinations.

    Example:
        >>> on, sex = [(1, 0), (1, 0), (1, 1)], [("w",), (None,), ("m",)]
        >>> told = ToldTables.of_people(("a", "b"), on, ("sex",), sex)
        >>> [each.table.n for each in impute(told, ["sex"], ImputeSettings(2))]
        [3, 3]
    """
    chosen = settings or ImputeSettings()
    cells = _cells(told, by)
    if not cells.open:
        return (_completed(told, by, cells, cells.sure),)
    rng = np.random.default_rng(chosen.seed)
    sweeps = _sweeps(cells, chosen.shrink, rng)
    for _ in range(BEFORE):
        next(sweeps)
    made = []
    for _ in range(chosen.imputations):
        for _ in range(BETWEEN):
            filled = next(sweeps)
        made.append(_completed(told, by, cells, filled))
    return tuple(made)


def _cells(told: ToldTables, by: Sequence[str]) -> _Cells:
    keys = keys_of(told, by)
    levels = [_levels(name, told.column(name)) for name in by]
    shape = tuple(len(each) for each in levels)
    patterns, which = np.unique(told.on, axis=0, return_inverse=True)
    if prod(shape) * len(patterns) > MOST_CELLS:
        raise BadValue(
            f"expected fewer combinations of {', '.join(by)}, found {prod(shape)} for "
            f"{len(patterns)} patterns of lists: cut by fewer columns, or coarser ones"
        )
    every = np.arange(prod(shape)).reshape(shape)
    place = [{value: at for at, value in enumerate(each)} for each in levels]
    sure = np.zeros((len(patterns), prod(shape)), np.int64)
    unsure: dict[tuple[int, tuple[str | None, ...]], int] = {}
    rows = zip(which.ravel().tolist(), keys, told.counts.tolist(), strict=True)
    for pattern, key, many in rows:
        if None in key:
            unsure[pattern, key] = unsure.get((pattern, key), 0) + many
        else:
            sure[pattern, every[_index(place, key)]] += many
    check_groups(told, by, int((sure.sum(0) > 0).sum()))
    waiting = [
        (pattern, every[_index(place, key)].ravel(), many)
        for (pattern, key), many in sorted(
            unsure.items(), key=lambda each: (each[0][0], order(each[0][1]))
        )
    ]
    values = [
        tuple(levels[c][at] for c, at in enumerate(np.unravel_index(cell, shape)))
        for cell in range(prod(shape))
    ]
    return _Cells(patterns, values, sure, waiting)


def _levels(name: str, column: tuple[str | None, ...]) -> list[str]:
    known = sorted(
        {each for each in column if each is not None}, key=lambda v: order([v])
    )
    if not known:
        raise BadValue(f"expected {name} to be known of somebody, found it of nobody")
    return known


def _index(
    place: list[dict[str, int]], key: tuple[str | None, ...]
) -> tuple[int | slice, ...]:
    return tuple(
        slice(None) if value is None else place[c][value] for c, value in enumerate(key)
    )


def _sweeps(
    cells: _Cells, shrink: float, rng: Generator
) -> Iterator[NDArray[np.int64]]:
    """Draw shares given people, and people given shares, without end.

    Who lacks everything says nothing of the shares: these people are drawn last, and
    the next shares do not lean on them, or they would draw each other along.
    """
    many = cells.sure.shape[1]
    partly = [each for each in cells.open if len(each[1]) < many]
    wholly = [each for each in cells.open if len(each[1]) == many]
    filled = cells.sure
    while True:
        whole = _shares(cells.sure.sum(0) + 1 / many, rng)
        shares = _shares(shrink * whole + filled, rng)
        filled = _filled(cells.sure, partly, shares, rng)
        yield _filled(filled, wholly, shares, rng)


def _filled(
    people: NDArray[np.int64],
    waiting: list[tuple[int, NDArray[np.int64], int]],
    shares: NDArray[np.float64],
    rng: Generator,
) -> NDArray[np.int64]:
    filled = people.copy()
    for pattern, could, many in waiting:
        chance = shares[pattern, could]
        if not chance.sum() > 0:
            chance = np.ones(len(could))
        filled[pattern, could] += rng.multinomial(many, chance / chance.sum())
    return filled


def _shares(weights: NDArray[np.float64], rng: Generator) -> NDArray[np.float64]:
    """Draw from Dirichlet distributions, one in each row."""
    # A weight of 1e-300 and below makes a gamma draw of 0 all the same.
    drawn = rng.standard_gamma(np.maximum(weights, 1e-300))
    total = drawn.sum(-1, keepdims=True)
    return np.where(total > 0, drawn / np.where(total > 0, total, 1), 0)


def _completed(
    told: ToldTables, by: Sequence[str], cells: _Cells, filled: NDArray[np.int64]
) -> ToldTables:
    pattern, cell = np.nonzero(filled)
    return replace(
        told,
        on=cells.patterns[pattern],
        counts=filled[pattern, cell],
        about=tuple(by),
        known=tuple(cells.values[each] for each in cell.tolist()),
        persons=False,
    )
