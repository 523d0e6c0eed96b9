"""How many people an English text tells of, with the bound it puts on the number."""

import re
from collections.abc import Mapping
from dataclasses import replace

from tasjil.model.quantity import Quantity
from tasjil.model.scope import Codebook
from tasjil.read.english.numbers.cardinals import SINGLE, cardinal
from tasjil.read.english.numbers.number_words import NUMBER_WORDS
from tasjil.read.english.numbers.quantity_words import STARTS, Read, special
from tasjil.read.english.text.noun_phrases import of_parts
from tasjil.read.found import Found
from tasjil.read.lowered import lowered

_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_CODEBOOK = Codebook()


def find_quantities(
    text: str, vague: Mapping[str, int] | None = None
) -> list[Found[Quantity]]:
    """Every number of people in the text, in order, without overlaps.

    Years, dates, ages, money, distances and counted things are left out; a number
    whose noun is unknown is kept, for the reader to judge by its place in the clause.

    Args:
        text: The text, in any case.
        vague: The codebook's floors for "dozens" and the like.

    Example:
        >>> found = find_quantities("At least 13 people died on 7 March in 2 cars.")
        >>> [(f.text, f.value.low, f.value.high) for f in found]
        [('At least 13', 13, None)]
    """
    floors = _CODEBOOK.vague if vague is None else vague
    lower = lowered(text)
    found: list[Found[Quantity]] = []
    done = 0
    for word in _WORD.finditer(lower):
        if word.start() < done:
            continue
        read = _read_at(lower, word.start(), word[0], floors)
        if read is not None and read.start >= done:
            quantity = replace(read.quantity, text=text[read.start : read.end])
            found.append(Found.at(text, read.start, read.end, quantity))
        if read is not None:
            done = read.end
    return found


def quantity_of_noun_phrase(
    text: str, vague: Mapping[str, int] | None = None
) -> Quantity | None:
    """How many people a noun phrase stands for; None where it tells of no people.

    Parts joined by commas and "and" are added: "six teachers, their driver and his
    sister" are eight. A plural without a number is two or more; several of them
    together ("women and children") are still told of as two or more.

    Example:
        >>> quantity_of_noun_phrase("a mother and her three children").low
        4
        >>> both = quantity_of_noun_phrase("women and children")
        >>> both.low, both.high
        (2, None)
    """
    found = find_quantities(text, vague)
    return of_parts(text, found)


def _read_at(
    lower: str, start: int, word: str, floors: Mapping[str, int]
) -> Read | None:
    """Read whatever number of people begins with this word."""
    for pattern in STARTS.get(word, ()):
        match = pattern.match(lower, start)
        if match is not None:
            read = special(lower, match, pattern, floors)
            if read is not None:
                return read
    if word in NUMBER_WORDS or word in SINGLE or word[0].isdigit():
        return cardinal(lower, start, word)
    return None
