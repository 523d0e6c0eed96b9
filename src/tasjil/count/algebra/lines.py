"""The claims of incidents in the order in which they are added up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tasjil.count.algebra.coded import Coded
from tasjil.count.algebra.numbers import Numbers
from tasjil.count.algebra.runs import Bools, Ints, Runs, spread
from tasjil.count.evidence import Evidence
from tasjil.model.ids import ClaimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import LEFT_OUT, ClaimState

REJECTED = 2
STATES = {
    ClaimState.PROPOSED: 0,
    ClaimState.ACCEPTED: 1,
    **dict.fromkeys(LEFT_OUT, REJECTED),
}


@dataclass(frozen=True)
class Lines:
    """One line for each claim of each incident: by incident, report, group, claim.

    Attributes:
        incident: The place of its incident among those at hand, from 0.
        claim: The row of its claim.
    """

    coded: Coded
    incident: Ints
    claim: Ints

    def __len__(self) -> int:
        """Count the lines."""
        return len(self.claim)

    def where(self, kept: Bools) -> "Lines":
        """Keep some of the lines."""
        if kept.all():
            return self
        return Lines(self.coded, self.incident[kept], self.claim[kept])

    @cached_property
    def report(self) -> Ints:
        """The report of each line."""
        return self.coded.report[self.claim]

    @cached_property
    def group(self) -> Ints:
        """The group of victims of each line."""
        return self.coded.group[self.claim]

    @cached_property
    def root(self) -> Ints:
        """The widest group that holds them."""
        return self.coded.root[self.claim]

    @cached_property
    def is_whole(self) -> Bools:
        """Whether each line tells of a whole, and not of a part of one."""
        return np.equal(self.group, self.root)

    @cached_property
    def tellings(self) -> Runs:
        """What one report tells of one incident."""
        return Runs.of(self.incident, self.report)

    @cached_property
    def telling(self) -> Ints:
        """The telling of each line."""
        return self.tellings.numbers()

    @cached_property
    def numbers(self) -> Numbers:
        """The number each line tells."""
        return self.coded.numbers.take(self.claim)


@dataclass(frozen=True, slots=True)
class Columns:
    """Everything told of the incidents, written as numbers once.

    Attributes:
        incidents: In the order of their ids.
        begins: Where the lines of each incident begin; shape (incidents + 1,).
        rows: Which row a claim has.
        ids: The ids of the claims, by row.
    """

    incidents: tuple[Incident, ...]
    lines: Lines
    begins: Ints
    rows: Mapping[ClaimId, int]
    ids: np.ndarray[tuple[int], np.dtype[np.object_]]

    @classmethod
    def of(cls, incidents: Iterable[Incident], evidence: Evidence) -> "Columns":
        """Write the claims of incidents as numbers; ids nobody knows are left out."""
        ordered = tuple(sorted(incidents, key=lambda each: each.id))
        wanted = {claim for each in ordered for claim in each.claims}
        known = [evidence.claims[c] for c in sorted(wanted) if c in evidence.claims]
        rows = {claim.id: n for n, claim in enumerate(known)}
        claim = [[rows[c] for c in each.claims if c in rows] for each in ordered]
        counts = np.array([len(each) for each in claim], np.int64)
        flat = np.array([row for each in claim for row in each], np.int64)
        lines = _sorted(Coded.of(known, evidence), counts, flat)
        begins = np.concatenate(([0], np.cumsum(counts)))
        ids = np.array([*(claim.id for claim in known), None], np.object_)[:-1]
        return cls(ordered, lines, begins, rows, ids)

    def of_incidents(self, at: Ints) -> Lines:
        """Give the lines of some incidents, which are numbered anew from 0."""
        lengths = self.begins[at + 1] - self.begins[at]
        picked = spread(self.begins[at], lengths)
        incident = np.repeat(np.arange(len(at)), lengths)
        return Lines(self.lines.coded, incident, self.lines.claim[picked])


def states_of(columns: Columns, evidence: Evidence) -> Ints:
    """Give what people decided on each claim, as a number."""
    codes = np.zeros(len(columns.rows), np.int64)
    for claim, state in evidence.states.items():
        if state is not ClaimState.PROPOSED and claim in columns.rows:
            codes[columns.rows[claim]] = STATES[state]
    return codes


def _sorted(coded: Coded, counts: Ints, claim: Ints) -> Lines:
    incident = np.repeat(np.arange(len(counts)), counts)
    keys = (claim, coded.group[claim], coded.root[claim], coded.report[claim], incident)
    order = np.lexsort(keys)
    return Lines(coded, incident[order], claim[order])
