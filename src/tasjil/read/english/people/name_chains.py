"""Runs of capitalised words that may be a person's name, with titles cut off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tasjil.read.english.text.parser import everyday_word
from tasjil.read.english.times.calendar_days import MONTHS, WEEKDAYS
from tasjil.read.found import Found
from tasjil.read.name_words import KIN, NOT_A_NAME, PARTICLES, TITLES, given_names
from tasjil.read.places.folding import folded
from tasjil.read.places.nationalities import nationalities


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as written.

    Attributes:
        name: The name without its title, on one line.
        title: "Dr.", "Colonel"; None where none stands before it.
        beside: The same name in the other script, in brackets after it.
        also: Another name of the same person, in brackets: "(Abu Tamo)".
    """

    name: str
    title: str | None = None
    beside: str | None = None
    also: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """A run of words that may be a name.

    Attributes:
        words: The words in lower case, without accents.
        opens: It stands first in its sentence, where a capital says little.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str | None
    beside: str | None
    opens: bool
    arabic: bool = False
    also: str | None = None

    def found(self, text: str) -> Found[PersonName]:
        """The name as the text writes it."""
        words = _BRACKETS.sub("", text[self.start : self.end])
        name = " ".join(words.split())
        return Found.at(
            text,
            self.start,
            self.end,
            PersonName(name, self.title, self.beside, self.also),
        )

    @property
    def core(self) -> tuple[str, ...]:
        """The words that are no particles."""
        return tuple(w for w in self.words if w not in PARTICLES)


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽḤḨĦḪṢŞṬŢẒẔḌḐʿʾ"
_WORD = rf"(?:[{_UPPER}][^\W\d_]*(?:[’'`ʿʾ][^\W\d_]+)*(?:-[^\W\d_][\w’'`]*)*)"
_HYPHENED = rf"(?:[aeAE][dlnrstzDLNRSTZ]h?-{_WORD})"
_PARTICLE = (
    r"(?:al|el|bin|ibn|ben|bint|bani|abu|abou|umm|abd|abdel|de|del|de\s+la|de\s+los|de\s+las"
    r"|la|y|van|von|van\s+der|da|dos|do|ould|ul)"
)
_INITIAL = rf"[{_UPPER}]\."
_TOKEN = rf"(?:{_HYPHENED}|{_INITIAL}(?=\s)|{_WORD})"
_GAP = r"(?:[ \t\u00a0]+|[ \t]*\n[ \t]*(?!\n))"
_CHAIN = re.compile(
    rf"(?<![\w’'@#/-])(?:(?:abu|umm|bin|ibn)\s+)?{_TOKEN}(?:\.?{_GAP}(?:{_PARTICLE}{_GAP})*{_TOKEN})*"
)
_ALSO = re.compile(
    rf"\s?(?:\([“\"']?(?:also\s+)?(?:known\s+as\s+)?(?P<other>(?:(?:abu|umm|al)\s)?{_TOKEN}"
    rf"(?:\s(?:{_PARTICLE}\s)?{_TOKEN}){{0,2}})[”\"']?\)"
    rf"|[“\"'](?P<kunya>(?:[Aa]b[ou]u?|[UuOo]mm?)\s{_TOKEN})[”\"'])"
)
_OPENED = re.compile(r"\s?(?:\([“\"']?|[“\"'])(?:also\s+)?(?:known\s+as\s+)?")
_INSIDE = re.compile(r"\s?\([^()\n]{1,30}\)\s")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ABBREVIATED = re.compile(
    r"(?:mr|mrs|ms|dr|gen|col|lt|maj|capt|sgt|cpl|prof|fr|rev|eng|brig|cmdr|pvt|st|msgr|"
    r"[a-z])\."
)
_PIECE = re.compile(r"\S+")
_OPENS = re.compile(r"(?:^|[.!?:;\"“”•\]\n—–-])\s*[\"“(\[']*\s*$")
_ARABIC = re.compile(r"[ء-ي][ء-ْ]*(?:[ ]+[ء-ي][ء-ْ]*){1,6}")
_BESIDE = re.compile(r"\s*[(\[]\s*(?P<other>[ء-ي][ء-ْ \u200c-\u200f]*[ء-ْ])\s*[)\]]")
_WORD_BEFORE = re.compile(r"\b([a-z]+\.?)\s+$")
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)
_NO_NAMES_IN = frozenset(
    [
        "في",
        "من",
        "على",
        "إلى",
        "عن",
        "مع",
        "بعد",
        "قبل",
        "قتل",
        "استشهد",
        "مستشفى",
        "مدينة",
        "محافظة",
        "قرية",
        "وكالة",
        "مدرسة",
        "مسجد",
    ]
)
_TIME = frozenset([*MONTHS, *WEEKDAYS]) - {
    "may",
    "mar",
    "jan",
    "april",
    "june",
    "august",
}


def chains(text: str) -> list[Chain]:
    """Every run of capitals, and every name in Arabic script, in order.

    Example:
        >>> [c.words for c in chains("Colonel Anton al-Dravich fled Varesh on Friday.")]
        [('anton', 'al', 'dravich'), ('varesh',)]
    """
    found = [
        chain
        for run in _CHAIN.finditer(text)
        for piece in _pieces(text, run.start(), run.end())
        if (chain := _trimmed(text, piece)) is not None
    ]
    found = _rejoined(text, found)
    if any("ء" <= c <= "ي" for c in text):
        found += _arabic(text, [chain for chain in found if chain.beside])
        found.sort(key=lambda chain: chain.start)
    return found


def _rejoined(text: str, found: list[Chain]) -> list[Chain]:
    """Join a name that another spelling in brackets parts: "Mira (Mera) Halqi"."""
    joined: list[Chain] = []
    for chain in found:
        last = joined[-1] if joined else None
        if last and last.also and _OPENED.fullmatch(text, last.end, chain.start):
            continue  # the other spelling itself
        if last and last.also and _INSIDE.fullmatch(text, last.end, chain.start):
            words = (*last.words, *chain.words)
            joined[-1] = replace(last, end=chain.end, words=words)
        else:
            joined.append(chain)
    return joined


Piece = list[tuple[int, int]]


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut a run into words, and cut it at full stops, possessives and weekdays."""
    piece: Piece = []
    for match in _PIECE.finditer(text, start, end):
        first, last = match.span()
        word = match[0].lower()
        if word.rstrip(".") in _TIME:
            yield piece
            piece = []
            continue
        own = _POSSESSIVE.search(match[0])
        stop = word.endswith(".") and not _ABBREVIATED.fullmatch(word)
        piece.append((first, last - (len(own[0]) if own else 0) - stop))
        if own or stop:
            yield piece
            piece = []
    yield piece


def _trimmed(text: str, piece: Piece) -> Chain | None:
    """Take titles and nationalities off the front and small words off the end."""
    opens = bool(piece) and bool(
        _OPENS.search(text[max(0, piece[0][0] - 4) : piece[0][0]])
    )
    if piece and piece[0][0] == 0:
        opens = True
    titles: Piece = []
    while piece:
        word = text[slice(*piece[0])].lower().rstrip(".")
        is_title = word in TITLES and word not in given_names()
        opening = opens and len(piece) > 1 and _only_a_word(word)
        if is_title:
            titles.append(piece[0])
        elif opening or word in nationalities() or _no_name(word, len(piece)):
            titles.clear()
        else:
            break
        piece, opens = piece[1:], False
    while piece and text[slice(*piece[-1])].lower() in PARTICLES:
        piece = piece[:-1]
    if not piece:
        return None
    start, end = piece[0][0], piece[-1][1]
    title = text[titles[0][0] : titles[-1][1]] if titles else _title_before(text, start)
    beside = _BESIDE.match(text, end)
    also = _ALSO.match(text, end)
    return Chain(
        start,
        end,
        tuple(folded(text[start:end]).split()),
        " ".join(title.split()) if title else None,
        beside["other"] if beside else None,
        opens,
        also=(also["other"] or also["kunya"]) if also else None,
    )


def _only_a_word(word: str) -> bool:
    """True for "Later" and "The": a capital only because a sentence begins."""
    return everyday_word(word) and word not in given_names() and word not in PARTICLES


def _no_name(word: str, length: int) -> bool:
    return length > 1 and word in NOT_A_NAME


def _title_before(text: str, start: int) -> str | None:
    """A title in small letters: "mayor Anton Dravich"."""
    match = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    if match is None or match[1].rstrip(".") not in TITLES - KIN:
        return None
    return match[1]


def _arabic(text: str, beside: list[Chain]) -> Iterator[Chain]:
    """Names in Arabic script that stand alone in English text."""
    taken = {text.find(chain.beside or "", chain.end) for chain in beside}
    for match in _ARABIC.finditer(text):
        words = match[0].split()
        if match.start() not in taken and not _NO_NAMES_IN & set(words):
            yield Chain(
                *match.span(), tuple(folded(match[0]).split()), None, None, False, True
            )
