"""Finds the words that somebody selected, or pasted, in a report's text."""

from collections.abc import Iterator
from itertools import islice

from tasjil.errors import BadPassage
from tasjil.model.report import Passage

MOST = 20
"""Places that are offered where the same words stand more than once."""


def selected(text: str, start: str, end: str) -> Passage | None:
    """Give the words between two characters of a text, without spaces around them.

    Example:
        >>> selected("Three were killed.", "0", "6")
        Passage(start=0, end=5, quote='Three')
        >>> selected("Three were killed.", "", "") is None
        True

    Raises:
        BadPassage: There are no such words.
    """
    if not start and not end:
        return None
    if not all(
        each.isascii() and each.isdigit() and len(each) < 12 for each in (start, end)
    ):
        raise BadPassage(NO_WORDS)
    first, last = int(start), min(int(end), len(text))
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    if first >= last:
        raise BadPassage(NO_WORDS)
    return Passage.of(text, first, last)


NO_WORDS = (
    "expected words selected in the report, found none; select them in the text, or "
    "paste them"
)


def standing(text: str, words: str) -> tuple[Passage, ...]:
    """Find every place where words stand in a text, whatever the spaces between them.

    Example:
        >>> [each.start for each in standing("One fell. One  fell.", "One fell")]
        [0, 10]
    """
    return tuple(islice(_standing(text, words.split()), MOST))


def _standing(text: str, words: list[str]) -> Iterator[Passage]:
    if not words:
        return
    at = text.find(words[0])
    while at >= 0:
        end = _end(text, at, words)
        if end is not None:
            yield Passage.of(text, at, end)
        at = text.find(words[0], at + 1)


def _end(text: str, at: int, words: list[str]) -> int | None:
    """Say where the words end that begin here; None where others follow."""
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at
