"""The languages of the site, and texts that exist in one or both of them."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language the whole site is written in."""

    EN = "en"
    AR = "ar"

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, for the page's `dir`.

        Example:
            >>> Language.AR.direction
            'rtl'
        """
        return "rtl" if self is Language.AR else "ltr"

    @property
    def other(self) -> "Language":
        """The language of a page's twin."""
        return Language.EN if self is Language.AR else Language.AR

    @property
    def own_name(self) -> str:
        """What the language calls itself."""
        return "العربية" if self is Language.AR else "English"


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
