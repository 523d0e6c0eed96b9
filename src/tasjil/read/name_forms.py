"""When two ways of writing a name can stand for one person."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tasjil.read.name_words import TITLES, given_names
from tasjil.read.places.folding import folded

_SERVANT = re.compile(
    r"\babd(?:[aeu]l)?[- ]?(?:(?:al|el|ul|ar|er|ur|ir|as|es|us|an)[- ])?(?=[^\W\d_]{3})"
)
_ABD = re.compile(r"abd[^\W\d_]{2}")
_KUNYA = re.compile(r"^(?:(?P<father>ab[ou]u?)|(?:u|o)mm?) (?=[^\W\d_]{3})")
_ARTICLE = re.compile(r"\b(?:al|el|ash|an|as|ar|az|ad)[- ](?=\w)")
_SMALL = frozenset(
    ["abu", "abo", "abou", "bin", "ibn", "bint", "hajj", "hajja", "haj", "al", "el"]
)
_MARKS = re.compile(r"['’‘`ʿʾ]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_DOUBLE = re.compile(r"(.)\1+")
_SOUNDS = re.compile(r"[aeiouy]+|[^aeiouy]+")
_VOWELS = "aeiouy"
_FRONT = re.compile(r"[iy]")
_BACK = re.compile(r"[ou]")

Key = tuple[str, ...]


@lru_cache(maxsize=50_000)
def name_key(name: str) -> Key:
    """The words of a name that identify, in their order, titles and articles left out.

    Example:
        >>> name_key("Dr. Mira al-Sorel"), name_key("Abdul Rahman Abu Tamo")
        (('mira', 'sorel'), ('abdrahman', 'tamo'))
    """
    low = _ARTICLE.sub("", _MARKS.sub("", folded(name)))
    low = _KUNYA.sub(lambda found: "abu" if found["father"] else "umm", low)
    words = _LETTERS.findall(_SERVANT.sub("abd", low))
    kept = tuple(w for w in words if w not in _SMALL and not _is_title(w))
    return kept or tuple(words)


def _is_title(word: str) -> bool:
    return word in TITLES and word not in given_names()


def same_name(a: Key, b: Key) -> bool:
    """True where one name can be another form or spelling of the other.

    Brothers share all but the first word, cousins the first and the last; both are
    two people. A family name alone, or a given name alone, can be anybody of it.

    Example:
        >>> same_name(("mira", "sorel"), ("meera", "anton", "sorel"))
        True
        >>> same_name(("omar", "anton", "sorel"), ("omar", "pavel", "sorel"))
        False
    """
    short, full = sorted((a, b), key=len)
    if not short:
        return False
    if len(short) == 1:
        return _alone(short[0], full)
    if alike(short[0], full[0]):
        if _in_order(short[1:], full[1:]):
            return True
        return alike(short[1], full[1]) and alike(short[-1], full[-1])
    family = not _is_given(short[0]) and len(short) < len(full)
    return family and _in_order(short, full[1:])


def _alone(word: str, full: Key) -> bool:
    """True for a given name or a family name of the full name."""
    if alike(word, full[0]) or alike(word.removeprefix("abu"), full[-1]):
        return True
    return word in full and not _is_given(word)


def _is_given(word: str) -> bool:
    """True for a given name, as "Omar" and "Abd al-Karim" are."""
    return word in given_names() or bool(_ABD.match(word))


def _in_order(short: Sequence[str], full: Sequence[str]) -> bool:
    """True where all words of one stand in the other, in the same order."""
    rest = iter(full)
    return all(any(alike(word, other) for other in rest) for word in short)


def alike(a: str, b: str) -> bool:
    """True for one word in two spellings.

    Example:
        >>> alike("mohammed", "muhamad"), alike("mohammed", "mahmoud")
        (True, False)
    """
    if a == b or a == f"al{b}" or b == f"al{a}":
        return True
    if a[0] != b[0] and {a[0], b[0]} not in ({"o", "u"}, {"i", "e"}, {"a", "e"}):
        return False
    one, other = _sounds(a), _sounds(b)
    return len(one) == len(other) and all(map(_fits, one, other))


@lru_cache(maxsize=50_000)
def name_sounds(word: str) -> frozenset[str]:
    """What two spellings of a word have in common: its consonants, "al" or "abu" off.

    Example:
        >>> name_sounds("mohammed") == name_sounds("muhamad")
        True
    """
    forms = (word, word.removeprefix("al"), word.removeprefix("abu"))
    return frozenset(
        "".join(s if s[0] not in _VOWELS else "." for s in _sounds(form))
        for form in forms
        if form
    )


@lru_cache(maxsize=50_000)
def _sounds(word: str) -> tuple[str, ...]:
    """A word cut into consonants and vowels, doubles written once."""
    single = _DOUBLE.sub(r"\1", word.replace("ee", "i").replace("oo", "u"))
    if single.endswith("ah") or single.endswith("eh"):
        single = single[:-1]
    return tuple(_SOUNDS.findall(single))


def _fits(a: str, b: str) -> bool:
    """True for the same consonants, or vowels that one vowel can be written as."""
    if a == b:
        return True
    if a[0] not in _VOWELS or b[0] not in _VOWELS:
        return False
    return "e" in (a, b) or _colour(a) == _colour(b)


def _colour(vowels: str) -> str:
    """Front, back or open: "ei" and "y" are front, "ou" is back."""
    if _FRONT.search(vowels):
        return "front"
    return "back" if _BACK.search(vowels) else "open"


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Names of different people, each in its fullest form, in the order told.

    Example:
        >>> each_once(["Mira", "Omar Halqi", "Mira Sorel", "Omer al-Halqi"])
        ('Omar Halqi', 'Mira Sorel')
    """
    told = list(dict.fromkeys(names))
    kept: list[str] = []
    for name in sorted(told, key=lambda n: -len(name_key(n))):
        if not is_among(name, kept):
            kept.append(name)
    return tuple(sorted(kept, key=told.index))


def is_among(name: str, names: Iterable[str]) -> bool:
    """True where one of the names can be another form of this name."""
    return any(same_name(name_key(name), name_key(other)) for other in names)
