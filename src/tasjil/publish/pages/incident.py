"""An incident: who says what about it, side by side, and what nobody says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.acts import PerpetratorStance
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import Status
from tasjil.model.quantity import CountRange
from tasjil.model.tally import IncidentCount, Origin
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.edition import UNNAMED_KINDS, Edition
from tasjil.publish.page import Page
from tasjil.publish.phrases import number
from tasjil.publish.rows import ClaimRow, Measure, claim_row, treatment_words
from tasjil.publish.standins import WITHHELD


@dataclass(frozen=True, slots=True)
class Teller:
    """One first teller: what it says, and who passed it on."""

    name: Markup
    href: str | None
    kind: Markup
    figure: Markup
    bar: Markup
    because: Markup | None
    claims: tuple[ClaimRow, ...]
    relays: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """What an incident's page shows."""

    figure: Markup | None
    measures: tuple[Measure, ...]
    bar: Markup
    accepted: Markup | None
    treatment: Markup | None
    figure_href: str | None
    place: Markup
    place_detail: Markup
    date: Markup
    tellers: tuple[Teller, ...]
    floor_from: tuple[ClaimRow, ...]
    ceiling_from: tuple[ClaimRow, ...]
    missing: tuple[Markup, ...]
    reasons: tuple[Markup, ...]
    settled: bool


def pages(edition: Edition, incident_id: IncidentId) -> Iterator[Page]:
    """Make an incident's page in one language."""
    incident = edition.index.incidents[incident_id]
    title = edition.incident_title(incident)
    path = edition.to_incident(incident.id)
    yield Page(path, "incident.html", title, "incidents", _context(edition, incident))


def _context(edition: Edition, incident: Incident) -> IncidentPage:
    index = edition.index
    count = index.counts.get(incident.id)
    claims = edition.claims(incident.claims)
    standing = [claim for claim in claims if not index.is_rejected(claim.id)]
    figure = index.figure_of.get(incident.id)
    return IncidentPage(
        figure=edition.count_range(count.floor, count.ceiling) if count else None,
        measures=tuple(_measures(edition, count)) if count else (),
        bar=_bar(count, claims),
        accepted=_accepted(edition, count),
        treatment=treatment_words(edition, count),
        figure_href=edition.to_figure(figure.id) if figure else None,
        place=edition.incident_place(incident),
        place_detail=edition.listed(edition.place(p) for p in incident.within),
        date=edition.date(incident.edtf),
        tellers=tuple(_tellers(edition, claims)),
        floor_from=_rows(edition, count.floor_claims if count else ()),
        ceiling_from=_rows(edition, count.ceiling_claims if count else ()),
        missing=tuple(_missing(edition, incident, standing)),
        reasons=tuple(edition.explained(each) for each in incident.reasons),
        settled=incident.settled,
    )


def _measures(edition: Edition, count: IncidentCount) -> Iterator[Measure]:
    """Label the four numbers of one incident, so that none is taken for another."""
    verified, reported = count.verified, count.reported
    ceiling = edition.say("range.none_told")
    if count.ceiling is not None:
        ceiling = Markup(number(count.ceiling))
    values = {
        "verified": edition.range(verified.low, verified.high),
        "floor": Markup(number(count.floor)),
        "ceiling": ceiling,
        "reported": edition.range(reported.low, reported.high),
    }
    for kind, value in values.items():
        name = edition.say(f"measure.{kind}.name")
        yield Measure(kind, name, value, edition.say(f"incident.{kind}_meaning"))


def _rows(edition: Edition, ids: Iterable[ClaimId]) -> tuple[ClaimRow, ...]:
    return tuple(claim_row(edition, claim) for claim in edition.claims(ids))


def _bar(count: IncidentCount | None, claims: list[Claim]) -> Markup:
    if count is None:
        return Markup("")
    most = _most(claims, count)
    return range_bar(count.floor, count.ceiling, most, count.verified.low)


def _most(claims: Iterable[Claim], count: IncidentCount | None = None) -> int:
    """Find the highest number told, so that all bars of the page share a scale."""
    told_of = [claim.quantity.highest_stated or 0 for claim in claims]
    if count is not None:
        told_of.append(count.ceiling or count.floor)
    return max(told_of, default=0)


def _accepted(edition: Edition, count: IncidentCount | None) -> Markup | None:
    """Say the same over accepted claims alone; None where there are none."""
    accepted: CountRange | None = count.accepted if count else None
    return edition.range(accepted.low, accepted.high) if accepted else None


def _tellers(edition: Edition, claims: list[Claim]) -> Iterator[Teller]:
    """Put claims under their first teller; those passed on stand under the same."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        origin = edition.index.origin(claim.id)
        grouped.setdefault(origin.key if origin else claim.report, []).append(claim)
    most = _most(claims)
    for found in grouped.values():
        yield _teller(edition, found, most)


def _teller(edition: Edition, claims: list[Claim], most: int) -> Teller:
    origin = edition.index.origin(claims[0].id)
    standing = [claim for claim in claims if not edition.index.is_rejected(claim.id)]
    low, high = _span(standing)
    held = origin is not None and origin.key == WITHHELD.key
    unnamed = origin is None or held or origin.kind in UNNAMED_KINDS
    return Teller(
        name=edition.teller(origin),
        href=edition.to_teller(origin),
        kind=Markup("") if unnamed or origin is None else edition.word(origin.kind),
        figure=edition.range(low, high)
        if standing
        else edition.word(ClaimState.REJECTED),
        bar=range_bar(low, high, most),
        because=_because(edition, origin),
        claims=tuple(claim_row(edition, claim) for claim in claims),
        relays=_relays(edition, claims),
    )


def _because(edition: Edition, origin: Origin | None) -> Markup | None:
    """Say why this is the first teller; of a witness, nothing is repeated."""
    if origin is None or origin.kind in UNNAMED_KINDS or not origin.because:
        return None
    return edition.explained(origin.because)


def _span(claims: Iterable[Claim]) -> tuple[int | None, int | None]:
    """Give the lowest and highest number a teller told; parts of a group left out."""
    whole = [c.quantity for c in claims if c.part_of is None and c.quantity.known]
    lows = [q.low for q in whole if q.low is not None]
    if not whole:
        return None, None
    is_open = any(q.high is None for q in whole)
    highs = [q.high for q in whole if q.high is not None]
    return min(lows, default=None), None if is_open else max(highs)


def _relays(edition: Edition, claims: list[Claim]) -> tuple[Markup, ...]:
    """Name the publishers that passed on what somebody else told."""
    index = edition.index
    origin = index.origin(claims[0].id)
    names: dict[Markup, None] = {}
    for claim in claims:
        publisher = index.cards[claim.report].publisher
        source = index.source_named(publisher)
        own = origin is not None and source is not None and source == origin.source
        if publisher and not own:
            names[edition.source_named(publisher)] = None
    return tuple(names)


def _missing(
    edition: Edition, incident: Incident, claims: list[Claim]
) -> Iterator[Markup]:
    """Say in words what nobody tells about an incident."""
    say, index = edition.say, edition.index
    if any(claim.report in index.view.withheld for claim in claims):
        # What is withheld may tell any of the things below: unknown is another fact.
        yield say("missing.withheld")
        return
    origins = {o.key for c in claims if (o := index.origin(c.id)) is not None}
    stances = {claim.perpetrator.stance for claim in claims}
    lacks = {
        "date": incident.edtf is None,
        "place": incident.place is None and incident.place_text is None,
        "second_teller": len(origins) < 2,
        "number": not any(claim.quantity.known for claim in claims),
        "perpetrator": stances <= {PerpetratorStance.UNKNOWN},
        "names": not any(claim.victims.names for claim in claims),
        "status": all(c.victims.status is Status.UNKNOWN for c in claims),
        "cause": all(claim.cause.value == "unknown" for claim in claims),
        "person": not incident.settled,
    }
    for key, is_missing in lacks.items():
        if is_missing:
            yield say(f"missing.{key}")
