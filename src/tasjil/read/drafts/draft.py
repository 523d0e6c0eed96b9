"""What was read of one phrase of victims, before it is known whom else it tells of."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.causes import Cause
from tasjil.model.claim import Perpetrator, Teller, When
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity

Span = tuple[int, int]
_A_FEW = 3
FATAL = frozenset({Act.KILLED, Act.BODIES_FOUND})


class Part(StrEnum):
    """What a phrase is among the victims of one mention."""

    MAIN = "main"
    BESIDE = "beside"
    """Harmed too, and counted apart: "along with her four children"."""

    AMONG = "among"
    """Already in the number of the others: "including three children"."""


@dataclass(slots=True)
class Draft:
    """A claim in the making; offsets are the report's.

    Attributes:
        sentence: Which sentence of the report it stands in.
        mention: Which mention it belongs to: the victims of one verb share it.
        noun: What the victims are called; empty for a bare name.
        called: Every noun for people in the phrase or beside it.
        part: Whether they are the victims, beside them, or among them.
        of_the_dead: True where a total told elsewhere holds them.
        pronoun, definite, more, plural: How the phrase points: "they", "the four",
            "three others", "teachers".
        nominal: True for "the death of", "his murder", "the murdered mayor": often of
            people told before.
        alone: True where the verb tells of nobody else.
        goes_beyond: True for "the number is believed to be higher" than the last told.
        says_number: True for a number or a bound in words, False for "several"; None
            where the reader leaves it to the English words of the number.
        of_a_place: True for one number of several that each have their own place.
        elsewhere: True where the sentence says that it tells of another event.
        group, part_of: Set when the report's victims are told apart.
    """

    act: Act
    passage: Span
    sentence: int
    mention: tuple[int, int]
    noun: str
    called: frozenset[str]
    part: Part
    victims: VictimGroup
    quantity: Quantity
    level: Level
    stance: Stance
    of_the_dead: bool = False
    pronoun: bool = False
    definite: bool = False
    more: bool = False
    plural: bool = False
    nominal: bool = False
    alone: bool = True
    goes_beyond: bool = False
    of_a_place: bool = False
    elsewhere: bool = False
    when: When = When()
    where: tuple[Where, ...] = ()
    cause: Cause = Cause.UNKNOWN
    perpetrator: Perpetrator = Perpetrator()
    attribution: tuple[Teller, ...] = ()
    background: bool = False
    spans: dict[str, Span] = field(default_factory=dict)
    says_number: bool | None = None
    group: str = ""
    part_of: str | None = None
    same_as: "Draft | None" = None
    """A telling of the same people, where the words leave no doubt."""

    within: "Draft | None" = None
    """The number this one is a part of, where the words leave no doubt."""

    antecedent: tuple[str, Span] | None = None
    """The name a pronoun stands for, where the victims told so far have none."""

    def take_words(self, words: Callable[[Span], str]) -> None:
        """Put the report's own words in place of those made ready for the parse."""
        number, people = self.spans["quantity"], self.spans["victims"]
        self.quantity = replace(self.quantity, text=words(number))
        self.victims = replace(self.victims, text=words(people))
        if self.of_a_place and "where" in self.spans:
            text = words(self.spans["where"])
            self.where = tuple(replace(w, text=text) for w in self.where)

    @property
    def fatal(self) -> bool:
        """True for deaths, told as such or as bodies found."""
        return self.act in FATAL

    @property
    def is_vague(self) -> bool:
        """True for people in number of whom nothing says how many."""
        low = self.quantity.low
        small = low is None or (low <= _A_FEW and self.quantity.high is None)
        return (
            not self.singular
            and small
            and self.quantity.high is None
            and not (
                self.quantity.text and any(c.isdigit() for c in self.quantity.text)
            )
            and not self._says_number
        )

    @property
    def _says_number(self) -> bool:
        """True where the words give a number, however small and open."""
        if self.says_number is not None:
            return self.says_number
        return _says_at_least(self.quantity.text)

    @property
    def singular(self) -> bool:
        """True for one person."""
        return not self.plural and self.quantity.high in (1, None)


def _says_at_least(text: str | None) -> bool:
    """True for a bound: "at least three" is a figure, "several" is not."""
    return text is not None and bool(
        {"one", "two", "three", "least", "more", "over"} & set(text.lower().split())
    )
