"""Numbers told over several incidents at once: "52 were killed in two villages"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, IncidentId, ReportId
from tasjil.model.incident import Incident, PartTotal
from tasjil.model.judgement import LEFT_OUT, ClaimState
from tasjil.model.places import Where
from tasjil.model.reach import SETTLEMENTS, Nesting, separate_places, tells_of_harm

ITS_PARTS = "the report itself says that they are parts of it"
IN_ITS_PLACES = "it names their places, and the days fit"
ONLY_ONES = "it names their places and no day, and each has this one incident alone"

SEVERAL = 2


def part_totals(
    claims: Iterable[Claim],
    incidents: Iterable[Incident],
    states: Mapping[ClaimId, ClaimState] | None = None,
) -> tuple[PartTotal, ...]:
    """Find the totals that stand over particular incidents, and over which.

    A total over named settlements stands over the incidents of its act that happened
    there on its days; one that gives no day only where each settlement has a single
    incident. Whatever its places, it stands over the incidents that its own report
    calls parts of it. Totals over districts and countries stand over nothing by
    themselves: they are statements about the tally.

    Args:
        claims: All claims of the reports.
        incidents: As they stand.
        states: What people decided; rejected totals stand over nothing.

    Returns:
        By the claim's id. Their numbers are added to nothing; they bound a sum.
    """
    told = sorted(claims, key=lambda each: each.id)
    finder = _Finder.of(told, incidents)
    nesting = Nesting.of(told)
    rejected = {claim for claim, state in (states or {}).items() if state in LEFT_OUT}
    return tuple(
        found
        for claim in told
        if claim.id not in rejected
        and claim.quantity.known
        and tells_of_harm(claim)
        and nesting.is_total(claim)
        and (found := finder.over(claim)) is not None
    )


@dataclass(frozen=True, slots=True)
class _Finder:
    """Looks incidents up by act and place, and by the group whose part they are."""

    at: Mapping[tuple[Act, str], list[Incident]]
    parts: Mapping[tuple[ReportId, str, Act], list[IncidentId]]

    @classmethod
    def of(cls, claims: Iterable[Claim], incidents: Iterable[Incident]) -> "_Finder":
        at: dict[tuple[Act, str], list[Incident]] = defaultdict(list)
        holder: dict[ClaimId, IncidentId] = {}
        for each in sorted(incidents, key=lambda one: one.id):
            for place in _places(each):
                at[each.act, place].append(each)
            holder |= dict.fromkeys(each.claims, each.id)
        parts: dict[tuple[ReportId, str, Act], list[IncidentId]] = defaultdict(list)
        for claim in claims:
            if claim.part_of is not None and claim.id in holder:
                key = (claim.report, claim.part_of, claim.act)
                parts[key].append(holder[claim.id])
        return cls(at, parts)

    def over(self, claim: Claim) -> PartTotal | None:
        """Give what a total stands over; None where that is nothing in particular."""
        own = self.parts.get((claim.report, claim.group, claim.act), ())
        covers = dict.fromkeys(own)
        reasons = [ITS_PARTS] if covers else []
        wheres = separate_places(claim.where)
        whole = False
        if len(wheres) >= SEVERAL and all(each.level in SETTLEMENTS for each in wheres):
            found = [list(self._on_its_days(claim, each)) for each in wheres]
            whole = all(found)
            if any(found):
                reasons.append(IN_ITS_PLACES if claim.when.edtf else ONLY_ONES)
            covers |= dict.fromkeys(each for some in found for each in some)
        if not covers:
            return None
        return PartTotal(claim.id, claim.act, tuple(sorted(covers)), whole, (*reasons,))

    def _on_its_days(self, claim: Claim, where: Where) -> Iterator[IncidentId]:
        there = self.at.get((claim.act, where.place or fold(where.text)), [])
        if claim.when.edtf is None:
            yield from (each.id for each in there if len(there) == 1)
            return
        days = Edtf.parse(claim.when.edtf)
        for each in there:
            own = None if each.edtf is None else Edtf.parse(each.edtf)
            if own is not None and days.contains(own):
                yield each.id


def _places(incident: Incident) -> Iterator[str]:
    if incident.place is not None:
        yield incident.place
    elif incident.place_text is not None:
        yield fold(incident.place_text)
    yield from incident.within
