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
_SAMPLE = 4000
_MOSTLY = 0.6
_ENOUGH = 0.12


def language_of(report: Report) -> str | None:
    """The report's language; what reads as English in Latin letters is taken as that.

    Returns:
        A two-letter code, or None where nothing tells.
    """
    if report.language:
        return report.language.lower().split("-")[0]
    return "en" if looks_english(report.text) else None


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
