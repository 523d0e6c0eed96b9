"""Claims of one incident that cannot all be so: numbers, status, who did it.

One first teller who says another number later has learnt more; only different first
tellers contradict each other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from tasjil.count.missing.parties import parties
from tasjil.count.missing.sentences import (
    exclude_each_other,
    statuses_exclude,
)
from tasjil.count.missing.told import MOST_COMPARED, Told
from tasjil.model.acts import Level
from tasjil.model.claim import Claim
from tasjil.model.missing import Gap, GapKind, Part
from tasjil.model.persons import Status
from tasjil.model.quantity import CountRange, Quantity, total


def contradictions(told: Told) -> Iterator[Gap]:
    """Find what the first tellers of one incident deny each other, part by part."""
    for part, find in FINDERS.items():
        found = find(told)
        if found is not None:
            text, claims = found
            tellers = len({told.teller(claim) for claim in claims})
            ids = tuple(sorted(claim.id for claim in claims))
            yield Gap(part, GapKind.CONTRADICTED, text, ids, tellers)


Found = tuple[str, list[Claim]] | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """What one report says of the number of victims."""

    claims: tuple[Claim, ...]
    span: CountRange
    teller: str


def _numbers(told: Told) -> Found:
    figures = list(_figures(told))
    highest = _best_two(figures, lambda each: -each.span.low)
    closed = [each for each in figures if each.span.high is not None]
    lowest = _best_two(closed, lambda each: each.span.high or 0)
    for high in highest:
        for low in lowest:
            most = low.span.high or 0
            if high.teller != low.teller and high.span.low > most:
                words = exclude_each_other(most, high.span.low)
                return words, [*low.claims, *high.claims]
    return None


def _best_two(
    figures: Iterable[_Figure], rank: Callable[[_Figure], int]
) -> list[_Figure]:
    """Give the first by rank, and the first of any other teller."""
    ordered = sorted(figures, key=lambda each: (rank(each), each.claims[0].id))
    other = [each for each in ordered if each.teller != ordered[0].teller]
    return [*ordered[:1], *other[:1]]


def _figures(told: Told) -> Iterator[_Figure]:
    """Give each report's number; a report of single people has none for them all."""
    for claims in told.by_report:
        if any(each.level is Level.INCIDENT for each in claims):
            known = [each for each in claims if each.quantity.known]
            if known:
                yield _Figure(tuple(known), _added(claims), told.teller(known[0]))


def _added(claims: Sequence[Claim]) -> CountRange:
    """Add one range for each group of victims; an untold one leaves the sum open."""
    if len(claims) == 1:
        quantity = claims[0].quantity
        return CountRange(quantity.low or 0, quantity.high)
    groups: dict[str, list[Quantity]] = defaultdict(list)
    for claim in claims:
        groups[claim.group].append(claim.quantity)
    return total(_span(each) for each in groups.values())


def _span(told: list[Quantity]) -> CountRange:
    """Give the range that holds every number of one group; an open one is open."""
    known = [each for each in told if each.known]
    highs = [each.high for each in known if each.high is not None]
    closed = bool(known) and len(highs) == len(known)
    low = min((each.low or 0 for each in known), default=0)
    return CountRange(low, max(highs) if closed else None)


def _statuses(told: Told) -> Found:
    """Two tellers, each of whom gives all victims a status, and none in common."""
    first: dict[tuple[frozenset[Status], str], Sequence[Claim]] = {}
    for claims in told.by_report:
        statuses = frozenset(each.victims.status for each in claims)
        if Status.UNKNOWN not in statuses:
            first.setdefault((statuses, told.teller(claims[0])), claims)
    for (mine, one), (theirs, other) in combinations(islice(first, MOST_COMPARED), 2):
        if mine.isdisjoint(theirs) and one != other:
            words = statuses_exclude(min(mine), min(theirs))
            return words, [*first[mine, one], *first[theirs, other]]
    return None


FINDERS: dict[Part, Callable[[Told], Found]] = {
    Part.NUMBER: _numbers,
    Part.STATUS: _statuses,
    Part.PERPETRATOR: parties,
}
"""What can be contradicted, and how it is found."""
