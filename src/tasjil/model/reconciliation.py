"""Why totals differ: bounds, clashes, differences, growing totals and slips."""

from dataclasses import dataclass, field

from tasjil.errors import BadValue
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, FigureId
from tasjil.model.quantity import CountRange
from tasjil.model.tally import Basis, Series


class BoundKind(Defined):
    """What a total says about everybody in its scope."""

    FLOOR = "floor", "No fewer: a count that goes on, or cases found so far."
    EXACT = "exact", "So many and no more: a list that says it has everybody."
    CEILING = "ceiling", "No more."
    NEITHER = "neither", "An estimate, or a figure of others: it bounds nothing."


class DifferenceKind(Defined):
    """Why two totals are not the same number."""

    PERIOD = "period", "They cover different days."
    AREA = "area", "They cover different places."
    STATUS = "status", "They count different people: civilians, fighters, everybody."
    PERPETRATOR = "perpetrator", "They count the victims of different parties."
    BASIS = "basis", "Verified, documented, reported and estimated are not one thing."
    AS_OF = "as_of", "They were stated on different days of a count that goes on."
    ARITHMETIC = "arithmetic", "The parts of one of them do not add up to its whole."
    RELAY = "relay", "One is the other, passed on."
    UNEXPLAINED = "unexplained", "Nothing that was said explains it."


class SlipKind(Defined):
    """What is wrong, or looks wrong, inside a statement or between two tellings."""

    ARITHMETIC = "arithmetic", "The parts do not add up to the whole."
    PERCENTAGE = "percentage", "A percentage does not fit the numbers beside it."
    SUBSET = "subset", "A part is larger than its whole."
    STATUS = "status", "Who passes it on counts other people than the first teller."
    DATE = "date", "Who passes it on puts it on other days than the first teller."
    PLACE = "place", "Who passes it on puts it in another place; or a name fits two."
    NUMBER = "number", "Who passes it on gives another number."
    DERIVED = "derived", "A figure taken from others, told as if it were a new count."
    CIRCULAR = "circular", "Two sources cite each other for it."


@dataclass(frozen=True, slots=True)
class BoundRange:
    """The tightest range that all bounds allow, and who holds each end.

    Attributes:
        high: None where nothing bounds it from above.
        because_low: Who holds the lower end up, in words: the reason, then each
            statement behind it.
        because_high: The same for the upper end.
    """

    low: int
    high: int | None
    binding_low: tuple[ClaimId, ...] = ()
    binding_high: tuple[ClaimId, ...] = ()
    because_low: tuple[str, ...] = ()
    because_high: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a range upside down."""
        CountRange(self.low, self.high)


@dataclass(frozen=True, slots=True)
class StatedScope:
    """One total beside the others: what it counts, and what it can bound.

    Attributes:
        statement: The total's id among the tally's aggregates.
        claim: The claim that stands for it in differences, clashes and slips.
        edtf: Its period, as far as it is told.
        where: Names of the places it covers.
        who: The words for its victims ("civilians"), or "everyone".
        counted_until: The day it counts up to: told, or the day it was published.
        superseded_by: A later total of the same teller that stands in its place.
    """

    statement: FigureId
    claim: ClaimId
    first_teller: str
    teller_key: str
    low: int | None
    high: int | None
    bound: BoundKind
    basis: Basis
    edtf: str | None
    where: tuple[str, ...]
    who: str
    status: str
    perpetrator: str | None
    counted_until: str | None
    published: str | None
    part_of: FigureId | None = None
    superseded_by: FigureId | None = None


@dataclass(frozen=True, slots=True)
class DifferencePart:
    """One reason why two totals differ, with its words.

    Attributes:
        size: How many people it explains, signed so that all sizes add up to the gap;
            None where what was said does not tell.
        claims: The claims whose words show it.
    """

    kind: DifferenceKind
    text: str
    size: int | None = None
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two totals and why they differ.

    Attributes:
        a: The claim of the one.
        b: The claim of the other.
        gap: The number of b minus that of a, never below zero: b is the larger. None
            where one has no number.
    """

    a: ClaimId
    b: ClaimId
    gap: int | None
    parts: tuple[DifferencePart, ...]

    def __post_init__(self) -> None:
        """Refuse sizes that say more than the gap."""
        if self.a == self.b:
            raise BadValue(f"expected two totals, got {self.a!r} twice")
        sizes = [part.size for part in self.parts]
        told = [size for size in sizes if size is not None]
        everything = bool(sizes) and len(told) == len(sizes)
        if self.gap is not None and everything and sum(told) != self.gap:
            raise BadValue(f"expected parts that add up to {self.gap}, got {told}")


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that does not fit, in plain words; a person judges what it is.

    Attributes:
        claim: The claim in which it shows.
        claims: The others it is held against.
    """

    claim: ClaimId
    kind: SlipKind
    text: str
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All totals of a case, held against each other.

    Attributes:
        range: The tightest range for the case's scope that all totals nobody rejected
            allow together.
        accepted: The same over totals that a person accepted; None without any.
        by_basis: The same over totals of this basis or a firmer one.
        scopes: Every total with a number.
        clashes: Every smallest set of claims that cannot all hold.
        act: The act that the ranges are about.
        by_act: The range of every act of the scope.
    """

    range: BoundRange
    accepted: BoundRange | None
    by_basis: dict[str, BoundRange]
    scopes: tuple[StatedScope, ...] = ()
    clashes: tuple[tuple[ClaimId, ...], ...] = ()
    differences: tuple[Difference, ...] = ()
    series: tuple[Series, ...] = ()
    slips: tuple[Slip, ...] = ()
    notes: tuple[str, ...] = ()
    act: str = "killed"
    by_act: dict[str, BoundRange] = field(default_factory=dict, hash=False)
