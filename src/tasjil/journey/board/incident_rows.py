"""Lays out incidents: a line and a sheet each, and which claim stands in which."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from tasjil.journey.board.found import Found, element_sheets, stands
from tasjil.journey.board.rowing import Row, in_short, row_of, sheet
from tasjil.journey.board.sheets import ClaimTold, IncidentBody, Unnamed
from tasjil.journey.progress import Progress
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.quantity import CountRange
from tasjil.model.tally import IncidentCount
from tasjil.register.board import filters
from tasjil.register.store import BoardClaim, BoardIncident, BoardSheet

NOBODY = CountRange(0, 0)
STEP = 500


def incident_rows(
    found: Found, progress: Progress
) -> dict[type[models.Model], list[Row]]:
    """Give the rows of every incident."""
    lines: list[Row] = []
    sheets: list[Row] = []
    claims: list[tuple[str, str]] = []
    for at, incident in enumerate(found.counted.incidents, 1):
        body = _body(found, incident)
        lines.append(_line(found, incident, body))
        sheets.append(sheet(incident.id, body))
        claims += [(claim, incident.id) for claim in incident.claims]
        if at % STEP == 0:
            progress.step(STEP)
    standing: dict[str, str] = dict(claims)
    claims += [
        # A claim that was corrected leads to where the one in its place stands.
        (was, standing[now])
        for was, now in found.goes.claims.items()
        if now in standing and was not in standing
    ]
    return {BoardIncident: lines, BoardSheet: sheets, BoardClaim: [*claims]}


def _body(found: Found, incident: Incident) -> IncidentBody:
    count = found.counts.get(incident.id)
    stood, gone = found.stood[incident.id], found.open.get(incident.id)
    named = found.named.get(incident.id, ())
    return IncidentBody(
        incident=incident,
        count=count,
        elements=element_sheets(stood.elements),
        grade=stood.grade,
        open=gone if gone is not None and gone.gaps else None,
        claims=tuple(_claims(found, incident, count)),
        totals=found.totals.get(incident.id, ()),
        victims=named,
        unnamed=_unnamed(count, len(named)),
    )


def _claims(
    found: Found, incident: Incident, count: IncidentCount | None
) -> Iterator[ClaimTold]:
    evidence = found.counted.evidence
    floor = frozenset(() if count is None else count.floor_claims)
    ceiling = frozenset(() if count is None else count.ceiling_claims)
    for id in incident.claims:
        yield ClaimTold(
            id,
            evidence.claims[id].report,
            evidence.origins.get(id),
            id in floor,
            id in ceiling,
        )


def _unnamed(count: IncidentCount | None, named: int) -> Unnamed | None:
    """Give the places that no name fills."""
    if count is None:
        return None
    most = None if count.ceiling is None else max(0, count.ceiling - named)
    return Unnamed(max(0, count.floor - named), most)


def _line(found: Found, incident: Incident, body: IncidentBody) -> Row:
    evidence, count = found.counted.evidence, body.count
    standing = evidence.counted(incident)
    told = {evidence.origins[each.id].key for each in standing}
    first, last = filters.days(incident.edtf)
    verified = NOBODY if count is None else count.verified
    waiting = [e for e in standing if evidence.state(e.id) is ClaimState.PROPOSED]
    missing: dict[str, Any] = {"gaps": 0, "moves": 0}
    if body.open is not None:
        bits = {filters.gap_bit(gap.part, gap.kind) for gap in body.open.gaps}
        missing = {"gaps": sum(bits), "moves": body.open.moves}
    return row_of(
        BoardIncident,
        id=incident.id,
        act=incident.act,
        edtf=incident.edtf,
        first=first,
        last=last,
        place=incident.place,
        place_text=incident.place_text,
        places=filters.placed(found.places(incident.place, incident.within)),
        counted=count is not None,
        settled=incident.settled,
        floor=0 if count is None else count.floor,
        ceiling=None if count is None else count.ceiling,
        verified_low=verified.low,
        verified_high=verified.high,
        claims=len(standing),
        tellers=len(told),
        unjudged=len(waiting),
        named=len(body.victims),
        standing=in_short(stands(found.stood[incident.id].elements)),
        **missing,
    )
