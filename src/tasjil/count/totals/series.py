"""How one teller's total grew, and where it did not: drops, repeats, changed scopes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tasjil.count.evidence import Evidence
from tasjil.count.names import slug
from tasjil.count.placebook import finest
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import FigureId, ReportId
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.places import PlaceLevel
from tasjil.model.reach import SETTLEMENTS
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
    kept = tuple(statements)
    groups = _by_group(kept, evidence)
    lines: dict[tuple[str, Act], list[AggregateStatement]] = defaultdict(list)
    for statement in kept:
        if _is_whole(statement, evidence) or _is_of_civilians(
            statement, evidence, groups
        ):
            lines[statement.teller_key, statement.act].append(statement)
    return tuple(
        _series(key, act, sorted(_largest(kept, evidence), key=_in_time), evidence)
        for (key, act), kept in sorted(lines.items())
    )


def _is_whole(statement: AggregateStatement, evidence: Evidence) -> bool:
    claims = (evidence.claims[claim] for claim in statement.claims)
    return any(not evidence.nesting.above(claim) for claim in claims)


def _by_group(
    statements: Iterable[AggregateStatement], evidence: Evidence
) -> dict[Group, list[Claim]]:
    """Give the claims of each group of victims in the reports that state totals."""
    found: dict[Group, list[Claim]] = defaultdict(list)
    known = evidence.claims
    reports = {known[claim].report for each in statements for claim in each.claims}
    for claim in known.values() if reports else ():
        if claim.report not in reports:
            continue
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


def _in_time(statement: AggregateStatement) -> tuple[date, date, int, str]:
    """Order by the last day it may have been published, so that a year follows May."""
    told = Edtf.parse(statement.published) if statement.published else None
    last = None if told is None else told.latest
    first = None if told is None else told.earliest
    return last or date.max, first or date.max, _number(statement), statement.id


def _series(
    key: str, act: Act, kept: list[AggregateStatement], evidence: Evidence
) -> Series:
    drawn = list(_drawn(kept, evidence))
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
                line,
            )
            for each, line, _ in drawn
        ),
        flags=tuple(flag for _, _, found in drawn for flag in found),
    )


def _drawn(
    kept: list[AggregateStatement], evidence: Evidence
) -> Iterator[tuple[AggregateStatement, int, list[str]]]:
    """Put each statement on the line of its scope, with what is to be said of it.

    A statement of another scope begins a line of its own: civilians among all the
    dead, or two villages of a province, are no fall of the total.
    """
    lines: list[list[ScopeOf]] = []
    last: ScopeOf | None = None
    for statement in kept:
        scope = ScopeOf.of(statement, evidence)
        fitting = [n for n, line in enumerate(lines) if line[-1].may_go_on(scope)]
        if fitting:
            nth = fitting[-1]
            found = flags(lines[nth][-1], scope)
            lines[nth].append(scope)
        else:
            found = _new_scope(last or scope, scope)
            lines.append([scope])
            nth = len(lines) - 1
        last = scope
        yield statement, nth, found


@dataclass(frozen=True, slots=True)
class ScopeOf:
    """What tells the lines of one teller apart."""

    statement: AggregateStatement
    places: frozenset[str]
    around: frozenset[str]
    narrow: bool
    borderless: bool
    names: frozenset[str]
    starts: str

    @classmethod
    def of(cls, statement: AggregateStatement, evidence: Evidence) -> "ScopeOf":
        """Read the places of every telling."""
        told = [
            where
            for claim in statement.claims
            for where in finest(evidence.claims[claim].where)
        ]
        claims = [evidence.claims[claim] for claim in statement.claims]
        days = [day for each in claims if (day := _start(each.when.edtf))]
        levels = {each.level for each in told}
        return cls(
            statement,
            frozenset(each.place or each.text for each in told),
            frozenset(place for each in told for place in each.within),
            bool(levels) and levels <= SETTLEMENTS,
            PlaceLevel.REGION in levels,
            frozenset(each.name or each.text for each in told),
            min(days).isoformat() if days else "unknown",
        )

    def may_go_on(self, later: "ScopeOf") -> bool:
        """Tell whether the later statement carries this line on."""
        return (
            self.statement.status == later.statement.status
            and not self._lies_in(later)
            and not later._lies_in(self)
            and _one_party(self.statement.perpetrator, later.statement.perpetrator)
        )

    def _lies_in(self, other: "ScopeOf") -> bool:
        """Tell whether it covers less: places of a province, a village of a coast."""
        if not self.places or not other.places or self.places == other.places:
            return False
        if other.borderless and not self.borderless:
            return self.narrow or len(self.places) == 1
        known = self.places <= other.places or bool(self.around & other.places)
        return known and not other.places <= self.places


_ARABIC = re.compile("[\u0600-\u06ff]")


def _one_party(one: str | None, other: str | None) -> bool:
    """Tell whether two names may be one party; two scripts cannot be compared."""
    if one is None or other is None:
        return True
    if bool(_ARABIC.search(one)) != bool(_ARABIC.search(other)):
        return True
    return bool(set(fold(one).split()) & set(fold(other).split()))


def _new_scope(before: ScopeOf, after: ScopeOf) -> list[str]:
    """Say what is new where another scope could look like a fall."""
    changed = _changed(before, after)
    if not changed or _number(after.statement) >= _number(before.statement):
        return []
    return [f"{_when(after)}: {', '.join(changed)}"]


def flags(before: ScopeOf, after: ScopeOf) -> list[str]:
    """Say in plain words what a line through two points would hide."""
    found = []
    when = _when(after)
    old, new = _number(before.statement), _number(after.statement)
    changed = _changed(before, after)
    if new < old:
        why = f"; {', '.join(changed)}" if changed else ""
        found.append(f"{when}: falls from {old:,} to {new:,}{why}")
    elif new == old:
        found.append(f"{when}: {new:,} is stated again")
    if changed and new >= old:
        found.append(f"{when}: {', '.join(changed)}")
    return found


def _when(scope: ScopeOf) -> str:
    return scope.statement.published or "an unknown date"


def _number(statement: AggregateStatement) -> int:
    return statement.low if statement.low is not None else statement.high or 0


def _changed(before: ScopeOf, after: ScopeOf) -> list[str]:
    """Name what the two totals do not share; what one leaves untold is no change."""
    parts = (
        ("status", before.statement.status, after.statement.status),
        ("area", _listing(before.names), _listing(after.names)),
        ("start of the period", before.starts, after.starts),
    )
    return [
        f"{name} changes from {old} to {new}"
        for name, old, new in parts
        if old != new and "unknown" not in (old, new)
    ]


def _listing(where: Iterable[str]) -> str:
    return " + ".join(sorted(where)) or "unknown"


def _start(edtf: str | None) -> date | None:
    return Edtf.parse(edtf).earliest if edtf else None
