"""The words of the desks, each room's own under its name, in both languages."""

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale
from markupsafe import Markup

from tasjil.errors import PublishError
from tasjil.model.catalogue import Forms, read_catalogue
from tasjil.model.languages import Language
from tasjil.publish.outside import shown, told
from tasjil.publish.phrases import Phrases, said
from tasjil.publish.sentences import in_english
from tasjil.web.page.desks import ROOMS
from tasjil.web.page.sentences import Book, is_arabic


class Words:
    """Says a phrase of the desks, or else of the published pages, in one language.

    Example:
        >>> Words(Language.EN)("home.title")
        Markup('Home')
    """

    def __init__(self, language: Language) -> None:
        """Read the catalogues."""
        self.language = language
        self._own = catalogue(language)
        self._published = Phrases(language)
        self._plural = Locale.parse(language.value).plural_form
        self._book = Book(self._role)

    def __call__(self, key: str, **values: object) -> Markup:
        """Say a phrase; `n` chooses its plural form; values are escaped.

        Raises:
            PublishError: No catalogue has such a phrase.
        """
        found = self._own.get(key)
        if found is None:
            return self._published(key, **values)
        if not isinstance(found, str):
            n = values.get("n", 0)
            form = self._plural(n) if isinstance(n, int) else "other"
            found = found.get(form, found["other"])
        if not values:
            return Markup(found)
        return Markup(found).format(**{k: said(v) for k, v in values.items()})

    def sentence(self, words: str) -> Markup:
        """Say what the program said in English: why it refused, what a job failed on.

        What is in the language of the page already stays as it is. What nobody has
        said in Arabic yet is shown as the program says it, marked as English.

        Example:
            >>> Words(Language.AR).sentence("expected a reason (because), got none")
            Markup('لا بد من ذكر السبب، ولم يُذكر؛ اكتب السبب')
        """
        if isinstance(words, Markup):
            return words
        if self.language is Language.EN or is_arabic(words):
            return shown(words)
        found = self._book.said(words)
        if found is None:
            return self("error.as_said", words=in_english(words))
        return found

    def remark(self, words: str) -> Markup:
        """Say what the program noted beside its work, or show it in English."""
        if self.language is Language.EN or is_arabic(words):
            return told(words)
        return self._book.said(words) or in_english(words)

    def _role(self, name: str) -> Markup | None:
        return self(f"role.{name}") if self.has(f"role.{name}") else None

    def has(self, key: str) -> bool:
        """True where there is such a phrase."""
        return key in self._own or self._published.has(key)


@lru_cache(maxsize=len(Language))
def words_in(language: Language) -> Words:
    """Give the words of a language, read once."""
    return Words(language)


@lru_cache(maxsize=len(Language))
def catalogue(language: Language) -> Mapping[str, str | Forms]:
    """Read all rooms' catalogues of a language.

    Raises:
        PublishError: Two rooms have the same key.
    """
    name = f"{language.value}.toml"
    found = dict(read_catalogue("tasjil.web.page", name))
    for room in ROOMS:
        for key, phrase in read_catalogue(room.package, name).items():
            whole = f"{room.name}.{key}"
            if whole in found:
                raise PublishError(
                    f"expected one phrase {whole!r}, found two; rename the one in the "
                    "words of all desks"
                )
            found[whole] = phrase
    return found
