"""Sentences of an Arabic text: a line that was not wrapped stands for itself."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasjil.read.arabic.text.folding import EVEN, SILENT
from tasjil.read.sentence import Sentence

LONGEST = 1500
"""As many characters are read as one sentence, no more: the work must stay bounded."""

_END = re.compile(r"(?:[!?؟…]|\.)+[\"'»”’)\]]*(?=\s|$)|(?<=[ء-ي]{3})\.(?=[ء-ي]{3})")
_ABBREVIATED = re.compile(r"(?:^|[^ء-ي])(?:[ء-ي]|[ء-ي](?:\.[ء-ي])+|أد|ود)$")
_NUMBERED = re.compile(r"\s*[(\[]?[0-9٠-٩۰-۹]{1,3}$")
_ITEM = re.compile(
    r"\s*(?:[-–—*•·▪◾●○✦►#ـ]+\s*(?=[^\W_])|"
    r"[(\[]?[0-9٠-٩۰-۹]{1,3}\s*[.)\]\-–ـ]+\s*(?=[^\W\d_]))"
)
_DATELINE = re.compile(
    r"\s*(?P<line>[^\n.:؟!]{2,70}?)(?P<mark>\s[-–—ـ]+\s|\s?[-–—ـ]{2,}\s)(?=[^\n]{40})"
)
_CELL = re.compile(r"[^\n.،]{1,40}?\s[—–|-]\s")
"""Another cell behind the first: a row of a table, no dateline."""

_NARROWEST, _WIDEST = 40, 120
_FEW_WORDS = 3
_EDGE = " \t\r\n"


def split(text: str) -> list[Sentence]:
    r"""Cut a text into sentences.

    A headline, an item of a list, a dateline and a line that was not wrapped are each
    a sentence. The mark before an item is left out of its words; see `is_item`.

    Example:
        >>> [s.text for s in split("قُتل د. سوريل.\nالقتلى:\n- كفر زهلون: ٦")]
        ['قتل د. سوريل.', 'القتلى:', 'كفر زهلون: 6']
    """
    found: list[Sentence] = []
    paragraph = 0
    for start, end, gap in _lines(text):
        paragraph += gap and bool(found)
        for first, last in _pieces(text, start, end):
            made = _sentence(text, first, last, (len(found), paragraph))
            if made is not None:
                found.append(made)
    return found


def is_item(sentence: Sentence) -> bool:
    r"""True for an item of a list: a bullet or a number stood before its words.

    Example:
        >>> [is_item(s) for s in split("1- راضي\nمندار")]
        [True, False]
    """
    return sentence.at[0] > sentence.start


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches that belong together, and whether an empty line stood before each."""
    gap = False
    block: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]+|\n[ \t\r]*(?=\n)", text):
        if match[0].strip():
            block.append(match.span())
            continue
        yield from _joined(text, block, gap)
        gap, block = True, []
    yield from _joined(text, block, gap)


def _joined(
    text: str, block: Sequence[tuple[int, int]], gap: bool
) -> Iterator[tuple[int, int, bool]]:
    """The lines between two empty ones, those put together that were wrapped."""
    if not block:
        return
    width = max(end - start for start, end in block)
    start, end = block[0]
    for one, other in pairwise(block):
        if not _wrapped(text, one, other, width):
            yield start, end, gap
            start, gap = other[0], False
        end = other[1]
    yield start, end, gap


def _wrapped(
    text: str, one: tuple[int, int], other: tuple[int, int], width: int
) -> bool:
    """True where a line ended because the next word had no room on it."""
    line, after = text[slice(*one)].strip(), text[slice(*other)]
    if not _NARROWEST <= width <= _WIDEST or line.endswith((".", "؟", "!", ":", "»")):
        return False
    if _ITEM.match(after):
        return False
    first = after.split(maxsplit=1)[0]
    return one[1] - one[0] + 1 + len(first) > width


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one stretch, none of them too long."""
    line = _DATELINE.match(text, start, end)
    if line is not None and _is_dateline(line["line"], text[line.end() : end]):
        yield start, line.end()
        start = line.end()
    for mark in _END.finditer(text, start, end):
        if _is_end(text, start, mark):
            yield from _short_enough(text, start, mark.end())
            start = mark.end()
    yield from _short_enough(text, start, end)


def _is_dateline(line: str, after: str) -> bool:
    """True for a place, an agency in brackets or a day before the first words."""
    if _ITEM.match(line) or _CELL.match(after):
        return False
    return "(" in line or len(line.split()) <= _FEW_WORDS


def _is_end(text: str, start: int, mark: re.Match[str]) -> bool:
    """False for the point of an abbreviation or of an item's number."""
    if mark[0] != ".":
        return True
    before = text[max(start, mark.start() - 12) : mark.start()]
    if len(before) < 12 and _NUMBERED.fullmatch(before):
        return False
    return not _ABBREVIATED.search(before)


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch, cut behind a comma or a space where it is too long to be read."""
    while end - start > LONGEST:
        half, limit = start + LONGEST // 2, start + LONGEST
        found = (text.rfind(mark, half, limit) for mark in ("؛", "،", ",", " ", "\n"))
        cut = next((at + 1 for at in found if at >= 0), limit)
        yield start, cut
        start = cut
    yield start, end


def _sentence(
    text: str, start: int, end: int, place: tuple[int, int]
) -> Sentence | None:
    """One sentence with its words made even; None where there is nothing in it."""
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip(_EDGE))
    item = _ITEM.match(text, first, end)
    chars, at = _even(text, first if item is None else item.end(), end)
    words = "".join(chars)
    if not any(c.isalnum() for c in words):
        return None
    last = start + len(raw.rstrip(_EDGE))
    return Sentence(place[0], first, last, words, tuple(at), place[1])


def _even(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The characters kept, and their offsets in the report."""
    chars: list[str] = []
    at: list[int] = []
    for i in range(start, end):
        char = text[i]
        if char in SILENT:
            if char != "ـ" or not text[i - 1 : i].isspace():
                continue
            char = "-" if text[i + 1 : i + 2].isspace() else ""
        plain = EVEN.get(ord(char), char) if char > "~" else char
        if plain.isspace():
            if not chars or chars[-1] == " ":
                continue
            plain = " "
        for each in plain:
            chars.append(each)
            at.append(i)
    while chars and chars[-1] == " ":
        chars.pop()
        at.pop()
    return chars, at
