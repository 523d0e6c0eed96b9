"""Every total as a bound: at least so many in these cells, or no more than so many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.parties import Doer
from tasjil.count.reconcile.reach import Reach, inner_reach, outer_reach
from tasjil.count.reconcile.scopes import Total
from tasjil.model.ids import ClaimId, FigureId, PlaceId
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.reconciliation import BoundKind
from tasjil.model.tally import Basis

LEVELS = (Basis.VERIFIED, Basis.DOCUMENTED, Basis.REPORTED)
"""From the firmest down; an estimate bounds nothing."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What must hold if a statement is true.

    Attributes:
        floor: No fewer people than this in `outer`; None where it says nothing.
        ceiling: No more people than this in `inner`; None where it says nothing.
        claims: The claim that stands for it; several for a sum of incidents.
        accepted: A person accepted a telling of it.
        members: For a sum of incidents, the floor and the claims of each.
        twice: How many people may be in two of the members.
    """

    claims: tuple[ClaimId, ...]
    outer: Reach
    floor: int | None = None
    inner: Reach | None = None
    ceiling: int | None = None
    basis: Basis = Basis.REPORTED
    accepted: bool = False
    statement: FigureId | None = None
    members: tuple[tuple[int, tuple[ClaimId, ...]], ...] = ()
    twice: int = 0

    def of_the_largest(self, many: int) -> "Bound":
        """Give the same sum over so many of its incidents, the largest first."""
        kept = sorted(self.members, key=lambda each: (-each[0], each[1]))[:many]
        claims = {claim for _, own in kept for claim in own}
        floor = max(0, sum(floor for floor, _ in kept) - self.twice)
        return replace(
            self, claims=tuple(sorted(claims)), floor=floor, members=tuple(kept)
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What turns totals into bounds.

    Attributes:
        regions: Regions without a border in the case's own scope.
        doers: Parties that are certainly not some other party.
    """

    regions: frozenset[PlaceId]
    doers: frozenset[Doer]


def bounds_of(
    totals: Iterable[Total], evidence: Evidence, known: Known
) -> tuple[list[Bound], list[str]]:
    """Turn totals into bounds; those that later ones stand for, and guesses, are none.

    Returns:
        The bounds in an order that does not depend on that of the totals; and notes on
        those left out.
    """
    kept = sorted(totals, key=lambda each: each.statement.id)
    slipped, notes = _parts_above_their_whole(kept)
    found = []
    for total in kept:
        if total.stated.superseded_by is None and total.statement.id not in slipped:
            bound = _bound(total, evidence, known)
            if bound.floor or bound.ceiling is not None:
                found.append(bound)
    return found, notes


def _bound(total: Total, evidence: Evidence, known: Known) -> Bound:
    doer = _doer(total)
    certain = doer if doer in known.doers else None
    says = total.stated.bound
    floors = says in (BoundKind.FLOOR, BoundKind.EXACT)
    inner = None
    if says in (BoundKind.EXACT, BoundKind.CEILING) and (doer is None or certain):
        inner = _inner(total, certain)
    states = (evidence.state(claim) for claim in total.statement.claims)
    return Bound(
        claims=(total.stated.claim,),
        outer=outer_reach(
            total.area, total.period, total.statuses, certain, known.regions
        ),
        floor=total.statement.low if floors else None,
        inner=inner,
        ceiling=total.statement.high if inner is not None else None,
        basis=total.statement.basis,
        accepted=ClaimState.ACCEPTED in states,
        statement=total.statement.id,
    )


def _inner(total: Total, doer: Doer | None) -> Reach | None:
    """Give what it certainly covers: of one status that is told, or of everybody."""
    one = total.status is Status.UNKNOWN or len(total.statuses) == 1
    if not one:
        return None
    return inner_reach(total.area, total.period, total.statuses, doer)


def _doer(total: Total) -> Doer | None:
    if total.party is None:
        return None
    return total.statement.teller_key, total.party


def parties_beyond(pairs: Iterable[tuple[Doer, Doer]]) -> frozenset[Doer]:
    """Give every party of the pairs."""
    return frozenset(doer for pair in pairs for doer in pair)


def _parts_above_their_whole(
    totals: Sequence[Total],
) -> tuple[set[FigureId], list[str]]:
    """Find parts that add up to more than their whole: then only the whole binds."""
    by_id = {each.statement.id: each for each in totals}
    left: set[FigureId] = set()
    notes = []
    for whole in totals:
        most = whole.statement.high
        parts = [by_id[part] for part in whole.parts if part in by_id]
        if most is None or not parts or least_of(parts) <= most:
            continue
        left |= {part.statement.id for part in parts}
        notes.append(
            f"the parts of {whole.statement.first_teller}'s {most:,} are more than "
            f"their whole: only the whole bounds the range"
        )
    return left, notes


def least_of(parts: Iterable[Total]) -> int:
    """Give the fewest people that parts of one whole can be together.

    Parts of one breakdown are different people: by status, or by place. Women and
    children are among them and add nothing.
    """
    by_status: dict[object, int] = {}
    by_place: dict[object, int] = {}
    largest = 0
    for part in parts:
        low = part.statement.low or 0
        largest = max(largest, low)
        if part.sex is not Sex.UNKNOWN or part.age_group is not AgeGroup.UNKNOWN:
            continue
        if len(part.statuses) == 1:
            key: object = part.status
            by_status[key] = max(by_status.get(key, 0), low)
        if len(part.area.told) == 1 and not part.area.blurred:
            key = part.area.told
            by_place[key] = max(by_place.get(key, 0), low)
    return max(largest, sum(by_status.values()), sum(by_place.values()))


def firm(bounds: Iterable[Bound], basis: Basis) -> list[Bound]:
    """Keep the bounds of this basis or a firmer one."""
    allowed = LEVELS[: LEVELS.index(basis) + 1]
    return [each for each in bounds if each.basis in allowed]
