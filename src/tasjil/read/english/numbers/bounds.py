"""Bounds on a number: "at least", "nearly", "up to", "between 10 and 12"."""

import re
from collections.abc import Callable

from tasjil.read.bounds import Bound, Ends

_KINDS: dict[Bound, str] = {
    Bound.LEAST: (
        "at (?:the )?(?:very )?least|no (?:fewer|less) than|not (?:fewer|less) than|"
        "a minimum of|minimum of|upwards? of|at least some|at least about"
    ),
    Bound.ABOVE: (
        "(?:well |far |slightly |many )?(?:more than|over|above|in excess of)|"
        "exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|greater than|beyond|past|topped"
    ),
    Bound.MOST: (
        "(?:perhaps |possibly )?(?:up to|as many as)|at (?:the )?most|"
        "no(?:t)? more than|a maximum of|maximum of"
    ),
    Bound.BELOW: ("fewer than|less than|below|under"),
    Bound.NEARLY: "nearly|almost|close to|just under|approaching|nearing",
    Bound.ABOUT: (
        "about|around|some|approximately|roughly|an? estimated|estimated|circa|"
        "in the region of|in the order of|something like|approx\\.?"
    ),
    Bound.EXACT: "exactly|precisely|a total of|a further|only|just",
}
"""The words for each kind of bound."""

_WORDS = "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items())
_BEFORE = re.compile(r"\b(?:" + _WORDS.replace(" ", r"\s+") + r")\s+(?:the\s+)?$")
_AFTER = re.compile(
    r"(?P<least>\+|[\s-]+(?:plus\b|or\s+more\b|and\s+counting\b|at\s+(?:the\s+)?least\b))"
    r"|(?P<about>\s+or\s+so\b)|(?P<most>\s+(?:or\s+(?:fewer|less)|at\s+most)\b)"
)


def bounded(lower: str, start: int, end: int, value: int) -> tuple[int, int, Ends]:
    """Find the bound around a number, and what it makes of it.

    Returns:
        Where the words of number and bound start and end, and the two ends.

    Example:
        >>> bounded("more than 1,400", 10, 15, 1400)
        (0, 15, (1401, None))
    """
    before = bound_before(lower, start)
    if before is not None:
        first, ends = before[0], before[1](value)
        return first, end, ends
    after = _AFTER.match(lower, end)
    if after is not None and after.lastgroup is not None:
        return start, after.end(), Bound(after.lastgroup).ends(value)
    return start, end, (value, value)


def bound_before(lower: str, start: int) -> tuple[int, Callable[[int], Ends]] | None:
    """The bound that ends where a number starts: its offset and what it does."""
    if start == 0 or not lower[start - 1].isspace():
        return None
    window = lower[max(0, start - 32) : start]
    match = _BEFORE.search(window)
    if match is None or match.lastgroup is None:
        return None
    return start - len(window) + match.start(), Bound(match.lastgroup).ends
