"""The tally of a case: a figure for every act, and what others stated beside it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tasjil.count.aggregates import state_aggregates
from tasjil.count.algebra import summed_ceiling
from tasjil.count.breakdown import Counted, breakdown
from tasjil.count.candidate import Candidate
from tasjil.count.distinct import certainly_distinct
from tasjil.count.evidence import Evidence
from tasjil.count.incident import count_incident
from tasjil.count.names import figure_id
from tasjil.count.notes import LeftOut, figure_notes
from tasjil.count.over_several import told_in_all
from tasjil.count.placebook import PlaceBook
from tasjil.count.scope import Inside, why_outside
from tasjil.count.series import grow_series
from tasjil.count.treatment import Treatment, treat
from tasjil.model.acts import Act
from tasjil.model.ids import IncidentId, PlaceId
from tasjil.model.incident import Incident
from tasjil.model.places import Place
from tasjil.model.quantity import CountRange
from tasjil.model.scope import Codebook, Scope
from tasjil.model.tally import Figure, IncidentCount, Tally


def tally(
    scope: Scope,
    codebook: Codebook,
    incidents: Iterable[Incident],
    evidence: Evidence,
    places: Mapping[PlaceId, Place] | None = None,
) -> Tally:
    """Count every act of the scope, and list the totals that others stated.

    Args:
        scope: What the case counts.
        codebook: What to do where sources disagree.
        incidents: As `link` proposes them, or as people settled them.
        evidence: The claims behind them and behind the totals.
        places: The case's own places; what claims say of others is known anyway.

    Returns:
        One figure for each act of the scope, also where nothing was told of it.
    """
    book = PlaceBook.of(evidence.claims.values(), places or {})
    by_act: dict[Act, list[Incident]] = defaultdict(list)
    for incident in incidents:
        by_act[incident.act].append(incident)
    aggregates = state_aggregates(scope, evidence, book)
    return Tally(
        figures=tuple(
            _figure(act, by_act[act], (scope, codebook), evidence, book)
            for act in scope.acts
        ),
        aggregates=aggregates,
        series=grow_series(aggregates, evidence),
    )


def _figure(
    act: Act,
    incidents: list[Incident],
    rules: tuple[Scope, Codebook],
    evidence: Evidence,
    book: PlaceBook,
) -> Figure:
    scope, codebook = rules
    counted: list[Counted] = []
    left_out: LeftOut = defaultdict(list)
    for incident in sorted(incidents, key=lambda each: each.id):
        claims = evidence.counted(incident)
        if not claims:
            left_out["every claim was rejected"].append(incident.id)
            continue
        inside, part = why_outside(incident, claims, scope, book)
        if inside is Inside.NO:
            left_out[f"outside the {part} of the scope"].append(incident.id)
            continue
        count, treatment = treat(count_incident(incident, evidence), codebook)
        if treatment is Treatment.PENDING:
            left_out["pending: its tellers disagree"].append(incident.id)
            continue
        counted.append(_counted(incident, count, inside, evidence, book))
    return _sum(act, counted, left_out, (evidence, book, codebook))


def _counted(
    incident: Incident,
    count: IncidentCount,
    inside: Inside,
    evidence: Evidence,
    book: PlaceBook,
) -> Counted:
    claims = evidence.counted(incident)
    floor = count.floor if inside is Inside.YES else 0
    reports = frozenset(claim.report for claim in claims)
    level = book.level(incident.place)
    candidate = Candidate.of(incident, floor, reports, level)
    return Counted(incident, claims, count, candidate, inside)


def _sum(
    act: Act,
    counted: list[Counted],
    left_out: LeftOut,
    known: tuple[Evidence, PlaceBook, Codebook],
) -> Figure:
    evidence, book, codebook = known
    chosen = certainly_distinct([each.candidate for each in counted])
    counts = tuple(_marked(each, chosen) for each in counted)
    accepted = _accepted(counted)
    return Figure(
        id=figure_id(act),
        act=act,
        verified=CountRange(0, 0),
        floor=sum(each.floor for each in counted if each.incident.id in chosen),
        ceiling=summed_ceiling((each.floor, each.ceiling) for each in counts),
        reported=_reported(counts, chosen),
        accepted=accepted or CountRange(0, 0),
        proposed_only=accepted is None,
        incidents=counts,
        by=dict(breakdown(act, counted, evidence, book)),
        notes=(
            *figure_notes(counted, chosen, left_out, codebook),
            *told_in_all(act, counts, evidence),
        ),
    )


def _marked(each: Counted, chosen: frozenset[IncidentId]) -> IncidentCount:
    """Say of an incident whether it counts for the floor, and why not."""
    if each.inside is Inside.PERHAPS:
        why = "ceiling only: it may lie outside the scope"
    elif each.floor > 0 and each.incident.id not in chosen:
        why = "ceiling only: it may be an incident that another report tells of"
    else:
        return each.count
    return replace(each.count, treatment=why)


def _reported(
    counts: Iterable[IncidentCount], chosen: frozenset[IncidentId]
) -> CountRange:
    """Give the span of what was told, before any judgement or name."""
    kept = list(counts)
    low = sum(each.reported.low for each in kept if each.incident in chosen)
    highs = [each.reported.high for each in kept]
    closed = [high for high in highs if high is not None]
    return CountRange(low, sum(closed) if len(closed) == len(highs) else None)


def _accepted(counted: Iterable[Counted]) -> CountRange | None:
    """Count over accepted claims alone; None where no claim is accepted."""
    kept = [
        (each, each.count.accepted)
        for each in counted
        if each.count.accepted is not None
    ]
    if not kept:
        return None
    floors = {
        each.incident.id: span.low if each.inside is Inside.YES else 0
        for each, span in kept
    }
    chosen = certainly_distinct([each.candidate for each, _ in kept], floors)
    floor = sum(floors[each] for each in chosen)
    return CountRange(floor, summed_ceiling((span.low, span.high) for _, span in kept))
