"""What a case does not know yet, and which check would move its figures most."""

from dataclasses import dataclass

from tasjil.model.acts import Act
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.proof import Element


class Part(Defined):
    """What can be told of an incident, and can be missing."""

    NUMBER = "number", "How many people were harmed."
    IDENTITY = "identity", "Who they were, by name."
    STATUS = "status", "Whether they were civilians, fighters or protected."
    CAUSE = "cause", "What they died of or were harmed by."
    PERPETRATOR = "perpetrator", "Who did it."
    PLACE = "place", "Where it was."
    TIME = "time", "When it was."

    @property
    def element(self) -> Element | None:
        """The element that people assess; None where a part has no assessment.

        Example:
            >>> Part.NUMBER.element, Part.PLACE.element
            (<Element.DEATH: 'death'>, None)
        """
        return _ELEMENTS.get(self)


_ELEMENTS = {
    Part.NUMBER: Element.DEATH,
    Part.IDENTITY: Element.IDENTITY,
    Part.STATUS: Element.STATUS,
    Part.CAUSE: Element.CAUSE,
    Part.PERPETRATOR: Element.PERPETRATOR,
}


class GapKind(Defined):
    """What is wrong with what is known of one part."""

    CONTRADICTED = "contradicted", "First tellers say what cannot all be so."
    UNSIGNED = "unsigned", "A person established it; a second one has not signed."
    UNTOLD = "untold", "Nobody tells it."
    IN_PART = "in part", "It is told of some of the people and not of the others."
    VAGUE = "vague", "It is told too widely for one event."
    ONE_TELLER = (
        "one teller",
        "It stands on one first teller, however many pass it on.",
    )


@dataclass(frozen=True, slots=True)
class Gap:
    """One part of one incident that is missing, doubtful, or stands on one teller.

    Attributes:
        text: What is missing, in words.
        claims: The claims that tell the part, as far as any does.
        tellers: How many independent first tellers they have.
    """

    part: Part
    kind: GapKind
    text: str
    claims: tuple[ClaimId, ...] = ()
    tellers: int = 0


@dataclass(frozen=True, slots=True)
class OpenIncident:
    """An incident with something missing, and what settling it would move.

    Attributes:
        verified: By how many verified would rise at least.
        closes: By how many the range would close; None where it has no ceiling.
        floor: By how many the floor would rise, were the incident certainly another
            one, or certainly in the scope.
        would: The same in words.
    """

    incident: IncidentId
    act: Act
    verified: int
    closes: int | None
    floor: int
    would: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def moves(self) -> int:
        """How many people figures would move by; the order of the queue."""
        return self.verified + (self.closes or 0) + self.floor


@dataclass(frozen=True, slots=True)
class CaseGap:
    """How much of one act's figure has the same gap.

    Attributes:
        incidents: How many incidents have it.
        people: The floors of these incidents added up.
    """

    act: Act
    part: Part
    kind: GapKind
    text: str
    incidents: int
    people: int


@dataclass(frozen=True, slots=True)
class Missing:
    """What a case does not know yet.

    Attributes:
        queue: The incidents whose settling moves figures most, the first before the
            others; as many as were asked for.
        case: Gaps of the whole case, those of most people first.
        incidents: How many incidents are counted.
        left: How many incidents with a gap are not in the queue.
    """

    queue: tuple[OpenIncident, ...]
    case: tuple[CaseGap, ...]
    incidents: int
    left: int = 0
