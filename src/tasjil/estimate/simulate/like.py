"""A design that looks like a table at hand, so that a study is about its lists."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.loglinear import LoglinearSettings, fit_loglinear
from tasjil.estimate.simulate.cells import odds_ratio, patterns
from tasjil.estimate.simulate.design import MOST_LISTS, Dependence, Design, Group
from tasjil.estimate.tables import CaptureTable

Reals = NDArray[np.float64]

_ROUNDS = 400
_LEAST = 0.5
_ODDS = 100.0


def design_like(table: CaptureTable, population: int | None = None) -> Design:
    """Make a design of which such a table could have been drawn.

    The population is that of the log-linear model that fits best by BIC; each list has
    its share of it; and every two lists that the model lets depend have the odds ratio
    that their overlap gives. What is true of the table nobody knows: the study says how
    methods do in a world like this one, and no more.

    Args:
        table: Who is on which lists.
        population: How many there are, in place of the model's number.

    Raises:
        BadValue: The table gives no number, or has too many lists; give `population`,
            or fewer lists.
    """
    if not 2 <= len(table.lists) <= MOST_LISTS:
        raise BadValue(
            f"expected a table of 2 to {MOST_LISTS} lists, got {len(table.lists)}: "
            "name fewer with --lists"
        )
    if (table.sizes == 0).any():
        raise BadValue("expected people on every list, found one without: leave it out")
    number, pairs = _best(table, population)
    chances = np.clip(table.sizes / number, 1e-6, 1 - 1e-6)
    cells = _proportional(table, number, pairs)
    dependences = tuple(
        Dependence(table.lists[i], table.lists[j], _bounded(odds_ratio(cells, i, j)))
        for i, j in pairs
    )
    group = Group(1.0, tuple(float(each) for each in chances))
    return Design(round(number), table.lists, (group,), dependences=dependences)


def _best(
    table: CaptureTable, population: int | None
) -> tuple[float, list[tuple[int, int]]]:
    """Give the number, and which two lists depend."""
    every = list(combinations(range(len(table.lists)), 2))
    best = fit_loglinear(table, LoglinearSettings()).best
    if population is not None and population <= table.n:
        raise BadValue(
            f"expected a population above the {table.n} documented, got {population}"
        )
    if best is None and population is None:
        raise BadValue(
            "expected a table that gives a number to draw populations of, found none: "
            "say how many with --population"
        )
    if best is None:
        return float(population or 0), []
    terms = best.model.terms
    pairs = [(i, j) for i, j in every if 1 << i | 1 << j in terms]
    hidden = max(best.hidden, _LEAST)
    return float(population or table.n + hidden), pairs


def _proportional(
    table: CaptureTable, number: float, pairs: list[tuple[int, int]]
) -> Reals:
    """Fit all cells to the sizes of lists and these overlaps, in proportion (IPF)."""
    on = patterns(len(table.lists))
    margins = [(on[:, j], float(table.sizes[j])) for j in range(len(table.lists))]
    for i, j in pairs:
        shared = max(float(table.overlaps[i, j]), _LEAST)
        margins.append((on[:, i] & on[:, j], shared))
    cells = np.full(len(on), number / len(on))
    for _ in range(_ROUNDS):
        for inside, wanted in margins:
            held = cells[inside].sum()
            cells[inside] *= wanted / held
            cells[~inside] *= max(number - wanted, _LEAST) / (cells.sum() - wanted)
    return cells


def _bounded(odds: float) -> float:
    return float(min(max(odds, 1 / _ODDS), _ODDS))
