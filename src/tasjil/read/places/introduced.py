"""Names a report introduces itself: "the village of Kesarun", then "in Kesarun"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tasjil.model.places import PlaceLevel, Precision, Where
from tasjil.read.found import Found
from tasjil.read.places.arabic.introduced import arabic_mentions, heads
from tasjil.read.places.arabic.text import ArabicText, has_arabic
from tasjil.read.places.arabic.words import kinds
from tasjil.read.places.containing import merged
from tasjil.read.places.folding import folded
from tasjil.read.places.never import NEVER

_KINDS_OF_A_NAME = (
    *(PlaceLevel.GOVERNORATE, PlaceLevel.DISTRICT, PlaceLevel.SUBDISTRICT),
    *(PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE, PlaceLevel.UNKNOWN),
)
_DATELINE = re.compile(
    r"^\W{0,4}(?P<name>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?)"
    r"(?:, [^\n—–]{0,40}| \([^\n)]{1,40}\))? (?:—|–|--?) (?=\S)",
    re.MULTILINE,
)
_LATIN_KIND = re.compile(
    r"(?: (?:village|town|city|province|governorate|district|county|camp))+$", re.I
)
_BEFORE = (
    r"(?:\b(?:in|at|near|of|from|to|on|outside|around|into|toward|towards|and)\s+)"
)
_MOST = 200
"""Names a report can introduce."""

_LEAST = 4


def introduced(text: str, found: Sequence[Found[Where]]) -> dict[str, Where]:
    """Names that no list has, by folded name, with what the report says they are."""
    told: dict[str, Where] = {}
    for each in found:
        where = each.value
        if where.place is None and not where.candidates:
            name = _base(where)
            if name is not None:
                _keep(told, name, where)
    for match in _DATELINE.finditer(text[:400]):
        if folded(match["name"]) not in NEVER:
            _keep(told, match["name"], Where(match["name"], level=PlaceLevel.TOWN))
    if has_arabic(text):
        for name in heads(text, found):
            _keep(told, name, Where(name))
    return told


def _keep(told: dict[str, Where], name: str, where: Where) -> None:
    """The finest thing said of a name; what says nothing does not replace it."""
    key = folded(name)
    if len(key) < _LEAST or len(told) >= _MOST:
        return
    before = told.get(key)
    if before is None or before.level is PlaceLevel.UNKNOWN:
        told[key] = Where(name, level=where.level, within=where.within)


def _base(where: Where) -> str | None:
    """The name without its kind; None for a hospital, a road or a quarter."""
    words = where.text.split()
    kind = kinds().get(folded(words[0]))
    if kind is not None and len(words) > 1:
        if kind.level is PlaceLevel.SITE:
            return None
        rest = words[1:2] if where.level is PlaceLevel.REGION else words[1:]
        settles = kind.settles and kind.level is not PlaceLevel.NEIGHBOURHOOD
        return " ".join(rest) if settles or where.precision is Precision.NEAR else None
    if where.level not in _KINDS_OF_A_NAME:
        return None
    return _LATIN_KIND.sub("", where.text)


def mentions(
    text: str, found: Sequence[Found[Where]], told: Mapping[str, Where]
) -> list[Found[Where]]:
    """What was found, and bare mentions of the names the report introduced."""
    more = list(_latin_mentions(text, told))
    if has_arabic(text):
        more += arabic_mentions(ArabicText(text), told)
    return merged([_placed(each, told) for each in found], more)


def _placed(each: Found[Where], told: Mapping[str, Where]) -> Found[Where]:
    """The level of a name that this sentence does not say, and another does."""
    where = each.value
    known = told.get(folded(where.text)) if where.place is None else None
    if known is None or where.level is not PlaceLevel.UNKNOWN or where.candidates:
        return each
    return Found(
        each.start,
        each.end,
        each.text,
        Where(
            where.text,
            level=known.level,
            precision=where.precision,
            within=where.within or known.within,
        ),
    )


def _latin_mentions(text: str, told: Mapping[str, Where]) -> Iterator[Found[Where]]:
    names = tuple(where.text for key, where in told.items() if key[0].isascii())
    if not names:
        return
    for match in _pattern(names).finditer(text):
        start, end = match.span(1)
        where = told.get(folded(match[1]))
        if where is not None:
            there = Where(match[1], level=where.level, within=where.within)
            yield Found.at(text, start, end, there)


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names, as introduced or in capitals, behind a preposition."""
    written = {form for name in names for form in _in_either_case(name)}
    one = "|".join(map(re.escape, sorted(written, key=lambda n: (-len(n), n))))
    return re.compile(rf"(?:{_BEFORE}|^\W{{0,4}})({one})(?![\w’'-]| [A-ZÀ-Ž])")


def _in_either_case(name: str) -> set[str]:
    return {name, name.upper(), name.title() if name.isupper() else name}
