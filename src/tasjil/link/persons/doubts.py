"""Persons of whom it is doubtful which records tell: for people to look at."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs
from tasjil.link.persons.groups import connected
from tasjil.model.defined import Defined

DOUBTFUL = 0.75
"""A person less certain than this is asked about."""

OPEN = 0.1
"""A pair is open that is at least this far from being certainly one, or two."""


class Doubt(Defined):
    """Why it is doubtful which records tell of a person."""

    RIVAL = "rival", "Another linkage of these records is nearly as likely."
    TOO_LARGE = (
        "too large",
        "So many records hang together that they were split along weak pairs first.",
    )
    CONTRADICTION = (
        "contradiction",
        "People's words on these records contradict each other.",
    )


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Records to look at together.

    Attributes:
        records: Positions, ascending.
        persons: Labels of the persons that they are put together as, ascending.
        certainty: How likely the least certain of these persons is as it stands.
    """

    records: tuple[int, ...]
    persons: tuple[int, ...]
    certainty: float
    why: Doubt


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What doubts are told from: how the records were put together.

    Attributes:
        labels: The person of each record, (n,) int32.
        certainty: How likely each person is exactly these records, (persons,).
        together: How likely each pair is one person, (pairs,).
        given_up: Pairs that only the bound on a tangle's size kept apart, (m,).
        contradictions: Positions of records on which people contradict each other.
    """

    labels: NDArray[np.int32]
    certainty: NDArray[np.float64]
    together: NDArray[np.float64]
    given_up: NDArray[np.int64]
    contradictions: tuple[tuple[int, ...], ...] = ()


def find_doubts(pairs: Pairs, standing: Standing) -> tuple[Doubtful, ...]:
    """List what should be asked, the least certain first.

    Args:
        pairs: Those that the records were put together by.
        standing: How.
    """
    labels, certain = standing.labels, standing.certainty
    shaky = certain < DOUBTFUL
    open_ = (standing.together > OPEN) & (standing.together < 1 - OPEN)
    one, other = labels[pairs.left], labels[pairs.right]
    open_ &= shaky[one] | shaky[other]
    large = np.zeros(len(pairs), bool)
    large[standing.given_up] = True
    found = [*_connected(standing, one, other, open_ & ~large, Doubt.RIVAL)]
    found += _connected(standing, one, other, large, Doubt.TOO_LARGE)
    for ring in standing.contradictions:
        persons = tuple(sorted(set(labels[list(ring)].tolist())))
        least = float(certain[list(persons)].min())
        found.append(Doubtful(ring, persons, least, Doubt.CONTRADICTION))
    return tuple(sorted(found, key=lambda each: (each.certainty, each.records)))


def _connected(
    standing: Standing,
    one: NDArray[np.int32],
    other: NDArray[np.int32],
    which: NDArray[np.bool_],
    why: Doubt,
) -> list[Doubtful]:
    group = connected(len(standing.certainty), one[which], other[which])
    asked = np.unique(group[one[which]])
    persons: dict[int, list[int]] = {at: [] for at in asked.tolist()}
    for person in np.flatnonzero(np.isin(group, asked)).tolist():
        persons[int(group[person])].append(person)
    order = np.argsort(standing.labels, kind="stable")
    start = np.searchsorted(standing.labels[order], np.arange(len(group) + 1))
    return [
        Doubtful(
            tuple(
                sorted(
                    record
                    for person in each
                    for record in order[start[person] : start[person + 1]].tolist()
                )
            ),
            tuple(each),
            float(standing.certainty[each].min()),
            why,
        )
        for each in persons.values()
    ]
