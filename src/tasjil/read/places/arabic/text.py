"""A text in Arabic script cut into words, with the small words written onto them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06d3]+")
_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")
_GAP = re.compile(r"[ \u00a0]+[\"«“]?")
_LETTERS = str.maketrans("أإآٱىةؤئیک", "اااايهوييك")
_PROCLITICS = re.compile(r"(?:و?(?:لل|[بل])|و)(?=..)")
_TANWIN = "\N{ARABIC FATHATAN}"
_LEAST = 2


def has_arabic(text: str) -> bool:
    """True where a text has a word in Arabic script."""
    return _WORD.search(text) is not None


@dataclass(frozen=True, slots=True)
class Form:
    """A word, or what is left of it without "and", "in" or "to" before it.

    Attributes:
        start: Where it starts in the text.
        word: Folded; "لل" before a name is read as the article it swallowed.
        before: What was taken off: "و", "ب", "ول".
    """

    start: int
    word: str
    before: str = ""


class ArabicText:
    """Words of Arabic script with where they stand, folded as the list of places is."""

    def __init__(self, text: str) -> None:
        """Cut the text; words in other scripts are not seen."""
        self.text = text
        even = text.translate(_LETTERS)
        found = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(even)]
        self.tokens = [(start, end) for start, end, _ in found]
        self.words = [word for _, _, word in found]
        if _MARKS.search(even):
            self.words = [_MARKS.sub("", word) for word in self.words]

    def with_case_ending(self) -> frozenset[str]:
        """Words that bear the ending of "always" and "a boy", as no name does."""
        if _TANWIN not in self.text:
            return frozenset()
        return frozenset(
            word
            for word, (start, end) in zip(self.words, self.tokens, strict=True)
            if _TANWIN in self.text[start:end]
        )

    def word(self, index: int) -> str:
        """The folded word; empty outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def joined(self, index: int) -> bool:
        """True where only a space, and a quotation mark, parts it from the next."""
        if not 0 <= index < len(self.words) - 1:
            return False
        gap = self.text[self.tokens[index][1] : self.tokens[index + 1][0]]
        return gap == " " or _GAP.fullmatch(gap) is not None

    def forms(self, index: int) -> Iterator[Form]:
        """The word as it stands, then without what is written onto it."""
        if not 0 <= index < len(self.words):
            return
        word, start = self.words[index], self.tokens[index][0]
        yield Form(start, word)
        if word[:1] not in "وبل":
            return
        seen = {0}
        for taken in self._taken(word):
            if taken in seen or len(word) - taken < _LEAST:
                continue
            seen.add(taken)
            before, left = word[:taken], word[taken:]
            whole = "ال" + left if before.endswith("لل") else left
            yield Form(self._offset(index, taken), whole, before)

    def _taken(self, word: str) -> Iterator[int]:
        """How many letters before a word can be small words of their own."""
        most = _PROCLITICS.match(word)
        if most is None:
            return
        if word[0] == "و":
            yield 1
        yield most.end()

    def _offset(self, index: int, letters: int) -> int:
        """Where in the text the word goes on after so many letters."""
        at, end = self.tokens[index]
        while letters and at < end:
            letters -= not _MARKS.match(self.text, at)
            at += 1
        while at < end and _MARKS.match(self.text, at):
            at += 1
        return at
