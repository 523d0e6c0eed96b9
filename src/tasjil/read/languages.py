"""Which language a report is in, as far as reading it needs to know."""

import re

from tasjil.model.report import Report

NAMES = {"en": "English", "ar": "Arabic", "fr": "French", "es": "Spanish"}
_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|in|was|were|by|to|that|who|from|with|on|at|for|an?|is|said|killed|"
    r"dead|died|people|men|two|three)\b",
    re.IGNORECASE,
)
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
_NO_ARABIC = re.compile(r"[\u067e\u0686\u0698\u06af\u0679\u0688\u0691\u06d2\u06d5]")
"""Letters of Persian, Urdu and Kurdish that Arabic does not have."""

_ARABIC = re.compile(
    r"(?<!\w)(?:في|من|على|إلى|عن|أن|إن|التي|الذي|الذين|بعد|قبل|كان|هذا|هذه|مع|بين|ال\w+)(?!\w)"
)
_SAMPLE = 4000
_MOSTLY = 0.6
_ENOUGH = 0.12


def language_of(report: Report) -> str | None:
    """The report's language; what reads as English or as Arabic is taken as that.

    Returns:
        A two-letter code, or None where nothing tells.
    """
    if report.language:
        return report.language.lower().split("-")[0]
    if looks_english(report.text):
        return "en"
    return "ar" if looks_arabic(report.text) else None


def looks_english(text: str) -> bool:
    """True where the letters are Latin and the small words are English.

    Example:
        >>> looks_english("Two men were killed."), looks_english("Dos hombres")
        (True, False)
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters == 0 or len(_LATIN.findall(sample)) < _MOSTLY * letters:
        return False
    return len(_ENGLISH.findall(sample)) >= max(1, _ENOUGH * len(sample.split()))


def looks_arabic(text: str) -> bool:
    """True where the letters and the small words are Arabic, not Persian or Urdu.

    Example:
        >>> looks_arabic("قُتل رجلان في القرية."), looks_arabic("دو مرد کشته شدند")
        (True, False)
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    arabic = len(_ARABIC_LETTER.findall(sample))
    if letters == 0 or arabic < _MOSTLY * letters or _NO_ARABIC.search(sample):
        return False
    return len(_ARABIC.findall(sample)) >= max(1, _ENOUGH * len(sample.split()))
