"""Counts what a case's register holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tasjil.assess.independence import origins
from tasjil.assess.standing import settle
from tasjil.count.evidence import Evidence
from tasjil.count.tally import tally
from tasjil.journey.case import Case
from tasjil.journey.claims.following import (
    NOBODY_CORRECTED,
    Following,
    following,
)
from tasjil.journey.opening import Key, open_register
from tasjil.link.incidents.part_totals import part_totals
from tasjil.link.incidents.proposing import propose_incidents
from tasjil.link.victims import CERTAIN, NOT_LINKED, Linkage, find_victims
from tasjil.model.assessment import Assessment
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.incident import Incident
from tasjil.model.json import to_json
from tasjil.model.judgement import LEFT_OUT, REPLACED, ClaimState, Judgement
from tasjil.model.report import Report
from tasjil.model.tally import Origin, Tally
from tasjil.register.deeds import Deed
from tasjil.register.persons import KeptPerson
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class Counted:
    """A tally, and everything it rests on.

    Attributes:
        withheld: Reports whose words may not leave the house; see `protect`.
        own_records: Only what whoever asked captured is counted; no figure of the case.
        goes: Which claims were corrected, and what stands in the place of each.
    """

    tally: Tally
    incidents: tuple[Incident, ...]
    evidence: Evidence
    withheld: frozenset[ReportId] = frozenset()
    own_records: bool = False
    goes: Following = NOBODY_CORRECTED

    @property
    def reports(self) -> Mapping[ReportId, Report]:
        """The reports it rests on, by id."""
        return self.evidence.reports


def count_case(case: Case, key: Key, to: Deed = Deed.LOOK_AT_COUNTS) -> Counted:
    """Count what the register holds now.

    Args:
        case: The case.
        key: What opens its register.
        to: What it is counted for: figures alone, or the claims behind them as well.

    Raises:
        NoRegister: The case has not been built yet.
        CannotUnlock: The key does not open its register.
        NotAllowed: Whoever opened it may not look.
    """
    with open_register(case, key) as register:
        return count_register(case, register, to)


def count_register(
    case: Case, register: Register, to: Deed = Deed.LOOK_AT_REPORTS
) -> Counted:
    """Count what an open register holds now."""
    return count_held(case, held_by(register, to))


@dataclass(frozen=True, slots=True)
class Held:
    """What a count rests on, as it was read from the register once.

    Attributes:
        assessments: What people found, each with the number of its entry.
        judgements: What people said about two claims or two victims, oldest first.
        linked: Which records linking holds to be one person.
        withheld: Reports whose words may not leave the house.
        own_records: It holds only what whoever asked captured.
        goes: Where what rests on a corrected claim went: those are not among `claims`.
        origins: First tellers, where they are known already; None to find them.
        dates: When each report was published, where the reports are not here; None to
            read it from them.
    """

    claims: Mapping[ClaimId, Claim]
    states: Mapping[ClaimId, ClaimState]
    reports: Mapping[ReportId, Report]
    assessments: tuple[tuple[int, Assessment], ...] = ()
    judgements: tuple[Judgement, ...] = ()
    linked: Linkage = NOT_LINKED
    withheld: frozenset[ReportId] = frozenset()
    own_records: bool = False
    goes: Following = NOBODY_CORRECTED
    origins: Mapping[ClaimId, Origin] | None = None
    dates: Mapping[ReportId, str | None] | None = None

    @property
    def published(self) -> Mapping[ReportId, str | None]:
        """When each report was published."""
        if self.dates is not None:
            return self.dates
        return {report.id: report.published for report in self.reports.values()}

    def first_tellers(self, case: Case) -> Mapping[ClaimId, Origin]:
        """Give the first teller of each claim."""
        if self.origins is not None:
            return self.origins
        return origins(self.claims.values(), self.reports, case.sources)


def held_by(register: Register, to: Deed) -> Held:
    """Read everything that a count rests on."""
    claims: dict[ClaimId, Claim] = {}
    states: dict[ClaimId, ClaimState] = {}
    for claim, state in register.claims(to=to):
        claims[claim.id] = claim
        states[claim.id] = state
    goes = following(claims, states, register.made_by_people(to))
    return Held(
        {id: claims[id] for id in claims if states[id] not in REPLACED},
        states,
        {report.id: report for report in register.reports(to=to)},
        tuple((seq, goes.assessment(told)) for seq, told in register.assessments(to)),
        tuple(goes.words(register.link_judgements(to=to))),
        linkage_of(register.persons(to), goes),
        register.box.withheld(),
        register.me.own_records,
        goes,
    )


def linkage_of(
    persons: Iterable[KeptPerson], goes: Following = NOBODY_CORRECTED
) -> Linkage:
    """Give who is one person as far as victims go by it: what is doubtful is not."""
    kept = tuple(persons)
    return Linkage(
        goes.persons({each.record: each.person for each in kept}),
        frozenset(
            each.person
            for each in kept
            if each.doubtful or each.certainty < CERTAIN * 1_000
        ),
    )


def incidents_of(case: Case, held: Held) -> tuple[Incident, ...]:
    """Put claims into incidents."""
    return _incidents(held, held.first_tellers(case))


def _incidents(held: Held, told: Mapping[ClaimId, Origin]) -> tuple[Incident, ...]:
    return tuple(
        propose_incidents(
            held.claims.values(),
            held.states,
            told,
            held.judgements,
            held.published,
            held.goes.called,
        )
    )


def count_held(case: Case, held: Held) -> Counted:
    """Put claims into incidents, find the first tellers, and count.

    Nothing is read and nothing is kept: the same may be counted in other ways.
    """
    claims, states, reports = held.claims, held.states, held.reports
    told = held.first_tellers(case)
    said = held.judgements
    incidents = _incidents(held, told)
    victims = find_victims(claims, incidents, said, held.published, held.linked)
    over_several = part_totals(claims.values(), incidents, states)
    evidence = Evidence(
        claims,
        reports,
        states,
        told,
        victims=victims,
        standings=settle(held.assessments, incidents, victims, _left_out(states)),
        part_totals={each.claim: each for each in over_several},
    )
    places = {place.id: place for place in case.places}
    counted = tally(case.scope, case.codebook, incidents, evidence, places)
    return Counted(
        counted, incidents, evidence, held.withheld, held.own_records, held.goes
    )


def _left_out(states: Mapping[ClaimId, ClaimState]) -> frozenset[ClaimId]:
    return frozenset(claim for claim, state in states.items() if state in LEFT_OUT)


def tally_json(case: Case, counted: Counted) -> dict[str, Any]:
    """Put a tally into the form of DESIGN §8."""
    plain: dict[str, Any] = to_json(counted.tally)
    own = {"own_records": True} if counted.own_records else {}
    return {"case": case.id, "scope": to_json(case.scope), **plain, **own}
