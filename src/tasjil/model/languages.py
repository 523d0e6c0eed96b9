"""The languages in which tasjil speaks to people."""

from enum import StrEnum


class Language(StrEnum):
    """A language that every page and every report is written in."""

    EN = "en"
    AR = "ar"

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, for a page's `dir`.

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
