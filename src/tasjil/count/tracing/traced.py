"""What a trace shows: a figure, its incidents, and the words of every claim."""

from dataclasses import dataclass

from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, FigureId
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.tally import IncidentCount


@dataclass(frozen=True, slots=True)
class WasRead:
    """How a claim was read before a person corrected it.

    Attributes:
        changed: The fields that are different in what stands now.
    """

    id: ClaimId
    act: Act
    quantity: Quantity
    passage: Passage
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TracedClaim:
    """One claim under a figure: its words, where they stand, and who tells.

    Attributes:
        report: The report's name.
        because: Why the first teller is held to be the first.
        withheld: True where the words may not leave the house.
        was: How it was read before people corrected it, oldest first.
    """

    id: ClaimId
    state: ClaimState
    act: Act
    quantity: Quantity
    passage: Passage
    report: str
    publisher: str | None
    published: str | None
    url: str | None
    attribution: tuple[str, ...]
    first_teller: str | None
    because: str | None
    withheld: bool = False
    was: tuple[WasRead, ...] = ()


@dataclass(frozen=True, slots=True)
class TracedIncident:
    """One incident under a figure: what it adds, why its claims are one, and they."""

    incident: Incident
    count: IncidentCount | None
    claims: tuple[TracedClaim, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure, what it rests on, and every word of it.

    Attributes:
        kind: figure, row, incident, aggregate, series or claim.
        low: The floor, or the lowest number stated; None where none was told.
        high: The ceiling, or the highest number stated; None where open or untold.
    """

    figure: FigureId
    kind: str
    label: str
    low: int | None
    high: int | None
    incidents: tuple[TracedIncident, ...] = ()
    claims: tuple[TracedClaim, ...] = ()
    notes: tuple[str, ...] = ()
