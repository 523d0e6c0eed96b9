"""The places where an Arabic report says something happened, harm or not."""

import re
from collections.abc import Iterator, Sequence

from tasjil.model.places import Where
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.found import Found

_BEFORE = 40
_WORD = re.compile(r"[ء-ي]+")
_AND = re.compile(r"\s*،?\s*(?:و|أو\s)(?:[ء-ي]{1,8}\s+){0,2}")
"""Two places side by side: nothing says which of them is meant later."""

_NEAR = 3
_APART = 5


def scenes(text: str, named: Sequence[Found[Where]]) -> Iterator[Found[Where]]:
    """The places named behind "in", "near", "at" where the people of the report are.

    A hospital to which the wounded were taken is none, nor is a speaker's office.
    """
    placing, apart = words("grammar", "placing"), words("grammar", "apart")
    for place, next in zip(named, [*named, None][1:], strict=True):
        if next is not None and _AND.fullmatch(text, place.end, next.start):
            continue
        before = folded(text[max(place.start - _BEFORE, 0) : place.start])
        before = re.split(r"[.؟!\n]", before)[-1]
        said = _WORD.findall(before)
        own = set(_WORD.findall(folded(place.text)))
        bound = bool(said) and said[-1] in ("ب", "وب")
        led = bound or bool(set(said[-_NEAR:]) & placing)
        if led and not apart & (set(said[-_APART:]) | own):
            yield place
