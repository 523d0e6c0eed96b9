"""What a count is divided by: status, sex, age, cause, perpetrator, first teller."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId
from tasjil.model.persons import AgeGroup, AgeRange
from tasjil.model.tally import Origin

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Division:
    """One way to divide victims.

    Attributes:
        value: What a claim says of its victims; None where it says nothing.
        label: The words for a value, as the claim has them.
        excludes: True where saying one value of all victims denies the others: a
            group of civilians holds no fighters. Two tellers deny nothing.
    """

    name: str
    value: Callable[[Claim], str | None]
    label: Callable[[Claim], str]
    excludes: bool = True


def status(claim: Claim) -> str | None:
    """Give the victims' status; None where unknown."""
    return _known(claim.victims.status)


def sex(claim: Claim) -> str | None:
    """Give the victims' sex; None where unknown or mixed."""
    return _known(claim.victims.sex)


def age(claim: Claim) -> str | None:
    """Give the age group: child under 18 years at the incident, or adult."""
    victims = claim.victims
    if victims.age_group is not AgeGroup.UNKNOWN:
        return str(victims.age_group)
    years = victims.age_range
    if years is None and victims.age is not None:
        years = AgeRange(victims.age, victims.age, "")
    return None if years is None else _known(years.group)


def cause(claim: Claim) -> str | None:
    """Give the cause of death or injury; None where unknown."""
    return _known(claim.cause)


def perpetrator(claim: Claim) -> str | None:
    """Give the folded words for whoever is said to have done it."""
    text = claim.perpetrator.text
    return fold(text) if text else None


def divisions(origins: Mapping[ClaimId, Origin]) -> tuple[Division, ...]:
    """List the ways to divide that look at single claims."""

    def teller(claim: Claim) -> str | None:
        origin = origins.get(claim.id)
        return None if origin is None else origin.key

    def teller_name(claim: Claim) -> str:
        origin = origins.get(claim.id)
        return UNKNOWN if origin is None else origin.name

    return (
        Division("status", status, lambda claim: status(claim) or UNKNOWN),
        Division("sex", sex, lambda claim: sex(claim) or UNKNOWN),
        Division("age", age, lambda claim: age(claim) or UNKNOWN),
        Division("cause", cause, lambda claim: cause(claim) or UNKNOWN),
        Division(
            "perpetrator", perpetrator, lambda claim: claim.perpetrator.text or UNKNOWN
        ),
        Division("source", teller, teller_name, excludes=False),
    )


def _known(value: str) -> str | None:
    return None if value == UNKNOWN else str(value)
