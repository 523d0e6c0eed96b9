"""How many of one incident's victims a row of a breakdown holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.count.algebra import Told, both, either, told
from tasjil.count.divisions import UNKNOWN, Division
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.reach import Nesting
from tasjil.model.tally import IncidentCount


@dataclass(frozen=True, slots=True)
class Share:
    """One incident's part in one row: at least, at most, and who says so."""

    value: str
    label: str
    floor: int
    ceiling: int | None
    claims: tuple[ClaimId, ...]


def shares(
    claims: list[Claim], count: IncidentCount, division: Division, nesting: Nesting
) -> list[Share]:
    """Divide one incident; what nobody says anything about is the unknown row.

    A report that gives all its victims another value says none of them had this one,
    so where reports contradict each other the floor of each value is zero. A report
    that says nothing takes nothing away.
    """
    by_report: dict[ReportId, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    labels: dict[str, str] = {}
    for claim in claims:
        if (value := division.value(claim)) is not None:
            labels.setdefault(value, division.label(claim))
    found = [
        _share(value, label, by_report, (count, division, nesting))
        for value, label in sorted(labels.items())
    ]
    rest = _rest(claims, found, count, division)
    return found if rest is None else [*found, rest]


Rules = tuple[IncidentCount, Division, Nesting]


def _share(
    value: str, label: str, by_report: dict[ReportId, list[Claim]], rules: Rules
) -> Share:
    count, division, nesting = rules
    numbers: list[Told] = []
    resting: list[ClaimId] = []
    for kept in by_report.values():
        having = [claim for claim in kept if division.value(claim) == value]
        if having:
            numbers.append(_outermost(having, nesting))
            resting += [claim.id for claim in having]
        elif division.excludes and _all_told_otherwise(kept, division, nesting):
            numbers.append(Told(0, 0, False))
    number = either(numbers)
    ceiling = number.top if any(each.top for each in numbers) else None
    if ceiling is None or count.ceiling is None:
        ceiling = count.ceiling
    else:
        ceiling = min(ceiling, count.ceiling)
    floor = number.low or 0
    if division.excludes:
        floor = min(floor, count.floor)
    if ceiling is not None:
        floor = min(floor, ceiling)
    return Share(value, label, floor, ceiling, tuple(sorted(resting)))


def _outermost(claims: Iterable[Claim], nesting: Nesting) -> Told:
    """Add up one report's groups with the value; a part inside one of them is in it."""
    kept = list(claims)
    groups: dict[str, list[Told]] = defaultdict(list)
    having = {claim.group for claim in kept}
    for claim in kept:
        if having.isdisjoint(nesting.above(claim)):
            groups[claim.group].append(told(claim.quantity))
    return both(either(each) for each in groups.values())


def _all_told_otherwise(
    claims: list[Claim], division: Division, nesting: Nesting
) -> bool:
    """Tell whether every whole group has a value, none of them the one asked for."""
    wholes = [claim for claim in claims if not nesting.is_part(claim)]
    return bool(wholes) and all(division.value(claim) for claim in wholes)


def _rest(
    claims: list[Claim], found: list[Share], count: IncidentCount, division: Division
) -> Share | None:
    """Give what is left over for the unknown row; None where nothing can be."""
    silent = tuple(claim.id for claim in claims if division.value(claim) is None)
    if not division.excludes and found:
        return None
    tops = [each.ceiling for each in found if each.ceiling is not None]
    is_open = len(tops) < len(found)
    floor = 0 if is_open else max(0, count.floor - sum(tops))
    if count.ceiling is None:
        return Share(UNKNOWN, UNKNOWN, floor, None, silent) if silent else None
    ceiling = max(floor, count.ceiling - sum(each.floor for each in found))
    if not silent or ceiling == 0:
        return None
    return Share(UNKNOWN, UNKNOWN, floor, ceiling, silent)
