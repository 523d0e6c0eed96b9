"""What a total says about where: what it certainly covers, and what it may cover."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.count.placebook import finest
from tasjil.count.reconcile.ground import Ground
from tasjil.model.claim import Claim
from tasjil.model.ids import PlaceId
from tasjil.model.places import Precision, Where

NOT_ALL_OF_IT = (
    "mostly in",
    "mainly in",
    "largely in",
    "most of them in",
    "chiefly in",
    "معظمهم في",
    "معظمها في",
    "غالبيتهم في",
    "أغلبهم في",
    "وخاصة في",
    "ولا سيما في",
    "and its surroundings",
    "and surrounding",
    "and nearby",
    "and elsewhere",
    "ومحيطه",
    "ومحيطها",
    "وما حولها",
    "وأماكن أخرى",
    "ومناطق أخرى",
)
"""Words by which a total may reach beyond the places it names."""


@dataclass(frozen=True, slots=True)
class Area:
    """The places a total is about, read twice: what is certain, and what is possible.

    Attributes:
        told: Ids of the finest places it names; words for places that no list has.
        inner: Places it covers whole. A place stands for all that lies in it.
        settled: Places with a border that may hold some of it.
        regions: Regions without a border that it names ("the coast").
        around: What holds those regions; one that nothing holds may lie anywhere.
        anywhere: It may have happened anywhere: no place told, or one nobody knows.
        blurred: It may reach beyond what it names: "mostly in", "near", a place of no
            list.
    """

    told: tuple[str, ...] = ()
    inner: frozenset[PlaceId] = frozenset()
    settled: frozenset[PlaceId] = frozenset()
    regions: frozenset[PlaceId] = frozenset()
    around: frozenset[PlaceId] = frozenset()
    anywhere: bool = False
    blurred: bool = False

    @property
    def untold(self) -> bool:
        """True where no place was told."""
        return not self.told

    @property
    def outer(self) -> frozenset[PlaceId]:
        """Places with a border that hold all it may cover, unless it is anywhere."""
        return self.settled | self.around


EVERYWHERE = Area(anywhere=True, blurred=True)


def area_of(claims: Iterable[Claim], ground: Ground) -> Area:
    """Read the area of one total from every telling of it.

    Tellings that name no place say nothing against those that do. Where tellings
    differ, it may be any of what they name, and is certainly only what all name.
    """
    areas = [_told_by(claim, ground) for claim in claims if claim.where]
    if not areas:
        return EVERYWHERE
    inner = frozenset.intersection(*(each.inner for each in areas))
    return Area(
        told=tuple(dict.fromkeys(name for each in areas for name in each.told)),
        inner=inner,
        settled=frozenset().union(*(each.settled for each in areas)),
        regions=frozenset().union(*(each.regions for each in areas)),
        around=frozenset().union(*(each.around for each in areas)),
        anywhere=any(each.anywhere for each in areas),
        blurred=any(each.blurred for each in areas),
    )


def certainly_inside(one: Area, other: Area, ground: Ground) -> bool:
    """Tell whether all the one may cover lies in what the other certainly covers."""
    if one.anywhere:
        return False
    return all(ground.lies_in(place, other.inner) for place in one.outer)


def may_meet(one: Area, other: Area, ground: Ground) -> bool:
    """Tell whether the two may share a place."""
    if one.anywhere or other.anywhere:
        return True
    return any(ground.lies_in(place, other.outer) for place in one.outer) or any(
        ground.lies_in(place, one.outer) for place in other.outer
    )


def _told_by(claim: Claim, ground: Ground) -> Area:
    found = [_reading(where, ground) for where in finest(claim.where)]
    loose = any(words in claim.passage.quote.casefold() for words in NOT_ALL_OF_IT)
    settled = frozenset().union(*(each.settled for each in found))
    around = frozenset().union(*(each.around for each in found))
    holders = {ground.holder(each) for each in settled} if loose else set()
    around |= {each for each in holders if each is not None}
    return Area(
        told=tuple(name for each in found for name in each.told),
        inner=frozenset()
        if loose
        else frozenset().union(*(each.inner for each in found)),
        settled=settled,
        regions=frozenset().union(*(each.regions for each in found)),
        around=around,
        anywhere=None in holders or any(each.anywhere for each in found),
        blurred=loose or any(each.blurred for each in found),
    )


def _reading(where: Where, ground: Ground) -> Area:
    if where.place is None:
        return _unlisted(where, ground)
    label = (where.place,)
    alone = frozenset(label)
    above = ground.holder(where.place)
    held = frozenset() if above is None else frozenset({above})
    if ground.is_borderless(where.place):
        return Area(
            label,
            inner=ground.declared(where.place),
            regions=alone,
            around=held,
            anywhere=not held,
        )
    if where.precision is not Precision.AT:
        return Area(label, settled=alone, around=held, anywhere=not held, blurred=True)
    return Area(label, inner=alone, settled=alone)


def _unlisted(where: Where, ground: Ground) -> Area:
    """Read a place that no list has: it lies in what holds it, or anywhere."""
    label = (where.text,)
    if where.candidates and ground.knows(where.candidates):
        return Area(label, settled=frozenset(where.candidates), blurred=True)
    above = ground.finest_known(where.within)
    if above is not None and not where.candidates:
        return Area(label, around=frozenset({above}), blurred=True)
    return Area(label, anywhere=True, blurred=True)
