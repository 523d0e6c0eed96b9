"""Which independent tellers stand behind each element of an incident."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tasjil.assess.independence import independent_tellers
from tasjil.model.acts import PerpetratorStance, Stance
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.model.persons import Status
from tasjil.model.proof import Element
from tasjil.model.sources import SourceKind
from tasjil.model.tally import Origin

NAMES_SOMEBODY = frozenset(PerpetratorStance) - {
    PerpetratorStance.DENIED,
    PerpetratorStance.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Support:
    """Who tells of one element.

    Attributes:
        tellers: First tellers that count as independent of each other.
        claims: The claims that tell of it.
        direct: Those of them that a witness tells.
    """

    tellers: tuple[Origin, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    direct: tuple[ClaimId, ...] = ()


def support(
    claims: Iterable[Claim], told: Mapping[ClaimId, Origin]
) -> dict[Element, Support]:
    """Give the independent tellers of each element of one incident.

    Args:
        claims: The incident's claims that nobody rejected.
        told: The first teller of each, as `origins` gives them.

    Example:
        >>> support([], {})[Element.DEATH].tellers
        ()
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    # A teller without a name who adds nobody to the incident adds nobody to an element.
    counting = {each.key for each in independent_tellers(ordered, told)}
    return {
        element: _support(
            [each for each in ordered if speaks_to(each, element)], told, counting
        )
        for element in Element
    }


def _support(
    claims: list[Claim], told: Mapping[ClaimId, Origin], counting: set[str]
) -> Support:
    tellers = independent_tellers(claims, told)
    return Support(
        tuple(each for each in tellers if each.key in counting),
        tuple(claim.id for claim in claims),
        tuple(claim.id for claim in claims if is_direct(claim)),
    )


def speaks_to(claim: Claim, element: Element) -> bool:
    """Tell whether a claim says anything about an element.

    What the teller denies or fears is no word that it happened.
    """
    if claim.stance in (Stance.DENIED, Stance.FEARED):
        return False
    match element:
        case Element.DEATH:
            return True
        case Element.IDENTITY:
            return bool(claim.victims.names)
        case Element.STATUS:
            return claim.victims.status is not Status.UNKNOWN
        case Element.CAUSE:
            return claim.cause is not Cause.UNKNOWN
        case Element.PERPETRATOR:
            return claim.perpetrator.stance in NAMES_SOMEBODY


def is_direct(claim: Claim) -> bool:
    """Tell whether somebody who was there tells it."""
    first = claim.first_teller
    return claim.stance is Stance.WITNESSED or (
        first is not None and first.kind is SourceKind.WITNESS
    )
