"""Incidents on their way into a figure: their numbers, and what each adds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tasjil.count.algebra.lines import Columns, Lines
from tasjil.count.algebra.numbers import Numbers
from tasjil.count.algebra.runs import UNTOLD, Bools, Ints
from tasjil.model.ids import ClaimId
from tasjil.model.quantity import CountRange
from tasjil.model.tally import IncidentCount

REFUTED = "refuted: it was found, and signed, that the harm was not done"
PERHAPS = "ceiling only: it may lie outside the scope"
DOUBTFUL = "ceiling only: it may be an incident that another report tells of"


@dataclass(frozen=True, slots=True)
class Counted:
    """Incidents of one act inside the scope, numbered from 0.

    Attributes:
        at: Their places among all incidents.
        lines: What is told of them and was not rejected.
        floor: The fewest people of each.
        ceiling: The most; UNTOLD where no number was told.
        plain: The span of what was told.
        accepted: The same with names, over accepted claims alone.
        has_accepted: Where any claim is accepted.
        sets_low: Of each line, whether it sets the low end.
        sets_top: Of each line, whether it sets the high end.
        followed: Of each line, whether the codebook follows its teller.
        words: What the codebook did with some of them.
        verified: The fewest and the most of whom harm is established.
        refuted: Where it is established that there was no harm.
        sure: Whether each lies in the scope for certain.
    """

    at: Ints
    lines: Lines
    floor: Ints
    ceiling: Ints
    plain: Numbers
    accepted: Numbers
    has_accepted: Bools
    sets_low: Bools
    sets_top: Bools
    followed: Bools
    words: Mapping[int, str]
    verified: tuple[Ints, Ints]
    refuted: Bools
    sure: Bools

    def treatment(self, chosen: Bools) -> list[str]:
        """Say how each is counted, and why it is not in the floor."""
        found = ["range"] * len(self.at)
        doubtful = self.sure & (self.floor > 0) & ~chosen
        for n, words in self.words.items():
            found[n] = words
        for words, which in (
            (DOUBTFUL, doubtful),
            (PERHAPS, ~self.sure),
            (REFUTED, self.refuted),
        ):
            for n in np.flatnonzero(which).tolist():
                found[n] = words
        return found


def incident_counts(
    columns: Columns, counted: Counted, chosen: Bools
) -> Iterator[tuple[int, IncidentCount]]:
    """Give what each incident adds, with its place among all."""
    low = _claims(columns, counted, counted.sets_low)
    top = _claims(columns, counted, counted.sets_top)
    plain, accepted = counted.plain, counted.accepted
    rows = zip(
        counted.at.tolist(),
        counted.floor.tolist(),
        counted.ceiling.tolist(),
        _ranges(plain.low, np.where(plain.is_open, UNTOLD, plain.top)),
        _ranges(accepted.low, accepted.top),
        counted.has_accepted.tolist(),
        _ranges(*counted.verified),
        counted.treatment(chosen),
        strict=True,
    )
    for n, row in enumerate(rows):
        at, floor, ceiling, told, agreed, has_accepted, verified, treatment = row
        yield (
            at,
            IncidentCount(
                incident=columns.incidents[at].id,
                floor=floor,
                ceiling=None if ceiling == UNTOLD else ceiling,
                reported=told,
                floor_claims=low[n],
                ceiling_claims=top[n],
                accepted=agreed if has_accepted else None,
                treatment=treatment,
                verified=verified,
            ),
        )


def _ranges(low: Ints, high: Ints) -> list[CountRange]:
    return [
        _range(max(least, 0), most)
        for least, most in zip(low.tolist(), high.tolist(), strict=True)
    ]


@lru_cache(maxsize=65_536)
def _range(low: int, high: int) -> CountRange:
    """Give a range; the same range is one object, however many incidents have it."""
    return CountRange(low, None if high == UNTOLD else high)


def _claims(
    columns: Columns, counted: Counted, sets: Bools
) -> list[tuple[ClaimId, ...]]:
    """Give the claims that set an end, by incident and in the order of their ids."""
    lines = counted.lines
    for n in counted.words:
        mine = slice(*np.searchsorted(lines.incident, (n, n + 1)))
        known = lines.coded.numbers.known[lines.claim[mine]]
        sets[mine] = counted.followed[mine] & known
    at = np.flatnonzero(sets)
    key = np.sort(lines.incident[at] * (len(columns.ids) + 1) + lines.claim[at])
    incident, claim = np.divmod(key, len(columns.ids) + 1)
    ids = columns.ids[claim].tolist()
    ends = np.searchsorted(incident, np.arange(len(counted.at) + 1)).tolist()
    return [tuple(ids[a:b]) for a, b in zip(ends, ends[1:], strict=False)]
