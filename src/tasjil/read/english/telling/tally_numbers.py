"""The numbers of people in a line of a tally, and bare ones nothing else explains."""

import re
from collections.abc import Sequence

from tasjil.model.quantity import Quantity
from tasjil.read.date_read import DateRead
from tasjil.read.english.numbers.number_words import number as value_of
from tasjil.read.english.people.finds import Finds
from tasjil.read.found import Found

_MOST = 80
NUMBER = re.compile(
    r"\b(?:[0-9][0-9,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b(?![:.%][0-9])"
    r"(?!(?<=\bone)\s+(?:by|after)\s+one\b)(?<!\bone by one)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BEFORE_A_YEAR = re.compile(
    r"\b(?:compared\s+(?:with|to)|than|in|since|during|until|for|of|year)\s+$",
    re.IGNORECASE,
)


def numbers_in(
    text: str, finds: Finds, dates: Sequence[Found[DateRead]]
) -> list[Found[Quantity]]:
    """The numbers of people, and bare ones that nothing else explains."""
    dated = [(d.start, d.end) for d in dates]
    found = [
        q
        for q in finds.quantities
        if not any(s < q.end and q.start < e for s, e in dated)
    ]
    known = [(f.start, f.end) for f in (*found, *finds.ages)] + dated
    for match in NUMBER.finditer(text):
        start, end = match.span()
        taken = any(s < end and start < e for s, e in known)
        taken = taken or _is_year(text, match)
        value = None if taken else value_of(match[0].lower())
        if value is not None:
            quantity = Quantity(value, value, match[0])
            found.append(Found.at(text, start, end, quantity))
    return sorted(found, key=lambda f: f.start)[:_MOST]


def _is_year(text: str, match: re.Match[str]) -> bool:
    """True for "compared with 2019": a bare year counts nobody."""
    year = _YEAR.fullmatch(match[0]) is not None
    return year and _BEFORE_A_YEAR.search(text, 0, match.start()) is not None
