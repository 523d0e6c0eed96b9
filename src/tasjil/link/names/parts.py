"""A part of a name made of its words: how each is folded, heard and coarsened."""

from functools import lru_cache

from tasjil.link.names.arabic import arabic_choices, folded_arabic
from tasjil.link.names.joined import divided
from tasjil.link.names.kinds import KINDS, SERVANTS, Kind
from tasjil.link.names.latin import folded_latin, latin_choices, without_article
from tasjil.link.names.letters import Script, script_of
from tasjil.link.names.loose import loose_form
from tasjil.link.names.name import Part
from tasjil.link.names.same import same_name
from tasjil.link.names.sounds import MOST_READINGS, Sound, joined, readings, sound

WORDS = 200_000
"""Words and parts that are remembered, about a kilobyte each."""


@lru_cache(maxsize=WORDS)
def heard_word(word: str) -> tuple[str, tuple[Sound, ...]]:
    """Give the folded form of a word and what it sounds like, the likeliest first.

    Example:
        >>> heard_word("Qasem")[1][0][0] == heard_word("قاسم")[1][0][0]
        True
    """
    arabic = script_of(word) is Script.ARABIC
    word = word.strip(".'")
    plain = folded_arabic(word) if arabic else folded_latin(word)
    known = same_name(plain)
    if known is not None:
        return plain, known
    if arabic:
        return plain, _sounds([readings(arabic_choices(word))])
    ways = [readings(latin_choices(word))]
    bare = without_article(plain)
    if bare is not None:
        ways.insert(0, readings(latin_choices(bare)))
    return bare or plain, _sounds(ways)


def _sounds(ways: list[list[str]]) -> tuple[Sound, ...]:
    """Take the likeliest reading of each way first."""
    mixed = [
        way[at] for at in range(max(map(len, ways))) for way in ways if at < len(way)
    ]
    return tuple(dict.fromkeys(sound(each) for each in mixed))[:MOST_READINGS]


@lru_cache(maxsize=WORDS)
def part_of(words: tuple[str, ...]) -> Part:
    """Make one part of the words of one name; an article among them is left out.

    Example:
        >>> part_of(("Abd", "al", "Rahman")).sounds == part_of(("عبدالرحمن",)).sounds
        True
    """
    own = [word for word in words if not _is_article(word)] or list(words)
    heard = [
        heard_word(_SERVANT.get(_plain(each), each))
        for word in own
        for each in divided(word)
    ]
    folded = "".join(each[0] for each in heard)
    known = same_name("".join(map(_plain, own))) or same_name(folded)
    sounds = known or (heard[0][1] if len(heard) == 1 else joined(e[1] for e in heard))
    first = dict(reversed(sounds))
    consonants = tuple(dict.fromkeys(each[0] for each in sounds))
    return Part(
        text=" ".join(words),
        folded=folded,
        heard=sounds,
        sounds=consonants,
        vowels=tuple(first[each] for each in consonants),
        loose=loose_form(consonants[0]),
        initial=len(folded) == 1 and len(words) == 1,
    )


def _is_article(word: str) -> bool:
    return KINDS.get(_plain(word)) is Kind.ARTICLE


_SERVANT = {
    word: "abd" for word, kind in KINDS.items() if kind in SERVANTS and word.isascii()
}


@lru_cache(maxsize=WORDS)
def _plain(word: str) -> str:
    if script_of(word) is Script.ARABIC:
        return word.translate(_ARABIC_PLAIN)
    return folded_latin(word)


_ARABIC_PLAIN = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ء": None, "'": None}
)


@lru_cache(maxsize=WORDS)
def kind_of(word: str) -> Kind:
    """Tell what a word does in a name.

    Example:
        >>> kind_of("Dr."), kind_of("بن"), kind_of("Salim")
        (<Kind.TITLE: 'title'>, <Kind.TIE: 'tie'>, <Kind.NAME: 'name'>)
    """
    if not any(map(str.isalpha, word)):
        return Kind.NOBODY
    return KINDS.get(_plain(word), Kind.NAME)


plain_word = _plain
