"""How a word in Arabic letters is folded and read, Persian and Kurdish ones too."""

import re

from tasjil.link.names.sounds import Choice
from tasjil.link.names.tables import table

_FOLDED = str.maketrans(
    {
        **{"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي"},
        **{"ء": None, "ە": "ه", "گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "'": None},
    }
)
_ARTICLE = re.compile("^(?:ال|لل)(?=...)")
_WORDS = table("words.txt")
_WITH_ALIF_LAM = frozenset(_WORDS["no article"])

_LETTERS: dict[str, Choice] = {
    **{"ب": ("b",), "ت": ("t",), "ث": ("T", "s", "t"), "ج": ("j",), "ح": ("h",)},
    **{"خ": ("x",), "د": ("d",), "ذ": ("D", "z", "d"), "ر": ("r",), "ز": ("z",)},
    **{"س": ("s",), "ش": ("S",), "ص": ("s",), "ض": ("d", "D", "z"), "ط": ("t",)},
    **{"ظ": ("z", "D"), "ع": ("4",), "غ": ("G",), "ف": ("f",), "ق": ("k",)},
    **{"ك": ("k",), "ل": ("l",), "م": ("m",), "ن": ("n",), "ه": ("h",)},
    **{"پ": ("p", "b"), "چ": ("S", "j"), "ژ": ("j", "z"), "گ": ("j", "k"), "ە": ("9",)},
    **{"ا": ("1",), "آ": ("1",), "أ": ("7",), "إ": ("5",), "ء": ("7",), "ى": ("8",)},
    **{"و": ("2",), "ي": ("3",), "ؤ": ("6",), "ئ": ("5",), "ة": ("á", "t")},
}
_NO_LETTER: Choice = ("",)


def folded_arabic(word: str) -> str:
    """Give one form for the spellings of one word, without its article.

    Example:
        >>> folded_arabic("الأميرة") == folded_arabic("اميره")
        True
    """
    plain = word.translate(_FOLDED)
    return plain if plain in _WITH_ALIF_LAM else _ARTICLE.sub("", plain)


def plain_arabic(word: str) -> str:
    """Give one form for the spellings of one word, with its article.

    Example:
        >>> plain_arabic("الأميرة")
        'الاميره'
    """
    return word.translate(_FOLDED)


def arabic_choices(word: str) -> list[Choice]:
    """Give the readings of each letter of a word, its article left out.

    Example:
        >>> arabic_choices("ليث")
        [('l',), ('3',), ('T', 's', 't')]
    """
    plain = word.translate(_FOLDED)
    if plain == "الله":
        return [("l",), ("á",)]
    if plain not in _WITH_ALIF_LAM:
        word = _ARTICLE.sub("", word)
    choices = [_LETTERS.get(letter) or (letter,) for letter in word]
    if twice := _TWICE.search(word):
        # Two of one consonant have a vowel between them, which some leave out.
        choices.insert(twice.end() - 1, ("0", ""))
    if len(choices) > 1 and word[0] in _GLIDES:
        choices[0] = (_GLIDES[word[0]],)
    if len(choices) > 1 and word[-1] == "ه":
        choices[-1] = ("á",)
    if len(choices) > 2 and word[-1] == "ي" and plain in _IN_ALIF:
        choices[-1] = ("8",)
    return choices


_TWICE = re.compile("([^اوي])\\1")
_GLIDES = {"و": "W", "ي": "Y"}
_IN_ALIF = frozenset(_WORDS["alif maqsura"])
