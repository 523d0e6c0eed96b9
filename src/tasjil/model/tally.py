"""The count: floor, verified, ceiling and reported, each with what it rests on."""

from dataclasses import dataclass, field

from tasjil.errors import BadValue, InvertedRange
from tasjil.model.acts import Act
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, FigureId, IncidentId, SourceId
from tasjil.model.quantity import CountRange
from tasjil.model.sources import SourceKind

UNNAMED = "unnamed:"
"""How the key of a first teller begins whom nobody names."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The first teller of a claim, as far as the case can tell.

    Attributes:
        key: The same for two claims that share an origin: a source's id, or the
            folded words of the report where no listed source fits.
        chain: Names from the first teller to the publisher.
        because: Why this is the first teller, in words.
    """

    key: str
    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    source: SourceId | None = None
    chain: tuple[str, ...] = ()
    because: str = ""

    @property
    def is_named(self) -> bool:
        """False for "a resident", who may be anybody, even one who has a name."""
        return not self.key.startswith(UNNAMED)


class Basis(Defined):
    """What kind of number a total is."""

    VERIFIED = "verified", "Counted case by case, each established by a named standard."
    DOCUMENTED = "documented", "Counted case by case, from records or names."
    REPORTED = "reported", "Told without a word on how it was counted."
    ESTIMATED = "estimated", "Inferred, so that it includes people nobody recorded."


@dataclass(frozen=True, slots=True)
class IncidentCount:
    """What one incident adds: floor and ceiling, and the claims that set each.

    Attributes:
        floor: The larger of the distinct victims told of and the lowest figure.
        ceiling: The highest figure anybody stated; None where no number was told.
        reported: The span of all figures; high None where one is open upwards.
        accepted: The same over accepted claims alone; None where there are none.
        verified: Established at the scope's standard with a second signature.
        treatment: What the codebook does with what its tellers disagree about.
    """

    incident: IncidentId
    floor: int
    ceiling: int | None
    reported: CountRange
    floor_claims: tuple[ClaimId, ...] = ()
    ceiling_claims: tuple[ClaimId, ...] = ()
    accepted: CountRange | None = None
    treatment: str = "range"
    verified: CountRange = CountRange(0, 0)

    def __post_init__(self) -> None:
        """Refuse a floor above its ceiling."""
        if self.ceiling is not None and self.ceiling < self.floor:
            raise InvertedRange(f"floor {self.floor} is above ceiling {self.ceiling}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a breakdown: "Latakia: 52 to 148". Unknown is a row of its own.

    Attributes:
        verified: Those of whom this value, too, is established and signed.
    """

    id: FigureId
    value: str
    label: str
    floor: int
    ceiling: int | None
    incidents: tuple[IncidentId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    verified: CountRange = CountRange(0, 0)


@dataclass(frozen=True, slots=True)
class Figure:
    """One act's count over the scope.

    Attributes:
        verified: Established at the scope's standard with a second signature.
        floor: The fewest people the incidents can stand for.
        ceiling: The highest stated figures added up; None where no number was told.
        reported: The span of what was told, before any judgement.
        accepted: Floor and ceiling over accepted claims alone.
        proposed_only: True while no person has accepted any claim of it.
        by: Breakdowns, by the name of what divides them.
        treatments: What the codebook does where tellers disagree, by element.
    """

    id: FigureId
    act: Act
    verified: CountRange
    floor: int
    ceiling: int | None
    reported: CountRange
    accepted: CountRange
    proposed_only: bool
    incidents: tuple[IncidentCount, ...] = ()
    by: dict[str, tuple[Row, ...]] = field(default_factory=dict, hash=False)
    notes: tuple[str, ...] = ()
    treatments: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class AggregateStatement:
    """A total somebody stated; stands beside the tally and is added to nothing.

    Attributes:
        relayed_by: Those who passed it on; ten outlets are still one statement.
        figure_text: The words for the number.
        part_of: The total it is a part of ("745 of them civilians"); None for a whole.
        covers: The incidents whose people it counts in one number ("52 in two
            villages"), where it is told over some and not over the whole case.
    """

    id: FigureId
    act: Act
    low: int | None
    high: int | None
    first_teller: str
    teller_key: str
    basis: Basis
    published: str | None
    edtf: str | None
    where: tuple[str, ...]
    status: str
    relayed_by: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    figure_text: str | None = None
    perpetrator: str | None = None
    part_of: FigureId | None = None
    covers: tuple[IncidentId, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a total upside down, or one that nobody states."""
        _refuse_inverted(self.low, self.high)
        if not self.claims:
            raise BadValue(f"statement {self.id!r} rests on no claim")


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One statement of a growing figure.

    Attributes:
        line: Points of one scope share a line; a teller can have several.
    """

    published: str | None
    low: int | None
    high: int | None
    statement: FigureId
    claim: ClaimId
    status: str = "unknown"
    line: int = 0

    def __post_init__(self) -> None:
        """Refuse a figure upside down."""
        _refuse_inverted(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Series:
    """How one teller's total grew over time."""

    id: FigureId
    first_teller: str
    teller_key: str
    act: Act
    points: tuple[SeriesPoint, ...]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """All figures of a case, and the totals that others stated, beside them."""

    figures: tuple[Figure, ...]
    aggregates: tuple[AggregateStatement, ...] = ()
    series: tuple[Series, ...] = ()


def _refuse_inverted(low: int | None, high: int | None) -> None:
    if (low is not None and low < 0) or (high is not None and high < (low or 0)):
        raise InvertedRange(f"expected 0 <= low <= high, got {low}..{high}")
