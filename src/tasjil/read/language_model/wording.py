"""Where words stand in a report, letter for letter, however the lines are cut."""

import re
import unicodedata
from bisect import bisect_left, bisect_right

from tasjil.read.drafts.draft import Span

MOST_PLACES = 64
"""Words that stand more often than this say nothing about one place."""

MOST_TRIES = 2_000
"""How often letters are looked at that may be only a part of a longer word."""

FARTHEST = 1_000
"""No sentence is followed further than this: some texts have no end of one."""

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?؟۔…][\"'”’»)\]]*\s+|\n\s*")
_MARKS = ".,٫٬/:"
_WRITTEN_ON = re.compile("[وف]?[بلكس]?(?:ال|ل)?ـ?")
_LONGEST_PREFIX = 12


class Wording:
    """A report's words, one space between them, each letter with its place."""

    def __init__(self, text: str) -> None:
        """Take the words of a text."""
        self.text = text
        self._ends = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
        self._at: list[int] = []
        parts: list[str] = []
        for match in _WORD.finditer(text):
            if parts:
                parts.append(" ")
                self._at.append(match.start() - 1)
            parts.append(match[0])
            self._at.extend(range(match.start(), match.end()))
        self._flat = "".join(parts)

    def places(self, words: str, within: Span) -> list[Span]:
        r"""Where words stand whole in a part of the report; [] where they do not.

        The same letters count, and no others: another case, other marks over Arabic
        letters or a digit more are other words.

        Example:
            >>> Wording("He said 13 died,\n not 130.").places("13 died, not", (0, 25))
            [(8, 21)]
        """
        wanted = " ".join(words.split())
        found: list[Span] = []
        if not wanted:
            return found
        flat, first = self._flat, bisect_left(self._at, within[0])
        last = bisect_left(self._at, within[1])
        at = first - 1
        for _ in range(MOST_TRIES):
            at = flat.find(wanted, at + 1, last)
            if at < 0 or len(found) == MOST_PLACES:
                break
            end = at + len(wanted)
            if self._is_whole(at, end):
                found.append((self._at[at], self._at[end - 1] + 1))
        return found

    def nearest(self, words: str, to: Span, within: Span) -> Span | None:
        """Where words stand nearest to a place; None where they stand nowhere."""
        found = self.places(words, within)
        return min(found, key=lambda span: gap(span, to), default=None)

    def sentence(self, span: Span, more: int = 0) -> Span:
        """The sentence around some words.

        Args:
            span: Where the words stand.
            more: How many sentences before and after it belong to it as well.
        """
        first = bisect_right(self._ends, span[0]) - 1 - more
        last = bisect_left(self._ends, span[1]) + more
        start, end = (
            self._ends[max(first, 0)],
            self._ends[min(last, len(self._ends) - 1)],
        )
        return max(start, span[0] - FARTHEST), min(end, span[1] + FARTHEST)

    def _is_whole(self, start: int, end: int) -> bool:
        """True where words begin and end as words, and numbers as numbers."""
        flat = self._flat
        before, after = (
            flat[max(start - _LONGEST_PREFIX, 0) : start],
            flat[end : end + 2],
        )
        if _is_part(flat[start]) and before and not _may_lead(before, flat[start]):
            return False
        if not _is_part(flat[end - 1]) or not after:
            return True
        return not (_is_part(after[0]) or _number_goes_on(flat[end - 1], after))


def gap(one: Span, other: Span) -> int:
    """How many letters stand between two places; 0 where they touch.

    Example:
        >>> gap((0, 4), (10, 12)), gap((0, 4), (2, 12))
        (6, 0)
    """
    return max(one[0] - other[1], other[0] - one[1], 0)


def _may_lead(before: str, letter: str) -> bool:
    """True where what stands before a letter does not belong to its word or number.

    Arabic writes "and", "by" and the article onto the word that follows them.
    """
    if _number_goes_on(letter, before[::-1]):
        return False
    run = len(before) - len(before.rstrip("".join(filter(_is_part, before))))
    return run == 0 or _WRITTEN_ON.fullmatch(before[-run:]) is not None


def _number_goes_on(digit: str, beyond: str) -> bool:
    """True where only a mark parts a digit from another: "1,400", "7/8"."""
    is_mark = digit.isdigit() and beyond[0] in _MARKS
    return is_mark and beyond[1:2].isdigit()


def _is_part(letter: str) -> bool:
    """True for letters, digits, and the signs that stand over or join letters."""
    return letter.isalnum() or letter == "ـ" or unicodedata.combining(letter) > 0
