"""Holds all totals of a case against each other: range, clashes, differences, slips."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tasjil.count.evidence import Evidence
from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.bounds import Bound, Known, bounds_of, firm
from tasjil.count.reconcile.clashes import Clashes, clashes_of
from tasjil.count.reconcile.differences import differences
from tasjil.count.reconcile.grid import Grid, Pairs, case_regions, few
from tasjil.count.reconcile.ground import Ground
from tasjil.count.reconcile.incidents import Counting, Floors, floors_in, sums
from tasjil.count.reconcile.kinds import Relays
from tasjil.count.reconcile.parties import Doer, set_against
from tasjil.count.reconcile.ranges import Found, range_of
from tasjil.count.reconcile.reach import Reach
from tasjil.count.reconcile.reasons import why_no_fewer, why_no_more
from tasjil.count.reconcile.scopes import Total, is_somebody, totals
from tasjil.count.reconcile.slips import slips
from tasjil.count.reconcile.who import EVERYBODY
from tasjil.model.acts import Act
from tasjil.model.edtf import Edtf
from tasjil.model.ids import ClaimId, FigureId, PlaceId
from tasjil.model.persons import Status
from tasjil.model.places import Place
from tasjil.model.reconciliation import BoundRange, Reconciliation, Slip, SlipKind
from tasjil.model.scope import Scope
from tasjil.model.tally import Basis, Figure, Tally


def reconcile(
    scope: Scope,
    tally: Tally,
    evidence: Evidence,
    places: Mapping[PlaceId, Place] | None = None,
    relays: Relays | None = None,
    pairs: Iterable[tuple[ClaimId, ClaimId]] | None = None,
) -> Reconciliation:
    """Hold all totals of a case against each other, and against its incidents.

    Args:
        scope: What the case counts.
        tally: Its figures, and the totals that others stated.
        evidence: The claims behind them.
        places: The case's own places.
        relays: Whom each source is known to pass on: what such an outlet gives as its
            own figure is taken for another's, unless it says that it counted.
        pairs: Totals to explain the difference of; those that matter where left out.

    Returns:
        The range is about the first act of the scope, killed before all others; the
        order of what comes in changes nothing.
    """
    book = PlaceBook.of(evidence.claims.values(), places or {})
    slipped = slips(evidence, book, relays or {})
    stated = totals(tally, evidence, book, relays, _told_for_others(slipped))
    against = _against(stated, evidence)
    figures = {each.act: each for each in tally.figures}
    acts = sorted(scope.acts, key=lambda act: act is not Act.KILLED)
    found = {
        act: _Act(act, scope, evidence, book, against).held(stated, figures.get(act))
        for act in acts
    }
    first = found[acts[0]]
    return Reconciliation(
        range=first.range,
        accepted=first.accepted,
        by_basis=first.by_basis,
        scopes=tuple(each.stated for each in stated),
        clashes=tuple(clash for each in found.values() for clash in each.clashes),
        differences=differences(stated, evidence, book, pairs),
        series=tally.series,
        slips=slipped,
        notes=tuple(dict.fromkeys(n for each in found.values() for n in each.notes)),
        act=acts[0].value,
        by_act={act.value: each.range for act, each in found.items()},
    )


def _told_for_others(slipped: Iterable[Slip]) -> frozenset[ClaimId]:
    """Give the claims whose figure was taken from others as if it were a count."""
    return frozenset(each.claim for each in slipped if each.kind is SlipKind.DERIVED)


@dataclass(frozen=True, slots=True)
class _Held:
    """What the totals of one act allow together."""

    range: BoundRange
    accepted: BoundRange | None
    by_basis: dict[str, BoundRange]
    clashes: tuple[tuple[ClaimId, ...], ...]
    notes: tuple[str, ...]


def _against(stated: Iterable[Total], evidence: Evidence) -> Pairs:
    """Find the parties that are certainly two; of many, those with most victims."""
    tellers = {
        claim: each.statement.teller_key
        for each in stated
        if is_somebody(each.statement)
        for claim in each.statement.claims
    }
    pairs = set_against((evidence.claims[claim] for claim in tellers), tellers)
    weights: dict[Doer, int] = {}
    for each in stated:
        if each.party is not None:
            doer = each.statement.teller_key, each.party
            weights[doer] = max(weights.get(doer, 0), each.statement.low or 0)
    return few(pairs, weights)


@dataclass(frozen=True, slots=True)
class _Act:
    """The bounds of one act: acts share no cells, for one person can suffer several."""

    act: Act
    scope: Scope
    evidence: Evidence
    book: PlaceBook
    against: Pairs
    ground: Ground = field(init=False)
    regions: frozenset[PlaceId] = field(init=False)

    def __post_init__(self) -> None:
        """Read the lie of the land once."""
        ground = Ground(self.book)
        object.__setattr__(self, "ground", ground)
        object.__setattr__(self, "regions", case_regions(self.scope, ground))

    def held(self, stated: Iterable[Total], figure: Figure | None) -> _Held:
        """Work out what these totals and these incidents allow together."""
        own = [each for each in stated if each.act is self.act]
        doers = frozenset(doer for pair in self.against for doer in pair)
        bounds, slipped = bounds_of(own, self.evidence, Known(self.regions, doers))
        grid = Grid.of(_reaches(bounds), self.scope, self.book, self.against)
        told = [*bounds, *self._of_incidents(figure, bounds, grid, Counting.TOLD)]
        range_, clashes = _without_clashes(told, grid)
        notes = [*slipped, *_notes(range_, clashes)] if own else slipped
        by_id = {each.statement.id: each for each in own}
        accepted = self._accepted(bounds, figure, grid)
        by_basis = self._by_basis(bounds, figure, grid) | {"reported": range_}
        return _Held(
            range=_in_words(range_, by_id),
            accepted=None if accepted is None else _in_words(accepted, by_id),
            by_basis={name: _in_words(each, by_id) for name, each in by_basis.items()},
            clashes=tuple(
                tuple(dict.fromkeys(claim for each in clash for claim in each.claims))
                for clash in clashes.sets
            ),
            notes=tuple(notes),
        )

    def _accepted(
        self, bounds: list[Bound], figure: Figure | None, grid: Grid
    ) -> Found | None:
        kept = [each for each in bounds if each.accepted]
        kept += self._of_incidents(figure, kept, grid, Counting.ACCEPTED)
        return _without_clashes(kept, grid)[0] if kept else None

    def _by_basis(
        self, bounds: list[Bound], figure: Figure | None, grid: Grid
    ) -> dict[str, Found]:
        found = {}
        for basis in (Basis.VERIFIED, Basis.DOCUMENTED):
            kept = firm(bounds, basis)
            kept += self._of_incidents(figure, kept, grid, Counting.VERIFIED)
            found[basis.value] = _without_clashes(kept, grid)[0]
        return found

    def _of_incidents(
        self,
        figure: Figure | None,
        bounds: Sequence[Bound],
        grid: Grid,
        counting: Counting,
    ) -> list[Bound]:
        """Give what the incidents hold up: the case's scope, and every total's."""
        if figure is None:
            return []
        floors = floors_in(figure, self.evidence, self.ground, self.regions, counting)
        whole = _whole_scope(floors, self.scope, self.regions)
        return whole + sums(floors, _reaches(bounds), grid)


def _reaches(bounds: Iterable[Bound]) -> list[Reach]:
    found: dict[Reach, None] = {}
    for each in bounds:
        found[each.outer] = None
        if each.inner is not None:
            found[each.inner] = None
    return list(found)


def _whole_scope(
    floors: Floors, scope: Scope, regions: frozenset[PlaceId]
) -> list[Bound]:
    """Give the tally's own floor as a bound on the case's scope."""
    if not floors.total or not floors.standing:
        return []
    spans = Edtf.parse(scope.edtf).spans if scope.edtf else ((None, None),)
    anybody = Status.UNKNOWN in scope.statuses
    reach = Reach(
        places=frozenset(scope.where) - regions,
        in_region=bool(regions),
        anywhere=not scope.where,
        starts=spans[0][0],
        ends=spans[-1][1],
        statuses=EVERYBODY if anybody else frozenset(scope.statuses),
    )
    claims = {claim for each in floors.standing for claim in each.claims}
    return [Bound(tuple(sorted(claims)), reach, floors.total)]


def _without_clashes(bounds: Sequence[Bound], grid: Grid) -> tuple[Found, Clashes]:
    """Give the range of what can all hold; nothing in a clash bounds it."""
    clashes = clashes_of(bounds, grid)
    out = {id(each) for each in clashes.involved}
    kept = [each for each in bounds if id(each) not in out]
    found = range_of(kept, grid)
    if found is None:
        # Not every clash was found: let nothing hold it down.
        kept = [each for each in kept if each.ceiling is None]
        found = range_of(kept, grid)
    return found or Found(0, None), clashes


def _in_words(found: Found, totals: Mapping[FigureId, Total]) -> BoundRange:
    return BoundRange(
        found.low,
        found.high,
        found.low_end.claims,
        found.high_end.claims,
        why_no_fewer(found.low, found.low_end, totals),
        why_no_more(found.high, found.high_end, totals),
    )


def _notes(range_: Found, clashes: Clashes) -> list[str]:
    notes = []
    if clashes.sets:
        notes.append(
            f"{len(clashes.involved)} statements clash, and none of them bounds the "
            "range until a person judges"
        )
    if not clashes.complete:
        notes.append("there may be more clashes than those listed")
    if range_.high is None:
        notes.append(
            "nothing that was told closes the whole scope, so there is no upper end"
        )
    return notes
