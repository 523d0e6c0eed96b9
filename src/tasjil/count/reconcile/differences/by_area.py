"""Whether two sides are about the same places."""

from collections.abc import Iterable
from dataclasses import replace

from tasjil.count.reconcile.areas import Area, certainly_inside, may_meet
from tasjil.count.reconcile.differences.reason import Reason
from tasjil.count.reconcile.differences.sentences import Says
from tasjil.count.reconcile.differences.side import Side
from tasjil.count.reconcile.ground import Ground
from tasjil.model.ids import PlaceId
from tasjil.model.reach import SETTLEMENTS
from tasjil.model.reconciliation import DifferenceKind


def by_area(a: Side, b: Side, ground: Ground) -> Reason | None:
    """Compare places; where the words leave the border open, say only that.

    One teller who says "the coast" today and names its provinces tomorrow is taken
    to speak of the same area.
    """
    if set(a.area.told) == set(b.area.told):
        return None
    mine, theirs = _settled(a, ground), _settled(b, ground)
    if set(mine.told) == set(theirs.told):
        return None
    claims = (*a.claims, *b.claims)
    if mine.untold or theirs.untold:
        return None if a.teller == b.teller else _untold(a, b, ground)
    if certainly_inside(mine, theirs, ground):
        return Reason(DifferenceKind.AREA, _inside(a, b, ground), 1, claims=claims)
    if certainly_inside(theirs, mine, ground):
        return Reason(DifferenceKind.AREA, _inside(b, a, ground), -1, claims=claims)
    if not may_meet(mine, theirs, ground):
        text = _both(Says.AREA_APART, a, b, ground)
        return Reason(DifferenceKind.AREA, text, claims=claims)
    return _meeting(a, b, ground)


def _meeting(a: Side, b: Side, ground: Ground) -> Reason | None:
    """Compare two areas that share something, as far as can be known."""
    mine, theirs = _settled(a, ground), _settled(b, ground)
    claims = (*a.claims, *b.claims)
    kind = DifferenceKind.AREA
    fine = [_is_fine(each, ground) for each in (mine, theirs)]
    if fine[0] != fine[1]:
        narrow, wide, sign = (a, b, 1) if fine[0] else (b, a, -1)
        text = _both(Says.AREA_NARROW, narrow, wide, ground)
        return Reason(kind, text, sign, claims=claims)
    if all(each.inner and not each.anywhere for each in (mine, theirs)):
        text = _both(Says.AREA_OVERLAPS, a, b, ground)
        return Reason(kind, text, _wider(mine, theirs), claims=claims)
    if a.teller == b.teller:
        return None
    text = _both(Says.AREA_OPEN, a, b, ground)
    return Reason(kind, text, weak=True, claims=claims)


def _inside(inner: Side, outer: Side, ground: Ground) -> str:
    return Says.AREA_INSIDE.say(
        *(inner.number, inner.name, named(_settled(inner, ground), ground)),
        *(named(_settled(outer, ground), ground), outer.number, outer.name),
    )


def _both(says: Says, a: Side, b: Side, ground: Ground) -> str:
    return says.say(
        *(a.number, a.name, named(_settled(a, ground), ground)),
        *(b.number, b.name, named(_settled(b, ground), ground)),
    )


def _is_fine(area: Area, ground: Ground) -> bool:
    """Tell whether it is about settlements, each of them in a list of places."""
    return bool(area.told) and _are_fine(map(PlaceId, area.told), ground)


def _are_fine(places: Iterable[PlaceId], ground: Ground) -> bool:
    return all(ground.book.level(place) in SETTLEMENTS for place in places)


def _wider(mine: Area, theirs: Area) -> int:
    """Tell which of two areas holds the other, place by place."""
    if set(mine.told) < set(theirs.told):
        return 1
    return -1 if set(theirs.told) < set(mine.told) else 0


def _settled(side: Side, ground: Ground) -> Area:
    """Give the places its parts show where its own words have no border.

    A region beside villages only says where those are; beside a province it is more.
    """
    own = side.area
    if own.regions and own.settled and _are_fine(own.settled, ground):
        told = tuple(place for place in own.told if place not in own.regions)
        nothing: frozenset[PlaceId] = frozenset()
        return replace(own, told=told, regions=nothing, around=nothing)
    is_open = own.untold or bool(own.regions)
    return side.spread if is_open and side.spread is not None else own


def _untold(a: Side, b: Side, ground: Ground) -> Reason | None:
    mine, theirs = _settled(a, ground), _settled(b, ground)
    if mine.untold and theirs.untold:
        return None
    silent, told, area = (a, b, theirs) if mine.untold else (b, a, mine)
    values = (silent.number, silent.name, told.number, told.name)
    text = Says.AREA_UNTOLD.say(*values, named(area, ground))
    return Reason(DifferenceKind.AREA, text, weak=True, claims=(*a.claims, *b.claims))


def named(area: Area, ground: Ground) -> str:
    """Name the places of an area, those of a list by their main name."""
    names = {ground.book.name(PlaceId(place)) for place in area.told}
    return " + ".join(sorted(names))
