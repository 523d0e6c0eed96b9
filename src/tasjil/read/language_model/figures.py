"""Holds a number that a model read against the words it says it read it from."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from tasjil.model.quantity import Quantity
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.draft import Span
from tasjil.read.found import Found
from tasjil.read.language_model.form import ToldClaim, ToldNumber
from tasjil.read.language_model.grammars import GRAMMARS, Grammar
from tasjil.read.language_model.wording import Wording

_NUMBER = re.compile(r"\d+(?:[.,٬٫]\d{3})*")
_ONE = 1
_A_PAIR = 2
"""What a plural without a number holds at least; it is no vague number."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands on words, and where they are."""

    quantity: Quantity
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Reads the numbers of one report again, with our own grammar where there is one.

    A number that no words near the quote stand for is refused, and so is one that the
    words do not mean. Where our grammar reads the words, its range is taken: "dozens"
    is the codebook's floor whoever read it.
    """

    wording: Wording
    context: ReadingContext
    language: str | None

    def of(self, told: ToldClaim, passage: Span, piece: Span) -> Figure | None:
        """The number of a claim; None where it stands nowhere or means another."""
        near = self.wording.sentence(passage, more=1)
        number = told.number
        if number.text is not None:
            span = self.wording.nearest(number.text, passage, near)
            return None if span is None else self._on_words(number, span, near)
        if number.low is None and number.high is None:
            return Figure(Quantity(None, None, None, number.unit))
        names = len(set(told.victims.names))
        if names and number.low == number.high == names:
            return Figure(Quantity(names, names, None, number.unit))
        people = told.victims.text
        if people is None:
            return None
        span = self.wording.nearest(people, passage, piece)
        if span is None:
            return None
        return self._of_people(number, span, self.wording.sentence(span))

    def _on_words(self, number: ToldNumber, span: Span, near: Span) -> Figure | None:
        """The number that stands on these words."""
        read, text = self._readings(span, near), self.wording.text[slice(*span)]
        digits = [_value(each[0]) for each in _NUMBER.finditer(text)]
        ends = [end for end in (number.low, number.high) if end is not None]
        if not read and not digits and (not ends or ends == [_ONE, _ONE]):
            # "Some of the guards", "the third": no figure, or one person.
            return Figure(Quantity(number.low, number.high, text, number.unit), span)
        if self.language in GRAMMARS:
            return self._agreeing(read, number)
        if not digits:
            # Nobody here can read these words: what they mean stays unknown.
            return Figure(Quantity(None, None, text, number.unit), span)
        off = any(min(abs(end - each) for each in digits) > 1 for end in ends)
        if off or _is_inverted(number):
            return None
        return Figure(Quantity(number.low, number.high, text, number.unit), span)

    def _of_people(self, number: ToldNumber, span: Span, near: Span) -> Figure | None:
        """The number that the words for the people hold; one person needs no word."""
        read = self._readings(span, near)
        if not read and number.low == number.high == _ONE:
            return Figure(Quantity(_ONE, _ONE, None, number.unit))
        return self._agreeing(read, number)

    def _agreeing(self, read: Iterable[Figure], number: ToldNumber) -> Figure | None:
        """The first of our own readings that the model's figures agree with."""
        floors = frozenset(self.context.vague.values()) - {_A_PAIR}
        for figure in read:
            if _agree(figure.quantity, number, floors):
                told = replace(figure.quantity, unit=number.unit)
                return replace(figure, quantity=told)
        return None

    def _readings(self, span: Span, near: Span) -> list[Figure]:
        """What our own grammar makes of these words: in their place, then alone."""
        grammar = GRAMMARS.get(self.language or "")
        if grammar is None:
            return []
        text, vague = self.wording.text, self.context.vague
        words = text[slice(*span)]
        around = grammar.quantities(text[slice(*near)], vague)
        found = _over(span, near[0], around)
        may_count = self._may_count(grammar, span, near)
        if not found and may_count:
            found = _over(span, span[0], grammar.quantities(words, vague))
        whole = grammar.phrase(words, vague)
        if whole is not None and (found or may_count):
            found.append(Figure(replace(whole, text=words), span))
        return found

    def _may_count(self, grammar: Grammar, span: Span, near: Span) -> bool:
        """False for digits that may be an age or a date, and count nobody."""
        words = self.wording.text[slice(*span)]
        if not any(map(str.isdigit, words)):
            return True
        text = self.wording.text[slice(*near)]
        told = [*grammar.ages(text), *grammar.dates(text, None)]
        return not any(_touches(span, near[0], each) for each in told)


def _over(span: Span, base: int, found: Iterable[Found[Quantity]]) -> list[Figure]:
    """The numbers on these words; `base` is where their text stands in the report."""
    return [
        Figure(each.value, (each.start + base, each.end + base))
        for each in found
        if _touches(span, base, each)
    ]


def _touches(span: Span, base: int, found: Found[object]) -> bool:
    return found.start + base < span[1] and span[0] < found.end + base


def _agree(read: Quantity, told: ToldNumber, floors: Collection[int]) -> bool:
    """True where the model's ends lie where the words put them.

    "More than 1,400" may be told as 1,400 or 1,401. Only a vague word ("dozens") may
    have been told as any figure above its floor: the floor is what is kept.
    """
    low, high = read.low or 0, read.high
    top = high if high is not None else (None if low in floors else low + 1)
    ends = [end for end in (told.low, told.high) if end is not None]
    return all(low - 1 <= end and (top is None or end <= top) for end in ends)


def _is_inverted(told: ToldNumber) -> bool:
    return told.high is not None and told.high < (told.low or 0)


def _value(digits: str) -> int:
    """Digits of any script, with or without thousands marks.

    Example:
        >>> _value("1,400"), _value("١٢")
        (1400, 12)
    """
    return int(re.sub(r"\D", "", digits))
