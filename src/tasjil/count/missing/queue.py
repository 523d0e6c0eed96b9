"""The queue: which incident to settle first, because figures would move most."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest

from tasjil.count.evidence import Evidence
from tasjil.count.missing.gaps import gaps_of, untold_rows
from tasjil.count.missing.sentences import (
    ANOTHER,
    IN_SCOPE,
    NO_CEILING,
    of_kind,
    would_close,
    would_leave,
    would_raise_the_floor,
    would_verify,
)
from tasjil.count.missing.told import Support, Told
from tasjil.model.acts import Act
from tasjil.model.ids import IncidentId
from tasjil.model.incident import Incident
from tasjil.model.missing import CaseGap, Gap, GapKind, Missing, OpenIncident, Part
from tasjil.model.scope import Scope
from tasjil.model.tally import IncidentCount, Tally

CEILING_ONLY = "ceiling only: "
OUTSIDE = CEILING_ONLY + "it may lie outside the scope"


def what_is_missing(
    scope: Scope,
    tally: Tally,
    incidents: Iterable[Incident],
    evidence: Evidence,
    support: Support,
    limit: int | None = None,
) -> Missing:
    """Find what is missing of each counted incident and of the case.

    Work grows with the number of claims. Incidents left out of the count are left out
    here too.

    Args:
        scope: What the case counts; its standard says what is verified.
        tally: The count.
        incidents: The same incidents that were counted.
        evidence: The same claims.
        support: The independent first teller of each claim, by a key of its own. Two
            claims with one key are one voice.
        limit: How many incidents to queue; all of them where None.
    """
    known = {each.id: each for each in incidents}
    found = [
        each
        for figure in tally.figures
        for count in figure.incidents
        if count.incident in known
        for each in [_open(known[count.incident], count, scope, evidence, support)]
    ]
    having = [each for each in found if each.gaps]
    queue = nsmallest(len(having) if limit is None else limit, having, key=_order)
    floors = {c.incident: c.floor for f in tally.figures for c in f.incidents}
    return Missing(
        tuple(queue),
        tuple(_of_the_case(having, floors)),
        len(found),
        len(having) - len(queue),
    )


def _order(each: OpenIncident) -> tuple[int, int, IncidentId]:
    return (-each.moves, -len(each.gaps), each.incident)


def _open(
    incident: Incident,
    count: IncidentCount,
    scope: Scope,
    evidence: Evidence,
    support: Support,
) -> OpenIncident:
    told = Told.of(incident, evidence.counted(incident), evidence.nesting, support)
    found = evidence.standings.incidents.get(incident.id, {})
    gaps = gaps_of(told, count, found, scope.standard)
    verified = max(0, count.floor - count.verified.low)
    closes = None if count.ceiling is None else count.ceiling - count.floor
    floor = count.floor if count.treatment.startswith(CEILING_ONLY) else 0
    would = tuple(_would(count, gaps, verified, floor))
    return OpenIncident(incident.id, incident.act, verified, closes, floor, would, gaps)


def _would(
    count: IncidentCount, gaps: tuple[Gap, ...], verified: int, floor: int
) -> Iterator[str]:
    """Say what settling an incident would move."""
    if verified:
        yield would_verify(verified)
    if count.ceiling is None:
        yield NO_CEILING
    elif count.ceiling > count.floor:
        yield would_close(count.floor, count.ceiling)
    if floor:
        outside = count.treatment == OUTSIDE
        yield would_raise_the_floor(floor, IN_SCOPE if outside else ANOTHER)
    if count.floor:
        for part in untold_rows(gaps):
            yield would_leave(part, count.floor)


def _of_the_case(
    having: Iterable[OpenIncident], floors: Mapping[IncidentId, int]
) -> list[CaseGap]:
    """Add up each gap over one act, those of most people first."""
    incidents: dict[tuple[Act, Part, GapKind], int] = defaultdict(int)
    people: dict[tuple[Act, Part, GapKind], int] = defaultdict(int)
    for each in having:
        for gap in each.gaps:
            key = (each.act, gap.part, gap.kind)
            incidents[key] += 1
            people[key] += floors[each.incident]
    made = [
        CaseGap(act, part, kind, of_kind(part, kind), number, people[act, part, kind])
        for (act, part, kind), number in incidents.items()
    ]
    return sorted(
        made, key=lambda gap: (-gap.people, -gap.incidents, gap.act, gap.part, gap.kind)
    )
