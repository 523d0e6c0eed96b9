"""The incidents that are certainly different hold up every total that holds them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.areas import area_of
from tasjil.count.reconcile.bounds import Bound
from tasjil.count.reconcile.grid import Box, Grid
from tasjil.count.reconcile.ground import Ground
from tasjil.count.reconcile.periods import period_of
from tasjil.count.reconcile.reach import Reach, outer_reach
from tasjil.count.reconcile.who import statuses_of
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf, hull
from tasjil.model.ids import ClaimId, PlaceId
from tasjil.model.tally import Figure, IncidentCount

FOR_THE_CEILING = "ceiling only"
"""How the tally marks an incident that is not in the floor."""


class Counting(Enum):
    """Which floor of an incident is taken."""

    TOLD = auto()
    ACCEPTED = auto()
    VERIFIED = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """One incident of the floor: how far it may reach, and the fewest it holds."""

    reach: Reach
    floor: int
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Floors:
    """The incidents in one figure's floor.

    Attributes:
        total: The figure's floor.
        twice: How many people the incidents' own floors count more than once.
    """

    standing: tuple[Standing, ...]
    total: int

    @property
    def twice(self) -> int:
        """How many people may be in two of the incidents."""
        return max(0, sum(each.floor for each in self.standing) - self.total)


def floors_in(
    figure: Figure,
    evidence: Evidence,
    ground: Ground,
    regions: frozenset[PlaceId],
    counting: Counting,
) -> Floors:
    """Read the incidents that make a figure's floor.

    Args:
        figure: The figure.
        evidence: The claims behind it.
        ground: What is known of places.
        regions: Regions without a border in the case's own scope.
        counting: Whether by all claims, by accepted ones, or what is verified.
    """
    found = []
    for each in figure.incidents:
        floor = _floor(each, counting)
        claims = [
            evidence.claims[claim]
            for claim in each.floor_claims
            if claim in evidence.claims
        ]
        in_it = not each.treatment.startswith(FOR_THE_CEILING)
        if in_it and floor and claims:
            reach = _reach(claims, evidence, ground, regions)
            found.append(Standing(reach, floor, each.floor_claims))
    totals = {
        Counting.TOLD: figure.floor,
        Counting.ACCEPTED: figure.accepted.low,
        Counting.VERIFIED: figure.verified.low,
    }
    return Floors(tuple(found), totals[counting])


def _floor(each: IncidentCount, counting: Counting) -> int:
    if counting is Counting.TOLD:
        return each.floor
    if counting is Counting.VERIFIED:
        return each.verified.low
    return 0 if each.accepted is None else each.accepted.low


def _reach(
    claims: list[Claim],
    evidence: Evidence,
    ground: Ground,
    regions: frozenset[PlaceId],
) -> Reach:
    reports = (evidence.reports.get(claim.report) for claim in claims)
    days = [Edtf.parse(each.published) for each in reports if each and each.published]
    period = period_of(claims, hull(days).text if len(days) == len(claims) else None)
    area = area_of(claims, ground)
    return outer_reach(area, period, statuses_of(claims), None, regions)


def sums(floors: Floors, reaches: Iterable[Reach], grid: Grid) -> list[Bound]:
    """Add up the incidents inside each of the reaches, as bounds that hold them up.

    People in two incidents are taken off every sum: too few rather than too many.

    Args:
        floors: Incidents that are certainly different.
        reaches: The scopes of the totals.
        grid: The cells that those scopes cut out; incidents cut none of their own.
    """
    boxes: dict[Box, Reach] = {}
    for reach in reaches:
        boxes.setdefault(grid.box(reach), reach)
    groups: dict[Reach, list[Standing]] = defaultdict(list)
    for each in floors.standing:
        groups[each.reach].append(each)
    kinds = list(groups)
    inside = _inside([grid.around(kind) for kind in kinds], list(boxes))
    number = np.array([sum(one.floor for one in groups[kind]) for kind in kinds])
    found = []
    for reach, members in zip(boxes.values(), inside.T, strict=True):
        floor = int(number[members].sum()) - floors.twice if kinds else 0
        if floor > 0:
            held = [
                one for nth in np.flatnonzero(members) for one in groups[kinds[nth]]
            ]
            members = tuple((one.floor, one.claims) for one in held)
            whole = Bound((), reach, floor, members=members, twice=floors.twice)
            found.append(whole.of_the_largest(len(members)))
    return found


def _inside(small: Sequence[Box], large: Sequence[Box]) -> NDArray[np.bool_]:
    """Tell which boxes lie in which, shape (small, large)."""
    found = np.ones((len(small), len(large)), dtype=np.bool_)
    for side in range(4):
        inner = list(dict.fromkeys(box[side] for box in small))
        outer = list(dict.fromkeys(box[side] for box in large))
        table = np.array(
            [[not (mine & ~theirs) for theirs in outer] for mine in inner],
            dtype=np.bool_,
        ).reshape(len(inner), len(outer))
        rows = {mine: nth for nth, mine in enumerate(inner)}
        columns = {theirs: nth for nth, theirs in enumerate(outer)}
        found &= table[
            np.ix_(
                [rows[box[side]] for box in small],
                [columns[box[side]] for box in large],
            )
        ]
    return found
