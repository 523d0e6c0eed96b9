"""The site's own words in each language, with their plural forms and numbers."""

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal
from markupsafe import Markup

from tasjil.errors import PublishError
from tasjil.model.catalogue import Forms, read_catalogue
from tasjil.model.languages import Language

PACKAGE = "tasjil.publish"


class Phrases:
    """Says a phrase of the catalogue in one language.

    Phrases may hold simple HTML of our own; every value put into them is escaped.

    Example:
        >>> say = Phrases(Language.EN)
        >>> say("count.reports", n=1), say("count.reports", n=1200)
        (Markup('1 report'), Markup('1,200 reports'))
        >>> say("page.title", page="<b>", case="Lumenia")
        Markup('&lt;b&gt; · Lumenia')
    """

    def __init__(self, language: Language) -> None:
        """Read the language's catalogue."""
        self.language = language
        self._phrases = catalogue(language)
        self._plural = Locale.parse(language.value).plural_form

    def __call__(self, key: str, **values: object) -> Markup:
        """Say a phrase; `n` chooses its plural form.

        Raises:
            PublishError: The catalogue has no such phrase.
        """
        found = self._phrases.get(key)
        if found is None:
            raise PublishError(
                f"expected the phrase {key!r} in words/{self.language}.toml, found "
                "none; add it to every language"
            )
        if not isinstance(found, str):
            n = values.get("n", 0)
            form = self._plural(n) if isinstance(n, int) else "other"
            found = found.get(form, found["other"])
        if not values:
            return Markup(found)
        return Markup(found).format(**{k: said(v) for k, v in values.items()})

    def has(self, key: str) -> bool:
        """True where the catalogue has the phrase."""
        return key in self._phrases


def said(value: object) -> object:
    """Write a number with Western digits in every language; leave the rest alone.

    Example:
        >>> said(1401)
        '1,401'
    """
    return number(value) if isinstance(value, int) else value


@lru_cache(maxsize=4096)
def number(value: int) -> str:
    """Write a whole number with thousands marked, the same in both languages."""
    return format_decimal(value, locale="en")


@lru_cache(maxsize=len(Language))
def catalogue(language: Language) -> Mapping[str, str | Forms]:
    """Read one language's catalogue, its keys joined by dots."""
    return read_catalogue(PACKAGE, f"{language.value}.toml")


@lru_cache(maxsize=len(Language))
def definitions(language: Language) -> Mapping[str, str]:
    """Read a language's definitions of the model's lists; English has them there."""
    found = read_catalogue(PACKAGE, f"definitions-{language.value}.toml")
    return {key: value for key, value in found.items() if isinstance(value, str)}
