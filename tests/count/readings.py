"""A counter that goes through every reading of what was told, one by one.

It is written from the design and the issue, and shares no code with the program:
slow, small and plain, so that the fast count has something to be held against.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Any

from worlds import PARTS, PLACES, World, days

from tasjil.model.acts import Level
from tasjil.model.claim import Claim
from tasjil.model.incident import Incident
from tasjil.model.quantity import Quantity

Blocks = list[list[Incident]]


class Readings:
    """Every reading of a world that what was told leaves open."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.victims = world.victims
        self.incidents = [each for each in world.incidents if self.claims(each)]

    def claims(self, incident: Incident) -> list[Claim]:
        """Give the claims of an incident that nobody rejected."""
        counted = filter(self.world.counted, incident.claims)
        return [self.world.claims[each] for each in counted]

    def reports(self, incident: Incident) -> list[list[Claim]]:
        """Give the claims of each report whose number is one for the incident.

        "Her son" numbers nobody but him: he is one of the people whom another report
        numbers as a whole, and a figure only where no report does.
        """
        by_report: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims(incident):
            by_report[claim.report].append(claim)
        known = [kept for kept in by_report.values() if self._figure(kept)]
        return [kept for kept in known if _numbers_all(kept)] or known

    def _figure(self, claims: list[Claim]) -> list[int]:
        """List what a report may mean: one number for each group, and these added up.

        Parts lie inside their group and are never added.
        """
        choices = [
            numbers
            for group, kept in _groups(claims).items()
            if (numbers := self._group(group, kept))
        ]
        return sorted({sum(each) for each in product(*choices)}) if choices else []

    def _group(self, group: str, claims: list[Claim]) -> list[int]:
        """One teller of a group is right; parts alone say "so many at least"."""
        told = _own_numbers(group, claims)
        lows = [each.quantity.low for each in claims if each.quantity.low is not None]
        return told or ([max(lows)] if lows else [])

    def highest(self, incident: Incident) -> int | None:
        """Give the highest number stated; who gives none adds those certain of it.

        Parts of an unnumbered whole are certain people and state no number of it.
        """
        reports = self.reports(incident)
        if not any(_states_a_number(claims) for claims in reports):
            return None
        return max(max(self._figure(claims)) for claims in reports)

    def named(self, incident: Incident) -> int:
        """Give the fewest people whom the names told can be of."""
        told: dict[str, set[str]] = defaultdict(set)
        for claim in self.claims(incident):
            told[claim.report].update(claim.victims.names)
        mentions = [
            (report, name)
            for report, names in sorted(told.items())
            for name in sorted({" ".join(PARTS[each]): each for each in names}.values())
        ]
        return min(len(each) for each in _partitions(mentions, _may_be_one_person))

    def least(self, incident: Incident) -> int:
        """Give the fewest victims over all readings: one telling is right.

        Named people are victims too, but a name never adds to the highest number.
        """
        told = [min(self._figure(claims)) for claims in self.reports(incident)]
        lifted = max(min(told, default=0), self.named(incident))
        top = self.highest(incident)
        return lifted if top is None else min(lifted, top)

    def least_if_all_hold(self, incident: Incident) -> int | None:
        """Give the fewest victims where every telling is right; None where not all can.

        "At least 4" is right where there were 4 or more.
        """
        together: set[int] = set(range(100))
        for claims in self.reports(incident):
            together &= set(self._figure(claims)) | self._above(claims)
        return min(together, default=None)

    def _above(self, claims: list[Claim]) -> set[int]:
        """Give the numbers above all stated, where a report leaves them open."""
        is_open = any(each.quantity.high is None for each in claims)
        return set(range(max(self._figure(claims)), 100)) if is_open else set()

    def least_of_all(self) -> int:
        """Give the fewest victims over every way in which incidents may be one.

        A person who stands in two incidents is one person, and is in each of them.
        """
        least = {each.id: self.least(each) for each in self.incidents}
        return min(
            sum(
                max(self._persons(block), *(least[each.id] for each in block))
                for block in blocks
            )
            - self._twice(blocks)
            for blocks in _partitions(self.incidents, self.may_be_one)
        )

    def _persons(self, block: list[Incident]) -> int:
        """Count the persons of whom it is settled that they stand in these."""
        ids = {each.id for each in block}
        return sum(not ids.isdisjoint(each.incidents) for each in self.victims)

    def _twice(self, blocks: Blocks) -> int:
        """Count the places that one and the same person fills once too often."""
        where = {each.id: nth for nth, block in enumerate(blocks) for each in block}
        held = [
            {where[each] for each in person.incidents if each in where}
            for person in self.victims
        ]
        return sum(max(0, len(each) - 1) for each in held)

    def most_of_all(self) -> int | None:
        """Add up the highest numbers, with a person in two incidents once.

        An unnumbered incident adds those who are certain.
        """
        if all(self.highest(each) is None for each in self.incidents):
            return None
        apart = [[each] for each in self.incidents]
        return sum(map(self._adds, self.incidents)) - self._twice(apart)

    def holds_its_persons(self) -> bool:
        """Tell whether each incident adds those of whom it is settled that they are in.

        Where fewer are told of than are known, the readings contradict each other.
        """
        return all(self._adds(each) >= self._persons([each]) for each in self.incidents)

    def _adds(self, incident: Incident) -> int:
        top = self.highest(incident)
        return self.least(incident) if top is None else top

    def may_be_one(self, one: Incident, other: Incident) -> bool:
        """Tell whether two incidents can be one: no report tells of both as two."""
        mine = {claim.report for claim in self.claims(one)}
        theirs = {claim.report for claim in self.claims(other)}
        if mine & theirs or not days(one.edtf) & days(other.edtf):
            return False
        if None in (one.place, other.place):
            return True
        return one.place in _chain(other.place) or other.place in _chain(one.place)


def _groups(claims: list[Claim]) -> dict[str, list[Claim]]:
    """Put parts to the group they lie in."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.part_of or claim.group].append(claim)
    return groups


def _own_numbers(group: str, claims: list[Claim]) -> list[int]:
    own = [each.quantity for each in claims if each.group == group]
    return [number for each in own for number in _numbers(each)]


def _states_a_number(claims: list[Claim]) -> bool:
    return any(_own_numbers(group, kept) for group, kept in _groups(claims).items())


def _numbers_all(claims: list[Claim]) -> bool:
    """Tell whether a report numbers everybody; parts stand in for a lost whole."""
    wholes = [each for each in claims if each.part_of is None] or claims
    return any(each.level is Level.INCIDENT for each in wholes)


def _numbers(quantity: Quantity) -> list[int]:
    """List every number a telling may mean; of an open end, those it states."""
    if quantity.low is None:
        return []
    return list(range(quantity.low, (quantity.high or quantity.low) + 1))


def _chain(place: str | None) -> set[str]:
    chain = set()
    while place is not None:
        chain.add(place)
        place = PLACES[place].parent
    return chain


def _may_be_one_person(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Two names may be of one person where they share a part, or not a script.

    A report spells a person in one way, though it may write the name in two scripts.
    """
    (report, name), (other_report, other_name) = one, other
    if name.isascii() != other_name.isascii():
        return True
    return report != other_report and bool(set(PARTS[name]) & set(PARTS[other_name]))


def _partitions(
    things: list[Any], may_be_one: Callable[[Any, Any], bool]
) -> Iterator[list[list[Any]]]:
    """Give every way to put things together in which each two of a block may be one."""
    if not things:
        yield []
        return
    first, *rest = things
    for size in range(len(rest) + 1):
        for mates in combinations(rest, size):
            block = [first, *mates]
            if all(may_be_one(a, b) for a, b in combinations(block, 2)):
                left = [each for each in rest if each not in mates]
                for others in _partitions(left, may_be_one):
                    yield [block, *others]
