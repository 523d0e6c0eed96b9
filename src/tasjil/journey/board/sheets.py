"""All that one page says of one incident or one person, by ids of claims."""

from dataclasses import dataclass

from tasjil.assess.grades import Graded
from tasjil.model.assessment import Assessment
from tasjil.model.ids import ClaimId, RecordId, ReportId, VictimId
from tasjil.model.incident import Incident, PartTotal
from tasjil.model.missing import OpenIncident
from tasjil.model.particulars import Particulars
from tasjil.model.proof import Element
from tasjil.model.tally import IncidentCount, Origin
from tasjil.model.victim import Victim
from tasjil.register.board.lines import IncidentLine, PersonLine


@dataclass(frozen=True, slots=True)
class ElementSheet:
    """One element: who tells of it, and what people found.

    Attributes:
        tellers: First tellers that count as independent of each other.
        claims: The claims that tell of it.
        direct: Those of them that a witness tells.
        number: The entry of the newest assessment, to sign it by; None without any.
        found: That assessment.
    """

    element: Element
    tellers: tuple[Origin, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    direct: tuple[ClaimId, ...] = ()
    number: int | None = None
    found: Assessment | None = None


@dataclass(frozen=True, slots=True)
class ClaimTold:
    """One claim of an incident, and who told it first; its words are in the register.

    Attributes:
        sets_floor: Its figure is the floor of the incident.
        sets_ceiling: Its figure is the ceiling.
    """

    id: ClaimId
    report: ReportId
    origin: Origin | None
    sets_floor: bool = False
    sets_ceiling: bool = False


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Places of an incident that nobody named fills; None where that is open."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class IncidentBody:
    """What is kept of an incident beside its line.

    Attributes:
        count: What it adds; None where it is left out of the count.
        open: What is missing of it; None where nothing is, or it is not counted.
        totals: Numbers that were told over it and others at once.
        victims: People named in it.
    """

    incident: Incident
    count: IncidentCount | None
    elements: tuple[ElementSheet, ...]
    grade: Graded | None
    open: OpenIncident | None
    claims: tuple[ClaimTold, ...]
    totals: tuple[PartTotal, ...]
    victims: tuple[VictimId, ...]
    unnamed: Unnamed | None


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """One incident whole.

    Attributes:
        victims: People named in it, as lines.
        asked: The id that was asked for, where the incident was joined to this one.
    """

    line: IncidentLine
    body: IncidentBody
    victims: tuple[PersonLine, ...]
    asked: str | None = None


@dataclass(frozen=True, slots=True)
class RecordTold:
    """What one row of a list, or one name in a report, tells of a person.

    Attributes:
        paper: The list or the report it stands in, by its digest.
        claim: The claim that gives the name; None for a row of a list.
        person: Which person linking holds it to tell of; None where nothing linked it.
    """

    told: Particulars
    paper: str
    claim: ClaimId | None = None
    person: VictimId | None = None


@dataclass(frozen=True, slots=True)
class PersonBody:
    """What is kept of a person beside their line.

    Attributes:
        victim: As reports name them; None where lists alone tell of them.
        records: Every row of a list and every name in a report that tells of them.
        elements: What is told and what was found, where anything was found.
        reasons: Why these are held to be one person.
        maybe: Others whom linking holds to be perhaps the same person.
    """

    victim: Victim | None
    records: tuple[RecordTold, ...]
    elements: tuple[ElementSheet, ...] = ()
    reasons: tuple[str, ...] = ()
    maybe: tuple[VictimId, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """One person whole.

    Attributes:
        incidents: Where they stand, as lines.
        maybe: Others who may be the same person, as lines.
        asked: The id that was asked for, where it is another of the same person.
    """

    line: PersonLine
    body: PersonBody
    incidents: tuple[IncidentLine, ...]
    maybe: tuple[PersonLine, ...] = ()
    asked: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name as it was told, each spelling once."""
        told = (
            name
            for each in self.body.records
            for name in (each.told.name, *each.told.other_names)
        )
        return tuple(dict.fromkeys(name for name in told if name.strip()))

    @property
    def record_ids(self) -> tuple[RecordId, ...]:
        """The ids of its rows of lists and names in reports."""
        return tuple(each.told.record for each in self.body.records)
