"""The text made even for reading, letter for letter: every offset still holds."""

import re

from tasjil.read.english.text.capitals import name_words

_EVEN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2013\u2014\u2012\u2015\u2212\u2010\u2011", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
            "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u2060"
            "\u2066\u2067\u2068\u2069\ufeff\t\r\f\v\x85\u2028\u2029",
            " ",
        ),
    }
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_CAPITALS = 0.75


def even(text: str) -> str:
    r"""The text with plain quotes, dashes and spaces; as long as it was.

    Example:
        >>> even("\u201cSix\u00a0died\u201d")
        '"Six died"'
    """
    return text.translate(_EVEN)


def is_shouted(text: str) -> bool:
    """True for wire text in capitals throughout.

    Example:
        >>> is_shouted("THREE MEN WERE KILLED, 4 JAN"), is_shouted("The UN said")
        (True, False)
    """
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return len(letters) > 8 and upper >= _CAPITALS * len(letters)


def lowered(text: str) -> str:
    """Shouted text as it would stand in a newspaper: names keep a capital.

    Example:
        >>> lowered("SOLDIERS KILLED ANSELMO DRAVICH IN THE MARKET.")
        'Soldiers killed Anselmo Dravich in the market.'
    """
    found = list(_WORD.finditer(text))
    names = name_words([(m[0].lower(), _joined(text, m)) for m in found])
    out, last, starts = [], 0, True
    for match, name in zip(found, names, strict=True):
        between = text[last : match.start()]
        starts = starts or bool(re.search(r"[.!?]\s", between))
        out += [between, _cased(match[0], capital=starts or name)]
        last, starts = match.end(), False
    return "".join([*out, text[last:]])


def _joined(text: str, word: re.Match[str]) -> bool:
    """True where nothing but a space or a line's end stands before a word."""
    start = word.start()
    return start > 1 and text[start - 1].isspace() and text[start - 2].isalpha()


def _cased(word: str, *, capital: bool) -> str:
    """One word in the case it would have; its length never changes."""
    low = word.lower()
    if len(low) != len(word) or (len(word) == 1 and word != "A"):
        return word
    first = low[:1].upper()
    return first + low[1:] if capital and len(first) == 1 else low
