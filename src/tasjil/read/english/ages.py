"""How old: ages of people in an English text."""

import re

from tasjil.model.persons import AgeRange
from tasjil.read.found import Found

_AGE = re.compile(
    r"\b(?:aged\s+)?([0-9]{1,3})-year-old\b|\baged\s+([0-9]{1,3})\b", re.I
)


def find_ages(text: str) -> list[Found[int | AgeRange]]:
    """Every age in the text, in order, without overlaps."""
    return [
        Found.at(text, m.start(), m.end(), int(m[1] or m[2]))
        for m in _AGE.finditer(text)
    ]
