"""The words of a written name: marks taken off, asides apart, families turned round."""

import re

from tasjil.link.names.kinds import SERVANTS, Kind
from tasjil.link.names.letters import without_digits
from tasjil.link.names.parts import kind_of

Words = tuple[str, ...]

_MARKS = re.compile(r"[.\-/\\,\"*?؟!:0-9٠-٩۰-۹(|+=&#<>~\u06d4]")
_BETWEEN = re.compile(r"[\s\-/\\!:|+=&#<>~\u06d4\")]+")
_NOTHING = re.compile(r"[?؟*]+|\d+")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)?|\"([^\"]*)\"")
_DOTS = re.compile(r"(?<=\w)\.(?=\w)")
_NO_LETTER = re.compile("[^A-Za-z]")


def words_of(plain: str) -> tuple[list[str], list[Words]]:
    """Divide a name into its words, and into what brackets and quotes say beside it.

    Args:
        plain: As letters.seen gives it.

    Example:
        >>> words_of('Darmani, Salim "Abu Khaled"')
        (['Salim', 'Darmani'], [('Abu', 'Khaled')])
    """
    if not _MARKS.search(plain):
        return plain.split(), []
    plain = without_digits(plain)
    asides = []
    for inside in _IN_BRACKETS.finditer(plain):
        words = _BETWEEN.sub(" ", inside[1] or inside[2] or "").split()
        own = tuple(word for word in words if kind_of(word) in _NICKNAMES)
        if own:
            asides.append(own)
    return _words(_IN_BRACKETS.sub(" ", plain)), asides


_NICKNAMES = frozenset(
    {Kind.NAME, Kind.PARENT, Kind.ARTICLE, Kind.ENDING, Kind.PEOPLE, Kind.PARTICLE}
    | set(SERVANTS)
)


def _words(plain: str) -> list[str]:
    """Divide into words; "Family, Given" is turned round, N.N. is one word.

    "Family, ?" tells the family, and neither given name nor father.
    """
    if plain.isascii() and kind_of(_NO_LETTER.sub("", plain) or "-") is Kind.NOBODY:
        return []
    plain = plain.replace(".", " ") if plain.isupper() else _DOTS.sub(". ", plain)
    before, comma, after = plain.partition(",")
    if comma and _has_name(before) and _has_name(after):
        plain = f"{after} {before}"
    elif comma and "?" in after and _has_name(before):
        plain = f"? ? {before}"
    marked = _NOTHING.sub(" ?? ", plain.replace(",", " "))
    return [word for word in _BETWEEN.sub(" ", marked).split() if word != "."]


def _has_name(text: str) -> bool:
    words = _BETWEEN.sub(" ", text).split()
    return any(kind_of(word) not in (Kind.TITLE, Kind.NOBODY) for word in words)
