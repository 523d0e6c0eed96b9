"""A toll that changed: "rose from 21 to 33", "revised down from 12 to 9"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasjil.model.quantity import Quantity
from tasjil.read.found import Found

_CHANGED = re.compile(
    r"\b(?:rose|rises?|risen|rising|rais\w+|climb\w*|increas\w+|jump\w*|gr[eo]w\w*|went|"
    r"going|go|fell|falls?|drop\w*|revis\w+|lower\w*|reduc\w+|correct\w+|chang\w+|"
    r"updat\w+|amend\w+|up|down|doubl\w+|surg\w+|soar\w*|adjust\w+|cut)\b",
    re.IGNORECASE,
)
_SMALL = (
    r"(?:at\s+least\s+|about\s+|around\s+|some\s+|more\s+than\s+|nearly\s+|just\s+)?"
)
_FROM = re.compile(rf"\bfrom\s+(?:an?\s+earlier\s+)?{_SMALL}$", re.IGNORECASE)
_TO = re.compile(
    rf"^\s*(?:[a-z]+\s+){{0,2}}?(?:on\s+\w+\s+|in\s+\w+\s+|earlier\s+|last\s+\w+\s+)?"
    rf"to\s+(?:now\s+)?{_SMALL}$",
    re.IGNORECASE,
)
_BACK = re.compile(rf"^\s*(?:[a-z]+\s+){{0,3}}?,?\s*from\s+{_SMALL}$", re.IGNORECASE)
_STOOD = re.compile(
    r"\b(?:up|down)\s+from\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,4}$"
    r"|\b(?:previous|earlier|initial|former|last)\s+(?:official\s+)?(?:death\s+)?"
    r"(?:toll|figure|count|tally|total|number|estimate)\s+"
    r"(?:of|was|stood\s+at|had\s+been|put\s+at)\s+(?:at\s+least\s+|about\s+)?$"
    r"|\b(?:earlier|previously)\s+(?:[a-z]+\s+){0,4}(?:said|put|reported|given|counted)\s+"
    r"(?:[a-z]+\s+){0,4}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that another took the place of; both are places in the list."""

    earlier: int
    now: int | None


def changes(text: str, numbers: Sequence[Found[Quantity]]) -> Iterator[Change]:
    """The earlier figures of a sentence, each with the one that took its place.

    Example:
        >>> from tasjil.read.english.numbers.quantities import find_quantities
        >>> told = "The death toll rose from 21 to 33."
        >>> [(c.earlier, c.now) for c in changes(told, find_quantities(told))]
        [(0, 1)]
    """
    for i, number in enumerate(numbers):
        lead = text[: number.start]
        if _STOOD.search(lead):
            yield Change(i, None)
        elif _FROM.search(lead) and _CHANGED.search(lead):
            behind, before = i + 1, i - 1
            between = ""
            if behind < len(numbers):
                between = text[number.end : numbers[behind].start]
            if behind < len(numbers) and _TO.match(between):
                yield Change(i, behind)
            elif before >= 0 and _BACK.match(text[numbers[before].end : number.start]):
                yield Change(i, before)
