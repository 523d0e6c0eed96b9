"""Sentences with their offsets, found fast and without a parse."""

import re
from collections.abc import Iterator, Sequence

from tasjil.read.english.text.normalise import is_shouted, lowered
from tasjil.read.sentence import Sentence

_END = re.compile(
    r"""[.!?]+['")\]]*(?=\s)|\n[ \t]*\n|\n(?=[ \t]*(?:[-*\u2022#]|\d+[.)]))"""
)
_SHORT = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|prof|gen|col|maj|capt|lt|sgt|st|gov|sen|rep|rev|fr|msgr|eng|"
    r"brig|adm|cmdr|hon|jr|sr|no|art|vs|approx|al|km|dept|u\.s|u\.n|d\.c|i\.e|e\.g|a\.m|p\.m|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|(?<![\w.])[a-z](?:\.[a-z])*)$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s*(\S+)")
_NOTE = re.compile(r"\[[^\[\]]{0,300}\]|\([^()]{0,120}\)")
_BREAK = re.compile(r"(?<=\S)[ \t]*\n(?=[ \t]*[A-Z\d\"'])")
_SHORT_LINE = 45
LONGEST = 1500
"""As many characters are read as one sentence, no more: the work must stay bounded."""
_DATELINE = re.compile(
    r"\s*[A-Z][^\n]{2,60}?,\s+\d{1,2}\s+[A-Z][A-Za-z]{2,8}\.?(?:\s+\d{2,4}\b)?"
    r"[^\n]{0,60}?(?:-(?:-|\s)|[–—]\s)|"
    r"\s*[A-Z][A-Z ,()/]{2,60}\s-\s"
)


def split(text: str) -> list[Sentence]:
    r"""Cut a text, made even before, into sentences.

    Example:
        >>> [s.text for s in split("Dr. Sorel died.  Two men\nwere hurt.")]
        ['Dr. Sorel died.', 'Two men were hurt.']
    """
    shouted = is_shouted(text)
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for cut in _short_enough([*_cuts(text), len(text)], text):
        made = _sentence(text, start, cut, (len(found), paragraph), shouted)
        if made is not None:
            found.append(made)
        paragraph += bool(re.search(r"\n\s*\n", text[max(start, cut - 2) : cut + 2]))
        start = cut
    return found


def _cuts(text: str) -> list[int]:
    """Where one sentence ends and the next begins."""
    cuts = [m.end() for m in _END.finditer(text) if _is_end(text, m)]
    if line := _DATELINE.match(text):
        cuts.append(line.end())
    cuts += [m.end() for m in _BREAK.finditer(text) if _stands_alone(text, m.start())]
    return sorted(set(cuts))


def _short_enough(cuts: Sequence[int], text: str) -> Iterator[int]:
    """The cuts, with more of them in what no reader could parse as one sentence.

    A list of names that runs over pages is cut behind a comma, other words at a space.
    """
    start = 0
    for cut in cuts:
        while cut - start > LONGEST:
            start = _place_to_cut(text, start, start + LONGEST)
            yield start
        yield cut
        start = cut


def _place_to_cut(text: str, start: int, limit: int) -> int:
    """Behind the last semicolon, comma or space of the second half; else the limit."""
    half = (start + limit) // 2
    for mark in ("; ", ", ", " ", "\n"):
        at = text.rfind(mark, half, limit)
        if at >= 0:
            return at + len(mark)
    return limit


def _is_end(text: str, mark: re.Match[str]) -> bool:
    """False for the point of an abbreviation or before a small letter."""
    if mark[0][0] == "\n":
        return True
    after = _NEXT.match(text, mark.end())
    if after is None:
        return True
    if after[1][0].islower():
        return False
    return mark[0] != "." or not _SHORT.search(
        text[max(0, mark.start() - 8) : mark.start()]
    )


def _stands_alone(text: str, end: int) -> bool:
    """True where the line that ends here is a headline or an item, not wrapped."""
    start = text.rfind("\n", 0, end) + 1
    after = text.find("\n", end + 1)
    following = text[end + 1 : after if after >= 0 else len(text)]
    line = text[start:end].strip()
    return len(line) < _SHORT_LINE and not line.endswith(",") and len(following) > 0


def _sentence(
    text: str, start: int, end: int, place: tuple[int, int], shouted: bool
) -> Sentence | None:
    """One sentence made ready for the parser; None where there is nothing in it."""
    raw = text[start:end]
    if not any(c.isalpha() for c in raw):
        return None
    notes = tuple((start + m.start(), m[0]) for m in _NOTE.finditer(raw))
    chars, at = _compact(raw, start)
    words = "".join(chars)
    if shouted or is_shouted(words):
        words = lowered(words)
    first, last = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
    index, paragraph = place
    return Sentence(index, first, last, words, tuple(at), paragraph, notes)


def _compact(raw: str, start: int) -> tuple[list[str], list[int]]:
    """The characters kept, and their offsets: no notes, one space at a time."""
    chars: list[str] = []
    at: list[int] = []
    skip = 0
    for mark in [*_NOTE.finditer(raw), None]:
        stop = (
            mark.start()
            if mark and mark[0][0] == "["
            else len(raw)
            if mark is None
            else -1
        )
        if stop < 0:
            continue
        for i in range(skip, stop):
            char = " " if raw[i].isspace() else raw[i]
            if char == " " and (not chars or chars[-1] == " "):
                continue
            chars.append(char)
            at.append(start + i)
        skip = mark.end() if mark else stop
    while chars and chars[-1] == " ":
        chars.pop()
        at.pop()
    return chars, at
