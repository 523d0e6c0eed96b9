"""Texts of the site that exist in one language or in both."""

from dataclasses import dataclass

from tasjil.model.languages import Language


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in English, and in Arabic where somebody wrote it.

    Example:
        >>> Bilingual("Lumenia").said_in(Language.AR)
        ('Lumenia', <Language.EN: 'en'>)
    """

    en: str
    ar: str | None = None

    def said_in(self, language: Language) -> tuple[str, Language]:
        """Give the text and the language it is really in."""
        if language is Language.AR and self.ar:
            return self.ar, Language.AR
        return self.en, Language.EN
