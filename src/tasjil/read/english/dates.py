"""When: the dates, spans and relative times of an English text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from tasjil.read.found import Found


class DateRole(StrEnum):
    """What a date says about the time of the harm."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    DURING = "during"
    DURATION = "duration"
    """How long, not when: "for four days"."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A time told from another one: days after (or before) an anchor.

    Attributes:
        first: Days from the anchor to the first day meant; -1 is the day before it.
        last: Days from the anchor to the last day meant.
    """

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DateRead:
    """A time as read: EDTF where it can be known, and what it says of the harm."""

    edtf: str | None
    role: DateRole = DateRole.AT
    relative: Relative | None = None


_ISO = re.compile(r"\b[12][0-9]{3}-[01][0-9]-[0-3][0-9]\b")


def find_dates(text: str, published: str | None) -> list[Found[DateRead]]:
    """Every date in the text, in order, without overlaps."""
    return [
        Found.at(text, m.start(), m.end(), DateRead(m[0])) for m in _ISO.finditer(text)
    ]


def resolve(relative: Relative, anchor: str) -> str | None:
    """The EDTF date a relative time means, told from an anchor's date."""
    return anchor if relative == Relative(0, 0) else None
