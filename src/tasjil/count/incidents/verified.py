"""What people established of each incident, at the scope's standard and signed."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tasjil.count.algebra.runs import UNTOLD, Bools, Ints
from tasjil.count.evidence import Evidence
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.folding import fold
from tasjil.model.ids import IncidentId
from tasjil.model.incident import Incident
from tasjil.model.proof import Element, StandardOfProof

Found = Mapping[Element, Assessment]


@dataclass(frozen=True, slots=True)
class Verified:
    """What is established, by the place of the incident among all.

    Attributes:
        low: The fewest people whose harm is established.
        high: The most; UNTOLD where no most was found.
        refuted: Whether it was found that the harm was not done.
        findings: What is established of all victims of an incident, folded.
        persons: How many verified persons have a finding, folded, of an element.
    """

    low: Ints
    high: Ints
    refuted: Bools
    findings: Mapping[tuple[int, Element], str] = field(default_factory=dict)
    persons: Mapping[tuple[int, Element], Counter[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        incidents: Sequence[Incident],
        evidence: Evidence,
        standard: StandardOfProof,
    ) -> "Verified":
        """Read the standings. What falls short of the standard verifies nothing."""
        rows = {each.id: n for n, each in enumerate(incidents)}
        low = np.zeros(len(rows), np.int64)
        refuted = np.zeros(len(rows), np.bool_)
        named, persons = _persons(rows, evidence, standard)
        for row, number in named.items():
            low[row] = number
        high = low.copy()
        findings: dict[tuple[int, Element], str] = {}
        for incident, found in evidence.standings.incidents.items():
            row = rows.get(incident, UNTOLD)
            if row == UNTOLD:
                continue
            death = found.get(Element.DEATH)
            refuted[row] = death is not None and _is_refuted(death, standard)
            if death is not None and death.meets(standard):
                low[row], high[row] = _number(death, named[row])
            findings |= {
                (row, element): fold(each.finding)
                for element, each in found.items()
                if each.meets(standard)
            }
        low[refuted], high[refuted] = 0, 0
        return cls(low, high, refuted, findings, persons)

    def shares(self, row: int, element: Element | None) -> dict[str | None, int]:
        """Divide what is verified of an incident by what is found of an element.

        Returns:
            People by folded finding; None for those of whom nothing is established.
        """
        number = int(self.low[row])
        if element is None:
            return {None: number}
        whole = self.findings.get((row, element))
        if whole is not None:
            return {whole: number}
        found: dict[str | None, int] = {}
        found.update(self.persons.get((row, element), {}))
        found[None] = max(number - sum(found.values()), 0)
        return found


def _number(death: Assessment, persons: int) -> tuple[int, int]:
    """Give the number found, or else the persons verified: one at least."""
    if death.number is None:
        return max(persons, 1), max(persons, 1)
    low, high = death.number.low, death.number.high
    return max(low, persons), UNTOLD if high is None else max(high, persons)


def _is_refuted(death: Assessment, standard: StandardOfProof) -> bool:
    return (
        death.standing is Standing.REFUTED
        and death.second is not None
        and death.standard.rank >= standard.rank
    )


def _persons(
    rows: Mapping[IncidentId, int], evidence: Evidence, standard: StandardOfProof
) -> tuple[Counter[int], dict[tuple[int, Element], Counter[str]]]:
    """Count the verified persons of each incident, and what is found of them."""
    counts: Counter[int] = Counter()
    found: dict[tuple[int, Element], Counter[str]] = defaultdict(Counter)
    for victim in evidence.victims:
        standing: Found = evidence.standings.victims.get(victim.id, {})
        death = standing.get(Element.DEATH)
        if death is None or not death.meets(standard):
            continue
        for row in (rows[each] for each in victim.incidents if each in rows):
            counts[row] += 1
            for element, each in standing.items():
                if each.meets(standard):
                    found[row, element][fold(each.finding)] += 1
    return counts, dict(found)
