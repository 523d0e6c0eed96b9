"""Says in Arabic what other rooms say in English: refusals, and what jobs note.

An error keeps its one English sentence, as a terminal prints it and a queue keeps it.
Here each such sentence stands once more, with gaps for what is put into it, beside its
Arabic: `words/sentences`, a file a room. A test knows which sentences there are.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup

from tasjil.publish.outside import told
from tasjil.publish.sentences import (
    Saying,
    Sentence,
    book_of,
    in_arabic,
    in_english,
    sentences,
)

LONGEST = 4000
"""Letters of a sentence that is looked for; a longer one quotes far too much."""

_BETWEEN = re.compile(r", | or | and ")
_A = re.compile(r"^an? ")


class Book:
    """What the program says in English, and its Arabic."""

    def __init__(self, role: Callable[[str], Markup | None]) -> None:
        """Open the book.

        Args:
            role: Names a role, as the pages do; None for what is none.
        """
        self._role = role
        self._saying: Saying = {
            **dict.fromkeys(
                ("ours", "why", "deed", "who", "before", "after"), self._part
            ),
            **dict.fromkeys(("role", "roles", "shared"), self._listed),
            "english": in_english,
        }

    def said(self, words: str) -> Markup | None:
        """Say a sentence in Arabic; None where the book has none that fits.

        What stands before a colon is a file's name, where only the rest is known.
        """
        if len(words) > LONGEST:
            return None
        found = in_arabic(words, desk_sentences(), self._saying)
        name, colon, rest = words.partition(": ")
        if found is None and colon:
            of_it = in_arabic(rest, desk_sentences(), self._saying)
            return None if of_it is None else told(name) + Markup(": ") + of_it
        return found

    def _part(self, words: str) -> Markup:
        """Say what stands in a sentence and is one itself, or a word of ours."""
        return self.said(words) or in_english(words)

    def _listed(self, words: str) -> Markup:
        """Say each of several, as "a guest" or "lead, verifier or analyst"."""
        names = _BETWEEN.split(_A.sub("", words))
        return Markup("، ").join(self._role(each) or self._part(each) for each in names)


@lru_cache(maxsize=1)
def desk_sentences() -> tuple[Sentence, ...]:
    """Read those of the desks; those of the published pages serve too."""
    folder = files("tasjil.web.page").joinpath("words", "sentences")
    found = sorted(folder.iterdir(), key=lambda each: each.name)
    return *book_of(each.read_text(encoding="utf-8") for each in found), *sentences()


def is_arabic(words: str) -> bool:
    """Tell whether words begin in Arabic.

    Example:
        >>> is_arabic("«لا» تكفي"), is_arabic("expected a reason, found «لا»")
        (True, False)
    """
    first = next((each for each in words if each.isalpha()), "")
    return unicodedata.name(first, "").startswith("ARABIC")
