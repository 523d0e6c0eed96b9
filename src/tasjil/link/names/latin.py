"""How a word in Latin letters is folded and read, under every common romanisation."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from tasjil.link.names.letters import plain_latin
from tasjil.link.names.sounds import Choice
from tasjil.link.names.tables import table

_UNITS: dict[str, Choice] = {
    **{"kh": ("x",), "gh": ("G", "k", "j"), "dh": ("D", "d", "dh", "z")},
    **{"th": ("T", "th", "D", "t"), "sh": ("S",), "ch": ("S", "x", "k"), "dj": ("j",)},
    **{"tj": ("j",), "zh": ("j",), "sch": ("S",), "tch": ("S",), "tsch": ("S",)},
    **{"dsch": ("j",), "ck": ("k",), "ph": ("f",), "qu": ("k", "ku"), "tz": ("ts",)},
    **{"g": ("j", "G", "k"), "q": ("k",), "v": ("f", "w"), "p": ("p", "b")},
    **{"x": ("ks", "x"), "c": ("k", "j"), "'": ("",), "dt": ("t", "dt")},
    **{"š": ("S", "s"), "č": ("S", "s", "k"), "ž": ("j", "z"), "sz": ("s", "S")},
    "đ": ("j", "d"),
}
_UNIT = re.compile(
    "dsch|tsch|sch|tch|kh|gh|dh|th|sh|ch|dj|tj|zh|ck|ph|qu(?=[ei])|tz|sz|dt|[^.]"
)
_LAST = {
    **{"kh": ("x", "ká"), "sh": ("S", "sá"), "h": ("á", "h")},
    **{"z": ("z", "s"), "x": ("ks", "x", ""), "c": ("k", "j", "S")},
    **{"dh": ("D", "d", "dá", "z"), "th": ("T", "tá", "D", "t")},
}
"""What ends a word can be silent, or sound otherwise: Barakah, Gonzalez."""

_ARTICLE = re.compile("^(?:[ae]l(?=[^aeiou]..|[aeiou]...)|ben(?=[^aeiou]?[aeiou]..))")
_OUA = re.compile("^ou(?=[aei].)")
_FOLDED = str.maketrans("ščžđ", "sczd", "' .-")


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
        [('j', 'G', 'k'), ('a',), ('i',), ('T', 'tá', 'D', 't')]
    """
    plain = _OUA.sub("w", plain_latin(word))
    units = _UNIT.findall(plain)
    choices = [_UNITS.get(unit) or (unit,) for unit in units]
    if "c" in units:
        for at, (unit, after) in enumerate(pairwise(units)):
            if unit == "c" and after in "eiy":
                choices[at] = ("s", "j", "S")
    if len(units) > 1:
        choices[0] = _first(plain) or choices[0]
        choices[-1] = _last(units) or choices[-1]
    return choices


def _first(plain: str) -> Choice | None:
    """Read w, y, j and v before a vowel, and vowels that stand for them."""
    begins = _BEGINNING.match(plain)
    if begins is None:
        return None
    # Yevgeny is Evgeny.
    return ("Y", "") if plain[:2] == "ye" else _BEGINNINGS[begins[0]]


def _last(units: Sequence[str]) -> Choice | None:
    """Read what sounds otherwise where a word ends."""
    before, last = units[-2:]
    if last == "t" and before in "aeiu":
        return ("t", "d")
    # Ivanow is Ivanov.
    return ("w", "f") if last == "w" and before in "oe" else _LAST.get(last)


_BEGINNING = re.compile("y|(?:w|j|v|i)(?=[aou])|(?:w|j|v)(?=[ei])|w")
_BEGINNINGS: dict[str, Choice] = {
    **{"w": ("W", "f"), "y": ("Y", "i"), "j": ("j", "Y"), "v": ("f", "W")},
    "i": ("Y", "i"),
}


@lru_cache(maxsize=20_000)
def without_article(plain: str) -> str | None:
    """Give a folded word without an article or ben before it; None where none can be.

    Example:
        >>> without_article("alkhatib"), without_article("ali")
        ('khatib', None)
    """
    bare = _ARTICLE.sub("", plain)
    return None if bare == plain or plain in _WITH_AL else bare


_WITH_AL = frozenset(table("words.txt")["no article"])
