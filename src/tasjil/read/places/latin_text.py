"""A text in Latin script cut into words, with what is asked of them again and again."""

import re

from tasjil.read.lowered import is_all_caps, lowered

_TOKEN = re.compile(r"[^\W_]+(?:['’‘ʿʾ`´](?![sS]\b)[^\W_]+)*")
_GAP = re.compile(r"[ \t]*\n?[ \t]*|[-‐‑–]|\. ?")


class LatinText:
    """A text cut into tokens, with what is asked of its words again and again."""

    def __init__(self, text: str) -> None:
        """Cut the text into tokens and see whether it is all capitals."""
        self.text = text
        self.lower = lowered(text)
        self.tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
        self.shouts = is_all_caps(text)

    def word(self, index: int) -> str:
        """The token in lower case; empty outside the text."""
        if not 0 <= index < len(self.tokens):
            return ""
        start, end = self.tokens[index]
        return self.lower[start:end]

    def capital(self, index: int) -> bool:
        """True where a token may belong to a name."""
        if not 0 <= index < len(self.tokens):
            return False
        return self.text[self.tokens[index][0]].isupper()

    def joined(self, index: int) -> bool:
        """True where nothing but a space, hyphen or line end parts it from the next."""
        if not 0 <= index < len(self.tokens) - 1:
            return False
        gap = self.text[self.tokens[index][1] : self.tokens[index + 1][0]]
        return gap == " " or _GAP.fullmatch(gap) is not None

    def touches(self, index: int) -> bool:
        """True where only a space or a hyphen parts it from the next: one name."""
        if not 0 <= index < len(self.tokens) - 1:
            return False
        gap = self.text[self.tokens[index][1] : self.tokens[index + 1][0]]
        return gap == "-" or gap.isspace()

    def opens(self, index: int) -> bool:
        """True for the first word of a sentence, whose capital says nothing."""
        if index == 0:
            return True
        gap = self.text[self.tokens[index - 1][1] : self.tokens[index][0]]
        return any(c in gap for c in '.!?:;"“”•*\n—') and not gap.isspace()
