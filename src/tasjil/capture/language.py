"""The language a report is in: worked out from its script and words, or left open."""

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from tasjil.capture.scripts import main_script

_LANGUAGES = (
    "en",
    "ar",
    "fr",
    "es",
    "de",
    "it",
    "pt",
    "tr",
    "fa",
    "ur",
    "ru",
    "uk",
    "he",
)
_BY_SCRIPT: dict[str, frozenset[str]] = {
    "LATIN": frozenset({"en", "fr", "es", "de", "it", "pt", "tr"}),
    "ARABIC": frozenset({"ar", "fa", "ur"}),
    "CYRILLIC": frozenset({"ru", "uk"}),
    "HEBREW": frozenset({"he"}),
}
_SAMPLE = 500
_FEWEST_LETTERS = 40
_MOST_CERTAIN = 0.8
_ONE_SCRIPT = 0.75
_BLANKS = re.compile(r"[\W\d_]+")
_SORANI = re.compile("[ڕڵێۆە]")


def work_out_language(text: str) -> str | None:
    """Name the language of a text in two letters; None for short or mixed text.

    Example:
        >>> work_out_language("Three people were killed in the village on Friday.")
        'en'
        >>> work_out_language("Beirut") is None
        True
    """
    sample = _BLANKS.sub(" ", _from_the_middle(text)).strip()
    if len(sample.replace(" ", "")) < _FEWEST_LETTERS:
        return None
    script, share = main_script(sample)
    if share < _ONE_SCRIPT or script not in _BY_SCRIPT:
        return None
    if script == "ARABIC" and len(_SORANI.findall(sample)) > len(sample) / 50:
        return "ku"
    language, certainty = _identifier().classify(sample.lower())
    sure = certainty >= _MOST_CERTAIN and language in _BY_SCRIPT[script]
    return str(language) if sure else None


def fits_script(language: str, text: str) -> bool:
    """False where a text claims a language that is not written in its letters.

    Example:
        >>> fits_script("en", "قتل ثلاثة أشخاص في القرية يوم الجمعة")
        False
    """
    script, share = main_script(text[: 4 * _SAMPLE])
    expected = [name for name, group in _BY_SCRIPT.items() if language in group]
    return not expected or share < _ONE_SCRIPT or script in expected


def _from_the_middle(text: str) -> str:
    """Take a sample past the headers, where a text is long enough to have both."""
    start = min(max(0, len(text) - _SAMPLE), 400)
    return text[start : start + _SAMPLE]


@functools.cache
def _identifier() -> LanguageIdentifier:
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(_LANGUAGES))
    return found
