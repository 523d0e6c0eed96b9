"""What the grammars found in one sentence, for those who read its people."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.model.persons import AgeRange
from tasjil.model.quantity import Quantity
from tasjil.read.english.people.names import PersonName
from tasjil.read.found import Found

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finds:
    """What the grammars found in one sentence; offsets are the sentence's own."""

    quantities: Sequence[Found[Quantity]]
    ages: Sequence[Found[int | AgeRange]]
    names: Sequence[Found[PersonName]]
