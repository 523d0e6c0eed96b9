"""Which claims of one incident tell which part of it, and on how many tellers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tasjil.model.acts import PerpetratorStance
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.incident import Incident
from tasjil.model.missing import Part
from tasjil.model.persons import Status
from tasjil.model.reach import A_NIGHT, SETTLEMENTS, Nesting

Support = Mapping[ClaimId, str]
"""The key of the independent first teller of each claim."""

MOST_COMPARED = 20
"""Tellings of one incident that are compared pair by pair; more are not looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """One incident, as its claims tell it.

    Attributes:
        wholes: Claims about all of its victims, not only some of them.
        by_report: The same, report by report, in the order of the reports' ids.
        parts: The claims that tell each part.
    """

    incident: Incident
    wholes: tuple[Claim, ...]
    by_report: tuple[tuple[Claim, ...], ...]
    parts: Mapping[Part, tuple[Claim, ...]]
    support: Support

    @classmethod
    def of(
        cls,
        incident: Incident,
        claims: Iterable[Claim],
        nesting: Nesting,
        support: Support,
    ) -> "Told":
        """Sort the claims that nobody rejected by what they tell."""
        kept = tuple(claims)
        wholes = tuple(each for each in kept if not nesting.is_part(each)) or kept
        parts: dict[Part, list[Claim]] = {part: [] for part in Part}
        parts[Part.NUMBER] = [each for each in wholes if each.quantity.known]
        for claim in kept:
            for part in _told_by(claim):
                parts[part].append(claim)
        told = {part: tuple(found) for part, found in parts.items()}
        return cls(incident, wholes, _by_report(wholes), told, support)

    def teller(self, claim: Claim) -> str:
        """Give the key of a claim's first teller; its report's where none is known."""
        return self.support.get(claim.id, claim.report)

    def tellers(self, part: Part) -> frozenset[str]:
        """Give the independent first tellers of a part."""
        return frozenset(self.teller(claim) for claim in self.parts[part])

    def ids(self, part: Part) -> tuple[ClaimId, ...]:
        """Give the claims that tell a part."""
        return tuple(claim.id for claim in self.parts[part])

    def named(self) -> int:
        """Count the names of the report that names most."""
        names: dict[str, set[str]] = {}
        for claim in self.parts[Part.IDENTITY]:
            names.setdefault(claim.report, set()).update(map(fold, claim.victims.names))
        return max(map(len, names.values()), default=0)

    def is_wide(self, part: Part) -> bool:
        """Tell whether a place is no settlement, or a time more than a night."""
        if part is Part.PLACE:
            levels = (w.level for c in self.parts[part] for w in c.where)
            return not any(level in SETTLEMENTS for level in levels)
        if part is not Part.TIME or self.incident.edtf is None:
            return False
        days = Edtf.parse(self.incident.edtf).days
        return days is None or days > A_NIGHT


def _by_report(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    found: dict[ReportId, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.report, []).append(claim)
    return tuple(tuple(found[report]) for report in sorted(found))


def _told_by(claim: Claim) -> Iterable[Part]:
    """Give what a claim tells besides a number."""
    if claim.victims.names:
        yield Part.IDENTITY
    if claim.victims.status is not Status.UNKNOWN:
        yield Part.STATUS
    if claim.cause is not Cause.UNKNOWN:
        yield Part.CAUSE
    if _accuses(claim):
        yield Part.PERPETRATOR
    if claim.where:
        yield Part.PLACE
    if claim.when.edtf is not None:
        yield Part.TIME


def _accuses(claim: Claim) -> bool:
    told = claim.perpetrator
    return told.text is not None and told.stance is not PerpetratorStance.DENIED
