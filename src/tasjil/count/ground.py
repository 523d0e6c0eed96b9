"""What a count stands on: everything that stays as it is while claims are judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from tasjil.count.algebra.coded import numbered
from tasjil.count.algebra.lines import REJECTED, Columns
from tasjil.count.algebra.runs import Bools, Ints, Runs
from tasjil.count.distinct.candidate import Candidate
from tasjil.count.distinct.choosing import Edges
from tasjil.count.distinct.crowd import Told
from tasjil.count.distinct.overlap import Overlaps, told_apart
from tasjil.count.evidence import Evidence
from tasjil.count.incidents.named import named_people
from tasjil.count.incidents.persons import Shared
from tasjil.count.incidents.treatment import Tellers
from tasjil.count.incidents.verified import Verified
from tasjil.count.placebook import PlaceBook
from tasjil.count.rows.divisions import Division, divisions
from tasjil.count.rows.sdg import by_sdg
from tasjil.count.rows.wholes import Wholes, wholes
from tasjil.count.scope import Placed
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, PlaceId
from tasjil.model.incident import Incident
from tasjil.model.places import Place
from tasjil.model.scope import Codebook, Scope


@dataclass(frozen=True, slots=True)
class Apart:
    """Whether no one report tells of both incidents, by claims nobody rejected."""

    columns: Columns
    states: Ints

    def __call__(self, one: Ints, other: Ints) -> Bools:
        """Tell it of pairs."""
        both = np.concatenate((one, other))
        members, place = np.unique(both, return_inverse=True)
        test = told_apart(*_reports(self.columns, self.states, members))
        return test(place[: len(one)], place[len(one) :])


@dataclass(frozen=True, slots=True)
class Ground:
    """The rules, and the evidence as numbers.

    Attributes:
        act: A number for the act of each incident.
        acts: The acts, by their number.
        finest: The incidents' order, the finest place and shortest time first.
        overlaps: Which incidents place and time allow to be one.
        named: How many people are named in each incident, whatever was decided since.
        totals: Claims that are statements about the tally and no one event.
    """

    scope: Scope
    codebook: Codebook
    evidence: Evidence
    book: PlaceBook
    columns: Columns
    act: Ints
    acts: tuple[str, ...]
    placed: Placed
    finest: Ints
    named: Ints
    overlaps: Overlaps
    wholes: tuple[Wholes, ...]
    divisions: tuple[Division, ...]
    tellers: Tellers
    verified: Verified
    shared: Shared
    totals: Mapping[ClaimId, Claim]

    @classmethod
    def of(
        cls,
        scope: Scope,
        codebook: Codebook,
        incidents: Iterable[Incident],
        evidence: Evidence,
        places: Mapping[PlaceId, Place],
    ) -> "Ground":
        """Write everything as numbers once."""
        book = PlaceBook.of(evidence.claims.values(), places)
        columns = Columns.of(incidents, evidence)
        ordered = columns.incidents
        act, acts = numbered([each.act for each in ordered])
        coded = columns.lines.coded
        told = tuple(
            divisions(coded.claims, evidence, by_community=codebook.divide_by_community)
        )
        overlaps, finest = _overlaps(columns, act, book)
        return cls(
            scope=scope,
            codebook=codebook,
            evidence=evidence,
            book=book,
            columns=columns,
            act=act,
            acts=tuple(acts),
            placed=Placed.of(ordered, scope, book),
            finest=finest,
            named=named_people(columns.lines, np.arange(len(ordered))),
            overlaps=overlaps,
            wholes=wholes(ordered, book),
            divisions=(*told, by_sdg(coded, told)),
            tellers=Tellers.of(coded.tellers, evidence, codebook),
            verified=Verified.of(ordered, evidence, scope.standard),
            shared=Shared.of(ordered, evidence.victims),
            totals=evidence.totals(),
        )

    def edges(self, states: Ints) -> Edges:
        """Give every pair of incidents that may be one."""
        everybody = np.arange(len(self.columns.incidents))
        told = told_apart(*_reports(self.columns, states, everybody))
        return self.overlaps.pairs(told, as_told=not (states == REJECTED).any())

    def edges_of(self, incident: int, states: Ints) -> Edges:
        """Give the pairs of one incident."""
        return self.overlaps.pairs_of(incident, Apart(self.columns, states))


def _overlaps(columns: Columns, act: Ints, book: PlaceBook) -> tuple[Overlaps, Ints]:
    found = [
        Candidate.of(each, 0, frozenset(), book.level(each.place))
        for each in columns.incidents
    ]
    order = sorted(range(len(found)), key=lambda n: (found[n].fineness, found[n].id))
    finest = np.zeros(len(found), np.int64)
    finest[order] = np.arange(len(found))
    nothing = np.zeros(len(columns.rows), np.int64)
    keys, begins, size = _reports(columns, nothing, np.arange(len(found)))
    return Overlaps.of(found, Told(begins, keys % size), act), finest


def _reports(columns: Columns, states: Ints, members: Ints) -> tuple[Ints, Ints, int]:
    """Give the reports of each incident as `told_apart` wants them."""
    lines = columns.of_incidents(members)
    lines = lines.where(states[lines.claim] != REJECTED)
    size = lines.coded.reports + 1
    keys = lines.incident * size + lines.report
    keys = keys[Runs.of(keys).starts]
    begins = np.searchsorted(keys, np.arange(len(members) + 1) * size)
    return keys, begins, size
