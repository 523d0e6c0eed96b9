"""Names written one a line: bulleted, numbered, or bare."""

import re
from collections.abc import Iterator

from tasjil.read.english.people.name_chains import PersonName
from tasjil.read.found import Found
from tasjil.read.name_words import NOT_A_NAME, PARTICLES, TITLES
from tasjil.read.places.folding import folded

_LINE = re.compile(
    r"^[ \t]*(?P<mark>[0-9]{1,4}[ \t]*[.):،\-–][ \t]*|[-•*–●▪◦‣·][ \t]*)?"
    r"(?P<name>[^\W\d_][^\n\d,;:()\[\]|/–—\t]*?)[ \t]*"
    r"(?P<rest>[(\[,;:|/\t–—]|[-–][ ]|\d).*$|"
    r"^[ \t]*(?P<mark2>[0-9]{1,4}[ \t]*[.):،\-–][ \t]*|[-•*–●▪◦‣·][ \t]*)?"
    r"(?P<name2>[^\W\d_][^\n\d,;:()\[\]|/–—\t]*?)[ \t]*[.]?[ \t]*$",
    re.MULTILINE,
)
_MAY_HOLD_A_LIST = re.compile(
    r"^[ \t]*(?:[0-9]{1,4}[ \t]*[.):،\-–]|[-•*–●▪◦‣·])|^.{1,50}\n.{1,50}\n.{1,50}$",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\s]+")
MOST_WORDS = 8
FEWEST_BARE = 3
"""So many lines in a row without a mark are a list; with marks two are enough."""


def name_lists(text: str) -> list[list[Found[PersonName]]]:
    """Lists of names, one a line, each list in order.

    Example:
        >>> lines = ["The dead:", "1. Anton Dravich (34)", "2. Mira Dravich (7)"]
        >>> [found.text for found in name_lists(chr(10).join(lines))[0]]
        ['Anton Dravich', 'Mira Dravich']
    """
    if not _MAY_HOLD_A_LIST.search(text):
        return []
    lists: list[list[Found[PersonName]]] = []
    current: list[Found[PersonName]] = []
    marked = False
    for is_marked, found in _lines(text):
        if found is None or (current and is_marked != marked):
            _keep(lists, current, marked)
            current = []
        if found is not None:
            current.append(found)
            marked = is_marked
    _keep(lists, current, marked)
    return lists


def _keep(
    lists: list[list[Found[PersonName]]],
    current: list[Found[PersonName]],
    marked: bool,
) -> None:
    if len(current) >= (2 if marked else FEWEST_BARE):
        lists.append(current)


def _lines(text: str) -> Iterator[tuple[bool, Found[PersonName] | None]]:
    """Each line that is not empty, with the name it is, if it is one."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            match = _LINE.match(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
            if match is None:
                yield False, None
            else:
                yield bool(match["mark"] or match["mark2"]), _name(text, at, match)
        at += len(line)


def _name(text: str, at: int, match: re.Match[str]) -> Found[PersonName] | None:
    """The name of a line, without its title; None where the line is no name."""
    group = "name" if match["name"] is not None else "name2"
    words = list(_WORD.finditer(match[group]))
    titles = []
    while words and words[0][0].lower().rstrip(".") in TITLES:
        titles.append(words.pop(0)[0])
    if not _is_name([word[0] for word in words]):
        return None
    base = at + match.start(group)
    start, end = base + words[0].start(), base + words[-1].end()
    name = " ".join(word[0] for word in words)
    title = " ".join(titles) or None
    return Found.at(text, start, end, PersonName(name, title))


def _is_name(words: list[str]) -> bool:
    """Two to eight words, each with a capital, a particle or in Arabic script."""
    if not 2 <= len(words) <= MOST_WORDS:
        return False
    for word in words:
        low = folded(word)
        if low in NOT_A_NAME:
            return False
        first = word.lstrip("’'\"“(ʿ")[:1]
        arabic = "ء" <= first <= "ي"
        starts = low.split(" ")[0] in PARTICLES
        if not (first.isupper() or arabic or starts):
            return False
    return True
