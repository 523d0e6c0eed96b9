"""How many people a whole noun phrase stands for: "a mother and her three children"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasjil.model.quantity import Quantity, Unit
from tasjil.read.english.text.person_nouns import is_person_noun, is_plural
from tasjil.read.found import Found
from tasjil.read.lowered import is_all_caps, lowered

_JOIN = re.compile(
    r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|as\s+well\s+as|plus|along\s+with|together\s+with)"
    r"\s+|\s*&\s*|\s*;\s*",
    re.IGNORECASE,
)
_SUBSET = re.compile(
    r"[,\s(]+(?:including|among\s+(?:them|whom)|of\s+whom|of\s+them|who|whom|whose|"
    r"that|which|aged|from|in|at|near|by|with\s+the)\b|\s*[(\[]",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_THE = "the his her their its my our your this that these those"
_DETERMINERS = frozenset(_THE.split())
_NAME = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:\s+(?:[a-z]{1,3}[\s-])?[A-ZÀ-ÞĀ-Ž][\w’'-]+)*"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One conjunct: its number, or the way it tells of people without one."""

    quantity: Quantity | None
    numbered: bool = False
    bare_plural: bool = False
    determined: bool = False


def of_parts(text: str, found: Sequence[Found[Quantity]]) -> Quantity | None:
    """Add up the parts of a noun phrase, given the numbers found in it."""
    parts = [p for p in _parts(text, found) if p.quantity or p.bare_plural]
    if not parts:
        return None
    words = text.strip()
    if all(part.bare_plural for part in parts):
        return Quantity(2, None, words)
    return _sum(parts, words)


def _sum(parts: Sequence[_Part], words: str) -> Quantity:
    low, high, known = 0, 0, False
    is_open, units = False, set()
    numbered = False
    for part in parts:
        if part.bare_plural and numbered and not part.determined:
            continue  # "13 soldiers and policemen": the number holds for both
        quantity = part.quantity or Quantity(2, None, None)
        numbered = numbered or part.numbered
        known = known or quantity.low is not None
        low += quantity.low or 0
        is_open = is_open or quantity.high is None
        high += quantity.high or 0
        units.add(quantity.unit)
    unit = units.pop() if len(units) == 1 else Unit.PERSON
    return Quantity(low if known else None, None if is_open else high, words, unit)


def _parts(text: str, found: Sequence[Found[Quantity]]) -> Iterator[_Part]:
    """Cut the phrase at commas and "and", but never inside a number."""
    cut = _SUBSET.search(text)
    end = cut.start() if cut and cut.start() > 0 else len(text)
    start = 0
    inside = [f for f in found if f.start < end]
    for join in _JOIN.finditer(text, 0, end):
        if any(f.start < join.end() and join.start() < f.end for f in inside):
            continue
        yield _part(text, start, join.start(), inside)
        start = join.end()
    yield _part(text, start, end, inside)


def _part(text: str, start: int, end: int, found: Sequence[Found[Quantity]]) -> _Part:
    told = next((f.value for f in found if start <= f.start < end), None)
    if told is not None:
        return _Part(told, numbered=True)
    piece = text[start:end]
    words = [m[0] for m in _WORD.finditer(lowered(piece))]
    if not words:
        return _Part(None)
    determined = words[0] in _DETERMINERS or words[0].endswith(("'s", "’s"))
    head = words[-1]
    if is_plural(head):
        return _Part(None, bare_plural=True, determined=determined)
    if is_person_noun(head) or (not is_all_caps(text) and _NAME.search(piece)):
        return _Part(Quantity(1, 1, None))
    return _Part(None)
