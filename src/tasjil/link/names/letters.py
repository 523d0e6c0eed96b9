"""The letters of a name without what cannot be seen or need not be written."""

import re
import unicodedata

from tasjil.model.defined import Defined


class Script(Defined):
    """What letters a name is written in."""

    ARABIC = "arabic", "Arabic letters, those of Persian, Kurdish and Urdu among them."
    LATIN = "latin", "Latin letters, with or without accents."
    CYRILLIC = "cyrillic", "Cyrillic letters."
    OTHER = "other", "Letters of another script, or of more than one."
    NONE = "none", "No letters at all."


_ALIKE = {
    **{"ک": "ك", "ڪ": "ك", "ی": "ي", "ێ": "ي", "ې": "ي", "ے": "ي", "ۍ": "ي"},
    **{"ۆ": "و", "ۇ": "و", "ۈ": "و", "ۋ": "و", "ڕ": "ر", "ڑ": "ر", "ڵ": "ل"},
    **{"ھ": "ه", "ہ": "ه", "ۀ": "ه", "ۂ": "ه", "ۃ": "ة", "ٹ": "ت", "ڈ": "د"},
    **{"ں": "ن", "ڤ": "ف", "ٱ": "ا", "ڨ": "گ", "ڭ": "گ", "ݣ": "گ", "ٲ": "أ"},
    **{"`": "'", "´": "'", "‘": "'", "’": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'"},
    **{"،": ",", "؛": ",", ";": ",", "–": "-", "—": "-", "‐": "-", "‑": "-"},
    **{"«": '"', "»": '"', "“": '"', "”": '"', "[": "(", "]": ")", "_": " "},
}
_UNSEEN = [0x640, 0x670, 0xAD, 0xFEFF, 0x61C, 0x6DF, 0x6E1]
_UNSEEN += [*range(0x64B, 0x660), *range(0x610, 0x61B), *range(0x6D6, 0x6DD)]
_UNSEEN += [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
_PLAIN = str.maketrans({**_ALIKE, **{chr(code): None for code in _UNSEEN}})

_ODD = re.compile("[`;\\[\\]_]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SCRIPTS = (
    (Script.ARABIC, _ARABIC),
    (Script.LATIN, _LATIN),
    (Script.CYRILLIC, _CYRILLIC),
)

_CYRILLIC_LETTERS = {
    **dict(zip("абвгдзиіїйклмнопрстуфыэўґ", "abvgdziiiyklmnoprstufyeug", strict=True)),
    **{"е": "e", "ё": "yo", "є": "ye", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch"},
    **{"ш": "sh", "щ": "sch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
    **{"ј": "y", "љ": "ly", "њ": "ny", "ћ": "ch", "ђ": "dj", "џ": "dj"},
}
_ACCENTED = {
    **{"ş": "š", "ç": "č", "ć": "č", "ŝ": "š", "ß": "ss"},
    **{"ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l"},
    **{"ê": "e", "î": "ii", "û": "uu", "ā": "aa", "ī": "ii", "ū": "uu", "ñ": "n"},
    **{"ḫ": "kh", "ẖ": "kh", "ġ": "gh", "ǧ": "j", "ḏ": "dh", "ṯ": "th", "þ": "th"},
    **{"ð": "dh", "ə": "e", "â": "a", "ğ": "gh"},
}
SOFT = "ščžđ"
"""Letters that sound otherwise without their mark, and lose it as often as not."""

_LATIN_LETTERS = str.maketrans(_ACCENTED | _CYRILLIC_LETTERS)


def seen(text: str) -> str:
    """Leave what a reader sees: no marks of direction, no stretching, no short vowels.

    Example:
        >>> seen("\u200fمُحـمَّد \ufee3\ufea4\ufee4\ufeaa") == "محمد محمد"
        True
    """
    if text.isascii():
        return text.translate(_PLAIN) if _ODD.search(text) else text
    return unicodedata.normalize("NFKC", text).translate(_PLAIN)


_CHAT = re.compile(
    "(?<=[A-Za-z'])[235-9](?![0-9])|(?<![0-9])[235-9](?=[A-Za-z])"
    "|(?<=[A-Za-z])[014](?=[A-Za-z])"
)
_CHAT_LETTERS = {"0": "o", "1": "i", "4": "a"}
"""What a scanner makes of letters; then the digits of Latin chat."""

_CHAT_LETTERS |= {
    "2": "'",
    "3": "'",
    "5": "kh",
    "6": "t",
    "7": "h",
    "8": "gh",
    "9": "s",
}


def without_digits(text: str) -> str:
    """Give letters for the digits of Latin chat, and for those that a scanner put.

    Example:
        >>> without_digits("Mu7ammad 3abdallah 12")
        "Muhammad 'abdallah 12"
    """
    if not _CHAT.search(text):
        return text
    # At the end of a word 2 is the q that many do not sound: Tawfi2.
    text = re.sub(r"(?<=[A-Za-z])2\b", "q", text)
    return _CHAT.sub(lambda digit: _CHAT_LETTERS[digit[0]], text)


def is_arabic(word: str) -> bool:
    """Tell whether a word is in Arabic letters.

    Example:
        >>> is_arabic("سليم"), is_arabic("Salim")
        (True, False)
    """
    return not word.isascii() and _ARABIC.search(word) is not None


def script_of(text: str) -> Script:
    """Tell the script of a name; a stray letter of another makes it OTHER.

    Example:
        >>> script_of("Salim"), script_of("سليم"), script_of("12")
        (<Script.LATIN: 'latin'>, <Script.ARABIC: 'arabic'>, <Script.NONE: 'none'>)
    """
    if text.isascii():
        return Script.LATIN if _LATIN.search(text) else Script.NONE
    found = [script for script, letters in _SCRIPTS if letters.search(text)]
    if not found:
        return Script.OTHER if any(map(str.isalpha, text)) else Script.NONE
    return found[0] if len(found) == 1 else Script.OTHER


def plain_latin(word: str) -> str:
    """Give a word in small plain letters; what an accent tells of the sound stays.

    Example:
        >>> plain_latin("Şükrü"), plain_latin("Евгений"), plain_latin("Müller")
        ('šukru', 'evgeniy', 'muller')
    """
    small = word.lower()
    if small.isascii():
        return small
    small = unicodedata.normalize("NFC", small).translate(_LATIN_LETTERS)
    return "".join(
        letter if letter in SOFT else unicodedata.normalize("NFD", letter)[0]
        for letter in small
        if not unicodedata.combining(letter)
    )
