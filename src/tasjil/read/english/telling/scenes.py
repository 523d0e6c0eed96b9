"""The places where an English report says something happened, harm or not."""

import re
from collections.abc import Iterator, Sequence

from tasjil.model.places import Where
from tasjil.read.english.text.lexicon import words
from tasjil.read.found import Found

_BEFORE = 48
_KIND = (
    r"(?:(?:the|an?|its|their)\s+)?(?:[\w'’-]+\s+){0,3}?"
    r"(?:(?:of|called)\s+)?(?:the\s+)?"
)
_LED = re.compile(rf"\b(?:in|at|near|outside|inside|on)\s+{_KIND}$", re.IGNORECASE)
_STOP = re.compile(r"[.;!?]\s|\n\s*\n")
_AND = re.compile(
    r"\s*,?\s*\b(?:and|or|as well as)\s+(?:(?:in|at|near|on)\s+)?(?:the\s+)?"
    r"(?:\w+\s+of\s+)?",
    re.IGNORECASE,
)
"""Two places side by side: nothing says which of them is meant later."""

_NEAR = 7
_WORD = re.compile(r"[a-z]+")


def scenes(text: str, named: Sequence[Found[Where]]) -> Iterator[Found[Where]]:
    """The places named behind "in", "at", "near" where the people of the report are.

    "The officer in Varesh" only speaks there, and "the clinic in Tolmin" treats those
    who were hurt in another place.

    Example:
        >>> from tasjil.read.places.gazetteer import Gazetteer
        >>> told = "They fled to the village of Tolmin. The office in Varesh is closed."
        >>> found = Gazetteer(world=False).find(told)
        >>> [f.text for f in scenes(told, found)]
        []
    """
    apart = words("grammar", "scene_apart")
    for place, next in zip(named, [*named, None][1:], strict=True):
        if next is not None and _AND.fullmatch(text, place.end, next.start):
            continue
        before = text[max(place.start - _BEFORE, 0) : place.start]
        before = _STOP.split(before)[-1]
        if _LED.search(before) is None:
            continue
        said = _WORD.findall(before.lower())[-_NEAR:]
        if not apart & set(said):
            yield place
