"""Who: names of persons in an English text, and lists of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tasjil.read.found import Found


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as written.

    Attributes:
        name: The name without its title.
        title: "Dr.", "Colonel"; None where none stands before it.
        beside: The same name in the other script, in brackets after it.
    """

    name: str
    title: str | None = None
    beside: str | None = None


_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?:\s+[A-Z][a-z]+)+")


def find_names(
    text: str,
    *,
    is_place: Callable[[str], bool] | None = None,
    hints: Sequence[tuple[int, int]] = (),
) -> list[Found[PersonName]]:
    """Names of persons in the text, in order, without overlaps.

    Args:
        text: The text, in any case.
        is_place: Says whether words are a place; the gazetteer's `knows`.
        hints: Spans another reader takes for persons (spaCy's PERSON).
    """
    return [
        Found.at(text, m.start(), m.end(), PersonName(m[0]))
        for m in _CAPITALISED.finditer(text)
        if is_place is None or not is_place(m[0])
    ]


def name_lists(text: str) -> list[list[Found[PersonName]]]:
    """Lists of names, one a line or numbered, each list in order."""
    return []
