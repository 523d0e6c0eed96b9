"""Counts what a case's register holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tasjil.assess.independence import origins
from tasjil.count.evidence import Evidence
from tasjil.count.tally import tally
from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.link.incidents import propose_incidents
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.incident import Incident
from tasjil.model.json import to_json
from tasjil.model.judgement import ClaimState
from tasjil.model.report import Report
from tasjil.model.tally import Tally
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class Counted:
    """A tally, and everything it rests on.

    Attributes:
        withheld: Reports whose words may not leave the house; see `protect`.
    """

    tally: Tally
    incidents: tuple[Incident, ...]
    evidence: Evidence
    withheld: frozenset[ReportId] = frozenset()

    @property
    def reports(self) -> Mapping[ReportId, Report]:
        """The reports it rests on, by id."""
        return self.evidence.reports


def count_case(case: Case, key: Key) -> Counted:
    """Count what the register holds now.

    Raises:
        NoRegister: The case has not been built yet.
        CannotUnlock: The key does not open its register.
    """
    with open_register(case, key) as register:
        return count_register(case, register)


def count_register(case: Case, register: Register) -> Counted:
    """Put claims into incidents, find the first tellers, and count."""
    claims: dict[ClaimId, Claim] = {}
    states: dict[ClaimId, ClaimState] = {}
    for claim, state in register.claims():
        claims[claim.id] = claim
        states[claim.id] = state
    reports = {report.id: report for report in register.reports()}
    told = origins(claims.values(), reports, case.sources)
    evidence = Evidence(claims, reports, states, told)
    incidents = tuple(propose_incidents(claims.values(), states))
    places = {place.id: place for place in case.places}
    counted = tally(case.scope, case.codebook, incidents, evidence, places)
    return Counted(counted, incidents, evidence, register.box.withheld())


def tally_json(case: Case, counted: Counted) -> dict[str, Any]:
    """Put a tally into the form of DESIGN §8."""
    plain: dict[str, Any] = to_json(counted.tally)
    return {"case": case.id, "scope": to_json(case.scope), **plain}
