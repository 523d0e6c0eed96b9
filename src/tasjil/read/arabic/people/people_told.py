"""What a phrase for people tells: how many, called what, by what names, of what age."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasjil.model.persons import AgeRange
from tasjil.model.quantity import Quantity, Unit
from tasjil.read.arabic.numbers.quantities import Counted
from tasjil.read.arabic.people.names import PersonName
from tasjil.read.arabic.text.act_words import ActSense, Grammar, act_senses
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.person_nouns import PersonNoun, PersonSense
from tasjil.read.arabic.text.small_words import bare
from tasjil.read.arabic.text.words import Word
from tasjil.read.found import Found

Span = tuple[int, int]
UNTOLD = Quantity(None, None, None)


@dataclass(frozen=True, slots=True)
class Finds:
    """What the grammars found in a sentence; offsets are the sentence's."""

    quantities: Sequence[Found[Counted]]
    ages: Sequence[Found[int | AgeRange]]
    names: Sequence[Found[PersonName]]


@dataclass(frozen=True, slots=True)
class People:
    """One phrase for people.

    Attributes:
        first, last: Its words, by their place in the line.
        head: The word that calls them something; None for a bare number or name.
        span: Where its words stand, without the number before them.
        number: Where its number stands.
        sense, state: What the head tells: a noun for people, a word for those harmed.
        beside: More nouns for the same people ("the nurse", "a farmer").
        partitive: True for "three of them".
        more: True for "others".
        pronoun: True for a pronoun that is all there is.
        predicate: True where the word for those harmed is said of them: "is missing".
        armed: True for members of a force.
        unknown: True for a number of things that may be no people.
        others: Those told as one figure with the first.
    """

    first: int
    last: int
    head: int | None
    span: Span
    quantity: Quantity = UNTOLD
    number: Span | None = None
    sense: PersonSense | None = None
    state: ActSense | None = None
    beside: tuple[PersonNoun, ...] = ()
    names: tuple[Found[PersonName], ...] = ()
    age: Found[int | AgeRange] | None = None
    partitive: bool = False
    more: bool = False
    pronoun: bool = False
    definite: bool = False
    others: tuple["People", ...] = ()
    unknown: bool = False
    armed: bool = False
    predicate: bool = False

    @property
    def plural(self) -> bool:
        """True for more than one, told by a number or by the noun."""
        most = self.quantity.highest_stated
        if self.pronoun:
            return most != 1
        if most is not None:
            return most > 1
        told = self.sense or self.state
        number = told.number if told is not None else Number.ONE
        return number is not Number.ONE or len(self.names) > 1

    @property
    def bare(self) -> bool:
        """True for a number alone."""
        return self.head is None and not self.names and not self.pronoun


def state_of(word: Word) -> ActSense | None:
    """The word as one for those harmed: "wounded"; None for other words."""
    senses = act_senses(word)
    return next((s for s in senses if s.grammar is Grammar.STATE), None)


def marks_at(line: Line, i: int) -> str:
    """The marks before a word; nothing past the end."""
    return line.marks[i] if 0 <= i < len(line.marks) else ""


def is_among(form: str) -> bool:
    """True for "among them", "of them"."""
    return bare(form) in words("grammar", "among")


def agree(people: People, sense: PersonSense) -> bool:
    """True where a noun behind can be one for the same people."""
    told = people.sense or people.state
    if told is None or people.number is not None:
        return True
    return told.number is sense.number and people.definite == sense.definite


def with_unit(quantity: Quantity, people: People) -> Quantity:
    """Families and bodies are counted as what they are."""
    noun = people.sense.noun if people.sense else None
    if noun is not None and "family" in noun.traits:
        return replace(quantity, unit=Unit.FAMILY)
    if people.state is not None and people.state.act.value == "bodies found":
        return replace(quantity, unit=Unit.BODY)
    return quantity
