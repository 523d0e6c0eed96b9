"""What people said about pairs of records, by their positions, and what contradicts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tasjil.link.words import Words
from tasjil.model.ids import RecordId
from tasjil.model.judgement import Judgement, PairKind


def _nobody() -> NDArray[np.int32]:
    return np.empty((0, 2), np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """People's words, as they stand.

    Attributes:
        same: Pairs of positions held to be one person, (k, 2) int32.
        apart: Pairs of positions held to be two, (m, 2) int32.
        contradictions: Positions of records whose words contradict each other (a is
            b, b is c, a is not c): apart until a word is taken back.
    """

    same: NDArray[np.int32] = field(default_factory=_nobody)
    apart: NDArray[np.int32] = field(default_factory=_nobody)
    contradictions: tuple[tuple[int, ...], ...] = ()


def told_of(
    judgements: Iterable[Judgement], records: Sequence[RecordId] | Sequence[str]
) -> Told:
    """Read what people said about pairs of these records.

    Args:
        judgements: Oldest first; the last on a pair stands. Words on records that are
            not here are passed over.
        records: Ids, in the order of positions.

    Example:
        >>> from tasjil.model.judgement import Verdict
        >>> word = Judgement(PairKind.RECORDS, "a:1", "b:1", Verdict.SAME, "salma",
        ...                  "2025-03-20T09:00:00+02:00", "same father, same village")
        >>> told_of([word], ["a:1", "b:1"]).same.tolist()
        [[0, 1]]
    """
    words = Words.of(judgements, PairKind.RECORDS)
    if not words.ids:
        return Told()
    place = {id: at for at, id in enumerate(records) if id in words.ids}
    same = [(place[a], place[b]) for a, b in words.same if a in place and b in place]
    rings: dict[str, list[int]] = {}
    for id, ring in words.rings.items():
        if id in place:
            rings.setdefault(ring, []).append(place[id])
    apart = {
        (min(place[id], place[other]), max(place[id], place[other]))
        for id, others in words.apart.items()
        for other in others
        if id in place and other in place
    }
    for torn in rings.values():
        apart |= set(combinations(sorted(torn), 2))
    return Told(
        _columns(same),
        _columns(sorted(apart)),
        tuple(sorted(tuple(sorted(torn)) for torn in rings.values() if len(torn) > 1)),
    )


def _columns(pairs: Sequence[tuple[int, int]]) -> NDArray[np.int32]:
    return np.array(pairs, np.int32).reshape(len(pairs), 2)
