"""What lies on the desk: the material, and one question with all that is told of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.compare.words import Reasons
from tasjil.link.explaining import Weights
from tasjil.link.pairs import Pairs
from tasjil.link.review.question import Question
from tasjil.link.words import Pair
from tasjil.model.ids import RecordId
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Records that were linked, as they are laid out on the desk.

    Attributes:
        records: Ids, in the order of positions.
        told: What each record tells, cleaned.
        labels: The person of each record, (records,).
        list_of: The list of each record, by number, (records,).
        clean: Whether nobody stands on each list twice, (lists,).
        pairs: What was compared, with probabilities as they were linked by.
        weights: What each comparison weighs.
        said: What people said of records already, oldest first.
        cells: A record as it came, cell by cell under its headers.
        passage: The words of a report, where a record is somebody named in one.
    """

    records: Sequence[RecordId]
    told: Mapping[RecordId, Particulars]
    labels: NDArray[np.int64]
    list_of: NDArray[np.int64]
    clean: NDArray[np.bool_]
    pairs: Pairs
    weights: Weights
    said: tuple[Judgement, ...] = ()
    cells: Callable[[RecordId], Mapping[str, str]] = lambda _: {}
    passage: Callable[[RecordId], str | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records of a question.

    Attributes:
        told: As it is compared.
        cells: As it came.
        passage: The report's words, where a report names the person.
        others: Other records held to tell of the same person.
    """

    told: Particulars
    cells: Mapping[str, str]
    passage: str | None
    others: tuple[Particulars, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A question with all that a person needs to answer it."""

    question: Question
    one: Side
    other: Side
    reasons: Reasons

    @property
    def pair(self) -> Pair:
        """The ids of the two records, in one order."""
        ids = str(self.one.told.record), str(self.other.told.record)
        return min(ids), max(ids)


@dataclass(frozen=True, slots=True)
class Standings:
    """How far a review has come.

    Attributes:
        answered: Pairs answered at this desk; those taken back are not among them.
        doubtful: Pairs that are doubtful still.
        persons: Persons, as they stand with these answers.
    """

    answered: int
    doubtful: int
    persons: int
