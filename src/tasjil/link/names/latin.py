"""How a word in Latin letters is folded and read, under every common romanisation."""

import re
from functools import lru_cache

from tasjil.link.names.letters import plain_latin
from tasjil.link.names.sounds import Choice
from tasjil.link.names.tables import table

_UNITS: dict[str, Choice] = {
    **{
        "kh": ("x",),
        "gh": ("G", "k", "j"),
        "dh": ("D", "d", "z"),
        "th": ("T", "D", "t"),
    },
    **{"sh": ("S",), "ch": ("S", "x"), "dj": ("j",), "tj": ("j",), "zh": ("j",)},
    **{"sch": ("S",), "tch": ("S",), "tsch": ("S",), "dsch": ("j",), "ck": ("k",)},
    **{"ph": ("f",), "qu": ("k",), "ts": ("ts",), "tz": ("ts",), "szcz": ("S",)},
    **{"g": ("j", "G", "k"), "j": ("j",), "q": ("k",), "v": ("f", "w")},
    **{"p": ("p", "b"), "x": ("ks", "x"), "c": ("k", "j"), "'": ("",)},
}
_UNIT = re.compile("dsch|tsch|szcz|sch|tch|kh|gh|dh|th|sh|ch|dj|tj|zh|ck|ph|qu|ts|tz|.")
_BEGINS_SOFT = re.compile("[aeiou]")
_ARTICLE = re.compile("^[ae]l(?=[^aeiou]..|[aeiou]...)")
_FOLDED = str.maketrans("", "", "' .-")


def folded_latin(word: str) -> str:
    """Give one form for the accents, capitals and marks of one word.

    Example:
        >>> folded_latin("Sa'îd")
        'said'
    """
    plain = plain_latin(word).translate(_FOLDED)
    return plain.replace("ii", "i").replace("uu", "u")


def latin_choices(word: str) -> list[Choice]:
    """Give the readings of each letter or group of letters that is one sound.

    Example:
        >>> latin_choices("gaith")
        [('j', 'G', 'k'), ('a',), ('i',), ('T', 'D', 't')]
    """
    plain = plain_latin(word)
    choices: list[Choice] = []
    for found in _UNIT.finditer(plain):
        unit, rest = found[0], plain[found.end() :]
        choices.append(_read(unit, rest, first=not choices))
    if plain[:2] == "ou" and plain[2:3] in "aei" and len(plain) > 3:
        choices[:2] = [("W",)]
    if len(choices) > 2 and plain[-2:] in ("ow", "ew"):
        # Ivanow is Ivanov, and Ivanoff is.
        choices[-1] = ("w", "f")
    if len(choices) > 1 and plain[-1] == "t" and plain[-2] in "aeiu":
        choices[-1] = ("t", "d")
    return choices


def _read(unit: str, rest: str, first: bool) -> Choice:
    if first and unit in "wyjv" and _BEGINS_SOFT.match(rest):
        # Yevgeny is Evgeny.
        return ("Y", "") if unit + rest[:1] == "ye" else _AT_THE_BEGINNING[unit]
    if unit == "c" and rest[:1] in ("e", "i", "y"):
        return ("s", "j")
    if unit == "h" and not rest and not first:
        return ("á", "h")
    return _UNITS.get(unit) or (unit,)


_AT_THE_BEGINNING: dict[str, Choice] = {
    **{"w": ("W", "f"), "y": ("Y",), "j": ("j", "Y"), "v": ("f", "W")},
}


@lru_cache(maxsize=20_000)
def without_article(plain: str) -> str | None:
    """Give a folded word without an article written onto it; None where none can be.

    Example:
        >>> without_article("alkhatib"), without_article("ali")
        ('khatib', None)
    """
    bare = _ARTICLE.sub("", plain)
    return None if bare == plain or plain in _WITH_AL else bare


_WITH_AL = frozenset(table("words.txt")["no article"])
