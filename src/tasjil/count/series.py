"""How one teller's total grew, and where it did not: drops, repeats, changed scopes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tasjil.count.evidence import Evidence
from tasjil.count.names import slug
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.ids import FigureId, ReportId
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.tally import AggregateStatement, Basis, Series, SeriesPoint

Group = tuple[ReportId, str]


def grow_series(
    statements: Iterable[AggregateStatement], evidence: Evidence
) -> tuple[Series, ...]:
    """Put each first teller's totals of one act into one series.

    Parts of a total ("of whom 683 in one province") are no points of it, but the
    civilians among the dead are: monitors carry that total on beside the total of
    everybody. A smaller number told beside a larger one of the same status, in every
    report that has it, is no point either.
    """
    groups = _by_group(evidence)
    lines: dict[tuple[str, Act], list[AggregateStatement]] = defaultdict(list)
    for statement in statements:
        if _is_whole(statement, evidence) or _is_of_civilians(
            statement, evidence, groups
        ):
            lines[statement.teller_key, statement.act].append(statement)
    return tuple(
        _series(key, act, sorted(_largest(kept, evidence), key=_in_time))
        for (key, act), kept in sorted(lines.items())
    )


def _is_whole(statement: AggregateStatement, evidence: Evidence) -> bool:
    claims = (evidence.claims[claim] for claim in statement.claims)
    return any(not evidence.nesting.above(claim) for claim in claims)


def _by_group(evidence: Evidence) -> dict[Group, list[Claim]]:
    """Give the claims of each group of victims."""
    found: dict[Group, list[Claim]] = defaultdict(list)
    for claim in evidence.claims.values():
        found[claim.report, claim.group].append(claim)
    return found


def _is_of_civilians(
    statement: AggregateStatement,
    evidence: Evidence,
    groups: Mapping[Group, list[Claim]],
) -> bool:
    """Tell whether it is the civilian share of a total of everybody, all else equal."""
    for name in statement.claims:
        claim = evidence.claims[name]
        told = claim.victims
        everyone = told.sex is Sex.UNKNOWN and told.age_group is AgeGroup.UNKNOWN
        if told.status is not Status.CIVILIAN or not everyone:
            continue
        for group in evidence.nesting.above(claim):
            wholes = groups[claim.report, group]
            if any(_differ_in_status_alone(claim, whole) for whole in wholes):
                return True
    return False


def _differ_in_status_alone(part: Claim, whole: Claim) -> bool:
    """Tell whether both are about the same places, the whole about everybody."""
    area = {each.name or each.text for each in part.where}
    same = area <= {each.name or each.text for each in whole.where}
    all_of_it = not part.where or len(part.where) == len(whole.where)
    return whole.victims.status is Status.UNKNOWN and same and all_of_it


def _largest(
    kept: list[AggregateStatement], evidence: Evidence
) -> list[AggregateStatement]:
    """Keep the statements that are the largest of their status in some report.

    A guess beside a count ("believed to be higher") is no point of what was counted.
    """
    most: dict[tuple[ReportId, str], int] = defaultdict(int)
    counted = [each for each in kept if each.basis is not Basis.ESTIMATED]
    kept = counted or kept
    for statement in kept:
        for claim in statement.claims:
            key = evidence.claims[claim].report, statement.status
            most[key] = max(most[key], _number(statement))
    return [
        statement
        for statement in kept
        if any(
            most[evidence.claims[claim].report, statement.status] == _number(statement)
            for claim in statement.claims
        )
    ]


def _in_time(statement: AggregateStatement) -> tuple[str, int, str]:
    return statement.published or "~", _number(statement), statement.id


def _series(key: str, act: Act, kept: list[AggregateStatement]) -> Series:
    return Series(
        id=FigureId(f"series/{slug(act)}/{slug(key)}"),
        first_teller=kept[0].first_teller,
        teller_key=key,
        act=act,
        points=tuple(
            SeriesPoint(
                each.published,
                each.low,
                each.high,
                each.id,
                each.claims[0],
                each.status,
            )
            for each in kept
        ),
        flags=tuple(flag for pair in _compared(kept) for flag in flags(*pair)),
    )


def _compared(
    kept: list[AggregateStatement],
) -> Iterator[tuple[AggregateStatement, AggregateStatement]]:
    """Pair each statement with the one before it, of the same status where one is."""
    last: dict[str, AggregateStatement] = {}
    for before, after in pairwise(kept):
        last[before.status] = before
        yield last.get(after.status, before), after


def flags(before: AggregateStatement, after: AggregateStatement) -> list[str]:
    """Say in plain words what a line through two points would hide."""
    found = []
    when = after.published or "an unknown date"
    old, new = _number(before), _number(after)
    changed = _changed(before, after)
    if new < old:
        why = f"; {', '.join(changed)}" if changed else ""
        found.append(f"{when}: falls from {old:,} to {new:,}{why}")
    elif new == old:
        found.append(f"{when}: {new:,} is stated again")
    if changed and new >= old:
        found.append(f"{when}: {', '.join(changed)}")
    return found


def _number(statement: AggregateStatement) -> int:
    return statement.low if statement.low is not None else statement.high or 0


def _changed(before: AggregateStatement, after: AggregateStatement) -> list[str]:
    """Name what the two totals do not share; what one leaves untold is no change."""
    parts = (
        ("status", before.status, after.status),
        ("area", _listing(before.where), _listing(after.where)),
        ("start of the period", _start(before.edtf), _start(after.edtf)),
    )
    return [
        f"{name} changes from {old} to {new}"
        for name, old, new in parts
        if old != new and "unknown" not in (old, new)
    ]


def _listing(where: tuple[str, ...]) -> str:
    return " + ".join(sorted(where)) or "unknown"


def _start(edtf: str | None) -> str:
    first = Edtf.parse(edtf).earliest if edtf else None
    return "unknown" if first is None else first.isoformat()
