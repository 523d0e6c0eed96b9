"""Compounds written as one word, divided again: Abdulrahman, Noureddine, عبدالله."""

import re
from functools import lru_cache

from tasjil.link.names.letters import is_arabic, plain_latin

_ARABIC_SERVANT = re.compile("^(عبد)(ال.{2,}|ربه)$")
_ARABIC_BEGINS = re.compile("^([أا]بو|[أا]بي|ذو|ذي)(ال.{3,})$")
_ARABIC_ENDING = re.compile("^(.{2,})(الدين|الله|الاسلام|الإسلام)$")
_SERVANT = re.compile(
    "^([aeiou]*b[aeiou]{0,2}d)(?:[aeiou]+'?l-?(?=l?.{2})|[aeiou]+(?=([rsntzd])\\2))(.+)$"
)
_DIN = re.compile("^(.{3,}?)(?:[aeiou]dd|[aeiou]?-?ld|[aeu]tt)(?:in|ine|een|ien|yn)$")
_ALLAH = re.compile("^(.{3,}?)(?:al+a|ul+a|el+a|lla|al+e)h$")
_PARENT = re.compile("^a?b(?:ou|u)-?([^aeiouwy].{2,}|[yw]?[aeiou].{3,})$")
_OWNER = re.compile("^(?:dh|z|th)[ou]{1,2}l-?(fi[qk]+a+r|kifl|qarnayn)$")
_NO_ALLAH = frozenset({"abd", "mash", "insh", "h"})


@lru_cache(maxsize=50_000)
def divided(word: str) -> tuple[str, ...]:
    """Give the words that a compound is made of; one word where it is none.

    Example:
        >>> divided("Abdulrahman"), divided("noureddine"), divided("Salim")
        (('abd', 'rahman'), ('nour', 'din'), ('Salim',))
    """
    if is_arabic(word):
        return _divided_arabic(word)
    plain = plain_latin(word).strip("'.")
    if "b" in plain[:3] and (servant := _SERVANT.match(plain)):
        return ("abd", servant[3])
    if parent := _PARENT.match(plain):
        return ("abu", parent[1])
    if owner := _OWNER.match(plain):
        return ("dhu", owner[1])
    if plain[-1:] in "ne" and (din := _DIN.match(plain)):
        return (din[1], "din")
    if plain[-1:] == "h" and (allah := _ALLAH.match(plain)):
        return (word,) if allah[1] in _NO_ALLAH else (allah[1], "allah")
    return (word,)


def _divided_arabic(word: str) -> tuple[str, ...]:
    for pattern in (_ARABIC_SERVANT, _ARABIC_BEGINS, _ARABIC_ENDING):
        if found := pattern.match(word):
            return found[1], found[2]
    return (word,)
