"""One assertion about harm, on its exact words."""

from dataclasses import dataclass, field

from tasjil.errors import BadPassage, BadValue
from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.causes import Cause
from tasjil.model.edtf import Edtf
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.sources import SourceKind


@dataclass(frozen=True, slots=True)
class When:
    """The time of the harm: an EDTF date or interval, and the words for it."""

    edtf: str | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        """Refuse a time that is not EDTF."""
        if self.edtf is not None:
            Edtf.parse(self.edtf)


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Who is said to have done it, and how firmly."""

    text: str | None = None
    stance: PerpetratorStance = PerpetratorStance.UNKNOWN

    def __post_init__(self) -> None:
        """Refuse a stance towards nobody."""
        if self.text is None and self.stance is not PerpetratorStance.UNKNOWN:
            raise BadValue(f"expected a perpetrator to be {self.stance}, got nobody")


@dataclass(frozen=True, slots=True)
class Teller:
    """One link of an attribution chain."""

    text: str
    kind: SourceKind = SourceKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion resting on a passage; the form of DESIGN §8.

    Attributes:
        group: Claims of one report with the same group tell of the same victims.
        part_of: The group these victims are a part of ("including 3 children").
        attribution: Who tells, nearest first, the publisher last. The first teller
            decides independence.
        spans: Where in the report each field was read: {"quantity": (757, 772)}.
        reader: Which reader proposed it, with its version: "english/1".
        background: True for harm told as history, outside the report's own events.
    """

    id: ClaimId
    report: ReportId
    act: Act
    level: Level
    passage: Passage
    reader: str
    group: str
    part_of: str | None = None
    quantity: Quantity = Quantity(None, None, None)
    victims: VictimGroup = VictimGroup()
    when: When = When()
    where: tuple[Where, ...] = ()
    cause: Cause = Cause.UNKNOWN
    perpetrator: Perpetrator = Perpetrator()
    attribution: tuple[Teller, ...] = ()
    stance: Stance = Stance.STATED
    background: bool = False
    spans: dict[str, tuple[int, int]] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse a claim that is part of itself or has a span that is no span."""
        if self.part_of is not None and self.part_of == self.group:
            raise BadValue(f"claim {self.id!r} cannot be a part of itself")
        for name, (start, end) in self.spans.items():
            if not 0 <= start < end:
                raise BadPassage(f"span {name!r} of {self.id!r} is {start}..{end}")

    def check(self, text: str) -> None:
        """Raise `BadPassage` unless every word it rests on stands in the text."""
        self.passage.check(text)
        for name, (_, end) in self.spans.items():
            if end > len(text):
                raise BadPassage(f"span {name!r} of claim {self.id!r} leaves the text")

    @property
    def first_teller(self) -> Teller | None:
        """The nearest teller, or None where the chain is empty."""
        return self.attribution[0] if self.attribution else None
