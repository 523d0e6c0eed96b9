"""Takes sentences from a catalogue of one language, and puts values into them."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from tasjil.errors import BadValue
from tasjil.model.catalogue import Forms, read_catalogue
from tasjil.model.languages import Language


class Phrases:
    """Says the phrases of one room's catalogue.

    Values are put in as they are: whoever writes HTML escapes the whole.

    Example:
        >>> say = Phrases("tasjil.estimate.refuse", Language.EN)
        >>> "no" in say
        False
    """

    def __init__(self, room: str, language: Language) -> None:
        """Read the catalogue `words/LANGUAGE.toml` of a package."""
        self.language = language
        self._room = room
        self._phrases = catalogue(room, language)
        self._plural = plural_form(language)

    def __contains__(self, key: str) -> bool:
        """True where the catalogue has the phrase."""
        return key in self._phrases

    def __call__(self, key: str, **values: object) -> str:
        """Say a phrase; `n` chooses its plural form.

        Args:
            key: The phrase's name, its parts joined by dots.
            values: What stands in its braces; numbers are written with Western
                digits and lists of words with the language's comma.

        Raises:
            BadValue: The catalogue has no such phrase, or not all its values came.
        """
        found = self._phrases.get(key)
        if found is None:
            raise BadValue(
                f"expected the phrase {key!r} in the words of {self._room} in "
                f"{self.language}, found none; add it to every language"
            )
        if not isinstance(found, str):
            n = values.get("n", 0)
            form = self._plural(n) if isinstance(n, int) else "other"
            found = found.get(form, found["other"])
        try:
            return found.format(**{key: self.value(v) for key, v in values.items()})
        except KeyError as missing:
            raise BadValue(f"expected {missing} for the phrase {key!r}") from None

    def value(self, value: object) -> str:
        """Write a value as it stands in a sentence."""
        if isinstance(value, str):
            return value
        if isinstance(value, (int, float)):
            return number(value)
        if isinstance(value, Iterable):
            return self.comma.join(self.value(each) for each in value)
        return str(value)

    @property
    def comma(self) -> str:
        """What stands between the words of a list."""
        return "، " if self.language is Language.AR else ", "


def number(value: float) -> str:
    """Write a number as a person reads it, with Western digits.

    Example:
        >>> number(10356.52), number(1.0312), number(0.00004), number(7)
        ('10,357', '1.03', '0.00004', '7')
    """
    if isinstance(value, int) or abs(value) >= 100:
        return f"{value:,.0f}"
    if 0 < abs(value) < 0.005:
        return f"{value:.5f}".rstrip("0").rstrip(".") or "0"
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Write a share as a percentage.

    Example:
        >>> percent(0.1234), percent(0.004), percent(1.0)
        ('12%', '0.4%', '100%')
    """
    part = 100 * share
    return f"{part:.1f}%" if 0 < part < 1 else f"{part:.0f}%"


@lru_cache(maxsize=16)
def catalogue(room: str, language: Language) -> Mapping[str, str | Forms]:
    """Read the catalogue of a room in one language, its keys joined by dots."""
    return read_catalogue(room, f"{language.value}.toml")


@lru_cache(maxsize=len(Language))
def plural_form(language: Language) -> Callable[[int], str]:
    """Give what names the plural form that a number takes in a language."""
    # Here, so that estimating without words does without its tables.
    from babel import Locale

    return Locale.parse(language.value).plural_form
