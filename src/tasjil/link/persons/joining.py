"""Persons joined by a pair between them, unless two of their records cannot be one."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from tasjil.link.persons.marks import Marks, cannot_be_one
from tasjil.link.persons.told import Told

Ints = NDArray[np.int32]


def join_allowed(labels: Ints, ends: Ints, most: int, marks: Marks, told: Told) -> Ints:
    """Join the persons of pairs, one pair after the other, where nothing bars it.

    Args:
        labels: The person of each record, from 0, (n,).
        ends: Positions of pairs, (m, 2); a few, for each is looked at by itself.
        most: How many are joined; the rest are left.
        marks: Of every record.
        told: People's words.

    Returns:
        Labels, not numbered in any order, (n,).
    """
    joined = labels.copy()
    held = _members(labels, np.unique(labels[ends]))
    apart = {(a, b) for a, b in told.apart.tolist()}
    for a, b in ends.tolist():
        if most < 1:
            break
        keep, gone = int(joined[a]), int(joined[b])
        if keep != gone and _fit(held[keep], held[gone], marks, apart):
            joined[held[gone]] = keep
            held[keep] += held.pop(gone)
            most -= 1
    return joined


def _members(labels: Ints, wanted: Ints) -> dict[int, list[int]]:
    at = np.flatnonzero(np.isin(labels, wanted))
    held: dict[int, list[int]] = {person: [] for person in wanted.tolist()}
    for record, person in zip(at.tolist(), labels[at].tolist(), strict=True):
        held[person].append(record)
    return held


def _fit(
    one: list[int], other: list[int], marks: Marks, apart: set[tuple[int, int]]
) -> bool:
    across = np.array(list(product(one, other)), np.int32)
    # More than one pair across would need evidence of its own, which there is not.
    if len(across) > 1 or (min(*one, *other), max(*one, *other)) in apart:
        return False
    near = np.zeros(len(across), bool)
    return not cannot_be_one(marks, across[:, 0], across[:, 1], near).any()
