"""Holds all totals of a case against each other, and may leave a source out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from tasjil.count.reconcile.door import reconcile
from tasjil.count.tally import tally
from tasjil.errors import NoSuchFigure
from tasjil.journey.case import Case
from tasjil.journey.count import Counted, count_case
from tasjil.journey.named_sources import SourcesOfCase
from tasjil.journey.opening import Key
from tasjil.journey.protect import shown_to_all
from tasjil.model.ids import ClaimId
from tasjil.model.json import to_json
from tasjil.model.reconciliation import Reconciliation
from tasjil.model.tally import AggregateStatement


@dataclass(frozen=True, slots=True)
class Reconciled:
    """All totals held against each other, and the count they stand beside."""

    found: Reconciliation
    counted: Counted


def reconcile_case(
    case: Case,
    key: Key,
    without: str | None = None,
    between: tuple[str, str] | None = None,
) -> Reconciled:
    """Reconcile what the register holds now; withheld words are left out.

    Args:
        case: The case.
        key: What opens its register.
        without: A source, by id or name, as if it had never told anything.
        between: Two totals, by their ids or a claim's: only their difference.

    Raises:
        NoRegister: The case has not been built yet.
        NotAllowed: Whoever opened it may not look.
        NoSuchSource: Nobody of that id or name told anything.
        NoSuchFigure: One of the two is no total.
    """
    counted = shown_to_all(case, count_case(case, key)).counted
    if without is not None:
        counted = _without(case, counted, without)
    pairs = None
    if between is not None:
        pairs = [(claim_of(counted, between[0]), claim_of(counted, between[1]))]
    return Reconciled(reconcile_counted(case, counted, pairs), counted)


def reconcile_counted(
    case: Case,
    counted: Counted,
    pairs: list[tuple[ClaimId, ClaimId]] | None = None,
) -> Reconciliation:
    """Reconcile a count that is already there.

    Args:
        case: The case, for its scope, places and sources.
        counted: The count; what is withheld stays so where it was shown to all.
        pairs: Totals to explain the difference of; those that matter where left out.
    """
    places = {place.id: place for place in case.places}
    relays = {source.id: source.relays for source in case.sources}
    return reconcile(case.scope, counted.tally, counted.evidence, places, relays, pairs)


def _without(case: Case, counted: Counted, source: str) -> Counted:
    """Count again without all that one source told first or passed on."""
    evidence = counted.evidence
    told = evidence.origins
    leave = SourcesOfCase.of(case.sources).tells(source, told.values())
    gone = {claim for claim, origin in told.items() if leave(origin)}
    kept = {id: claim for id, claim in evidence.claims.items() if id not in gone}
    less = replace(evidence, claims=kept)
    places = {place.id: place for place in case.places}
    again = tally(case.scope, case.codebook, counted.incidents, less, places)
    return replace(counted, tally=again, evidence=less)


def claim_of(counted: Counted, name: str) -> ClaimId:
    """Find the claim that stands for a total, by the id of the total or of a claim.

    Raises:
        NoSuchFigure: No total has that id.
    """
    for each in counted.tally.aggregates:
        if name in _names(each):
            return each.claims[0]
    raise NoSuchFigure(
        f"expected a total, found {name!r}: `tasjil count CASE --json` lists them "
        "under aggregates; give an id, or the id of one of its claims"
    )


def _names(statement: AggregateStatement) -> Iterable[str]:
    short = statement.id.removeprefix("aggregate/")
    return statement.id, short, *statement.claims


def reconciliation_json(case: Case, reconciled: Reconciled) -> dict[str, Any]:
    """Put a reconciliation into the form of DESIGN §8."""
    plain: dict[str, Any] = to_json(reconciled.found)
    own = {"own_records": True} if reconciled.counted.own_records else {}
    return {"case": case.id, "scope": to_json(case.scope), **plain, **own}
