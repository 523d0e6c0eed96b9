"""What a claim reaches: one event that is counted, or a total that never is."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.ids import ReportId
from tasjil.model.places import PlaceLevel, Precision, Where

NOT_TOLD_AS_DONE = frozenset({Stance.DENIED, Stance.FEARED})

SETTLEMENTS = frozenset(
    {
        PlaceLevel.CITY,
        PlaceLevel.TOWN,
        PlaceLevel.VILLAGE,
        PlaceLevel.NEIGHBOURHOOD,
        PlaceLevel.SITE,
        PlaceLevel.UNKNOWN,
    }
)
"""Places narrow enough for one event; a place of no list is most often a village."""


A_NIGHT = 2
"""Days that one night can touch; more of them, in no one settlement, are a period."""

BORDERLESS = frozenset({PlaceLevel.COUNTRY, PlaceLevel.REGION})
"""Places too wide for one event."""


def covers_several_places(claim: Claim) -> bool:
    """Tell whether its number is spread over places that lie apart.

    Example: "52 in two villages". A village and its governorate are one place told
    twice, and "between Varesh and Tolmin" is one stretch of road.
    """
    return len(separate_places(claim.where)) > 1


def separate_places(where: tuple[Where, ...]) -> tuple[Where, ...]:
    """Give the finest of the places: those that hold no other of them, each once."""
    told = [each for each in where if each.precision is not Precision.BETWEEN]
    outer = {place for each in told for place in each.within}
    finest: dict[str, Where] = {}
    for each in told:
        if each.place is None or each.place not in outer:
            finest.setdefault(each.place or each.text, each)
    known_apart = [each for each in finest.values() if each.level in SETTLEMENTS]
    return tuple(known_apart or finest.values())


def is_spread(claim: Claim) -> bool:
    """Tell whether its number is a total by what it says, whatever its level.

    People killed over several days and in no one settlement, or anywhere in a country
    or region, are no one event. One person is, wherever and whenever it was.
    """
    if claim.level is Level.AGGREGATE or covers_several_places(claim):
        return True
    if claim.quantity.exact and claim.quantity.low == 1:
        return False
    places = separate_places(claim.where)
    if any(each.level in SETTLEMENTS for each in places):
        return False
    if places and all(each.level in BORDERLESS for each in places):
        return True
    days = A_NIGHT if claim.when.edtf is None else Edtf.parse(claim.when.edtf).days
    return days is None or days > A_NIGHT


def tells_of_harm(claim: Claim) -> bool:
    """Tell whether it says that somebody was harmed, in the report's own events."""
    return (
        claim.stance not in NOT_TOLD_AS_DONE
        and not claim.background
        and claim.quantity.high != 0
    )


@dataclass(frozen=True, slots=True)
class Nesting:
    """Which group of victims lies inside which, report by report.

    A part whose whole tells of another act ("60 bodies, 10 of them tortured") is a
    whole for its own act.
    """

    parents: dict[tuple[ReportId, str], str]
    acts: dict[tuple[ReportId, str], frozenset[Act]]
    totals: frozenset[tuple[ReportId, str, Act]]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> "Nesting":
        """Read the nesting from every claim of the reports at hand."""
        parents: dict[tuple[ReportId, str], str] = {}
        acts: dict[tuple[ReportId, str], frozenset[Act]] = {}
        totals: set[tuple[ReportId, str, Act]] = set()
        for claim in sorted(claims, key=lambda each: each.id):
            group = (claim.report, claim.group)
            acts[group] = acts.get(group, frozenset()) | {claim.act}
            if claim.part_of is not None:
                parents.setdefault(group, claim.part_of)
            if is_spread(claim):
                totals.add((claim.report, claim.group, claim.act))
        return cls(parents, acts, frozenset(totals))

    def above(self, claim: Claim) -> list[str]:
        """Give the groups that hold the claim's victims, nearest first."""
        chain: list[str] = []
        seen = {claim.group}
        group = claim.part_of or self.parents.get((claim.report, claim.group))
        while group is not None and group not in seen:
            chain.append(group)
            seen.add(group)
            group = self.parents.get((claim.report, group))
        return chain

    def whole_of(self, claim: Claim) -> str:
        """Give the widest group of the same act that is no total: its own, if none.

        A part of a total that has an event of its own ("1,400 in all, 31 of them in
        Varesh on Friday") stands for itself, because the total adds nothing.
        """
        whole = claim.group
        for group in self.above(claim):
            key = (claim.report, group)
            counted = (*key, claim.act) not in self.totals
            if counted and claim.act in self.acts.get(key, frozenset()):
                whole = group
        return whole

    def is_part(self, claim: Claim) -> bool:
        """Tell whether its victims are already in a wider group that is counted."""
        return self.whole_of(claim) != claim.group

    def is_total(self, claim: Claim) -> bool:
        """Tell whether it is a statement about the tally and not one event.

        What is told of the same people as a total is a total too, and so is a part of
        one ("of whom 39 were children"), unless it names a settlement of its own.
        """
        if is_spread(claim):
            return True
        within_total = any(
            (claim.report, group, claim.act) in self.totals
            for group in (claim.group, *self.above(claim))
        )
        places = separate_places(claim.where)
        return within_total and not any(each.level in SETTLEMENTS for each in places)
