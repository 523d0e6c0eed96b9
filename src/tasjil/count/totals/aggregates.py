"""Totals that others stated: listed beside the tally, added to nothing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from tasjil.count.evidence import Evidence
from tasjil.count.names import slug
from tasjil.count.placebook import PlaceBook
from tasjil.count.scope import Inside, in_area, in_period
from tasjil.count.totals.basis import basis_of
from tasjil.model.claim import Claim
from tasjil.model.ids import FigureId, IncidentId, PlaceId, ReportId
from tasjil.model.judgement import LEFT_OUT
from tasjil.model.persons import Status
from tasjil.model.reach import NOT_TOLD_AS_DONE
from tasjil.model.same_figure import may_be_one_thing, stated_number
from tasjil.model.scope import Scope
from tasjil.model.tally import AggregateStatement, Origin

NOBODY = Origin("unnamed:unknown", "unknown")


@dataclass(slots=True, eq=False)
class _Statement:
    """One total as one first teller stated it, with everyone who passed it on."""

    head: Claim
    origin: Origin
    claims: list[Claim] = field(default_factory=list)


def state_aggregates(
    scope: Scope,
    evidence: Evidence,
    book: PlaceBook,
    totals: Iterable[Claim] | None = None,
) -> tuple[AggregateStatement, ...]:
    """List every total once, however many pass it on.

    Claims are one statement where first teller, act and number are the same and
    nothing in period, area or status forbids it. Totals without a number, and those
    that lie wholly outside the scope, are left to their reports.

    Args:
        scope: What the case counts.
        evidence: The claims, and who told them first.
        book: What is known of places.
        totals: The claims that are totals, where they are known.

    Returns:
        Statements by first publication, then id.
    """
    known = evidence.totals().values() if totals is None else totals
    found = _statements(_totals(known, scope, evidence, book))
    wholes = _whole_of_each(found)
    stated = [
        replace(_written(each, evidence), part_of=wholes.get(_name(each)))
        for each in found
    ]
    return tuple(sorted(stated, key=lambda each: (each.published or "~", each.id)))


def _whole_of_each(statements: list[_Statement]) -> dict[FigureId, FigureId]:
    """Find which total each part belongs to; a part may have parts of its own.

    What one telling has as a whole is a part of nothing.
    """
    groups: dict[tuple[ReportId, str], FigureId] = {}
    for statement in statements:
        for claim in statement.claims:
            groups.setdefault((claim.report, claim.group), _name(statement))
    found: dict[FigureId, FigureId] = {}
    for statement in statements:
        name = _name(statement)
        if all(claim.part_of is not None for claim in statement.claims):
            above = [groups.get((c.report, c.part_of or "")) for c in statement.claims]
            wholes = (each for each in above if each is not None)
            whole = next(
                (each for each in wholes if not _leads_to(each, name, found)), None
            )
            if whole is not None:
                found[name] = whole
    return found


def _leads_to(start: FigureId, end: FigureId, wholes: dict[FigureId, FigureId]) -> bool:
    """Tell whether a total lies in another by what is known, or is that one itself."""
    each: FigureId | None = start
    while each is not None and each != end:
        each = wholes.get(each)
    return each is not None


Totals = list[tuple[Claim, Origin]]


def _totals(
    totals: Iterable[Claim], scope: Scope, evidence: Evidence, book: PlaceBook
) -> Totals:
    """Give the totals in the order of publication, each with its first teller."""
    kept = [
        (claim, evidence.origins.get(claim.id, NOBODY))
        for claim in totals
        if _is_listed(claim, scope, evidence, book)
    ]
    return sorted(
        kept, key=lambda pair: (published(pair[0], evidence) or "~", pair[0].id)
    )


def _is_listed(claim: Claim, scope: Scope, evidence: Evidence, book: PlaceBook) -> bool:
    return (
        claim.act in scope.acts
        and claim.quantity.known
        and not _was_before(claim)
        and claim.stance not in NOT_TOLD_AS_DONE
        and evidence.state(claim.id) not in LEFT_OUT
        and in_period(claim.when.edtf, scope) is not Inside.NO
        and _touches_area(claim, scope, book)
    )


def _was_before(claim: Claim) -> bool:
    """Leave out the 365 of "rose from 365 to 402": no total, and of no time of its own.

    Where an earlier report stated it, it stands there with its day.
    """
    return claim.background and claim.when.edtf is None


def _touches_area(claim: Claim, scope: Scope, book: PlaceBook) -> bool:
    """Keep a total unless every place it names lies outside."""
    return not claim.where or any(
        in_area(where.place, where.within, scope, book) is not Inside.NO
        for where in claim.where
    )


def _statements(totals: Totals) -> list[_Statement]:
    found: dict[tuple[object, ...], list[_Statement]] = defaultdict(list)
    for claim, origin in totals:
        same = found[origin.key, claim.act, stated_number(claim.quantity)]
        for statement in same:
            if may_be_one_thing(statement.head, claim):
                statement.claims.append(claim)
                break
        else:
            same.append(_Statement(claim, origin, [claim]))
    return [each for same in found.values() for each in same]


def _written(statement: _Statement, evidence: Evidence) -> AggregateStatement:
    head, origin, claims = statement.head, statement.origin, statement.claims
    timed = next((each for each in claims if each.when.edtf), head)
    placed = next((each for each in claims if each.where), head)
    status = next((each for each in claims if _status(each)), head)
    blamed = next((each for each in claims if each.perpetrator.text), head)
    return AggregateStatement(
        id=_name(statement),
        act=head.act,
        low=head.quantity.low,
        high=head.quantity.high,
        first_teller=origin.name,
        teller_key=origin.key,
        basis=basis_of(claims),
        published=published(head, evidence),
        edtf=timed.when.edtf,
        where=tuple(dict.fromkeys(each.name or each.text for each in placed.where)),
        status=str(status.victims.status),
        relayed_by=_relays(claims, origin, evidence),
        claims=tuple(sorted(each.id for each in claims)),
        figure_text=head.quantity.text,
        perpetrator=blamed.perpetrator.text,
        covers=_covers(claims, evidence),
    )


def _covers(claims: Iterable[Claim], evidence: Evidence) -> tuple[IncidentId, ...]:
    """Give the incidents it is told over; each who passes it on may say some."""
    over = (evidence.part_totals.get(claim.id) for claim in claims)
    return tuple(sorted({one for each in over if each for one in each.covers}))


def _status(claim: Claim) -> bool:
    return claim.victims.status is not Status.UNKNOWN


def _relays(
    claims: Iterable[Claim], origin: Origin, evidence: Evidence
) -> tuple[str, ...]:
    """Give everyone between the first teller and the reader, in order of time."""
    names: dict[str, None] = {}
    for claim in claims:
        own = evidence.origins.get(claim.id, NOBODY)
        for name in own.chain[1:]:
            names[name] = None
    return tuple(name for name in names if name != origin.name)


def _name(statement: _Statement) -> FigureId:
    """Name a statement by what it says, so that one more relay changes no name."""
    head = statement.head
    number = stated_number(head.quantity)
    places = sorted(PlaceId(each.place or each.text) for each in head.where)
    told = (
        statement.origin.key,
        str(head.act),
        str(number),
        head.when.edtf or "",
        str(head.victims.status),
        *places,
        head.passage.quote,
    )
    digest = sha256("|".join(told).encode()).hexdigest()[:8]
    shown = "unknown" if number is None else str(number)
    teller = slug(statement.origin.key.rpartition(":")[2])[:30]
    return FigureId(f"aggregate/{teller}-{shown}-{digest}")


def published(claim: Claim, evidence: Evidence) -> str | None:
    """Give the date the claim's report was published; None where unknown."""
    report = evidence.reports.get(claim.report)
    return None if report is None else report.published
