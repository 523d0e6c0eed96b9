"""People say how well an element is established; others sign, or dissent."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tasjil.assess.grounds import check_grounds
from tasjil.assess.standing import Holders
from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.count import Counted, count_register
from tasjil.journey.opening import Key, open_register
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.causes import Cause
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, IncidentId, RecordId, VictimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import LEFT_OUT
from tasjil.model.moves import check_move
from tasjil.model.persons import Status
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange
from tasjil.model.victim import Victim
from tasjil.register.deeds import Deed
from tasjil.register.register import Register

LISTED: dict[Element, type[Defined]] = {Element.STATUS: Status, Element.CAUSE: Cause}
"""Elements whose finding is a value of a list, as SDG 16.1.2 divides people."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a person finds about one element of one incident or victim.

    Attributes:
        about: The id of an incident or a victim, or its beginning.
        standard: The case's own where None.
        finding: What is found; for a number of people, the number where None.
        claims: The claims it rests on; all of the incident that nobody rejected and
            that do not speak against it where None.
    """

    about: str
    element: Element
    standing: Standing
    because: str
    standard: StandardOfProof | None = None
    finding: str | None = None
    number: CountRange | None = None
    claims: tuple[ClaimId, ...] | None = None
    against: tuple[ClaimId, ...] = ()
    records: tuple[RecordId, ...] = ()
    direct_evidence: str | None = None


def assess(
    case: Case, key: Key, found: Finding, counted: Counted | None = None
) -> tuple[int, Assessment]:
    """Keep what whoever opened the register found; give it with its number.

    Args:
        case: The case.
        key: What opens its register.
        found: What is found.
        counted: What it is held against; the whole case is counted where None.

    Raises:
        NotInRegister: No incident and no victim, or no claim of it, has that id.
        NotAllowed: This may not follow the standing before, or rests on too little.
        BadValue: There is no reason, or nothing is found.
    """
    with open_register(case, key) as register:
        register.must(Deed.ASSESS)
        counted = counted or count_register(case, register)
        subject = _subject(counted, found.about)
        told = _assessment(case, register, found, subject)
        evidence = counted.evidence
        for claim in (*told.claims, *told.against):
            if evidence.state(claim) in LEFT_OUT:
                raise NotAllowed(
                    "expected claims that nobody rejected, found one of which a person "
                    "held that the words do not say this; leave it out"
                )
        held = [evidence.claims[claim] for claim in told.claims]
        check_grounds(told, held, evidence.origins, case.codebook.corroboration)
        before = _before(counted, subject, told.element)
        check_move(None if before is None else before.standing, told.standing)
        return register.assess(told), told


def sign(
    case: Case, key: Key, number: int, because: str, counted: Counted | None = None
) -> Assessment:
    """Stand behind another person's assessment, if it still is about one thing.

    Args:
        case: The case.
        key: What opens its register.
        number: Of the assessment.
        because: Why.
        counted: What it is held against; the whole case is counted where None.

    Raises:
        NotInRegister: No assessment has that number.
        NotAllowed: It is one's own, a newer one stands, or it is adrift.
    """
    with open_register(case, key) as register:
        told = register.assessment(number)
        if told is not None:
            counted = counted or count_register(case, register)
            _check_stands(counted, counted.goes.assessment(told))
        register.sign(number, because=because, at=datetime.now(UTC))
        signed = register.assessment(number)
    if signed is None:
        raise NotInRegister(
            "expected the assessment that was signed, found that it was erased "
            "meanwhile; there is nothing more to do"
        )
    return signed


def dissent(case: Case, key: Key, number: int, because: str) -> None:
    """Say that another person's assessment is wrong; it is kept beside it for ever."""
    with open_register(case, key) as register:
        register.dissent(number, because=because, at=datetime.now(UTC))


def _subject(counted: Counted, about: str) -> Incident | Victim:
    """Find the one incident or victim whose id begins like this."""
    everything: list[Incident | Victim] = [
        *counted.incidents,
        *counted.evidence.victims,
    ]
    exact = [each for each in everything if each.id == about]
    found = exact or [
        each for each in everything if about and each.id.startswith(about)
    ]
    if len(found) != 1:
        raise NotInRegister(
            f"expected the id of an incident or a victim, or its beginning, found "
            f"{len(found)} that begin like this; `tasjil count CASE --json` and the "
            "pages have the ids of incidents"
        )
    return found[0]


def _assessment(
    case: Case, register: Register, found: Finding, subject: Incident | Victim
) -> Assessment:
    own = {claim for claim in subject.claims}
    for claim in (*(found.claims or ()), *found.against):
        if claim not in own:
            raise NotInRegister(
                "expected claims of this incident or victim, for and against, found "
                "another; `tasjil assessments CASE --json` has the ids of its claims"
            )
    claims = found.claims
    if claims is None:
        claims = tuple(each for each in subject.claims if each not in found.against)
    about_incident = isinstance(subject, Incident)
    return Assessment(
        element=found.element,
        finding=_finding(found, subject),
        standing=found.standing,
        standard=found.standard or case.scope.standard,
        by=register.user,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        because=found.because,
        victim=None if about_incident else VictimId(subject.id),
        incident=IncidentId(subject.id) if about_incident else None,
        claims=claims,
        records=found.records,
        number=found.number,
        against=found.against,
        direct_evidence=found.direct_evidence,
    )


def _finding(found: Finding, subject: Incident | Victim) -> str:
    if found.element in LISTED:
        return _listed(found.element, found.finding or "")
    if found.finding is not None or found.element is not Element.DEATH:
        return found.finding or ""
    if not isinstance(subject, Incident):
        return "harmed"
    if found.number is None:
        if found.standing is Standing.ESTABLISHED:
            raise BadValue(
                "expected how many people are established (--number 13, or 11-13), "
                "found no number; only people who are counted can be verified"
            )
        return str(subject.act)
    low, high = found.number.low, found.number.high
    many = f"{low} or more" if high is None else f"{low}-{high}"
    return f"{low if low == high else many} {subject.act}"


def _listed(element: Element, finding: str) -> str:
    """Read a finding that is a value of a list, so that it can be counted by it."""
    values = [str(each) for each in LISTED[element]]
    if finding not in values:
        raise BadValue(
            f"expected one of {', '.join(values)} for the {element} (--finding), got "
            "something else; what else there is to say goes into the reason"
        )
    return finding


def _before(
    counted: Counted, subject: Incident | Victim, element: Element
) -> Assessment | None:
    standings = counted.evidence.standings
    if isinstance(subject, Incident):
        return standings.incidents.get(subject.id, {}).get(element)
    return standings.victims.get(subject.id, {}).get(element)


def _check_stands(counted: Counted, told: Assessment) -> None:
    """Refuse to sign what is adrift, or what a newer assessment has replaced."""
    rejected = [
        claim
        for claim in (*told.claims, *told.against)
        if counted.evidence.state(claim) in LEFT_OUT
    ]
    holders = Holders.of(counted.incidents, counted.evidence.victims, rejected)
    standings = counted.evidence.standings
    newest: Assessment | None = None
    if told.incident is not None and (incident := holders.incident(told)):
        newest = standings.incidents.get(incident, {}).get(told.element)
    elif told.victim is not None and (victim := holders.victim(told)):
        newest = standings.victims.get(victim, {}).get(told.element)
    if newest is None:
        raise NotAllowed(
            "expected an assessment whose claims stand in one incident, found one "
            "adrift: they lie in several by now, in none, or one was rejected; look at "
            "it anew and assess again"
        )
    if newest != told:
        raise NotAllowed(
            "expected the newest assessment of this element, found that another stands "
            "in its place; `tasjil assessments CASE` lists it"
        )
