"""A count that is held, so that one more judgement need not count everything again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from tasjil.count.algebra.lines import STATES, states_of
from tasjil.count.algebra.runs import Bools, Ints
from tasjil.count.distinct.choosing import Edges
from tasjil.count.evidence import Evidence
from tasjil.count.figure import ActCount
from tasjil.count.ground import Ground
from tasjil.count.part import count_part
from tasjil.count.totals.aggregates import state_aggregates
from tasjil.count.totals.series import grow_series
from tasjil.errors import BadValue
from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, PlaceId
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.places import Place
from tasjil.model.scope import Codebook, Scope
from tasjil.model.tally import AggregateStatement, Series, Tally


@dataclass(frozen=True, slots=True)
class Count:
    """A tally and what it was made from.

    Attributes:
        tally: The figures, and the totals beside them.
        edges: Pairs of incidents that may be one.
    """

    ground: Ground
    evidence: Evidence
    states: Ints
    edges: Edges
    acts: Mapping[Act, ActCount]
    tally: Tally

    @classmethod
    def of(
        cls,
        scope: Scope,
        codebook: Codebook,
        incidents: Iterable[Incident],
        evidence: Evidence,
        places: Mapping[PlaceId, Place] | None = None,
    ) -> Self:
        """Count every act of the scope, and list the totals that others stated.

        Args:
            scope: What the case counts.
            codebook: What to do where sources disagree.
            incidents: As `link` proposes them, or as people settled them.
            evidence: The claims behind them and behind the totals.
            places: The case's own places; what claims say of others is known anyway.
        """
        ground = Ground.of(scope, codebook, incidents, evidence, places or {})
        return cls.on(ground)

    @classmethod
    def on(cls, ground: Ground) -> Self:
        """Count what is already written as numbers."""
        states = states_of(ground.columns, ground.evidence)
        edges = ground.edges(states)
        acts = {
            act: _count_act(act, ground, states, edges)
            for act in dict.fromkeys(ground.scope.acts)
        }
        figures = tuple(
            acts[act].figure(ground, ground.evidence) for act in ground.scope.acts
        )
        aggregates, series = _totals(ground, ground.evidence)
        tally = Tally(figures, aggregates, series)
        return cls(ground, ground.evidence, states, edges, acts, tally)

    def judged(self, claim: ClaimId, state: ClaimState) -> Self:
        """Give the count as it is after a judgement on one claim.

        Incidents that may be one with those of the claim, and incidents that share a
        person with them, are counted again; everything else stays. The incidents
        themselves stay too: whether a claim still belongs to one is for `link`.

        Raises:
            BadValue: Nobody knows the claim.
        """
        if claim not in self.evidence.claims:
            raise BadValue(f"expected the id of a counted claim, got {claim!r}")
        evidence = self.evidence.judged(claim, state)
        row = self.ground.columns.rows.get(claim)
        fresh = replace(self, evidence=evidence)
        if row is not None:
            fresh = fresh._counted_again(row, STATES[state])
        if claim in self.ground.totals:
            aggregates, series = _totals(self.ground, evidence)
            tally = replace(fresh.tally, aggregates=aggregates, series=series)
            fresh = replace(fresh, tally=tally)
        return fresh

    def _counted_again(self, row: int, state: int) -> Self:
        ground = self.ground
        states = self.states.copy()
        states[row] = state
        lines = ground.columns.lines
        touched = np.unique(lines.incident[lines.claim == row])
        edges = self._edges_after(touched, states)
        near = _hang_together(touched, ground, (self.edges, edges))
        acts = dict(self.acts)
        figures = {figure.act: figure for figure in self.tally.figures}
        for act in dict.fromkeys(ground.acts[n] for n in ground.act[touched].tolist()):
            if act in acts:
                at = np.flatnonzero(near & (ground.act == ground.acts.index(act)))
                before = count_part(ground, at, self.states, _of(self.edges, near))
                after = count_part(ground, at, states, _of(edges, near))
                acts[act] = acts[act].swapped(before, after, states)
                figures[act] = acts[act].figure(ground, self.evidence)
        kept = tuple(figures[each.act] for each in self.tally.figures)
        tally = replace(self.tally, figures=kept)
        return replace(self, states=states, edges=edges, acts=acts, tally=tally)

    def _edges_after(self, touched: Ints, states: Ints) -> Edges:
        """Give the pairs after a change to some incidents."""
        fixed = np.zeros(len(self.ground.columns.incidents), np.bool_)
        fixed[touched] = True
        one, other = self.edges
        kept = ~(fixed[one] | fixed[other])
        fresh = [self.ground.edges_of(at, states) for at in touched.tolist()]
        return (
            np.concatenate((one[kept], *(pair[0] for pair in fresh))),
            np.concatenate((other[kept], *(pair[1] for pair in fresh))),
        )


def _count_act(act: Act, ground: Ground, states: Ints, edges: Edges) -> ActCount:
    known = ground.acts.index(act) if act in ground.acts else -1
    at = np.flatnonzero(ground.act == known)
    return ActCount.of(act, ground, count_part(ground, at, states, edges), states)


def _totals(
    ground: Ground, evidence: Evidence
) -> tuple[tuple[AggregateStatement, ...], tuple[Series, ...]]:
    totals = ground.totals.values()
    aggregates = state_aggregates(ground.scope, evidence, ground.book, totals)
    return aggregates, grow_series(aggregates, evidence)


def _hang_together(touched: Ints, ground: Ground, edges: tuple[Edges, ...]) -> Bools:
    """Mark everything that a chain of pairs or of persons ties to some incidents."""
    near = np.zeros(len(ground.columns.incidents), np.bool_)
    near[touched] = True
    pairs = (*edges, ground.shared.pairs())
    one = np.concatenate([pair[0] for pair in pairs])
    other = np.concatenate([pair[1] for pair in pairs])
    reached = 0
    while reached != (reached := int(near.sum())):
        hit = near[one] | near[other]
        near[one[hit]] = True
        near[other[hit]] = True
    return near


def _of(edges: Edges, near: Bools) -> Edges:
    kept = near[edges[0]] & near[edges[1]]
    return edges[0][kept], edges[1][kept]
