"""Places no list has, told by strong words: "the village of Varesh", "Tolmin camp"."""

import re
from collections.abc import Iterator

from tasjil.model.places import PlaceLevel, Precision, Where
from tasjil.read.found import Found
from tasjil.read.name_words import given_names
from tasjil.read.places.cues import AFTER_NAME, IN_A_TOWN, LEVELS, STRONG, precision_at
from tasjil.read.places.latin_text import LatinText
from tasjil.read.places.nationalities import nationalities
from tasjil.read.places.never import (
    DIRECTIONS,
    FUNCTION_WORDS,
    NEVER,
    NOT_AFTER,
    NOT_IN_A_NAME,
    TIME_WORDS,
)

_PARTICLE = r"(?:[aA]l|[eE]l|de|del|la|las|los|of|e[sznrd]|a[sznrdt]|ash|bin|y|al)"
_NAME = (
    r"(?:(?:[aeAE][a-z]{1,2}-|d[’'])?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'ʿʾ`-]*"
    rf"(?:\s+(?:{_PARTICLE}[\s-]+)*(?:[aeAE][a-z]{{1,2}}-)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'ʿʾ`-]*)"
    r"{0,3})"
)
_CAPS_NAME = r"(?:[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*){0,3})"


def _kinds(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NO_KIND_AFTER = {"coast", "department", "departments"}
_AFTER = re.compile(
    rf"\b(?P<kind>(?i:{_kinds(STRONG)}))\s+(?:of|called|named)\s+(?P<name>{_NAME})"
)
_BEFORE = re.compile(
    rf"(?P<name>{_NAME})\s+(?P<kind>(?i:{_kinds(AFTER_NAME - _NO_KIND_AFTER)}))\b"
)
_CAPS_AFTER = re.compile(
    rf"\b(?P<kind>(?i:{_kinds(STRONG)}))\s+OF\s+(?P<name>{_CAPS_NAME})"
)
_INSIDE = "|".join(sorted(IN_A_TOWN))
_LOCATIVE = re.compile(
    rf"\b(?P<how>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)(?:\s+the\s+(?:{_INSIDE})\s+of)?\s+(?P<name>{_NAME})"
    r"(?=\s*[,.;:)(\n]|\s+[a-z0-9]|\s*$)(?![’'])"
)
_POSSESSED = ("'s", "’s", "'", "’", "`s")
_NO_PLACE = NEVER | NOT_IN_A_NAME | NOT_AFTER | TIME_WORDS | FUNCTION_WORDS
_POSSESSIVE = re.compile(r"[’']s?\b(?:\s|$)")
_QUICK = re.compile(rf"\b(?:{_kinds(STRONG | AFTER_NAME)})\b")


def unlisted(text: LatinText) -> Iterator[Found[Where]]:
    """Names beside a strong word, with the level it tells and no coordinates."""
    if _QUICK.search(text.lower):
        for pattern in (_CAPS_AFTER,) if text.shouts else (_AFTER, _BEFORE):
            for match in pattern.finditer(text.text):
                found = _found(text.text, match, before=pattern is _BEFORE)
                if found is not None:
                    yield found
    if not text.shouts:
        yield from _after_in(text.text)


def _after_in(text: str) -> Iterator[Found[Where]]:
    """A capitalised name that no list has, right behind "in" or "near"."""
    for match in _LOCATIVE.finditer(text):
        words = match["name"].split()
        if match["name"].endswith(_POSSESSED):
            continue
        plain = [word.lower().strip("’'.,-") for word in words]
        if any(_is_no_name(w) for w in plain) or plain[-1] in DIRECTIONS:
            continue
        if plain[0] in given_names() or (len(words) == 1 and words[0].isupper()):
            continue
        inside = match["how"].lower() in ("in", "at")
        near = Precision.AT if inside else Precision.NEAR
        level = LEVELS.get(plain[-1], PlaceLevel.UNKNOWN)
        where = Where(match["name"], level=level, precision=near)
        yield Found.at(text, *match.span("name"), where)


def _is_no_name(word: str) -> bool:
    """True for a word that is in no place's name; "Port" and "Upper" may open one."""
    if word in DIRECTIONS:
        return False
    return word in _NO_PLACE or word in nationalities()


def _found(text: str, match: re.Match[str], *, before: bool) -> Found[Where] | None:
    start, end = match.span("name")
    words = list(re.finditer(r"\S+", text[start:end]))
    kept = _without_small_words(words, from_end=before)
    if not kept:
        return None
    first, last = start + kept[0].start(), start + kept[-1].end()
    level = LEVELS[match["kind"].lower()]
    if before:
        last = match.end("kind")
    name = text[first : start + kept[-1].end()]
    tied = precision_at(text.lower(), first, last)
    where = Where(text[first:last], level=level, precision=tied)
    if _POSSESSIVE.search(name):
        return None
    if before and level is not PlaceLevel.SITE and len(name) < 3:
        return None
    return Found.at(text, first, last, where)


def _without_small_words(
    words: list[re.Match[str]], *, from_end: bool
) -> list[re.Match[str]]:
    """The run of words next to the kind that can be a name."""
    kept: list[re.Match[str]] = []
    for word in reversed(words) if from_end else words:
        plain = word[0].lower().strip("’'.,-")
        if plain in NOT_IN_A_NAME or (plain in NEVER and not kept):
            break
        kept.append(word)
    if from_end:
        kept.reverse()
    while kept and kept[0][0].lower() in NEVER | NOT_IN_A_NAME:
        kept.pop(0)
    return kept
