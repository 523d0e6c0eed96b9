"""Which number of a sentence is a part of which, by the words between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tasjil.model.quantity import Quantity
from tasjil.read.english.telling.totals.listing import listed
from tasjil.read.found import Found

_PART = re.compile(
    r"(?:\b(?:of|among|amongst)\s+(?:whom|them|these|those|which|that\s+number)\b,?"
    r"|\b(?:including|comprising|comprised\s+of|made\s+up\s+of|namely)\b|\binclud(?:ed|es|e)\b)"
    r"(?:\s+(?:the|a\s+further|another|an|all)){0,1}\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^[^.;:()0-9]{0,80}?(?:,|;|,?\s+(?:and|while|plus|as\s+well\s+as))\s+"
    r"(?:at\s+least\s+|about\s+|some\s+|the\s+(?:other|remaining)\s+|another\s+)?$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:(?:were|was|are|being)\s+)?(?:(?:killed|executed|shot|"
    r"murdered|arrested|detained|abducted|injured|wounded)\s+)?"
    r"(?:by|at\s+the\s+hands\s+of)\s+"
)
_IS_PART = re.compile(
    r"\b(?:part\s+of|out\s+of|among)\s+(?:(?:an?|the|its)\s+(?:[a-z-]+\s+){0,2})?"
    r"(?:(?:total|toll|count|figure)\s+of\s*)?$"
)
_LIST = re.compile(r":\s*(?:[a-z]+\s+){0,3}(?:at\s+least\s+|some\s+|about\s+)?$")
_OF_THE = re.compile(
    r"\s+of\s+(?:whom|them|these|those|the\s+(?:total|dead|deaths|victims|killed|"
    r"killings|cases|arrests|detentions|disappearances|abductions|executions|injured|"
    r"wounded|detained|detainees|missing))\b"
)


class Tie(Enum):
    """How a number hangs on another."""

    BEFORE = auto()
    """Its whole is a number before it in the sentence."""

    ABOVE = auto()
    """Its whole is the number told last in a sentence before."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One number that is a part; `whole` is the place of its whole in the list."""

    part: int
    tie: Tie
    whole: int | None = None


def relations(text: str, numbers: Sequence[Found[Quantity]]) -> list[Relation]:
    """The numbers of a sentence whose words say that they are parts of another.

    Args:
        text: The sentence.
        numbers: Its numbers of people, in order.

    Example:
        >>> from tasjil.read.english.numbers.quantities import find_quantities
        >>> told = "860 people were killed (41 children, 58 women)."
        >>> [(r.part, r.whole) for r in relations(told, find_quantities(told))]
        [(1, 0), (2, 0)]
    """
    found = {
        part: Relation(part, Tie.ABOVE if whole is None else Tie.BEFORE, whole)
        for part, whole in listed(text, numbers).items()
    }
    for i in range(len(numbers) - 1):
        between = text[numbers[i].end : numbers[i + 1].start]
        if i in found or not _IS_PART.search(between):
            continue
        before = [n for n in range(i + 1) if _holds(numbers[i + 1], numbers[n])]
        if before:
            part = max(before, key=lambda n: numbers[n].value.highest_stated or 0)
            found[part] = Relation(part, Tie.BEFORE, i + 1)
    for i in range(len(numbers)):
        if i in found:
            continue
        relation = _relation(text, numbers, i, found)
        if relation is not None:
            found[i] = relation
    return list(found.values())


def _relation(
    text: str,
    numbers: Sequence[Found[Quantity]],
    i: int,
    found: dict[int, Relation],
) -> Relation | None:
    """How one number hangs on those before it; None where its words do not say."""
    start = numbers[i].start
    opened = text.rfind("(", 0, start)
    if opened >= 0 and ")" not in text[opened:start]:
        whole = _last(numbers, opened, numbers[i])
        return None if whole is None else Relation(i, Tie.BEFORE, whole)
    if _PART.search(text[:start]) or _OF_THE.match(text, numbers[i].end):
        whole = _larger(text, numbers, i)
        tie = Tie.ABOVE if whole is None else Tie.BEFORE
        return Relation(i, tie, whole)
    if _LIST.search(text[:start]):
        whole = _last(numbers, start, numbers[i])
        return None if whole is None else Relation(i, Tie.BEFORE, whole)
    return _goes_on(text, numbers, i, found)


def _goes_on(
    text: str,
    numbers: Sequence[Found[Quantity]],
    i: int,
    found: dict[int, Relation],
) -> Relation | None:
    """A number told like the part before it: "and 344 by armed groups"."""
    start = numbers[i].start
    outside = [n for n in range(i) if not _in_brackets(text, numbers[n].start)]
    if not outside or outside[-1] not in found:
        return None
    before = found[outside[-1]]
    between = re.sub(r"\([^()]*\)", "", text[numbers[outside[-1]].end : start])
    both_by = all(_BY.match(text, numbers[n].end) for n in (outside[-1], i))
    if not _GOES_ON.match(between) or not (both_by or _is_list(between)):
        return None
    if before.whole is not None and not _holds(numbers[before.whole], numbers[i]):
        return None
    return Relation(i, before.tie, before.whole)


def _is_list(between: str) -> bool:
    """True where only the people of the number before stand between, no clause."""
    verbs = r"\b(?:were|was|have|has|had|said|says|killed|wounded|injured|another)\b"
    placed = re.fullmatch(r"\s+(?:in|at)\s+[\w' -]{2,40}[;,]\s*(?:and\s+)?", between)
    return bool(placed) or not re.search(verbs, between) and ";" not in between


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _last(
    numbers: Sequence[Found[Quantity]], at: int, part: Found[Quantity]
) -> int | None:
    """The last number in front of a place in the text, if it can hold the part."""
    before = [n for n, number in enumerate(numbers) if number.end <= at]
    fits = [n for n in before[-1:] if _holds(numbers[n], part)]
    return fits[-1] if fits else None


def _larger(text: str, numbers: Sequence[Found[Quantity]], i: int) -> int | None:
    """The nearest number before that can hold it and is no part in brackets."""
    for n in range(i - 1, -1, -1):
        bracketed = _in_brackets(text, numbers[n].start)
        if not bracketed and _holds(numbers[n], numbers[i]):
            return n
    return None


def _holds(whole: Found[Quantity], part: Found[Quantity]) -> bool:
    return (whole.value.highest_stated or 0) > (part.value.highest_stated or 0)
