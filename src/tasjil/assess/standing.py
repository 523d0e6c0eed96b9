"""Where each element of an incident or a victim stands, by its newest assessment."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tasjil.model.assessment import Assessment
from tasjil.model.ids import ClaimId, IncidentId, RecordId, VictimId
from tasjil.model.incident import Incident
from tasjil.model.proof import Element
from tasjil.model.standings import Standings
from tasjil.model.victim import Victim

Numbered = tuple[int, Assessment]
"""An assessment with the number of its entry; a higher number is newer."""


def settle(
    assessments: Iterable[Numbered],
    incidents: Iterable[Incident],
    victims: Iterable[Victim] = (),
    rejected: Collection[ClaimId] = (),
) -> Standings:
    """Give the newest assessment of each element, by whom or what it is about now.

    An assessment rests on claims and records, and is about the incident, or the
    victim, that holds them now: a report that joins the incident takes nothing from it.
    Where they lie in several by now or in none, or a person has rejected one of them,
    the assessment is adrift: it verifies nothing until a person looks.

    Args:
        assessments: With the numbers of their entries, in any order.
        incidents: As they are put together now.
        victims: As they are put together now.
        rejected: Claims of which a person held that the words do not say this.
    """
    holders = Holders.of(incidents, victims, rejected)
    of_incidents: dict[IncidentId, dict[Element, Assessment]] = defaultdict(dict)
    of_victims: dict[VictimId, dict[Element, Assessment]] = defaultdict(dict)
    adrift: list[Assessment] = []
    for _, told in sorted(assessments, key=lambda each: each[0]):
        if told.victim is not None:
            victim = holders.victim(told)
            if victim is not None:
                of_victims[victim][told.element] = told
                continue
        else:
            incident = holders.incident(told)
            if incident is not None:
                of_incidents[incident][told.element] = told
                continue
        adrift.append(told)
    return Standings(dict(of_incidents), dict(of_victims), tuple(adrift))


@dataclass(frozen=True, slots=True)
class Holders:
    """Which incidents and victims hold each claim and record now."""

    incidents: dict[ClaimId, frozenset[IncidentId]]
    of_claims: dict[ClaimId, frozenset[VictimId]]
    of_records: dict[RecordId, frozenset[VictimId]]
    rejected: frozenset[ClaimId]

    @classmethod
    def of(
        cls,
        incidents: Iterable[Incident],
        victims: Iterable[Victim] = (),
        rejected: Collection[ClaimId] = (),
    ) -> "Holders":
        """Turn incidents and victims round: from what they hold to who holds it."""
        in_incidents: dict[ClaimId, set[IncidentId]] = defaultdict(set)
        by_claim: dict[ClaimId, set[VictimId]] = defaultdict(set)
        by_record: dict[RecordId, set[VictimId]] = defaultdict(set)
        for incident in incidents:
            for claim in incident.claims:
                in_incidents[claim].add(incident.id)
        for victim in victims:
            for claim in victim.claims:
                by_claim[claim].add(victim.id)
            for record in victim.records:
                by_record[record].add(victim.id)
        return cls(
            {each: frozenset(held) for each, held in in_incidents.items()},
            {each: frozenset(held) for each, held in by_claim.items()},
            {each: frozenset(held) for each, held in by_record.items()},
            frozenset(rejected),
        )

    def incident(self, told: Assessment) -> IncidentId | None:
        """Give the one incident that an assessment is about now; None where adrift.

        A claim that is in no incident (a total, or one that a newer reading replaced)
        says nothing about which it is.
        """
        weighed = (*told.claims, *told.against)
        if not self.rejected.isdisjoint(weighed):
            return None
        held = {place for claim in weighed for place in self.incidents.get(claim, ())}
        return held.pop() if len(held) == 1 else None

    def victim(self, told: Assessment) -> VictimId | None:
        """Give the one victim that an assessment is about now; None where adrift."""
        weighed = (*told.claims, *told.against)
        if not self.rejected.isdisjoint(weighed):
            return None
        held = [
            *(self.of_claims[each] for each in weighed if each in self.of_claims),
            *(
                self.of_records[each]
                for each in told.records
                if each in self.of_records
            ),
        ]
        common = frozenset.intersection(*held) if held else frozenset()
        if told.victim in common:
            return told.victim
        return next(iter(common)) if len(common) == 1 else None
