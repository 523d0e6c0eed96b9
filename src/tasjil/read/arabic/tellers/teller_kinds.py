"""What sort of teller the words of an Arabic report name."""

import re
from collections.abc import Mapping
from functools import cache

from tasjil.model.claim import Teller
from tasjil.model.sources import SourceKind
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.lexicon import table

_OFFICE = "office"
_WINS = SourceKind.UN
_BEFORE = r"(?<!\w)[وف]?(?:[بلك]?(?:ال)?|لل)"


@cache
def _patterns() -> dict[SourceKind, re.Pattern[str]]:
    """For each kind a pattern of its words, with or without an article."""
    return {
        SourceKind(kind): re.compile(rf"{_BEFORE}(?:{_alternatives(raw)})ا?(?!\w)")
        for kind, raw in table("teller_kinds").items()
        if kind != _OFFICE
    }


@cache
def _office() -> re.Pattern[str]:
    """Words for one who speaks for an office that nothing more is told of."""
    return re.compile(rf"{_BEFORE}(?:{_alternatives(table('teller_kinds')[_OFFICE])})")


def _alternatives(raw: str) -> str:
    """The words of a kind, the longest first; each word of a phrase may have "the"."""
    parts = sorted((folded(p).strip() for p in raw.split(",")), key=len, reverse=True)
    return "|".join(r"\s+(?:ال)?".join(p.split()) for p in parts)


def kind_of(text: str, sources: Mapping[str, SourceKind]) -> SourceKind:
    """What sort of teller these words name; the case's own sources go first.

    An Arabic phrase begins with its head, so the first word of any kind decides; the
    United Nations win over what their offices are called.

    Example:
        >>> kind_of("مصدر في الشرطة", {}).value, kind_of("طبيب في الجيش", {}).value
        ('security', 'medical')
    """
    form = folded(text)
    for name, kind in sources.items():
        if re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", form):
            return kind
    found = {
        kind: match.start()
        for kind, pattern in _patterns().items()
        if (match := pattern.search(form)) is not None
    }
    if _WINS in found:
        return _WINS
    if found:
        return min(found, key=lambda k: found[k])
    return SourceKind.GOVERNMENT if _office().search(form) else SourceKind.UNKNOWN


def teller(text: str, about: str, sources: Mapping[str, SourceKind]) -> Teller:
    """One link of a chain, its kind read from the words and from those beside it."""
    words = " ".join(text.split())
    kind = kind_of(words, sources)
    if kind is SourceKind.UNKNOWN and about:
        kind = kind_of(about, sources)
    return Teller(words, kind)


def publisher(name: str, sources: Mapping[str, SourceKind]) -> Teller:
    """The last link: media, unless its name says otherwise."""
    kind = kind_of(name, sources)
    return Teller(name, SourceKind.MEDIA if kind is SourceKind.UNKNOWN else kind)
