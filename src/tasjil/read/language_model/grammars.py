"""How words for numbers, dates and tellers are read in the languages we know."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tasjil.model.persons import AgeRange
from tasjil.model.quantity import Quantity
from tasjil.model.sources import SourceKind
from tasjil.read.arabic.numbers import quantities as arabic
from tasjil.read.arabic.people import ages as arabic_ages
from tasjil.read.arabic.tellers import teller_kinds as arabic_tellers
from tasjil.read.arabic.text import sentences as arabic_sentences
from tasjil.read.arabic.times import dates as arabic_dates
from tasjil.read.date_read import DateRead
from tasjil.read.english.numbers import quantities as english
from tasjil.read.english.people import ages as english_ages
from tasjil.read.english.tellers import attribution as english_tellers
from tasjil.read.english.times import dates as english_dates
from tasjil.read.found import Found

Floors = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one of our own readers knows of numbers, dates and tellers.

    Attributes:
        quantities: Every number of people in a text, with the codebook's floors.
        phrase: How many people one phrase stands for; None where it tells of none.
        dates: Every date in a text, told from a date of publication.
        ages: Every age in a text.
        teller_kind: What sort of teller words name; the case's own sources go first.
    """

    quantities: Callable[[str, Floors], list[Found[Quantity]]]
    phrase: Callable[[str, Floors], Quantity | None]
    dates: Callable[[str, str | None], list[Found[DateRead]]]
    ages: Callable[[str], Sequence[Found[object]]]
    teller_kind: Callable[[str, Mapping[str, SourceKind]], SourceKind]


def _arabic_quantities(text: str, vague: Floors) -> list[Found[Quantity]]:
    """The numbers of an Arabic text: its sentences are made even first."""
    found = []
    for sentence in arabic_sentences.split(text):
        for each in arabic.find_quantities(sentence.text, vague):
            start, end = sentence.span(each.start, each.end)
            told = replace(each.value.quantity, text=text[start:end])
            found.append(Found.at(text, start, end, told))
    return found


def _no_phrase(text: str, vague: Floors) -> Quantity | None:
    """Arabic counts in the words themselves; `quantities` reads duals too."""
    return None


def _arabic_dates(text: str, published: str | None) -> list[Found[DateRead]]:
    """The dates of an Arabic text: its sentences are made even first."""
    return [
        Found.at(text, *sentence.span(each.start, each.end), each.value)
        for sentence in arabic_sentences.split(text)
        for each in arabic_dates.find_dates(sentence.text, published)
    ]


def _arabic_ages(text: str) -> list[Found[int | AgeRange]]:
    """The ages of an Arabic text: its sentences are made even first."""
    return [
        Found.at(text, *sentence.span(each.start, each.end), each.value)
        for sentence in arabic_sentences.split(text)
        for each in arabic_ages.find_ages(sentence.text)
    ]


GRAMMARS: Mapping[str, Grammar] = {
    "en": Grammar(
        english.find_quantities,
        english.quantity_of_noun_phrase,
        english_dates.find_dates,
        english_ages.find_ages,
        english_tellers.kind_of,
    ),
    "ar": Grammar(
        _arabic_quantities,
        _no_phrase,
        _arabic_dates,
        _arabic_ages,
        arabic_tellers.kind_of,
    ),
}
