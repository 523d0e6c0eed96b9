"""Small worlds of records with known persons, and pairs whose odds are known."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs
from tasjil.link.persons.marks import UNTOLD, IdColumn, Marks


def pairs_of(told: dict[tuple[int, int], float]) -> Pairs:
    """Pairs with these probabilities."""
    keys = sorted(told)
    probability = np.array([told[key] for key in keys], float)
    ends = np.array(keys, np.int32).reshape(len(keys), 2)
    held = np.clip(probability, 1e-9, 1 - 1e-9)
    return Pairs(
        ends[:, 0],
        ends[:, 1],
        np.log2(held / (1 - held)) + 10,
        probability,
        np.zeros((len(keys), 0), np.int8),
        (),
    )


def marks_on(
    lists: list[int] | NDArray[np.int32],
    *,
    clean: bool = True,
    days: list[int] | None = None,
    ids: list[str | None] | None = None,
) -> Marks:
    """Marks of records on lists 0, 1, ...; deaths on days, numbers of one kind."""
    on = np.asarray(lists, np.int32)
    count = int(on.max()) + 1 if len(on) else 0
    died = np.tile(np.array(UNTOLD, np.int32), (len(on), 1))
    if days is not None:
        died = np.stack([np.array(days, np.int32)] * 2, axis=1)
    columns: tuple[IdColumn, ...] = ()
    if ids is not None:
        values = tuple(sorted({each for each in ids if each}))
        codes = [values.index(each) if each else -1 for each in ids]
        columns = (IdColumn(np.array(codes, np.int32), values),)
    names = tuple("abcdefgh"[:count])
    said = np.full(count, clean)
    return Marks(on, names, said, np.zeros(count, bool), died, columns)


def any_tangle(chance: Generator, most: int = 8) -> tuple[Pairs, Marks]:
    """Records that hang together by chance, on clean lists or others."""
    count = int(chance.integers(2, most + 1))
    told = {
        pair: float(chance.beta(0.5, 0.5))
        for pair in combinations(range(count), 2)
        if chance.random() < 0.7
    }
    lists = chance.integers(0, 4, count).astype(np.int32)
    return pairs_of(told), marks_on(lists, clean=bool(chance.random() < 0.5))


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Persons on three clean lists, and pairs whose probabilities are right."""

    persons: NDArray[np.int32]
    marks: Marks
    pairs: Pairs


def world(chance: Generator, persons: int, spread: float = 7.0) -> World:
    """Make persons on three lists, and score their pairs with known odds.

    A true pair scores N(d/2, d), a false one N(-d/2, d) nats of evidence, so that the
    odds of a pair with score s are those of the prior times exp(s), exactly.
    """
    on = chance.random((persons, 3)) < np.array([0.55, 0.45, 0.35])
    who, lists = np.nonzero(on)
    order = chance.permutation(len(who))
    who, lists = who[order].astype(np.int32), lists[order].astype(np.int32)
    near = _neighbours(who, lists, persons, chance)
    one, other = np.array(sorted(near), np.int64).reshape(-1, 2).T
    same = who[one] == who[other]
    prior = float(same.mean())
    d = 2.0 * spread
    score = np.where(same, d / 2, -d / 2) + chance.normal(size=len(one)) * np.sqrt(d)
    odds = np.exp(score) * prior / (1 - prior)
    told = {
        (int(a), int(b)): float(p)
        for a, b, p in zip(one, other, odds / (1 + odds), strict=True)
        if p >= 0.005
    }
    return World(who, marks_on(lists), pairs_of(told))


def _neighbours(
    who: NDArray[np.int32],
    lists: NDArray[np.int32],
    persons: int,
    chance: Generator,
) -> set[tuple[int, int]]:
    """Pairs across lists that are compared: of one person, and of a few like it."""
    rows = [[int(at) for at in np.flatnonzero(who == each)] for each in range(persons)]
    found: set[tuple[int, int]] = set()
    for person in range(persons):
        like = [person, *chance.integers(0, persons, 2).tolist()]
        for a in rows[person]:
            found |= {
                (min(a, b), max(a, b))
                for each in like
                for b in rows[each]
                if lists[a] != lists[b]
            }
    return found
