"""A part of a name made of its words: how each is folded, heard and coarsened."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tasjil.link.names.arabic import arabic_choices, folded_arabic, plain_arabic
from tasjil.link.names.joined import divided
from tasjil.link.names.kinds import KINDS, SERVANTS, Kind
from tasjil.link.names.latin import folded_latin, latin_choices, without_article
from tasjil.link.names.letters import is_arabic
from tasjil.link.names.loose import loose_form
from tasjil.link.names.name import Part
from tasjil.link.names.same import same_name
from tasjil.link.names.sounds import (
    ANY,
    BITS,
    MOST_READINGS,
    Sound,
    joined,
    merged,
    readings,
)
from tasjil.link.names.tables import table

WORDS = 200_000
"""Words and parts that are remembered, about a kilobyte each."""

Heard = tuple[str, tuple[Sound, ...]]


@lru_cache(maxsize=WORDS)
def plain_word(word: str) -> str:
    """Give a word as the tables of words have it, with its article.

    Example:
        >>> plain_word("Dr."), plain_word("الشهيدة") == "الشهيده"
        ('dr', True)
    """
    return plain_arabic(word.strip(".")) if is_arabic(word) else folded_latin(word)


@lru_cache(maxsize=WORDS)
def kind_of(word: str) -> Kind:
    """Tell what a word does in a name.

    Example:
        >>> kind_of("Dr."), kind_of("بن"), kind_of("Salim")
        (<Kind.TITLE: 'title'>, <Kind.TIE: 'tie'>, <Kind.NAME: 'name'>)
    """
    kind = KINDS.get(plain_word(word), Kind.NAME)
    if kind is Kind.NAME and not any(map(str.isalpha, word)):
        return Kind.NOBODY
    return kind


def is_assimilated(word: str, after: str) -> bool:
    """Tell that a word is an article that sounds like the name after it.

    Example:
        >>> is_assimilated("ar", "Rahman"), is_assimilated("Ar", "Salim")
        (True, False)
    """
    if not 1 < len(word) < 4 or not word.isascii():
        return False
    plain = word.lower()
    same = after.lower().startswith(plain[1:])
    return same and plain[0] in "aeui" and plain[1:] in _SUN_LETTERS


_SUN_LETTERS = frozenset({"r", "s", "sh", "ch", "d", "t", "n", "z", "dh", "th"})


@lru_cache(maxsize=WORDS)
def part_of(words: tuple[str, ...]) -> Part:
    """Make one part of the words of one name; an article among them is left out.

    Example:
        >>> part_of(("Abd", "al", "Rahman")).sounds == part_of(("عبدالرحمن",)).sounds
        True
    """
    plain = [(word, plain_word(word)) for word in words]
    own = [
        each
        for each, after in zip(plain, (*words[1:], ""), strict=True)
        if KINDS.get(each[1]) is not Kind.ARTICLE and not is_assimilated(each[0], after)
    ] or plain
    whole = "".join(each[1] for each in own)
    folded, heard = _heard(own)
    known = same_name(whole) or (same_name(folded) if folded != whole else None)
    if known is not None:
        # The rules may be right all the same, but for its vowels.
        sure = {sound for sound, _ in known}
        heard = (*known, *(each for each in heard if each[0] not in sure))
        heard = heard[:MOST_READINGS]
    return Part(
        text=" ".join(words),
        folded=folded,
        sounds=tuple([each[0] for each in heard]),
        vowels=tuple([each[1] for each in heard]),
        loose=loose_form(heard[0][0]),
        initial=len(folded) == 1 and len(words) == 1,
    )


def _heard(own: Sequence[tuple[str, str]]) -> Heard:
    """Hear the words of a part one after the other."""
    pieces: list[str] = []
    for _, plain in own:
        if pieces and pieces[-1] == "abd":
            plain = "allah" if _GOD.match(plain) else _ARTICLE.sub("", plain)
        pieces += _BEGINNINGS.get(plain) or divided(plain)
    if len(pieces) == 1:
        return heard_word(own[0][0].strip(".'") if pieces == [own[0][1]] else pieces[0])
    heard = [heard_word(piece) for piece in pieces]
    return "".join(each[0] for each in heard), joined([each[1] for each in heard])


_ARTICLE = re.compile("^[ae]l(?=...)")
_GOD = re.compile("^[ae]*l[aeiou]*l[aeiou]*l?[aeiou]*h$")
_BEGINNINGS = {
    word: ("abd",)
    for word, kind in KINDS.items()
    if kind in SERVANTS and word.isascii()
} | {word: ("abu",) for word in table("words.txt")["father of"]}
_ABU = (("b", ANY | ANY << BITS),)


@lru_cache(maxsize=WORDS)
def heard_word(word: str) -> Heard:
    """Give the folded form of one word and what it sounds like, likeliest first."""
    if word == "abu":
        return word, _ABU
    if is_arabic(word):
        return folded_arabic(word), merged(readings(arabic_choices(word)))
    plain = folded_latin(word)
    bare = without_article(plain)
    ways = readings(latin_choices(word))
    if bare is None:
        return plain, merged(ways)
    without = readings(latin_choices(bare))
    return bare, merged((*without[:3], *ways[:3]))
