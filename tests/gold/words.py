"""The words of a phrase that carry its meaning, folded, in both scripts."""

from tasjil.model.folding import fold

_ENGLISH = "of for and in on at to by from with his her their its who that this"
_ARABIC = "في من على عن الى إلى و مع له لها لهم الذي التي"
_SMALL = frozenset(map(fold, f"{_ENGLISH} {_ARABIC}".split()))
_ENOUGH = 4


def content(phrase: str) -> frozenset[str]:
    """The words two phrases must share to mean the same.

    Example:
        >>> sorted(content("the Ministry of Health"))
        ['health', 'ministry']
    """
    words = frozenset(fold(phrase).split())
    return (words - _SMALL) or words


def alike(one: str, other: str) -> bool:
    """True where two phrases share a word, or one holds the other; or both are none.

    Example:
        >>> alike("a police officer", "The officer"), alike("", "police")
        (True, False)
    """
    if not one or not other:
        return not one and not other
    short, long = sorted((fold(one), fold(other)), key=len)
    held = len(short) >= _ENOUGH and short in long
    return held or bool(content(one) & content(other))
