"""Who passed a figure on, where a report says so in a sentence of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tasjil.model.claim import Teller
from tasjil.model.sources import SourceKind
from tasjil.read.drafts.draft import Draft
from tasjil.read.english.tellers.attribution import kind_of
from tasjil.read.english.text.lexicon import words

_NAME = re.compile(
    r"(?:[A-Z][\w'’&-]*|[0-9]+(?=\s+[A-Z]))(?:\s+(?:[A-Z][\w'’&-]*|[0-9]{2,3}\b))*"
)
_QUOTED = re.compile(r"\b(?:quoted|cited)\s+by\s+[A-Z]")
_WORD = re.compile(r"[^\W_]+")


def relays(
    sentence: str, kinds: Mapping[str, SourceKind]
) -> Iterator[tuple[int, Teller]]:
    """Outlets that a sentence says passed a figure on, with where they stand.

    Example:
        >>> [t.text for _, t in relays("Tolmin News carried the statement.", {})]
        ['Tolmin News']
    """
    said = {w.lower() for w in _WORD.findall(sentence)}
    passed = said & words("tellers", "relaying") and said & words("tellers", "relayed")
    if not passed and not _QUOTED.search(sentence):
        return
    for match in _NAME.finditer(sentence):
        name = match[0].removesuffix("'s").removesuffix("’s")
        if kind_of(name, kinds) is SourceKind.MEDIA:
            yield match.start(), Teller(name, SourceKind.MEDIA)


def add_relays(
    drafts: Sequence[Draft],
    sentences: Sequence[str],
    kinds: Mapping[str, SourceKind],
    publisher: Teller | None,
) -> None:
    """Put those who passed a figure on between its first teller and the publisher."""
    if publisher is None:
        return
    found = [t for text in sentences for _, t in relays(text, kinds)]
    between = [t for t in found if not same_outlet(t.text, publisher.text)]
    for draft in drafts:
        own = list(draft.attribution[:-1])
        if not own:
            continue
        for each in between:
            if not any(same_outlet(each.text, t.text) for t in own):
                own.append(each)
        draft.attribution = (*own, publisher)


def same_outlet(a: str, b: str) -> bool:
    """True where two names can be one: the same words, some of them, or initials.

    Example:
        >>> same_outlet("LBC", "LBC Group"), same_outlet("TNA", "Tolmin News Agency")
        (True, True)
    """
    first, second = _key(a), _key(b)
    if not first or not second:
        return a == b
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return _initials(first) == "".join(second) or _initials(second) == "".join(first)


def _key(text: str) -> list[str]:
    small = ("the", "of", "for", "and")
    return [w.lower() for w in _WORD.findall(text) if w.lower() not in small]


def _initials(found: Sequence[str]) -> str:
    return "".join(w[0] for w in found) if len(found) > 1 else ""
