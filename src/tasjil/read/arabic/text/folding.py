"""One spelling for an Arabic word, however its marks, alifs and digits were typed."""

import unicodedata
from collections.abc import Iterable

_SILENT = (
    *range(0x0610, 0x061B),
    *(0x061C, 0x0640),
    *range(0x064B, 0x0660),
    *(0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9), *range(0x06EA, 0x06EE)),
    *(0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060),
    *(*range(0x2066, 0x206A), 0xFEFF),
)
SILENT = frozenset(map(chr, _SILENT))
"""Characters that are no letter of a word: vowel marks, tatweel, marks of direction."""

_DIGITS = {base + n: str(n) for base in (0x0660, 0x06F0) for n in range(10)}


def _shapes() -> Iterable[tuple[int, str]]:
    """Letters as old files and page layouts keep them, one sign for each shape."""
    for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            yield code, "".join(c for c in plain if c not in SILENT).strip()


_PERSIAN = {"ک": "ك", "ی": "ي", "ہ": "ه", "ە": "ه", "ھ": "ه"}
EVEN: dict[int, str] = (
    dict(_shapes()) | _DIGITS | {ord(c): plain for c, plain in _PERSIAN.items()}
)
"""Digits to 0-9, and every shape of a letter to the letter."""

_ALIKE = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")
_FOLD = {
    **{code: plain.translate(_ALIKE) for code, plain in EVEN.items()},
    **dict.fromkeys(_SILENT),
    **_ALIKE,
}


def folded(text: str) -> str:
    """The text with one spelling for what writers spell in many ways.

    Vowel marks, tatweel and marks of direction go; the alifs become one, as do alif
    maqsura and ya, ta marbuta and ha; digits become 0-9. Offsets do not hold.

    Example:
        >>> folded("قُتِلَ") == "قتل", folded("إصابة") == "اصابه", folded("١٥ و۲۰")
        (True, True, '15 و20')
    """
    return text.translate(_FOLD)
