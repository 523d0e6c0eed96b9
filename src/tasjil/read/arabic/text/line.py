"""A sentence as its words and the marks between them, for rules that look both ways."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tasjil.read.arabic.text.words import Word

OPENING, CLOSING = frozenset("«“\"'("), frozenset("»”\"')")
_CLAUSE = frozenset("،,؛;:.!؟?—–|")
_PREFIXES = ("و", "ف")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one sentence, with what stands between them.

    Attributes:
        words: The words, in order.
        marks: The marks before each word, and those behind the last one.
        text: The sentence.
    """

    text: str
    words: tuple[Word, ...]
    marks: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> "Line":
        """The line of a sentence.

        Example:
            >>> from tasjil.read.arabic.text.words import words_of
            >>> told = "قال: «مات»."
            >>> Line.of(told, words_of(told)).marks
            ('', ':«', '».')
        """
        starts = [0, *(w.end for w in words)]
        ends = [*(w.start for w in words), len(text)]
        between = (text[a:b] for a, b in zip(starts, ends, strict=True))
        return cls(text, tuple(words), tuple("".join(m.split()) for m in between))

    def __len__(self) -> int:
        """How many words."""
        return len(self.words)

    def form(self, i: int) -> str:
        """The folded form of word `i`; nothing where there is no such word."""
        return self.words[i].form if 0 <= i < len(self.words) else ""

    def bare(self, i: int) -> str:
        """The form of word `i` without an "and" before it."""
        return bare(self.form(i))

    def one_of(self, i: int, forms: Iterable[str]) -> bool:
        """True where word `i` is one of these, "and" before it or not."""
        return self.form(i) in forms or self.bare(i) in forms

    def index(self, at: int) -> int:
        """The word at an offset, or the first one behind it."""
        return next((i for i, w in enumerate(self.words) if w.end > at), len(self))

    def breaks(self, i: int) -> bool:
        """True where a comma, a stop or a dash stands before word `i`."""
        return any(mark in _CLAUSE for mark in self.marks[i])

    def starts_clause(self, i: int) -> bool:
        """True at the head of the sentence, and behind a mark."""
        return i == 0 or bool(self.marks[i])

    def offset(self, i: int) -> int:
        """Where word `i` begins; the end of the sentence behind the last word."""
        return self.words[i].start if i < len(self.words) else len(self.text)


def bare(form: str) -> str:
    """A form without the "and" or "then" before it, where enough of it is left."""
    return form[1:] if form[:1] in _PREFIXES and len(form) > 2 else form
