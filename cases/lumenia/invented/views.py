"""What a sentence is to say, before it is put into words of a language."""

from dataclasses import dataclass
from datetime import date

from invented.people import Person
from invented.tellers import TELLERS, TellerOf


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, the roles of its numbers, and how firmly it says them.

    Attributes:
        roles: Which of the view's numbers it says: "whole", "injured", "women" ...
    """

    text: str
    roles: tuple[str, ...] = ()
    basis: str = "reported"
    stance: str = "stated"
    least: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a total some people are, and how many per cent that is said to be."""

    who: str
    percent: int
    part: int


@dataclass(frozen=True, slots=True)
class EventView:
    """One incident, as one report tells it.

    Attributes:
        who: What the dead are called: people, civilians, soldiers, fighters.
        doer: The army, the brigade or nobody named.
        parts: Numbers told beside the whole, by role; nothing where not told.
        chain: Who tells, first teller first, publisher last.
        tell_province: True where the name alone does not say which place.
    """

    place: str
    day: date
    published: date
    means: str
    doer: str | None
    number: int
    who: str
    parts: dict[str, int]
    chain: tuple[str, ...]
    least: bool = False
    named: tuple[Person, ...] = ()
    tell_province: bool = False
    province: str = ""

    @property
    def first(self) -> TellerOf:
        """Who tells it first."""
        return TELLERS[self.chain[0]]

    @property
    def own(self) -> bool:
        """Tell whether the publisher speaks for itself."""
        return len(self.chain) == 1


@dataclass(frozen=True, slots=True)
class TotalView:
    """One total, as one report tells it.

    Attributes:
        days: The first day, and the last; None for a count that goes on.
        before: The figure before a correction.
        high: The upper end of an estimate.
        plain: True where the number stands without "at least".
    """

    number: int
    who: str
    where: tuple[str, ...]
    days: tuple[date, date | None]
    published: date
    chain: tuple[str, ...]
    doer: str | None = None
    before: int | None = None
    high: int | None = None
    plain: bool = False

    @property
    def first(self) -> TellerOf:
        """Who tells it first."""
        return TELLERS[self.chain[0]]

    @property
    def own(self) -> bool:
        """Tell whether the publisher speaks for itself."""
        return len(self.chain) == 1
