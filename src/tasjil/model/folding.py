"""The form of a name that stays the same however it is spelled, in either script."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ة": "ه", "ى": "ي", "ـ": None, "ء": None, "ʿ": None, "’": "'"}
)
_ARTICLES = frozenset({"the", "al", "el", "ad", "as", "ash", "ar", "an", "a"})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ARABIC_AL = re.compile(r"^ال(?=..)")
_VOWELS = re.compile(r"(?<=.)[aeiouyw]+|'")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Fold case, accents, hamza, ta marbuta and articles; one space between words.

    Articles go from the front of a name and after a hyphen, because outlets use them
    or not as they please.

    Example:
        >>> fold("The Al-Mukhtariyah") == fold("mukhtariyah")
        True
        >>> fold("المرصدُ السوري") == fold("مرصد سورى")
        True
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = [
        _ARABIC_AL.sub("", word) for word in _WORD.findall(plain.translate(_LETTERS))
    ]
    kept = [word for word in words if word not in _ARTICLES]
    return " ".join(kept or words)


@lru_cache(maxsize=200_000)
def skeleton(text: str) -> str:
    """Fold further, to consonants: for "might be the same name", never for "is".

    Example:
        >>> skeleton("Mohammed"), skeleton("Muhamad")
        ('mhmd', 'mhmd')
    """
    words = fold(text).split()
    return " ".join(_DOUBLED.sub(r"\1", _VOWELS.sub("", word)) for word in words)
