"""How the words of a number or a date are read, in the languages we read ourselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tasjil.model.quantity import Quantity
from tasjil.read.date_read import DateRead
from tasjil.read.english.dates import find_dates
from tasjil.read.english.quantities import find_quantities, quantity_of_noun_phrase
from tasjil.read.found import Found


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one of our own readers knows of numbers and dates.

    Attributes:
        quantities: Every number of people in a text, with the codebook's floors.
        phrase: How many people one phrase stands for; None where it tells of none.
        dates: Every date in a text, told from a date of publication.
    """

    quantities: Callable[[str, Mapping[str, int]], list[Found[Quantity]]]
    phrase: Callable[[str, Mapping[str, int]], Quantity | None]
    dates: Callable[[str, str | None], list[Found[DateRead]]]


GRAMMARS: Mapping[str, Grammar] = {
    "en": Grammar(find_quantities, quantity_of_noun_phrase, find_dates),
}
