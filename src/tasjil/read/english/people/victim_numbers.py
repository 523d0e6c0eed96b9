"""How many people a phrase for victims stands for, with the words of the number."""

import re

from spacy.tokens import Token

from tasjil.model.quantity import Quantity, Unit
from tasjil.read.english.numbers.number_words import number
from tasjil.read.english.numbers.quantities import find_quantities
from tasjil.read.english.people.finds import Finds, Span
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import (
    PERSONAL,
    SINGULAR,
    asks_how_many,
    counted,
    has_determiner,
    is_name,
    is_number,
    is_plural,
    lemma,
)
from tasjil.read.english.times.calendar_days import MONTHS
from tasjil.read.found import Found

_NOBODY = frozenset(["nobody", "none", "anybody", "anyone"])
_OLD = re.compile(r"[\s-]*(?:year|month|day|week)s?[\s-]*(?:old)?", re.IGNORECASE)
_OR_OLDER = re.compile(r"\s*(?:or|to|and|-|–)\s*\d{1,3}" + _OLD.pattern, re.IGNORECASE)
_NO_FEWER = re.compile(r"\bno\s+(?:fewer|less|more)\s+than\s+[^.;,]{0,40}$")
_UNSPECIFIED = words("grammar", "numbers_unspecified")


def quantity_of(
    head: Token, span: Span, names: tuple[str, ...], finds: Finds
) -> tuple[Quantity, Span | None]:
    """How many people the phrase stands for."""
    if asks_how_many(head):
        return Quantity(None, None, text_of(head.doc)[span[0] : span[1]]), span
    if head.lower_ in _NOBODY or (has_determiner(head, "no") and not _is_bounded(head)):
        return Quantity(0, 0, text_of(head.doc)[span[0] : span[1]]), span
    said = _said_number(head, span, finds)
    if said is not None:
        return said
    if names and (is_name(head) or not is_plural(head)):
        return Quantity(len(names), len(names), None), None
    unit = Unit.FAMILY if lemma(head) == "family" else Unit.PERSON
    one = head.lower_ in SINGULAR or (
        not is_plural(head) and head.lower_ not in PERSONAL
    )
    if (
        one
        and unit is Unit.PERSON
        and lemma(head) not in words("people", "collective") | _UNSPECIFIED
    ):
        return Quantity(1, 1, None), None
    several = len(names) if len(names) > 1 and _is_owned(head) else None
    return Quantity(len(names) or None, several, None, unit), None


def _is_bounded(head: Token) -> bool:
    """True for "no fewer than 640 people", who are not nobody."""
    text = text_of(head.doc)[max(0, head.idx - 60) : head.idx].lower()
    return _NO_FEWER.search(text) is not None


def _is_owned(head: Token) -> bool:
    """True for "their children Omar and Firo": those named are all of them."""
    return any(c.tag_ == "PRP$" for c in head.lefts)


def _said_number(head: Token, span: Span, finds: Finds) -> tuple[Quantity, Span] | None:
    """The number that stands in the phrase, before or at its head."""
    inner = counted(head)
    stop = max(head.idx + len(head), inner.idx + len(inner))
    for found in sorted(finds.quantities, key=lambda f: not _is_number_itself(head, f)):
        touches = found.end > span[0] and found.start < stop
        holds = found.start < head.idx < found.end  # "a family of five"
        if (
            touches
            and (holds or found.end <= stop + 1)
            and not _is_an_age(found, finds, text_of(head.doc))
        ):
            value = found.value
            families = lemma(counted(head)) == "family" and not holds
            unit = Unit.FAMILY if families else value.unit
            return Quantity(value.low, value.high, value.text, unit), (
                found.start,
                found.end,
            )
    return _of_them(head, finds) or _plain_number(head, finds)


def _is_number_itself(head: Token, found: Found[Quantity]) -> bool:
    """True for the 9 of "from 12 to 9" where the 9 is what the phrase is about."""
    return is_number(head) and found.start <= head.idx < found.end


def _of_them(head: Token, finds: Finds) -> tuple[Quantity, Span] | None:
    """The number in "three of them children"."""
    if head.i < 3 or head.nbor(-2).lower_ != "of":
        return None
    if head.nbor(-1).lower_ not in ("them", "whom", "these", "those"):
        return None
    end = head.nbor(-3).idx + len(head.nbor(-3))
    for found in finds.quantities:
        if found.start <= head.nbor(-3).idx < found.end or found.end == end:
            return found.value, (found.start, found.end)
    return None


def _plain_number(head: Token, finds: Finds) -> tuple[Quantity, Span] | None:
    """A number before a noun the number grammar does not know: "111 killings"."""
    for child in (head, *reversed(list(head.lefts))):
        if (child == head and not is_number(head)) or _is_of_a_date(child):
            continue
        value = (
            number(child.lower_) if child.dep_ == "nummod" or child == head else None
        )
        if value is not None and not _counts_years(child, finds):
            first = child.left_edge.idx
            text = text_of(child.doc)[first : child.idx + len(child)]
            bound = find_quantities(f"{text} people")
            read = bound[0].value if bound else Quantity(value, value, text)
            span = (first, child.idx + len(child))
            return Quantity(read.low, read.high, text), span
    return None


def _is_of_a_date(token: Token) -> bool:
    """True for the 9 of "on 9 February two men"."""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return token.text.isdigit() and after in MONTHS


def _counts_years(token: Token, finds: Finds) -> bool:
    """True for the 30 of "a 19 or 20-year-old clerk" and of "30 day-old twins"."""
    end = token.idx + len(token)
    if _OLD.match(token.doc.text, end) or _OR_OLDER.match(token.doc.text, end):
        return True
    return any(a.start <= token.idx < a.end for a in finds.ages)


def _is_an_age(found: Found[Quantity], finds: Finds, text: str) -> bool:
    """True where the number counts years, months or days."""
    if _OLD.match(text, found.end) or _OR_OLDER.match(text, found.end):
        return True
    return any(a.start < found.end and found.start < a.end for a in finds.ages)
