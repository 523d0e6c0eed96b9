"""What one incident adds to a count: its floor, its ceiling, and who set each."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from tasjil.count.algebra import Told, both, either, fill, told, widest_part
from tasjil.count.evidence import Evidence
from tasjil.count.named import distinct_names
from tasjil.model.acts import Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.incident import Incident
from tasjil.model.quantity import CountRange
from tasjil.model.reach import Nesting
from tasjil.model.tally import IncidentCount

ByReport = dict[ReportId, Told]


def count_incident(incident: Incident, evidence: Evidence) -> IncidentCount:
    """Count one incident over the claims that nobody rejected.

    Floor: the larger of the lowest figure and the people certainly named. Ceiling: the
    highest figure stated. An incident without any number has no ceiling, and no floor
    but its names.
    """
    claims = evidence.counted(incident)
    figures = figures_by_report(claims, evidence.nesting)
    plain = either(figures.values())
    filled = fill(plain, distinct_names(claims))
    accepted = evidence.accepted(claims)
    return IncidentCount(
        incident=incident.id,
        floor=filled.low or 0,
        ceiling=filled.top,
        reported=CountRange(plain.low or 0, None if plain.is_open else plain.top),
        floor_claims=_that_say(claims, figures, lambda each: each.low == plain.low),
        ceiling_claims=_that_say(claims, figures, lambda each: each.top == plain.top),
        accepted=_accepted(accepted, evidence.nesting) if accepted else None,
    )


def _accepted(claims: list[Claim], nesting: Nesting) -> CountRange:
    figure = either(figures_by_report(claims, nesting).values())
    filled = fill(figure, distinct_names(claims))
    return CountRange(filled.low or 0, filled.top)


def figures_by_report(claims: Iterable[Claim], nesting: Nesting) -> ByReport:
    """Give each report's figure for the incident.

    A report that tells of single people only ("her son") gives no figure for an
    incident that others number as a whole, so it cannot pull the floor down.
    """
    by_report: dict[ReportId, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    figures = {
        report: report_figure(kept, nesting) for report, kept in by_report.items()
    }
    whole = {
        report: figures[report]
        for report, kept in by_report.items()
        if figures[report].known and _numbers_a_whole(kept, nesting)
    }
    known = {report: figure for report, figure in figures.items() if figure.known}
    return whole or known or figures


def _numbers_a_whole(claims: list[Claim], nesting: Nesting) -> bool:
    wholes = [each for each in claims if not nesting.is_part(each)] or claims
    return any(each.level is Level.INCIDENT for each in wholes)


def report_figure(claims: Iterable[Claim], nesting: Nesting) -> Told:
    """Add up the groups of victims that one report tells of; parts add nothing."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[nesting.whole_of(claim)].append(claim)
    return both(_group_figure(group, kept) for group, kept in sorted(groups.items()))


def _group_figure(group: str, claims: list[Claim]) -> Told:
    wholes = [told(each.quantity) for each in claims if each.group == group]
    known = [each for each in wholes if each.known]
    if known:
        return either(known)
    return widest_part(told(each.quantity) for each in claims if each.group != group)


def _that_say(
    claims: list[Claim], figures: ByReport, fits: Callable[[Told], bool]
) -> tuple[ClaimId, ...]:
    """Give the whole claims of the reports whose figure sets an end of the range."""
    return tuple(
        claim.id
        for claim in claims
        if claim.report in figures
        and figures[claim.report].known
        and fits(figures[claim.report])
        and claim.quantity.known
    )
