"""All tellings of one figure by one first teller, the nearest to that teller first."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.slips.statement import figure, usable
from tasjil.count.totals.aggregates import NOBODY
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.ids import ReportId
from tasjil.model.report import Report
from tasjil.model.sources import SourceKind
from tasjil.model.tally import Origin

PEOPLE = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE})
"""Tellers who are said by their kind, for their names may not leave the house."""

LOOKED_AT = 50
"""Tellings of one figure, the nearest first, that are held against each other."""

FigureKey = tuple[str, Act, int]
"""First teller, act, and the number as it was said."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure in one report.

    Attributes:
        claims: All claims of the report that give it; the first stands for them.
        publisher: Who published it, as the site names them.
        day: The last day it can have been published on, as an ordinal.
    """

    claims: tuple[Claim, ...]
    origin: Origin
    publisher: str
    day: int | None
    is_part: bool
    is_total: bool

    @property
    def claim(self) -> Claim:
        """The claim that stands for the telling."""
        return self.claims[0]

    @property
    def steps(self) -> int:
        """How many tell it, from the first teller to the publisher."""
        return max(1, len(self.origin.chain))


Tellings = dict[FigureKey, tuple[Telling, ...]]


def tellings(evidence: Evidence) -> Tellings:
    """Put the tellings of each figure together, each report once, the nearest first.

    Tellers without a name are left out: two of them may be any two people.
    """
    told: dict[FigureKey, dict[ReportId, list[Claim]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in usable(evidence.claims.values(), evidence):
        origin = evidence.origins.get(claim.id, NOBODY)
        number = figure(claim)
        if claim.background or origin.key.startswith("unnamed:"):
            continue
        told[origin.key, claim.act, number][claim.report].append(claim)
    return {
        key: tuple(
            sorted((_telling(kept, evidence) for kept in reports.values()), key=_near)
        )
        for key, reports in sorted(told.items())
    }


def _telling(claims: list[Claim], evidence: Evidence) -> Telling:
    kept = sorted(claims, key=lambda claim: (claim.part_of is not None, claim.id))
    origin = evidence.origins.get(kept[0].id, NOBODY)
    report = evidence.reports.get(kept[0].report)
    published = None if report is None else report.published
    last = None if published is None else Edtf.parse(published).latest
    return Telling(
        claims=tuple(kept),
        origin=origin,
        publisher=origin.chain[-1] if len(origin.chain) > 1 else teller_name(origin),
        day=None if last is None else last.toordinal(),
        is_part=all(evidence.nesting.above(claim) for claim in kept),
        is_total=any(evidence.nesting.is_total(claim) for claim in kept),
    )


def teller_name(origin: Origin) -> str:
    """Name a first teller; a witness or a relative is named by kind alone."""
    return str(origin.kind) if origin.kind in PEOPLE else origin.name


def _near(telling: Telling) -> tuple[int, int, str]:
    return telling.steps, telling.day or 10**9, telling.claim.id


def named_apart(one: Telling, other: Telling, evidence: Evidence) -> tuple[str, str]:
    """Name who published each; two texts of one publisher by their dates as well."""
    if one.publisher != other.publisher:
        return one.publisher, other.publisher
    return _dated(one, evidence.reports), _dated(other, evidence.reports)


def _dated(telling: Telling, reports: Mapping[ReportId, Report]) -> str:
    report = reports.get(telling.claim.report)
    told = () if report is None else (report.published, report.language)
    more = ", ".join(each for each in told if each)
    return f"{telling.publisher} ({more})" if more else telling.publisher
