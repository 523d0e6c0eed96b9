"""How one teller's total grew, and where it did not: drops, repeats, changed scopes."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from tasjil.count.evidence import Evidence
from tasjil.count.names import slug
from tasjil.model.acts import Act
from tasjil.model.edtf import Edtf
from tasjil.model.ids import FigureId, ReportId
from tasjil.model.tally import AggregateStatement, Series, SeriesPoint


def grow_series(
    statements: Iterable[AggregateStatement], evidence: Evidence
) -> tuple[Series, ...]:
    """Put each first teller's totals of one act into one series.

    Parts of a total ("of whom 683 in one province") are no points of it. Nor is a
    smaller number told beside a larger one in every report that has it.
    """
    lines: dict[tuple[str, Act], list[AggregateStatement]] = defaultdict(list)
    for statement in statements:
        if _is_whole(statement, evidence):
            lines[statement.teller_key, statement.act].append(statement)
    return tuple(
        _series(key, act, sorted(_largest(kept, evidence), key=_in_time))
        for (key, act), kept in sorted(lines.items())
    )


def _is_whole(statement: AggregateStatement, evidence: Evidence) -> bool:
    claims = (evidence.claims[claim] for claim in statement.claims)
    return any(not evidence.nesting.above(claim) for claim in claims)


def _largest(
    kept: list[AggregateStatement], evidence: Evidence
) -> list[AggregateStatement]:
    """Keep the statements that are the largest of some report."""
    most: dict[ReportId, int] = defaultdict(int)
    for statement in kept:
        for claim in statement.claims:
            report = evidence.claims[claim].report
            most[report] = max(most[report], _number(statement))
    return [
        statement
        for statement in kept
        if any(
            most[evidence.claims[claim].report] == _number(statement)
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
        flags=tuple(flag for pair in pairwise(kept) for flag in flags(*pair)),
    )


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
