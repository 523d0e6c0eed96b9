"""Cells: the atoms of place, time, status and party that the scopes cut out.

A set of atoms of one kind is an integer, one bit for each atom.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.ground import Ground
from tasjil.count.reconcile.parties import Doer
from tasjil.count.reconcile.reach import Reach
from tasjil.model.edtf import Edtf
from tasjil.model.ids import PlaceId
from tasjil.model.persons import Status
from tasjil.model.scope import Scope

Box = tuple[int, int, int, int]
"""Atoms of place, time, status and party; the cells are all combinations of them."""

STATUSES = tuple(each for each in Status if each is not Status.UNKNOWN)

Pairs = frozenset[tuple[Doer, Doer]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The atoms that a set of reaches cuts out, and the case's scope among them.

    Attributes:
        places: Each a place without the finer places that are told, and whether it is
            in the case's regions without a border; the place None is anywhere else.
        cuts: The first day of each stretch of time but the first, as ordinals.
        parties: Each a set of names that may be one party.
        scope: The cells that the case counts.
    """

    ground: Ground
    places: tuple[tuple[PlaceId | None, bool], ...]
    cuts: tuple[int, ...]
    parties: tuple[frozenset[Doer], ...]
    scope: Box
    _boxes: dict[Reach, Box] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(
        cls,
        reaches: Iterable[Reach],
        scope: Scope,
        book: PlaceBook,
        against: Pairs = frozenset(),
    ) -> "Grid":
        """Cut places, time and parties where some reach or the scope begins or ends.

        Args:
            reaches: What the bounds reach.
            scope: What the case counts.
            book: What is known of places.
            against: Parties that are certainly two; few, for every set of names that
                may be one party makes an atom.
        """
        ground = Ground(book)
        kept = list(reaches)
        regions = case_regions(scope, ground)
        places = _place_atoms(kept, scope, ground, regions)
        cuts = _cuts(kept, scope)
        parties = tuple(_may_be_one(against))
        bare = cls(ground, places, cuts, parties, (0, 0, 0, 0))
        return cls(ground, places, cuts, parties, bare._scope_box(scope, regions))

    def box(self, reach: Reach) -> Box:
        """Give the cells of a reach; the same reach is looked at once."""
        if reach not in self._boxes:
            self._boxes[reach] = self._box(reach)
        return self._boxes[reach]

    def _box(self, reach: Reach) -> Box:
        return (
            self._in_places(reach.places, reach.in_region, reach.anywhere),
            self._in_time(reach.starts, reach.ends),
            _bits(status in reach.statuses for status in STATUSES),
            _bits(reach.doer is None or reach.doer in each for each in self.parties),
        )

    def around(self, reach: Reach) -> Box:
        """Give every cell that a reach may touch, whose own borders cut no cells."""
        return (
            self._around_places(reach),
            self._around_time(reach.starts, reach.ends),
            _bits(status in reach.statuses for status in STATUSES),
            (1 << len(self.parties)) - 1,
        )

    def _around_places(self, reach: Reach) -> int:
        """Give the atoms inside its places, and those in which its places lie."""
        if reach.anywhere:
            return (1 << len(self.places)) - 1
        told = {place for place, _ in self.places if place is not None}
        holding: set[PlaceId | None] = set()
        for place in reach.places - told:
            held = self.ground.finest_known(self.ground.around(place) & told)
            holding.add(held)
        inside = self._in_places(reach.places, reach.in_region, False)
        return inside | _bits(place in holding for place, _ in self.places)

    def _around_time(self, starts: int | None, ends: int | None) -> int:
        firsts: list[int | None] = [None, *self.cuts]
        lasts: list[int | None] = [*(cut - 1 for cut in self.cuts), None]
        return _bits(
            (starts is None or last is None or last >= starts)
            and (ends is None or first is None or first <= ends)
            for first, last in zip(firsts, lasts, strict=True)
        )

    @property
    def sizes(self) -> tuple[int, int, int, int]:
        """How many atoms there are of each kind."""
        return len(self.places), len(self.cuts) + 1, len(STATUSES), len(self.parties)

    def _in_places(
        self, places: frozenset[PlaceId], in_region: bool, anywhere: bool
    ) -> int:
        ground = self.ground
        return _bits(
            anywhere
            or (in_region and inside)
            or (place is not None and ground.lies_in(place, places))
            for place, inside in self.places
        )

    def _in_time(self, starts: int | None, ends: int | None) -> int:
        firsts: list[int | None] = [None, *self.cuts]
        lasts: list[int | None] = [*(cut - 1 for cut in self.cuts), None]
        return _bits(
            (starts is None or (first is not None and first >= starts))
            and (ends is None or (last is not None and last <= ends))
            for first, last in zip(firsts, lasts, strict=True)
        )

    def _scope_box(self, scope: Scope, regions: frozenset[PlaceId]) -> Box:
        settled = frozenset(scope.where) - regions
        places = self._in_places(settled, bool(regions), not scope.where)
        spans = Edtf.parse(scope.edtf).spans if scope.edtf else ((None, None),)
        time = 0
        for first, last in spans:
            time |= self._in_time(first, last)
        statuses = _bits(status in scope.statuses for status in STATUSES)
        return places, time, statuses, (1 << len(self.parties)) - 1


def case_regions(scope: Scope, ground: Ground) -> frozenset[PlaceId]:
    """Give the regions without a border that the case names in its own scope."""
    return frozenset(place for place in scope.where if ground.is_borderless(place))


def _bits(members: Iterable[bool]) -> int:
    return sum(1 << nth for nth, member in enumerate(members) if member)


def _place_atoms(
    reaches: Sequence[Reach],
    scope: Scope,
    ground: Ground,
    regions: frozenset[PlaceId],
) -> tuple[tuple[PlaceId | None, bool], ...]:
    told = {place for each in reaches for place in each.places}
    told |= set(scope.where) - regions
    held = {ground.holder(region) for region in regions}
    told |= {place for place in held if place is not None}
    found: list[tuple[PlaceId | None, bool]] = []
    for place in (None, *sorted(told)):
        for inside in (False, True):
            if _may_be(place, inside, ground, regions):
                found.append((place, inside))
    return tuple(found)


def _may_be(
    place: PlaceId | None, inside: bool, ground: Ground, regions: frozenset[PlaceId]
) -> bool:
    """Tell whether a place can have a part inside, or outside, the case's regions."""
    if not regions:
        return not inside
    declared = place is not None and not regions.isdisjoint(ground.around(place))
    if declared or not inside:
        return inside == declared
    for region in regions:
        holder = ground.holder(region)
        if holder is None:
            return True
        if place is not None and ground.lies_in(place, frozenset({holder})):
            return True
    return False


def _cuts(reaches: Sequence[Reach], scope: Scope) -> tuple[int, ...]:
    spans = [(each.starts, each.ends) for each in reaches]
    if scope.edtf:
        spans.extend(Edtf.parse(scope.edtf).spans)
    firsts = {first for first, _ in spans if first is not None}
    after = {last + 1 for _, last in spans if last is not None}
    return tuple(sorted(firsts | after))


def _may_be_one(against: Pairs) -> list[frozenset[Doer]]:
    """Give every set of names of which no two are certainly two parties."""
    doers = sorted({doer for pair in against for doer in pair})
    found = [frozenset[Doer]()]
    for doer in doers:
        foes = {b if a == doer else a for a, b in against if doer in (a, b)}
        found += [each | {doer} for each in found if not each & foes]
    return found


def few(against: Pairs, weights: dict[Doer, int], most: int = 6) -> Pairs:
    """Keep the pairs among the parties with the most victims told.

    Example:
        >>> a, b, c = ("x", "a"), ("x", "b"), ("x", "c")
        >>> few(frozenset({(a, b), (b, c)}), {a: 9, b: 5, c: 1}, most=2)
        frozenset({(('x', 'a'), ('x', 'b'))})
    """
    doers = {doer for pair in against for doer in pair}
    ranked = sorted(doers, key=lambda doer: (-weights.get(doer, 0), doer))
    kept = set(ranked[:most])
    return frozenset(pair for pair in against if kept >= set(pair))
