"""What a list on a page has in one line: an incident, a person, a figure."""

from dataclasses import dataclass, field

from tasjil.model.acts import Act
from tasjil.model.defined import Defined
from tasjil.model.ids import FigureId, IncidentId, PlaceId, VictimId
from tasjil.model.missing import GapKind, Part
from tasjil.model.persons import AgeGroup, AgeRange, Sex
from tasjil.model.proof import Element
from tasjil.model.quantity import CountRange


@dataclass(frozen=True, slots=True)
class BoardState:
    """As of when the board was laid out.

    Attributes:
        seq: The entry up to which was counted; 0 where nothing was laid out yet.
        at: When, ISO 8601; "" where never.
        behind: How many entries have come since that a count would go by.
    """

    seq: int
    at: str
    behind: int

    @property
    def is_there(self) -> bool:
        """Whether anything was laid out yet."""
        return self.seq > 0


@dataclass(frozen=True, slots=True)
class Stands:
    """Where one element stands in short: its standing, and whether two people signed.

    Attributes:
        standing: The word of `Standing`.
        signed: A second person stands behind it.
        dissent: Somebody holds that it is wrong.
    """

    standing: str
    signed: bool = False
    dissent: bool = False


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident in a list.

    Attributes:
        place: The id of its finest place; `place_text` where no list has it.
        counted: False where it is left out of the count; then it adds nothing.
        settled: A person said that it is one incident.
        claims: How many claims tell of it that nobody rejected.
        tellers: How many first tellers they have.
        unjudged: How many of its claims nobody looked at yet.
        named: How many people are named in it.
        standings: Elements that somebody assessed.
        gaps: What is missing.
        moves: How many people figures would move by, were it settled.
    """

    id: IncidentId
    act: Act
    edtf: str | None
    place: PlaceId | None
    place_text: str | None
    counted: bool
    settled: bool
    floor: int
    ceiling: int | None
    verified: CountRange
    claims: int
    tellers: int
    unjudged: int
    named: int
    standings: dict[Element, Stands] = field(hash=False)
    gaps: tuple[tuple[Part, GapKind], ...] = ()
    moves: int = 0


class IncidentSort(Defined):
    """In which order incidents are listed."""

    MOVES = "moves", "What would move figures most, first."
    NEWEST = "newest", "The last day first; those without a day at the end."
    OLDEST = "oldest", "The first day first; those without a day at the end."
    CLAIMS = "claims", "Those that most claims tell of, first."
    FLOOR = "floor", "Those with most people, first."


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents are wanted; what is None is not asked for.

    Attributes:
        place: In this place, or in one inside it.
        since: No day of it lies certainly before: EDTF.
        until: No day of it lies certainly after: EDTF. Without a day told, an incident
            is left out by both.
        needs: This is missing.
        kind: Something is missing in this way.
        unjudged: It has claims that nobody looked at.
        counted: Whether it is in the count.
    """

    act: Act | None = None
    place: PlaceId | None = None
    since: str | None = None
    until: str | None = None
    needs: Part | None = None
    kind: GapKind | None = None
    unjudged: bool | None = None
    counted: bool | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in a list. Names are of the dead: show them, never log them.

    Attributes:
        name: As told first; "" where nobody named them.
        arabic: The name in Arabic letters, where told so.
        latin: The name in Latin letters, where told so.
        act: What was done to them; None where a list does not say.
        records: How many rows of lists tell of them.
        reports: How many reports name them.
        incident: The incident they stand in; None where a list alone tells of them.
        certainty: That this is one person, in thousandths.
        doubtful: Somebody has to look whether it is.
        settled: A person said who it is.
    """

    id: VictimId
    name: str
    arabic: str
    latin: str
    act: Act | None
    edtf: str | None
    place: PlaceId | None
    place_text: str | None
    sex: Sex
    age_group: AgeGroup
    age: AgeRange | None
    records: int
    reports: int
    incident: IncidentId | None
    certainty: int
    doubtful: bool
    settled: bool
    standings: dict[Element, Stands] = field(default_factory=dict, hash=False)


class PersonSort(Defined):
    """In which order people are listed, where nobody is searched for."""

    NAME = "name", "By name, those in Latin letters before those in Arabic ones."
    NEWEST = "newest", "The last day first; those without a day at the end."
    OLDEST = "oldest", "The first day first; those without a day at the end."
    DOUBTFUL = "doubtful", "Those who are least certain to be one person, first."


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """Which people are wanted; what is None is not asked for.

    Attributes:
        place: In this place, or in one inside it.
        since: As for incidents.
        until: As for incidents.
        unnamed: Nobody named them.
        unverified: Nothing about them is established with a second signature.
    """

    act: Act | None = None
    place: PlaceId | None = None
    since: str | None = None
    until: str | None = None
    sex: Sex | None = None
    age_group: AgeGroup | None = None
    doubtful: bool | None = None
    unnamed: bool | None = None
    unverified: bool | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: of an act, or of one row of a breakdown of it.

    Attributes:
        id: What `figure` opens.
        by: What divides the act; "" for the act itself.
        value: Of that which divides.
        incidents: How many incidents are behind it.
        claims: How many claims.
    """

    id: FigureId
    kind: str
    act: Act
    by: str
    value: str
    label: str
    floor: int | None
    ceiling: int | None
    verified: CountRange
    incidents: int
    claims: int
