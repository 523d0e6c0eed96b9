"""Two places joined by a road: "on the Varesh-Tolmin road" lies between them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from tasjil.model.places import Precision, Where
from tasjil.read.found import Found
from tasjil.read.places.folding import folded, without_article
from tasjil.read.places.spot import Names, Spot

_NAME = r"(?:[aA]l-|[eE]l-)?[A-ZÀ-Ž][\w’'ʿʾ`]+(?: [A-ZÀ-Ž][\w’'ʿʾ`]+)?"
_PAIR = re.compile(
    rf"\b({_NAME})\s?[-–—]\s?({_NAME})\s+"
    r"(?:international\s+|desert\s+|main\s+|coastal\s+)?"
    r"(?:road|highway|motorway|route|line)\b"
)
Span = tuple[int, int]


def road_ends(text: str) -> list[Span]:
    """Where the ends stand of each road that is called after them.

    Example:
        >>> text = "on the Varesh-Tolmin highway"
        >>> [text[start:end] for start, end in road_ends(text)]
        ['Varesh', 'Tolmin']
    """
    return [match.span(end) for match in _PAIR.finditer(text) for end in (1, 2)]


def with_roads(
    seen: Iterable[Spot], text: str, ends: Sequence[Span], names: Names
) -> Iterator[Spot]:
    """Known names, with the ends of roads in place of what overlaps them."""
    starts = [start for start, _ in ends]
    for spot in seen:
        before = bisect_left(starts, spot.stop)  # the last end that starts before it
        if before == 0 or ends[before - 1][1] <= spot.start:
            yield spot
    for start, end in ends:
        key = folded(text[start:end])
        known = next((k for k in (key, without_article(key)) if k and names.has(k)), "")
        if known:
            yield Spot(start, end, known, cued=True, precision=Precision.BETWEEN)


def unlisted_ends(text: str, ends: Iterable[Span]) -> Iterator[Found[Where]]:
    """The ends of roads as places that no list has."""
    for start, end in ends:
        where = Where(text[start:end], precision=Precision.BETWEEN)
        yield Found.at(text, start, end, where)
