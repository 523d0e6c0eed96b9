"""Makes names of lists harmless on a page: escaped, isolated, hidden signs shown."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from tasjil.model.hidden_signs import visible

_LATIN = (
    r"sha256:\w+|(?<![\w-])--[a-z][\w-]*(?: [a-z]+)?"
    r"|Gamma\([^)]*\)|\([A-Z][ -'*-~]*\d{4}\)"
)
"""What runs from left to right in every language: digests, options, papers."""


def told(text: str) -> Markup:
    """Isolate a name from outside, so that it cannot turn the line around it.

    Example:
        >>> told("a <b>")
        Markup('<bdi>a &lt;b&gt;</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(visible(text))


def drawn(text: str, most: int = 40) -> str:
    r"""Write a name for a drawing, which has no `<bdi>`: isolated, and cut if long.

    Example:
        >>> drawn("abcdef", 4) == "\u2068abc…\u2069"
        True
    """
    seen = visible(text)
    cut = seen if len(seen) <= most else f"{seen[: most - 1]}…"
    return f"\u2068{cut}\u2069"


class Isolating:
    """Writes sentences as HTML, with every name that stands in them isolated.

    Example:
        >>> Isolating(["EXH"])("Without EXH & others")
        Markup('Without <bdi>EXH</bdi> &amp; others')
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Remember names that strangers gave: of lists, strata, columns."""
        known = sorted({visible(each) for each in names if each}, key=len, reverse=True)
        words = "|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in known)
        self._parts = re.compile(f"({words}|{_LATIN})" if words else f"({_LATIN})")
        self._names = frozenset(known)

    def __call__(self, sentence: str) -> Markup:
        """Write a sentence."""
        pieces = self._parts.split(visible(sentence))
        return Markup("").join(self._piece(each) for each in pieces)

    def _piece(self, text: str) -> Markup:
        if text in self._names:
            return Markup("<bdi>{}</bdi>").format(text)
        if text and self._parts.fullmatch(text):
            return Markup('<bdi dir="ltr">{}</bdi>').format(text)
        return escape(text)
