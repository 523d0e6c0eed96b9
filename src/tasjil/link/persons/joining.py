"""Persons joined by a pair between them, unless two of their records cannot be one."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from tasjil.link.persons.marks import Marks, cannot_be_one
from tasjil.link.persons.told import Told

Ints = NDArray[np.int32]


def join_allowed(
    labels: Ints, one: Ints, other: Ints, marks: Marks, told: Told
) -> Ints:
    """Join the persons of pairs, one pair after the other, where nothing bars it.

    Args:
        labels: The person of each record, from 0, (n,).
        one: Positions, (m,); a few, for each is looked at by itself.
        other: Positions, (m,).
        marks: Of every record.
        told: People's words.

    Returns:
        Labels, not numbered in any order, (n,).
    """
    joined = labels.copy()
    if not len(one):
        return joined
    held = _members(labels, np.unique(labels[np.concatenate([one, other])]))
    apart = {(a, b) for a, b in told.apart.tolist()}
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        keep, gone = int(joined[a]), int(joined[b])
        if keep != gone and _fit(held[keep], held[gone], marks, apart):
            joined[held[gone]] = keep
            held[keep] += held.pop(gone)
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
    if any((min(a, b), max(a, b)) in apart for a, b in across.tolist()):
        return False
    near = np.zeros(len(across), bool)
    return not cannot_be_one(marks, across[:, 0], across[:, 1], near).any()
