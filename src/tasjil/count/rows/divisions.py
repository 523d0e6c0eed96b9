"""What a count is divided by: status, sex, age, cause, perpetrator, first teller."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from tasjil.count.algebra.runs import UNTOLD, Ints
from tasjil.count.evidence import Evidence
from tasjil.model.acts import PerpetratorStance
from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.persons import AgeGroup, AgeRange
from tasjil.model.proof import Element
from tasjil.model.scope import Treated

UNKNOWN = "unknown"

Value = str | None
"""What a claim says of its victims; None where it says nothing."""


@dataclass(frozen=True, slots=True)
class Division:
    """One way to divide victims by what claims say of them.

    Attributes:
        values: Every value there is, the unknown last.
        labels: The words for each value.
        codes: The place of each claim's value; UNTOLD where it says nothing.
        excludes: True where saying one value of all victims denies the others: a
            group of civilians holds no fighters. Two tellers deny nothing.
        treated: Which rule of the codebook settles it where tellers disagree.
        found: What people assess, so that a value can be verified.
        once: True where each person stands in one row, so that a whole without its
            parts is a row of its own.
    """

    name: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    codes: Ints
    excludes: bool = True
    treated: Treated | None = None
    found: Element | None = None
    once: bool = False

    @property
    def unknown(self) -> int:
        """The place of the value that nobody told."""
        return len(self.values) - 1


def status(claim: Claim) -> Value:
    """Give the victims' status; None where unknown."""
    return _known(claim.victims.status)


def sex(claim: Claim) -> Value:
    """Give the victims' sex; None where unknown or mixed."""
    return _known(claim.victims.sex)


def age(claim: Claim) -> Value:
    """Give the age group: child under 18 years at the incident, or adult."""
    victims = claim.victims
    if victims.age_group is not AgeGroup.UNKNOWN:
        return str(victims.age_group)
    years = victims.age_range
    if years is None and victims.age is not None:
        years = AgeRange(victims.age, victims.age, "")
    return None if years is None else _known(years.group)


def cause(claim: Claim) -> Value:
    """Give the cause of death or injury; None where unknown."""
    return _known(claim.cause)


def perpetrator(claim: Claim) -> Value:
    """Give the folded words for whoever is said to have done it."""
    text = claim.perpetrator.text
    return fold(text) if text else None


def attribution(claim: Claim) -> Value:
    """Give how firmly somebody is held to have done it; None where nobody is."""
    stance = claim.perpetrator.stance
    return None if stance is PerpetratorStance.UNKNOWN else str(stance)


def community(claim: Claim) -> Value:
    """Give the victims' community; None where none is told, or several."""
    told = claim.victims.communities
    return fold(told[0]) if len(told) == 1 else None


def divisions(
    claims: Sequence[Claim], evidence: Evidence, *, by_community: bool = False
) -> Iterator[Division]:
    """Give every way to divide that looks at what claims say.

    Args:
        claims: In the order of the columns.
        evidence: Who told each of them first.
        by_community: Only where the case's protection policy allows it.
    """
    by = Treated, Element
    yield _told("status", claims, status, by[0].STATUS, by[1].STATUS)
    yield _told("sex", claims, sex, by[0].SEX)
    yield _told("age", claims, age, by[0].AGE)
    yield _told("cause", claims, cause, by[0].CAUSE, by[1].CAUSE)
    blamed = _told(
        "perpetrator", claims, perpetrator, by[0].PERPETRATOR, by[1].PERPETRATOR
    )
    yield _worded(blamed, claims, attrgetter("perpetrator.text"))
    yield _told("attribution", claims, attribution, by[0].PERPETRATOR)
    if by_community:
        told = _told("community", claims, community)
        yield _worded(told, claims, lambda claim: claim.victims.communities[0])
    yield _tellers(claims, evidence)


def _known(value: str) -> Value:
    return None if value == UNKNOWN else str(value)


def _told(
    name: str,
    claims: Sequence[Claim],
    value: Callable[[Claim], Value],
    treated: Treated | None = None,
    found: Element | None = None,
) -> Division:
    """Write what each claim says as a number; the label is the value itself."""
    values: dict[str, int] = {}
    codes = [
        UNTOLD if told is None else values.setdefault(told, len(values))
        for told in map(value, claims)
    ]
    names = (*values, UNKNOWN)
    return Division(name, names, names, np.array(codes, np.int64), True, treated, found)


def _worded(
    division: Division, claims: Sequence[Claim], words: Callable[[Claim], str]
) -> Division:
    """Label each value with the first, by the alphabet, of the words used for it."""
    labels: dict[int, str] = {division.unknown: UNKNOWN}
    for claim, code in zip(claims, division.codes.tolist(), strict=True):
        if code != UNTOLD:
            text = words(claim)
            labels[code] = min(labels.get(code, text), text)
    return Division(
        division.name,
        division.values,
        tuple(labels[n] for n in range(len(division.values))),
        division.codes,
        division.excludes,
        division.treated,
        division.found,
    )


def _tellers(claims: Sequence[Claim], evidence: Evidence) -> Division:
    """Divide by first teller; what two of them tell may be the same."""
    origins = evidence.origins

    def key(claim: Claim) -> Value:
        origin = origins.get(claim.id)
        return None if origin is None else origin.key

    told = _worded(
        _told("source", claims, key), claims, lambda claim: origins[claim.id].name
    )
    return Division("source", told.values, told.labels, told.codes, excludes=False)
