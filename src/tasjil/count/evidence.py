"""What a count rests on: the claims, where each stands, and who told it first."""

from collections import ChainMap
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import cast

from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.incident import Incident, PartTotal
from tasjil.model.judgement import LEFT_OUT, ClaimState
from tasjil.model.reach import Nesting
from tasjil.model.report import Report
from tasjil.model.standings import Standings
from tasjil.model.tally import Origin
from tasjil.model.victim import Victim

States = dict[ClaimId, ClaimState]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything told, by id.

    Attributes:
        states: What people decided; a claim without a state is as good as proposed.
        origins: The first teller of each claim.
        victims: Persons, each with the incidents they stand in.
        standings: What people found about incidents and victims, as it stands now.
        part_totals: Over which incidents a total is told, by its claim.
    """

    claims: Mapping[ClaimId, Claim]
    reports: Mapping[ReportId, Report] = field(default_factory=dict)
    states: Mapping[ClaimId, ClaimState] = field(default_factory=dict)
    origins: Mapping[ClaimId, Origin] = field(default_factory=dict)
    victims: tuple[Victim, ...] = ()
    standings: Standings = Standings()
    part_totals: Mapping[ClaimId, PartTotal] = field(default_factory=dict)
    nesting: Nesting = field(init=False)

    def __post_init__(self) -> None:
        """Read once which victims lie inside which."""
        object.__setattr__(self, "nesting", Nesting.of(self.claims.values()))

    def state(self, claim: ClaimId) -> ClaimState:
        """Tell where a claim stands."""
        return self.states.get(claim, ClaimState.PROPOSED)

    def judged(self, claim: ClaimId, state: ClaimState) -> "Evidence":
        """Give the same evidence after a judgement on one claim."""
        fresh = copy(self)
        states = self.states
        # Laid over the others: there may be a million of them.
        over, under = states.maps if isinstance(states, ChainMap) else ({}, states)
        laid = ChainMap({**over, claim: state}, cast("States", under))
        object.__setattr__(fresh, "states", laid)
        return fresh

    def totals(self) -> dict[ClaimId, Claim]:
        """Give the claims that are statements about the tally, not one event."""
        reports = {report for report, _, _ in self.nesting.totals}
        return {
            claim.id: claim
            for claim in self.claims.values()
            if claim.report in reports and self.nesting.is_total(claim)
        }

    def counted(self, incident: Incident) -> list[Claim]:
        """Give the incident's claims that nobody rejected, in order of their ids."""
        return [
            self.claims[claim]
            for claim in sorted(incident.claims)
            if claim in self.claims and self.state(claim) not in LEFT_OUT
        ]

    def accepted(self, claims: list[Claim]) -> list[Claim]:
        """Keep the claims that a person accepted."""
        return [each for each in claims if self.state(each.id) is ClaimState.ACCEPTED]
