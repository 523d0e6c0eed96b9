"""Airwars grades of incidents: how well harm by one party is established."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from tasjil.assess.independence import independent_tellers
from tasjil.assess.parties import named_party, other_party
from tasjil.assess.support import speaks_to
from tasjil.model.acts import PerpetratorStance
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, SourceId
from tasjil.model.persons import Status
from tasjil.model.proof import Element
from tasjil.model.standards.airwars import Grade
from tasjil.model.tally import Origin

FIGHTERS = frozenset({Status.ARMED_FORCES, Status.DIRECT_PARTICIPANT})


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade and why; it changes no count.

    Attributes:
        grade: None where no grade fits: several tell, and nobody says who did it.
        claims: The claims that decide it.
    """

    grade: Grade | None
    because: str
    claims: tuple[ClaimId, ...] = ()


def graded(
    claims: Iterable[Claim],
    told: Mapping[ClaimId, Origin],
    standing: Mapping[Element, Assessment] | None = None,
    not_relied_on: Collection[SourceId] = (),
) -> Graded:
    """Grade one incident as Airwars does, from who tells and who accepts.

    The first of these that fits: a party says that it did it (confirmed); a signed
    finding, or all who say who they were, make those harmed fighters (discounted);
    tellers who are independent hold different parties responsible (contested); two
    credible tellers, and a party is named (fair); one teller (weak).

    Args:
        claims: The incident's claims that nobody rejected.
        told: The first teller of each.
        standing: What people found about the incident.
        not_relied_on: Listed sources whose word did not hold up before.
    """
    ordered = sorted(
        (each for each in claims if speaks_to(each, Element.DEATH)),
        key=lambda claim: claim.id,
    )
    accepted = [
        each for each in ordered if each.perpetrator.stance is PerpetratorStance.CLAIMED
    ]
    if accepted:
        return Graded(Grade.CONFIRMED, "a party says that it did it", _ids(accepted))
    fighters = _discounted(ordered, standing or {})
    if fighters is not None:
        return fighters
    rivals = _contested(ordered, told)
    if rivals:
        because = "tellers who are independent hold different parties responsible"
        return Graded(Grade.CONTESTED, because, _ids(rivals))
    return _by_tellers(ordered, told, not_relied_on)


def _discounted(
    claims: list[Claim], standing: Mapping[Element, Assessment]
) -> Graded | None:
    found = standing.get(Element.STATUS)
    if found is not None and found.verified:
        if found.finding not in FIGHTERS:
            return None
        because = "people established that those harmed were fighters"
        return Graded(Grade.DISCOUNTED, because, found.claims)
    blamed = standing.get(Element.PERPETRATOR)
    if blamed is not None and blamed.standing is Standing.REFUTED and blamed.second:
        because = "people established that the party named did not do it"
        return Graded(Grade.DISCOUNTED, because, (*blamed.claims, *blamed.against))
    told = [each for each in claims if each.victims.status is not Status.UNKNOWN]
    if told and all(each.victims.status in FIGHTERS for each in told):
        because = "all who say who was harmed say that they were fighters"
        return Graded(Grade.DISCOUNTED, because, _ids(told))
    return None


def _contested(claims: list[Claim], told: Mapping[ClaimId, Origin]) -> list[Claim]:
    """Give two claims by different tellers, who each name another party alone."""
    names: dict[str, list[tuple[frozenset[str], Claim]]] = {}
    for claim in claims:
        if speaks_to(claim, Element.PERPETRATOR) and claim.perpetrator.text:
            party = named_party(claim.perpetrator.text)
            if party:
                names.setdefault(told[claim.id].key, []).append((party, claim))
    for one, other in combinations(sorted(names), 2):
        apart = all(
            other_party(mine, theirs)
            for mine, _ in names[one]
            for theirs, _ in names[other]
        )
        if apart:
            return [names[one][0][1], names[other][0][1]]
    return []


def _by_tellers(
    claims: list[Claim],
    told: Mapping[ClaimId, Origin],
    not_relied_on: Collection[SourceId],
) -> Graded:
    tellers = independent_tellers(claims, told)
    credible = [each for each in tellers if each.source not in not_relied_on]
    if len(credible) < 2:
        why = "one teller"
        if len(tellers) > 1:
            why = f"{len(credible)} of {len(tellers)} tellers whose word held up before"
        return Graded(Grade.WEAK, why, _ids(claims))
    blaming = [each for each in claims if speaks_to(each, Element.PERPETRATOR)]
    many = f"{len(credible)} tellers who are independent of each other"
    if blaming:
        because = f"{many}, and a party is named"
        return Graded(Grade.FAIR, because, _ids(blaming))
    because = f"{many}, and nobody says who did it: no grade fits"
    return Graded(None, because, _ids(claims))


def _ids(claims: Iterable[Claim]) -> tuple[ClaimId, ...]:
    return tuple(claim.id for claim in claims)
