"""Cuts a long report into pieces that a model can hold, between its paragraphs."""

import re

from tasjil.read.drafts.draft import Span
from tasjil.read.language_model.failures import BadAnswer

MOST_PIECES = 60
"""A report that needs more is a book; it is split by a person, not sent for days."""

_BORDERS = (
    re.compile(r"\n[ \t]*\n\s*"),
    re.compile(r"\n\s*"),
    re.compile(r"[.!?؟۔][\"'”’»)\]]*\s+"),
    re.compile(r"\s+"),
)


_SHARED = 1_200
"""About a paragraph: how much of the end of a piece the next one holds again."""

_WIDEST = 4
"""How far before a place the border may begin that ends there."""


def pieces(text: str, longest: int) -> list[Span]:
    r"""The pieces of a text, each beginning a little before the last one ended.

    What is told across a border then stands whole in one of them. A paragraph that is
    too long is cut at a line, else at the end of a sentence, else between words.

    Args:
        text: The report's text.
        longest: The most characters of one piece.

    Raises:
        BadAnswer: The report would need too many pieces.

    Example:
        >>> pieces("Two died.\n\nThree fled.\n\nNobody spoke.", 26)
        [(0, 24), (11, 37)]
    """
    shared = min(longest // 2, _SHARED)
    found: list[Span] = []
    start = 0
    while start < len(text):
        end = _end(text, start, longest)
        found.append((start, end))
        if end >= len(text):
            break
        if len(found) == MOST_PIECES:
            raise BadAnswer(
                f"expected a report of at most {MOST_PIECES} pieces, found a longer "
                "one; raise characters, or split it into one file for each report"
            )
        start = _start(text, max(end - shared, start + 1), end)
    return found


def _end(text: str, start: int, longest: int) -> int:
    """Where a piece ends: at the best border in its second half."""
    if len(text) - start <= longest:
        return len(text)
    low, high = start + longest // 2, start + longest
    for border in _BORDERS:
        ends = [m.end() for m in border.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high


def _start(text: str, low: int, high: int) -> int:
    """Where the next piece starts: at the first of the best borders in the overlap."""
    for border in _BORDERS:
        for match in border.finditer(text, max(low - _WIDEST, 0), high):
            if low <= match.end() < high:
                return match.end()
    return low
