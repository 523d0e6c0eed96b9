"""One number told in parts: by place ("30 in Tolmin") or by who ("4 women")."""

from collections.abc import Iterator

from spacy.tokens import Token

from tasjil.read.drafts.draft import Part
from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.text.phrases import is_number, is_person, is_plural

_OPENS = frozenset([":", "-", "--", "("])
_FILLERS = frozenset(
    ["and", "a", "an", "at", "least", ",", "the", "of", "them", "other"]
)


def parts_listed(mention: Mention) -> Iterator[VictimPhrase]:
    """People counted after a colon: "12 civilians: 4 women, 3 men and 5 children"."""
    last = mention.victims[0].head
    doc = last.doc
    if not is_plural(last) or not any(is_number(c) for c in last.lefts):
        return
    start = next((t.i for t in doc[last.i + 1 :] if t.text in _OPENS), None)
    if start is None:
        return
    for token in doc[start + 1 :]:
        if token.pos_ == "NOUN" and is_person(token) and _is_counted(token):
            yield VictimPhrase(token, Part.AMONG)
        elif not (is_number(token) or token.lower_ in _FILLERS or token.pos_ == "ADJ"):
            return


def _is_counted(token: Token) -> bool:
    """True where a number or an article stands before the noun."""
    return any(is_number(c) or c.lower_ in ("a", "an") for c in token.lefts)


def by_place(mention: Mention) -> Iterator[tuple[Token, Token]]:
    """Numbers that share the verb, each with the place it is told for.

    As in "52 were killed in Varesh, 30 in Tolmin and 12 in Drenova", or with the
    places first. Nothing is yielded where fewer than two numbers have a place.
    """
    doc = mention.trigger.doc
    found: list[tuple[Token, Token]] = []
    for token in doc:
        if token.tag_ == "CD" and token.i != mention.victims[0].head.i:
            place = _place_after(token) or _place_before(token)
            if place is not None:
                found.append((token, place))
    if len(found) >= 2 or (found and _place_after_trigger(mention)):
        yield from found


def _place_after(number: Token) -> Token | None:
    """The place in "30 in Tolmin"."""
    doc, i = number.doc, number.i
    if i + 2 < len(doc) and doc[i + 1].lower_ in ("in", "at", "near"):
        return doc[i + 2] if doc[i + 2].pos_ == "PROPN" else None
    return None


def _place_before(number: Token) -> Token | None:
    """The place in "in Tolmin 30,"."""
    doc, i = number.doc, number.i
    ends = i + 1 < len(doc) and doc[i + 1].is_punct
    if i >= 2 and ends and doc[i - 1].pos_ == "PROPN" and doc[i - 2].lower_ == "in":
        return doc[i - 1]
    return None


def _place_after_trigger(mention: Mention) -> bool:
    """True where the first number has its own place: "52 were killed in Varesh"."""
    return any(
        c.dep_ == "prep" and c.lower_ in ("in", "at", "near")
        for c in mention.verb.children
    )
