"""One line of a tally: "Varesh: 4", "Killed: 7", "in Tolmin three", "9 dead"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tasjil.model.acts import Act
from tasjil.model.quantity import Quantity
from tasjil.model.sources import SourceKind
from tasjil.read.english.tellers.attribution import kind_of
from tasjil.read.english.text.lexicon import table
from tasjil.read.found import Found

_NAME = r"[A-Z][\w'’-]*(?:\s+(?:(?:of|the|de|al)\s+){0,2}[A-Z][\w'’-]*){0,3}"
_KIND = (
    r"(?:\s+(?:road|street|camp|valley|district|province|village|town|junction|bridge|"
    r"crossing|quarter|suburbs?|hospital|front|checkpoint))?"
)
_PLACE = rf"(?P<place>(?:the\s+)?{_NAME}{_KIND})"
_HEAD = rf"^\s*(?P<bullet>[-–—*•·▪●]\s*|\d{{1,2}}[.)]\s+)?{_PLACE}"
_HEADING = re.compile(
    r"^(?P<of>[^:.;0-9]{0,60}?\b(?:dead|deaths|killed|killings|fatalities|victims|martyrs|"
    r"wounded|injured|arrested|arrests|detained|missing)\b[^:.;0-9]{0,60}):\s+(?=[A-Z])",
    re.IGNORECASE,
)
"""A heading that stands in one sentence with the first line below it."""

_LINE = re.compile(rf"{_HEAD}\s*(?P<mark>[:–—]|\s-)\s*$")
_UNDER = re.compile(rf"{_PLACE}\s*(?P<mark>[:–—]|\s-)\s*$")
_CLOSE = re.compile(rf"{_HEAD}\s+$")
_LISTED = re.compile(rf"(?:^|[,;:]\s+|\band\s+){_PLACE}(?P<mark>\s*[:–—]\s*|\s+)$")
_LED = re.compile(
    rf"(?:^|[,;:–—]\s*|\band\s+)(?i:in|at|near)\s+{_PLACE}"
    r"(?:,\s+(?:where|when|which)\s[^,;]{0,80},|,)?\s+$"
)
_BEHIND = re.compile(
    rf"\s+(?:[a-z]+\s+)?(?:in|at|near|from|on)\s+{_PLACE}(?=\s*(?:[,.;)]|and\s|$))"
)
_ENDS = re.compile(r"\s*(?:[,.;()–—]|$|and\s)")
_A_NOUN = re.compile(r"\s+(?:[a-z-]+\s+){0,2}[a-z-]+\s*(?:[,.;(]|$|by\b|in\b)")
_BETWEEN = r"\s*(?:[:–—=]|\s-)\s*(?:unchanged\s+at|still|now|at\s+least|total)?\s*$"


@dataclass(frozen=True, slots=True)
class Item:
    """A number of a tally; offsets are the sentence's.

    Attributes:
        act: What its own words tell; None where the tally as a whole tells it.
        told: Where the word for the act stands.
        place: Where the place of its own stands.
        heads: True where it opens the line with a place or a label.
    """

    number: Found[Quantity]
    act: Act | None = None
    told: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    heads: bool = False


@cache
def _states() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """The words of a tally for each act, as they stand behind a number."""
    known = table("idioms")["tally"]
    return tuple((Act(name), _any(told)) for name, told in known.items())


@cache
def _labels() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """The same words as a label in front of a number: "Recovered dead: 21"."""
    known = table("idioms")["tally"]
    lead = r"(?:^|[.;,(]\s*|[-–—*•]\s*)(?:(?:[a-z]+\s+){0,2})?"
    return tuple(
        (Act(name), re.compile(rf"{lead}\b(?P<word>{_words(told)}){_BETWEEN}", re.I))
        for name, told in known.items()
    )


def heading_act(text: str) -> Act | None:
    """What a heading in front of a line says all numbers below it are of.

    Example:
        >>> heading_act("Deaths documented by the monitor: Tolmin: 212").value
        'killed'
    """
    match = _HEADING.match(text)
    if match is None:
        return None
    said = match["of"].lower()
    for words_, act in _HEADED.items():
        if any(word in said for word in words_.split()):
            return act
    return Act.KILLED


_HEADED = {
    "wounded injured": Act.INJURED,
    "arrest detained": Act.DETAINED,
    "missing": Act.MISSING,
}


def _words(told: str) -> str:
    parts = sorted((p.strip() for p in told.split(",")), key=len, reverse=True)
    return "|".join(map(re.escape, parts))


def _any(told: str) -> re.Pattern[str]:
    noun = r"(?:people|persons|civilians|men|women|children|soldiers|fighters)"
    return re.compile(
        rf"\s+(?:{noun}\s+)?(?P<word>{_words(told)})\b(?!\s+(?:and|or)\s+\w+ed\b)", re.I
    )


def items(text: str, numbers: Sequence[Found[Quantity]]) -> list[Item]:
    """The numbers of a tally in one line; none where the line is no tally.

    Example:
        >>> from tasjil.read.english.numbers.quantities import find_quantities
        >>> line = "Varesh – 9 dead, 14 injured."
        >>> found = items(line, find_quantities(line))
        >>> [(i.number.value.low, i.act.value) for i in found]
        [(9, 'killed'), (14, 'injured')]
    """
    found = list(_each(text, numbers))
    placed = [i for i in found if i.place is not None]
    heads = bool(found) and found[0].heads
    if not heads and len(placed) < 2:
        return []
    return found


def _each(text: str, numbers: Sequence[Found[Quantity]]) -> Iterator[Item]:
    """Each number with the place and the word that stand beside it."""
    line: tuple[int, int] | None = None
    label: tuple[Act, tuple[int, int]] | None = None
    for i, number in enumerate(numbers):
        lead = text[: number.start]
        act, told = _state(text, number)
        named = _label(lead)
        if named is not None:
            act, told = named
            label = named
        if _in_brackets(text, number.start):
            continue
        place, heads = _place(text, number, first=i == 0)
        if named is not None and heads:
            place, heads = None, False
        if heads:
            line = place
        if act is None and label is not None:
            act, told = label
        plain = act is not None or place is not None
        if plain and (
            named is not None or act is not None or _stands_bare(text, number)
        ):
            where = place or (line if line is not None else None)
            yield Item(number, act, told, where, heads or named is not None)


def _in_brackets(text: str, at: int) -> bool:
    """True inside brackets, where a number is told in its parts."""
    return text.count("(", 0, at) > text.count(")", 0, at)


def _state(
    text: str, number: Found[Quantity]
) -> tuple[Act | None, tuple[int, int] | None]:
    """The act told right behind the number: "9 dead"."""
    for act, pattern in _states():
        if match := pattern.match(text, number.end):
            return act, match.span("word")
    return None, None


def _label(lead: str) -> tuple[Act, tuple[int, int]] | None:
    """The act of a label in front of the number: "Killed: "."""
    for act, pattern in _labels():
        if match := pattern.search(lead):
            return act, match.span("word")
    return None


def _place(
    text: str, number: Found[Quantity], *, first: bool
) -> tuple[tuple[int, int] | None, bool]:
    """The place of a number, and whether it opens the line."""
    lead = text[: number.start]
    if first:
        skipped = _HEADING.match(lead)
        opening = _UNDER.match(lead, skipped.end()) if skipped else _LINE.match(lead)
        opening = opening or _CLOSE.match(lead)
        if opening is not None and _may_open(opening):
            return opening.span("place"), True
    behind = _BEHIND.match(text, number.end)
    if behind is not None:
        return behind.span("place"), False
    for pattern in (_LED, _LISTED):
        if match := pattern.search(lead):
            return match.span("place"), False
    return None, False


_SUMS = re.compile(
    r"(?:Grand\s+|Overall\s+)?(?:Total|Sum|Altogether|All|Overall|In\s+all)", re.I
)


def _may_open(opening: re.Match[str]) -> bool:
    """True for "Varesh: " and "• Varesh ": a bare name may be a subject."""
    if _SUMS.fullmatch(opening["place"]):
        return False
    marked = "mark" in opening.re.groupindex or bool(opening.groupdict().get("bullet"))
    kind = kind_of(opening["place"], {})
    return marked and kind in (SourceKind.UNKNOWN, SourceKind.MEDICAL)


def _stands_bare(text: str, number: Found[Quantity]) -> bool:
    """True where no verb follows: a comma, a bracket, "in", a noun, the end."""
    behind = text[number.end :]
    if _ENDS.match(behind) or _BEHIND.match(behind):
        return True
    return (
        re.match(r"\s+(?:[a-z-]+\s+){0,2}[a-z-]+\s*(?:[,.;(]|$|by\b|in\b)", behind)
        is not None
    )
