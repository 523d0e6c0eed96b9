"""Lists what people found: each element of each incident, who signed, who dissented."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasjil.assess.grades import Graded, graded
from tasjil.assess.reliability import HeldUp, reliability
from tasjil.assess.standing import Numbered
from tasjil.assess.support import Support, support
from tasjil.errors import NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.claims.following import assessments_now
from tasjil.journey.count import Counted, count_register
from tasjil.journey.opening import Key, open_register
from tasjil.model.assessment import Assessment
from tasjil.model.ids import SourceId
from tasjil.model.incident import Incident
from tasjil.model.json import to_json
from tasjil.model.proof import Element
from tasjil.model.standards.huridocs_people import Reliability
from tasjil.model.tally import Origin
from tasjil.model.victim import Victim

NOT_RELIED_ON = frozenset({Reliability.NOT, Reliability.LIKELY_NOT})


@dataclass(frozen=True, slots=True)
class Told:
    """One element: what is told of it, and what people found.

    Attributes:
        number: The entry of the newest assessment; None where there is none.
        found: That assessment.
    """

    element: Element
    support: Support
    number: int | None = None
    found: Assessment | None = None


@dataclass(frozen=True, slots=True)
class Stood:
    """One incident, or one victim, with its five elements.

    Attributes:
        grade: Airwars' grade of an incident; None for a victim.
    """

    about: Incident | Victim
    elements: tuple[Told, ...]
    grade: Graded | None = None

    @property
    def assessed(self) -> bool:
        """True where people found anything about it."""
        return any(each.found is not None for each in self.elements)


@dataclass(frozen=True, slots=True)
class Assessed:
    """Everything that people found.

    Attributes:
        adrift: Assessments that are about no one incident any more, with their numbers.
    """

    stood: tuple[Stood, ...]
    adrift: tuple[Numbered, ...]


def list_assessments(case: Case, key: Key, about: str | None = None) -> Assessed:
    """List where every element of every incident stands, or of those that begin so.

    Raises:
        NotInRegister: No incident and no victim begins like this.
    """
    with open_register(case, key) as register:
        counted = count_register(case, register)
        numbers = {told: number for number, told in assessments_now(register)}
    stood = tuple(stand_of(counted, numbers, about or ""))
    if about and not stood:
        raise NotInRegister(
            "expected an incident or a victim whose id begins like this, found none; "
            "`tasjil assessments CASE --json` has all ids"
        )
    adrift = counted.evidence.standings.adrift
    return Assessed(
        stood, () if about else tuple((numbers[each], each) for each in adrift)
    )


def stand_of(
    counted: Counted, numbers: dict[Assessment, int], begins: str = ""
) -> Iterator[Stood]:
    """Put together what is told and what was found, incident by incident."""
    evidence = counted.evidence
    standings, records = evidence.standings, held_up(counted)
    doubted = {
        SourceId(key)
        for key, record in records.items()
        if record.reliability in NOT_RELIED_ON
    }
    for incident in counted.incidents:
        if incident.id.startswith(begins):
            claims = evidence.counted(incident)
            found = standings.incidents.get(incident.id, {})
            grade = graded(claims, evidence.origins, found, doubted)
            told = support(claims, evidence.origins)
            yield Stood(incident, _elements(told, found, numbers), grade)
    for victim in evidence.victims:
        if victim.id.startswith(begins) and victim.id in standings.victims:
            claims = [evidence.claims[each] for each in victim.claims]
            told = support(claims, evidence.origins)
            yield Stood(victim, _elements(told, standings.victims[victim.id], numbers))


def held_up(counted: Counted) -> dict[str, HeldUp]:
    """Say of every first teller how what they told held up."""
    evidence = counted.evidence
    return reliability(
        counted.incidents,
        evidence.standings,
        evidence.claims,
        evidence.states,
        evidence.origins,
    )


def _elements(
    told: dict[Element, Support], found: Any, numbers: dict[Assessment, int]
) -> tuple[Told, ...]:
    return tuple(
        Told(element, told[element], numbers.get(found[element]), found[element])
        if element in found
        else Told(element, told[element])
        for element in Element
    )


def stood_json(each: Stood) -> dict[str, Any]:
    """Put one incident or victim, with its elements, into plain JSON."""
    about = each.about
    named: dict[str, Any] = {"victim": about.id}
    if isinstance(about, Incident):
        named = {
            **{"incident": about.id, "act": str(about.act), "edtf": about.edtf},
            **{"place": about.place, "claims": list(about.claims)},
            "airwars": to_json(each.grade),
        }
    return {**named, "elements": [_told_json(told) for told in each.elements]}


def _told_json(told: Told) -> dict[str, Any]:
    plain = {
        "element": str(told.element),
        "tellers": [teller_json(each) for each in told.support.tellers],
        "told_by": list(told.support.claims),
        "direct": list(told.support.direct),
    }
    if told.found is None:
        return {**plain, "standing": None, "verified": False}
    return {**plain, **assessment_json(told.number, told.found)}


def assessment_json(number: int | None, told: Assessment) -> dict[str, Any]:
    """Put an assessment into plain JSON, with the number to sign it by."""
    return {**to_json(told), "entry": number, "verified": told.verified}


def teller_json(origin: Origin) -> dict[str, str]:
    """Put a first teller into plain JSON."""
    return {"key": origin.key, "name": origin.name, "kind": str(origin.kind)}
