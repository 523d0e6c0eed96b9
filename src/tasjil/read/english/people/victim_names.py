"""The names of victims: in their phrase, set beside it, or listed behind it."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tasjil.read.english.people.finds import Finds, Span
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import is_name, is_plural, lemma, phrase
from tasjil.read.name_words import KIN

_OWNERS = re.compile(r"\b(?:of|by|from|with)\b|'s\b")
_NAMED = frozenset(["named", "called", "identified"])
_NAMING = frozenset(["oprd", "dobj", "pobj", "attr"])


def names_of(
    head: Token, span: Span, finds: Finds, listed: Sequence[Span]
) -> tuple[tuple[str, ...], list[Span]]:
    """Names in the phrase, set beside it by a comma or "named", or listed behind it.

    "(Umm Tamo)" behind a name is the same person's second name, and nobody new.
    """
    places = [(head, span)]
    if not is_name(head) or is_plural(head):
        beside = list(_names_beside(head))
        if _is_one(head):  # "his wife Mira and their children Jan": only Mira is hers
            beside = sorted(beside, key=lambda each: abs(each.i - head.i))[:1]
        places += [(each, _whole(each)) for each in beside]
    found: dict[str, Span] = {}
    for token, where in places:
        for name, at in _name_at(token, where, finds):
            found.setdefault(name, at)
    for start, end in () if _is_one(head) and found else listed:
        text = text_of(head.doc)[start:end]
        if not any(written_alike(text, name) for name in found):
            found[text] = (start, end)
    second = {n.value.also: n for n in finds.names if n.value.also}
    kept = {name: at for name, at in found.items() if name not in second}
    for name in found if not kept else ():
        first = second[name]
        kept[first.value.name] = (first.start, first.start + len(first.value.name))
    return tuple(kept), list(kept.values())


def _is_one(head: Token) -> bool:
    """True for a noun that one person bears: "wife", not "couple" or "sons"."""
    several = words("people", "collective") | {"family", "couple"}
    return not (is_name(head) or is_plural(head) or lemma(head) in several)


def written_alike(name: str, other: str) -> bool:
    """True for a name and the front of it; "Tamo Omar Halqi" is Omar Halqi's son.

    Example:
        >>> written_alike("Omar Halqi", "Omar"), written_alike("Omar Halqi", "Halqi")
        (True, True)
        >>> written_alike("Omar Halqi", "Tamo Omar Halqi")
        False
    """
    short, full = sorted((name, other), key=len)
    return full.startswith(short) or (" " not in short and short in full)


def _named_within(head: Token, span: Span, finds: Finds) -> Iterator[tuple[str, Span]]:
    """A name that the phrase ends with, where the parse took it for something else."""
    text = text_of(head.doc)
    for name in finds.names:
        at = name.start, name.end
        owned = _OWNERS.search(text, span[0], at[0])
        if span[0] <= at[0] and abs(at[1] - span[1]) <= 1 and owned is None:
            yield name.text, at


def _names_beside(head: Token) -> Iterator[Token]:
    """Names set beside a noun: "her husband, Anton", "a man named Anton"."""
    for child in head.children:
        if child.dep_ in ("appos", "oprd") and is_name(child):
            yield from _name_list(child)
        elif child.dep_ == "acl" and child.lower_ in _NAMED:
            for near in (child, *child.children):
                for inner in near.children:
                    if inner.dep_ in _NAMING and is_name(inner):
                        yield from _name_list(inner)


def _whole(token: Token) -> Span:
    """Where the phrase of a name stands."""
    first, last = phrase(token)
    return first.idx, last.idx + len(last)


def _name_list(token: Token) -> list[Token]:
    """A name and the names listed with it."""
    found = [token]
    for child in token.children:
        if child.dep_ in ("conj", "appos") and is_name(child):
            found += _name_list(child)
    return found


def _name_at(token: Token, span: Span, finds: Finds) -> list[tuple[str, Span]]:
    """The person's name that holds this token: the fuller of two readings of it."""
    if not is_name(token):
        return []
    own = run_of_capitals(token)
    for name in finds.names:
        if name.start <= token.idx < name.end:
            at = name.text.find(name.value.name)
            if at < 0:  # another spelling stands inside: "Omar (Umar) Halqi"
                return [(name.text, (name.start, name.end))]
            start = name.start + at
            if own and len(own[0][0]) > len(name.value.name):
                return own
            return [(name.value.name, (start, start + len(name.value.name)))]
    return own


def run_of_capitals(token: Token) -> list[tuple[str, Span]]:
    """A name the grammar did not know: capitals up to the head, titles left out."""
    run = [token]
    while (
        run[0].i > 0 and _joins(run[0].nbor(-1)) and run[0].nbor(-1).sent == token.sent
    ):
        run.insert(0, run[0].nbor(-1))
    while len(run) > 1 and (
        lemma(run[0]) in words("people", "title")
        or not run[0].text[:1].isupper()
        or _is_role(run[0])
    ):
        run.pop(0)
    start, end = run[0].idx, run[-1].idx + len(run[-1])
    text = text_of(token.doc)[start:end]
    return [(text, (start, end))] if re.search(r"[^\W\d_]{2}", text) else []


def _is_role(token: Token) -> bool:
    """True for a trade or a tie written before a name: "Brothers Karim and Idris"."""
    kinds = ("civilian", "security", "fighter", "kin")
    bases = {lemma(token), token.lower_.removesuffix("s")}
    return any(bases & words("people", kind) for kind in kinds) or bool(bases & KIN)


def _joins(token: Token) -> bool:
    """True for a word that can stand inside a name."""
    return (token.pos_ == "PROPN" and token.text[:1].isupper()) or token.lower_ in (
        "al",
        "de",
        "del",
        "la",
        "bin",
        "ibn",
        "abu",
        "-",
        "y",
    )
