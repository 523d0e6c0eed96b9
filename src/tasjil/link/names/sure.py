"""Names that are certainly one: of three parts or more, also in the other script."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tasjil.model.folding import fold

SURE = 3
"""Parts of a name. With fewer, two people of one village often share it."""

ENOUGH_SOUNDS = 6
"""Consonants. With fewer, different short names leave the same ones."""

_TIES = frozenset({"bin", "ibn", "ben", "bint", "b", "بن", "ابن", "بنت"})
_BEGINS = frozenset({"abd", "abdul", "abu", "umm", "um", "عبد", "ابو", "ام"})
"""Words that make one name with the next: Abd al-Rahman, Abu Bakr."""

_TO_LATIN = {
    **{"ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d"},
    **{"ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d"},
    **{"ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l"},
    **{"م": "m", "ن": "n", "ه": "h", "ع": "", "ا": "", "و": "", "ي": "", "ئ": ""},
    **{"ؤ": "", "أ": "", "إ": "", "آ": ""},
}
_ARABIC = re.compile("[\u0600-\u06ff]")
_VOWELS = re.compile("[aeiouyw'ʿʾ]")
_DOUBLED = re.compile(r"([a-z])\1+")


def scripts(names: Iterable[str]) -> frozenset[bool]:
    """Tell the scripts of some names: True for Arabic, False for any other.

    Example:
        >>> scripts(["Ilan Dor", "إيلان دور"]) == {True, False}
        True
    """
    return frozenset(bool(_ARABIC.search(name)) for name in names)


@lru_cache(maxsize=200_000)
def parts(name: str) -> tuple[str, ...]:
    """Divide a name into the names it is made of; ties such as "bin" go.

    Example:
        >>> parts("Ilan bin Abd al-Rahman Dor")
        ('ilan', 'abd rahman', 'dor')
    """
    found: list[str] = []
    begun = ""
    for word in fold(name).split():
        if word in _TIES:
            continue
        if word in _BEGINS:
            begun = f"{begun}{word} "
            continue
        found.append(begun + word)
        begun = ""
    return (*found, begun.strip()) if begun else tuple(found)


@lru_cache(maxsize=200_000)
def sure_key(name: str) -> str | None:
    """Give what two spellings of one full name share; None where it is not enough.

    The consonants of each part, in Latin letters. Three parts that agree are certain
    only together with an act, a time and a place that fit.

    Example:
        >>> sure_key("Salim Mahmud Darwish") == sure_key("سليم محمود درويش")
        True
        >>> sure_key("Salim Darwish") is None
        True
    """
    own = parts(name)
    sounds = tuple(_sounds(part) for part in own)
    if len(own) < SURE or not all(sounds) or sum(map(len, sounds)) < ENOUGH_SOUNDS:
        return None
    return " ".join(sounds)


def _sounds(part: str) -> str:
    if _ARABIC.search(part):
        part = "".join(_TO_LATIN.get(letter, letter) for letter in part)
    plain = _VOWELS.sub("", part).replace(" ", "")
    # What a word ends on in Arabic script is silent, or written in Latin or not.
    return _DOUBLED.sub(r"\1", plain).removesuffix("h") or plain
