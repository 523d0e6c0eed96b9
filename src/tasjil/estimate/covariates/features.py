"""Turns what is known of people into numbers that a regression can take."""

from collections import Counter
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.tables import ToldTables
from tasjil.estimate.tables.cells import number

DISTINCT = 7
"""A column of numbers with fewer different ones is taken for groups."""

WIDEST = 3.0
"""Numbers farther out than so many standard deviations are moved in: one age of 999
must not decide."""

EACH = 30
"""People for each feature, at least, where products of columns are added."""


def features(told: ToldTables, rare: int) -> tuple[NDArray[np.float64], ...]:
    """Give the features of each row, each of mean 0 and variance 1, (rows, P).

    A column of numbers gives itself and its square; any other a feature for each value
    but the most common; a missing value is a value of its own. Where there are people
    enough, a second array has the products of two columns beside them.

    Args:
        told: One table.
        rare: Values of fewer people are put together.
    """
    columns = [
        made
        for name in told.about
        if (made := _column(told.column(name), told.counts, rare)).shape[1]
    ]
    if not columns:
        return (np.zeros((len(told.on), 0)),)
    products = [
        (a[:, :, None] * b[:, None, :]).reshape(len(a), -1)
        for a, b in combinations(columns, 2)
    ]
    first = np.concatenate(columns, 1)
    if not products:
        return (_standard(first, told.counts),)
    every = np.concatenate([first, *products], 1)
    if every.shape[1] * EACH > told.counts.sum():
        return (_standard(first, told.counts),)
    return _standard(first, told.counts), _standard(every, told.counts)


def _column(
    values: tuple[str | None, ...], counts: NDArray[np.int64], rare: int
) -> NDArray[np.float64]:
    numbers = [None if value is None else number(value) for value in values]
    known = [value is not None for value in values]
    if len(set(numbers) - {None}) >= DISTINCT and all(
        (each is not None) == some for each, some in zip(numbers, known, strict=True)
    ):
        return _numbers(numbers, counts)
    return _groups(values, counts, rare)


def _numbers(
    values: list[float | None], counts: NDArray[np.int64]
) -> NDArray[np.float64]:
    known = np.array([value is not None for value in values])
    found = np.array([0.0 if value is None else value for value in values])
    weight = counts * known
    mean = np.average(found, weights=weight)
    sd = np.sqrt(np.average((found - mean) ** 2, weights=weight)) or 1.0
    z = np.where(known, np.clip((found - mean) / sd, -WIDEST, WIDEST), 0.0)
    made = np.stack([z, np.where(known, z**2 - 1, 0.0), ~known], 1).astype(float)
    return made if not known.all() else made[:, :2]


def _groups(
    values: tuple[str | None, ...], counts: NDArray[np.int64], rare: int
) -> NDArray[np.float64]:
    people: Counter[str | None] = Counter()
    for value, many in zip(values, counts.tolist(), strict=True):
        people[value] += many
    common = [value for value, many in people.items() if many >= rare]
    common.sort(key=lambda value: (-people[value], value or ""))
    left = len(common) < len(people)
    # The most common value is the one the others are told from.
    kept = common[1:] if common else []
    made = [[value == each for each in kept] for value in values]
    if left and common:
        made = [
            [*row, people[value] < rare]
            for row, value in zip(made, values, strict=True)
        ]
    return np.array(made, float).reshape(len(values), -1)


def _standard(
    every: NDArray[np.float64], counts: NDArray[np.int64]
) -> NDArray[np.float64]:
    mean = np.average(every, axis=0, weights=counts)
    sd = np.sqrt(np.average((every - mean) ** 2, axis=0, weights=counts))
    kept = sd > 1e-9
    return np.asarray((every[:, kept] - mean[kept]) / sd[kept])
