"""How far a source can be believed, from how what it told held up (HURIDOCS)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tasjil.assess.support import speaks_to
from tasjil.model.acts import Level
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.incident import Incident
from tasjil.model.judgement import LEFT_OUT, ClaimState
from tasjil.model.proof import Element
from tasjil.model.quantity import Quantity
from tasjil.model.standards.huridocs_people import Reliability
from tasjil.model.standings import Standings
from tasjil.model.tally import Origin

FEWEST = 5
"""Incidents that people settled, below which nothing is said of a source."""

LADDER = (
    (0.9, Reliability.HIGH),
    (0.7, Reliability.LIKELY),
    (0.4, Reliability.UNSURE),
    (0.1, Reliability.LIKELY_NOT),
    (0.0, Reliability.NOT),
)
"""The share of settled incidents where its word fits, from which each rung holds."""


@dataclass(frozen=True, slots=True)
class HeldUp:
    """How what one source told first held up; it changes no count.

    Attributes:
        fits: Incidents that people established, where its figure fits theirs.
        fails: Incidents where it does not, or that were refuted.
        because: The reason in words.
    """

    reliability: Reliability
    fits: tuple[IncidentId, ...]
    fails: tuple[IncidentId, ...]
    because: str


def reliability(
    incidents: Iterable[Incident],
    standings: Standings,
    claims: Mapping[ClaimId, Claim],
    states: Mapping[ClaimId, ClaimState],
    told: Mapping[ClaimId, Origin],
) -> dict[str, HeldUp]:
    """Hold what each first teller told against what people found and signed.

    Only incidents whose harm was established or refuted, with a second signature, say
    anything. A claim that was rejected says nothing about its source: the reader read
    the words wrongly. Parts of a number are not held against the whole.

    Args:
        incidents: As they are put together now.
        standings: As `settle` gives them.
        claims: All claims.
        states: What people decided about them.
        told: The first teller of each.

    Returns:
        How it held up, for every first teller, by key.
    """
    fits: dict[str, list[IncidentId]] = defaultdict(list)
    fails: dict[str, list[IncidentId]] = defaultdict(list)
    for incident in incidents:
        found = standings.incidents.get(incident.id, {}).get(Element.DEATH)
        if found is None or found.second is None:
            continue
        said: dict[str, list[Claim]] = defaultdict(list)
        for id_ in incident.claims:
            if id_ in claims and states.get(id_) not in LEFT_OUT:
                claim = claims[id_]
                if claim.part_of is None and speaks_to(claim, Element.DEATH):
                    said[told[id_].key].append(claim)
        for key, own in said.items():
            fit = _held_up(own, found)
            if fit is not None:
                (fits if fit else fails)[key].append(incident.id)
    return {
        key: _in_words(tuple(fits.get(key, ())), tuple(fails.get(key, ())))
        for key in sorted({origin.key for origin in told.values()})
    }


def _held_up(own: list[Claim], found: Assessment) -> bool | None:
    """Tell whether a teller's word fits; None where the finding does not say."""
    if found.standing is Standing.REFUTED:
        return False
    if found.standing is not Standing.ESTABLISHED:
        return None
    if found.number is None:
        return True
    figures = [
        each.quantity
        for each in own
        if each.quantity.known and each.level is not Level.INDIVIDUAL
    ]
    low, high = found.number.low, found.number.high
    return not figures or any(_meets(each, low, high) for each in figures)


def _meets(told: Quantity, low: int, high: int | None) -> bool:
    above = told.low or 0
    return (high is None or above <= high) and (told.high is None or told.high >= low)


def _in_words(fits: tuple[IncidentId, ...], fails: tuple[IncidentId, ...]) -> HeldUp:
    settled = len(fits) + len(fails)
    if settled < FEWEST:
        because = f"{settled} of its incidents are settled; it takes {FEWEST} to say"
        return HeldUp(Reliability.UNKNOWN, fits, fails, because)
    share = len(fits) / settled
    rung = next(each for least, each in LADDER if share >= least)
    because = f"its figure fits what people established in {len(fits)} of {settled}"
    return HeldUp(rung, fits, fails, because)
