"""Holds a number that a model read against the words it says it read it from."""

import re
from dataclasses import dataclass, replace

from tasjil.model.quantity import Quantity
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.draft import Span
from tasjil.read.language_model.form import ToldClaim, ToldNumber
from tasjil.read.language_model.grammars import GRAMMARS
from tasjil.read.language_model.wording import Wording

_NUMBER = re.compile(r"\d+(?:[.,٬٫]\d{3})*")
_ONE = 1


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

    def of(self, told: ToldClaim, passage: Span) -> Figure | None:
        """The number of a claim; None where it stands nowhere or means another."""
        near = self.wording.sentence(passage, more=1)
        number = told.number
        if number.text is not None:
            span = self.wording.nearest(number.text, passage, near)
            return None if span is None else self._told(number, span, near)
        if number.low is None and number.high is None:
            return Figure(Quantity(None, None, None, number.unit))
        if told.victims.text is not None:
            span = self.wording.nearest(told.victims.text, passage, near)
            counted = None if span is None else self._counted(number, span, near)
            if counted is not None:
                return counted
        return self._uncounted(told)

    def _uncounted(self, told: ToldClaim) -> Figure | None:
        """A number without number words: so many names, or one person told of."""
        number, names = told.number, len(set(told.victims.names))
        people = names or (0 if told.victims.text is None else _ONE)
        if people == 0 or not number.low == number.high == people:
            return None
        return Figure(Quantity(people, people, None, number.unit))

    def _told(self, number: ToldNumber, span: Span, near: Span) -> Figure | None:
        """The number that stands on these words."""
        counted = self._counted(number, span, near)
        if counted is not None or self._reads(span, near):
            return counted
        text = self.wording.text[slice(*span)]
        digits = [_value(each[0]) for each in _NUMBER.finditer(text)]
        ends = [end for end in (number.low, number.high) if end is not None]
        off = [end for end in ends if all(abs(end - each) > 1 for each in digits)]
        if (digits and off) or not (ends or digits) or _is_inverted(number):
            return None
        return Figure(Quantity(number.low, number.high, text, number.unit), span)

    def _counted(self, number: ToldNumber, span: Span, near: Span) -> Figure | None:
        """What our own grammar reads there, where that agrees with the model."""
        for figure in self._readings(span, near):
            if _agree(figure.quantity, number):
                unit = number.unit
                return replace(figure, quantity=replace(figure.quantity, unit=unit))
        return None

    def _reads(self, span: Span, near: Span) -> bool:
        """True where our grammar finds a number in these words."""
        return bool(self._readings(span, near))

    def _readings(self, span: Span, near: Span) -> list[Figure]:
        grammar = GRAMMARS.get(self.language or "")
        if grammar is None:
            return []
        text, vague = self.wording.text, self.context.vague
        base = near[0]
        found = [
            Figure(each.value, (each.start + base, each.end + base))
            for each in grammar.quantities(text[slice(*near)], vague)
            if each.start + base < span[1] and span[0] < each.end + base
        ]
        whole = grammar.phrase(text[slice(*span)], vague)
        if whole is not None and (found or _is_number(whole)):
            words = text[slice(*span)]
            found.append(Figure(replace(whole, text=words), span))
        return found


def _is_number(quantity: Quantity) -> bool:
    """True for a phrase with an upper end; "civilians" has none."""
    return quantity.high is not None


def _agree(read: Quantity, told: ToldNumber) -> bool:
    """True where the model's ends lie where the words put them.

    "More than 1,400" may be told as 1,400 or 1,401; an open end holds no figure far
    above it unless the words are vague ("dozens").
    """
    low, high = read.low or 0, read.high
    digits = any(c.isdigit() for c in read.text or "")
    top = high if high is not None else (low + 1 if digits else None)
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
