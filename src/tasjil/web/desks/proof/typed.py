"""What somebody types of an element: read from a form, and kept where it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from tasjil.errors import BadValue
from tasjil.journey.assess import Finding
from tasjil.model.assessment import Standing
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, RecordId
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange
from tasjil.register.around import Position

CLAIM = "claim-"
"""How a field begins that says how a claim is weighed."""

FOR, AGAINST, ASIDE = "for", "against", "aside"
"""How a claim is weighed: it is rested on, it speaks against, or it says nothing."""


@dataclass(frozen=True, slots=True)
class TypedFinding:
    """A form of proof, as far as somebody filled it in.

    Attributes:
        weighed: How each claim is weighed, by its id.
        open_end: "Or more": no highest number.
    """

    element: Element
    position: Position
    standing: str = ""
    standard: str = ""
    finding: str = ""
    low: str = ""
    high: str = ""
    open_end: bool = False
    because: str = ""
    direct: str = ""
    weighed: Mapping[str, str] = field(default_factory=dict)
    records: tuple[str, ...] = ()

    @classmethod
    def sent(cls, sent: QueryDict, element: Element, then: Position) -> "TypedFinding":
        """Read a form."""
        told = sent.get("position")
        return cls(
            element,
            Position.parse(str(told)) if told else then,
            standing=sent.get("standing", "").strip(),
            standard=sent.get("standard", "").strip(),
            finding=sent.get("finding", "").strip(),
            low=sent.get("low", "").strip(),
            high=sent.get("high", "").strip(),
            open_end=bool(sent.get("open_end")),
            because=sent.get("because", ""),
            direct=sent.get("direct", ""),
            weighed={
                key.removeprefix(CLAIM): str(value)
                for key, value in sent.items()
                if key.startswith(CLAIM)
            },
            records=tuple(sent.getlist("record")),
        )

    def read(self, about: str) -> Finding:
        """Give the finding that it is.

        Raises:
            BadValue: A part of it cannot be read.
        """
        return Finding(
            about=about,
            element=self.element,
            standing=_one_of(Standing, self.standing, "how it stands"),
            because=self.because,
            standard=_one_of(StandardOfProof, self.standard, "the standard of proof")
            if self.standard
            else None,
            finding=self.finding or None,
            number=self._number(),
            claims=self._claims(FOR),
            against=self._claims(AGAINST),
            records=tuple(map(RecordId, self.records)),
            direct_evidence=self.direct.strip() or None,
        )

    def _claims(self, how: str) -> tuple[ClaimId, ...]:
        return tuple(ClaimId(id) for id, told in self.weighed.items() if told == how)

    def _number(self) -> CountRange | None:
        if self.element is not Element.DEATH or not (self.low or self.high):
            return None
        low = _whole(self.low or "0")
        if self.open_end:
            return CountRange(low, None)
        return CountRange(low, _whole(self.high or self.low))


def _one_of(of: type[Defined], told: str, what: str) -> Any:
    for each in of:
        if each == told:
            return each
    raise BadValue(f"expected {what}, found nothing chosen; choose one of the list")


def _whole(told: str) -> int:
    if not (told.isascii() and told.isdigit() and len(told) < 8):
        raise BadValue(
            "expected how many people as a whole number in Western digits, such as 13, "
            "found something else"
        )
    return int(told)


def element_asked(told: str | None) -> Element | None:
    """Read which element is meant; None where none is named."""
    return next((each for each in Element if each == told), None)
