"""Places no list has, told by strong words in Arabic: "the village of", "Kafr"."""

import re
from collections.abc import Iterator

from tasjil.model.places import PlaceLevel, Precision, Where
from tasjil.read.found import Found
from tasjil.read.places.arabic.naming import name_end, opens_a_name
from tasjil.read.places.arabic.surroundings import (
    belongs_to_another,
    kind_at,
    precision_before,
)
from tasjil.read.places.arabic.text import ArabicText, Form
from tasjil.read.places.arabic.words import (
    BARE_KINDS,
    BARE_NAME,
    CALLED,
    COUNTRYSIDE,
    OPENERS,
    PREPOSITIONS,
    ROADS,
    Kind,
)
from tasjil.read.places.folding import folded

_HEAD = re.compile(r"\s*[:：]")
_BOUND = frozenset("بل")
_MOST_KINDS = 3
"""Kinds in a row before a name: "the prison of the castle of"."""

_LIST_REACH = 5
"""How many words may stand between two names of a list: their figures, in brackets."""
_BETWEEN = folded("بين")


def unlisted(text: ArabicText) -> Iterator[Found[Where]]:
    """Names behind a strong word, with the level it tells and no coordinates."""
    index, last = 0, -_LIST_REACH
    while index < len(text.words):
        found = _at(text, index, index - last <= _LIST_REACH)
        if found is None:
            index += 1
            continue
        places, index = found
        yield from places
        last = index


Places = tuple[list[Found[Where]], int]


def _at(text: ArabicText, index: int, list_goes_on: bool) -> Places | None:
    """What is told from this word on, and the word to go on with."""
    told = kind_at(text, index)
    if told is not None:
        kind, form = told
        found = _of_kind(text, index, kind, form)
        if found is not None:
            return found
    if _is_road_between(text, index):
        found = _between(text, index + 1)
        if found is not None:
            return found
    return _compound(text, index, list_goes_on)


def _of_kind(text: ArabicText, index: int, kind: Kind, form: Form) -> Places | None:
    """The name behind a kind, or each name of a list behind its plural."""
    first = index + 1
    if text.joined(index) and text.word(first) in CALLED:
        first += 1
    if not text.joined(first - 1):
        return None
    last = _end_behind(text, first, kind)
    if last is None:
        return None
    start = form.start if kind.is_said_with_the_name else text.tokens[first][0]
    found = [_found(text, start, last, kind.level, _precision(text, index, kind))]
    if kind.plural:
        if not _goes_on(text, last):
            start = form.start
            found = [_found(text, start, last, PlaceLevel.REGION, Precision.AT)]
        while (next := _next_in_list(text, last)) is not None:
            begin, last = next
            precision = found[0].value.precision
            found.append(_found(text, begin, last, kind.level, precision))
    return found, last + 1


def _end_behind(text: ArabicText, first: int, kind: Kind, depth: int = 0) -> int | None:
    """The last word of the name behind a kind; sites want a name that is one."""
    if depth > _MOST_KINDS:
        return None
    word = text.word(first)
    if kind.word in BARE_KINDS and word.startswith("ال"):
        return None
    if kind.settles or kind.word in COUNTRYSIDE or word in OPENERS:
        return name_end(text, first)
    inner = kind_at(text, first)
    if inner is not None and inner[1].before == "":
        if inner[0].settles:
            return None
        if not text.joined(first):
            return None
        return _end_behind(text, first + 1, inner[0], depth + 1)
    longer = opens_a_name(text, first) is not None
    if word.startswith("ال") or longer or kind.word in BARE_NAME:
        return name_end(text, first)
    return None


def _precision(text: ArabicText, index: int, kind: Kind) -> Precision:
    if kind.word in COUNTRYSIDE:
        return Precision.NEAR
    return precision_before(text, index)


def _goes_on(text: ArabicText, last: int) -> bool:
    return _next_in_list(text, last) is not None


def _next_in_list(text: ArabicText, last: int) -> tuple[int, int] | None:
    """Where the next name of a list starts, and its last word: "and Tall Qarmud"."""
    index = last + 1
    if index >= len(text.words):
        return None
    gap = text.text[text.tokens[last][1] : text.tokens[index][0]].strip()
    if gap not in ("", "،", ","):
        return None
    for form in text.forms(index):
        if form.before == "و" or (gap and not form.before):
            end = name_end(text, index, form.word)
            if end is not None:
                return form.start, end
    return None


def _compound(text: ArabicText, index: int, list_goes_on: bool) -> Places | None:
    """A name of two words whose first is that of many places: "Kafr Zahlun"."""
    opened = opens_a_name(text, index)
    if opened is None or not text.joined(index) or belongs_to_another(text, index):
        return None
    form, sure = opened
    last = name_end(text, index, form.word)
    if last is None or last == index or text.word(index + 1).startswith("ال") > sure:
        return None
    if not (sure or _speaks_for_a_place(text, index, last, form, list_goes_on)):
        return None
    level = PlaceLevel.UNKNOWN
    where = _found(text, form.start, last, level, precision_before(text, index))
    return [where], last + 1


def _speaks_for_a_place(
    text: ArabicText, index: int, last: int, form: Form, list_goes_on: bool
) -> bool:
    """True after "in", in a list of places, or before the figure of a tally."""
    if form.before[-1:] in _BOUND and form.before:
        return True
    if list_goes_on and form.before == "و":
        return True
    if _HEAD.match(text.text, text.tokens[last][1]):
        return True
    before = index - 1
    return text.joined(before) and any(
        each.word in PREPOSITIONS for each in text.forms(before)
    )


def _is_road_between(text: ArabicText, index: int) -> bool:
    """True for the "between" of "the road that joins, between"."""
    if text.word(index) != _BETWEEN or not text.joined(index):
        return False
    for back in (1, 2, 3):
        for form in text.forms(index - back):
            if form.word.removeprefix("ال") in ROADS:
                return True
    return False


def _between(text: ArabicText, first: int) -> Places | None:
    """Both ends of a road, where no list has them."""
    end = name_end(text, first)
    next = _next_in_list(text, end) if end is not None else None
    if end is None or next is None:
        return None
    begin, last = next
    level, precision = PlaceLevel.UNKNOWN, Precision.BETWEEN
    one = _found(text, text.tokens[first][0], end, level, precision)
    return [one, _found(text, begin, last, level, precision)], last + 1


def _found(
    text: ArabicText, start: int, last: int, level: PlaceLevel, precision: Precision
) -> Found[Where]:
    end = text.tokens[last][1]
    where = Where(text.text[start:end], level=level, precision=precision)
    return Found.at(text.text, start, end, where)
