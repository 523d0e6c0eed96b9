"""Where a text in Latin script may name a place: capitals, longest known name first."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasjil.read.name_words import SURNAMES, TITLES, given_names
from tasjil.read.places.cues import (
    AFTER_NAME,
    COUNTRYSIDE_AFTER,
    COUNTRYSIDE_BEFORE,
    IN_ITS_TOWN,
    KIND_AFTER,
    KIND_BEFORE,
    KINDS,
    LEVELS,
    precision_at,
)
from tasjil.read.places.folding import ARTICLES, folded, without_article
from tasjil.read.places.latin_text import LatinText
from tasjil.read.places.nationalities import nationalities
from tasjil.read.places.never import (
    DIRECTIONS,
    FUNCTION_WORDS,
    NEVER,
    NOT_AFTER,
    OFTEN_A_WORD,
    PREPOSITIONS,
    TIME_WORDS,
)
from tasjil.read.places.romanised import other_spellings
from tasjil.read.places.spot import LONGEST, Names, Spot

_OF_NAMES = frozenset(("de", "del", "dos", "da"))
_BETWEEN = DIRECTIONS | {"the", "al", "el"}
"""What may stand between "in" and a name: "in rural Hama"."""

_DATELINE = re.compile(r"\s*[,(—–-]")


def spots(text: LatinText, names: Names) -> Iterator[Spot]:
    """Known names, longest first, without those that only look like places."""
    index, count, done = 0, len(text.tokens), 0
    while index < count:
        length, key = _longest(text, index, names)
        free = text.tokens[index][0] >= done
        if length and free and _is_place(text, index, length, key, names):
            spot = _with_kind(text, index, length, key)
            done = spot.longer or spot.kind_end or spot.end
            yield spot
        index += length or 1


def _longest(text: LatinText, index: int, names: Names) -> tuple[int, str]:
    """How many tokens from here make a known name, and its folded key."""
    if not _may_begin(text, index, names):
        return 0, ""
    word = text.word(index)
    bare = word in ARTICLES
    reach = 1
    while reach < LONGEST and text.joined(index + reach - 1):
        reach += 1
    start = text.tokens[index][0]
    first_small = not text.capital(index) and word not in ARTICLES
    for length in range(reach, 0, -1):
        last = index + length - 1
        key = folded(text.text[start : text.tokens[last][1]])
        if first_small or (length > 1 and not text.capital(last)):
            if names.has_small(key):
                return length, key
            continue
        if names.has(key):
            return length, key
        without = without_article(key) if bare else None
        if without and names.has(without):
            return length, without
        other = next(filter(names.has, other_spellings(without or key)), None)
        if other is not None:
            return length, other
    return 0, ""


def _may_begin(text: LatinText, index: int, names: Names) -> bool:
    """True where a name of the list can begin: quick, for most words cannot."""
    word = text.word(index)
    if names.begins_small(word):
        return True
    article = word in ARTICLES and not text.shouts
    if not text.capital(index + 1 if article else index):
        return False
    if text.shouts and word in FUNCTION_WORDS:
        return False
    plain = word.isascii() and word.isalpha() and not article
    return not plain or names.begins(word)


def _is_place(
    text: LatinText,
    index: int,
    length: int,
    key: str,
    names: Names,
) -> bool:
    """False for names that are no place here: a word, a person, an organisation."""
    if names.has_small(key):
        return True
    if key in NEVER or key in nationalities():
        return False
    if length > 1 and all(w in NEVER or w in KINDS for w in key.split()):
        return False  # "the capital city"
    before, after = index - 1, index + length
    cued = _cued(text, index, after)
    if _looks_like_name(text, before, after, key):
        return False
    if not cued and _in_longer_name(text, before, after):
        return False
    if key in OFTEN_A_WORD or key in given_names() or key in SURNAMES:
        return cued
    if length == 1 and names.needs_cue(key):
        return cued or not (text.shouts or text.opens(index))
    return not _is_label(text, index, after)


def _cued(text: LatinText, index: int, after: int) -> bool:
    """True where a preposition, a kind or the head of a dateline speaks for a place."""
    if _preposition(text, index) or _kind_of(text, index) is not None:
        return True
    if text.word(after) in AFTER_NAME and text.touches(after - 1):
        return True
    return (
        index == 0 and _DATELINE.match(text.text, text.tokens[after - 1][1]) is not None
    )


def _is_label(text: LatinText, index: int, after: int) -> bool:
    """True for a speaker in square brackets, as wire copy has it: "[SORIA]"."""
    start, end = text.tokens[index][0], text.tokens[after - 1][1]
    return text.text[start - 1 : start] == "[" and text.text[end : end + 1] == "]"


def _in_longer_name(text: LatinText, before: int, after: int) -> bool:
    """True where a capitalised neighbour makes the name a part of a longer one."""
    if text.touches(before) and text.capital(before):
        word = text.word(before)
        if text.shouts:
            return word not in FUNCTION_WORDS | NEVER | DIRECTIONS
        apart = word in DIRECTIONS or word in nationalities() or text.opens(before)
        if not apart:
            return True
    return _goes_on(text, after)


def _goes_on(text: LatinText, after: int) -> bool:
    """True where the name is only a part: "San Tolmin" of "San Tolmin de Varesh"."""
    if not text.touches(after - 1):
        return False
    word = text.word(after)
    if word in _OF_NAMES:
        return text.capital(after + 1) and text.word(after + 1) != "la"
    if text.shouts or not text.capital(after):
        return False
    return not (word in AFTER_NAME or word in TIME_WORDS or word in DIRECTIONS)


def _end_of_name(text: LatinText, after: int) -> int:
    """Where the longer name ends that goes on with this word."""
    while text.touches(after - 1) and (
        text.word(after) in _OF_NAMES | ARTICLES
        or (text.capital(after) and not text.shouts)
    ):
        after += 1
    if text.shouts and text.word(after - 1) in _OF_NAMES | ARTICLES:
        after += 1
    return text.tokens[min(after, len(text.tokens)) - 1][1]


def _kind_of(text: LatinText, index: int) -> re.Match[str] | None:
    start = text.tokens[index][0]
    return KIND_BEFORE.search(text.lower, max(0, start - 40), start)


def _preposition(text: LatinText, index: int) -> bool:
    before = index - 1
    while text.word(before) in _BETWEEN:
        before -= 1
    return text.word(before) in PREPOSITIONS


def _looks_like_name(text: LatinText, before: int, after: int, key: str) -> bool:
    """True beside a given name, a title, or a word that makes an organisation."""
    people = given_names()
    if text.touches(after - 1) and text.capital(after):
        word = text.word(after)
        if word in NOT_AFTER:
            return True
        if not text.shouts and word not in AFTER_NAME and word not in TIME_WORDS:
            follows = word in people or key in people or key in OFTEN_A_WORD
            return follows and word not in nationalities()
    if text.touches(before) and text.capital(before):
        word = text.word(before)
        is_title = word in TITLES and not text.shouts
        return word in people or is_title
    return False


def _with_kind(text: LatinText, index: int, length: int, key: str) -> Spot:
    """The spot, with the word beside it that tells what kind of place it is."""
    start, end = text.tokens[index][0], text.tokens[index + length - 1][1]
    bare = Spot(
        start,
        end,
        key,
        cued=_cued(text, index, index + length),
        precision=precision_at(text.lower, start, end),
        around=_is_around(text.lower, start, end),
    )
    after = KIND_AFTER.match(text.text, end)
    if after and after["kind"].lower() in AFTER_NAME:
        return _of_kind(bare, after["kind"].lower(), after.end())
    before = _kind_of(text, index)
    if before:
        return _of_kind(bare, before["kind"], None)
    if _goes_on(text, index + length):
        return replace(bare, longer=_end_of_name(text, index + length))
    return bare


def _of_kind(spot: Spot, word: str, kind_end: int | None) -> Spot:
    return replace(
        spot,
        kind=LEVELS[word],
        plural=word.endswith("s"),
        kind_end=kind_end,
        in_its_town=word in IN_ITS_TOWN,
    )


def _is_around(lower: str, start: int, end: int) -> bool:
    """True where the countryside of the place is meant."""
    before = COUNTRYSIDE_BEFORE.search(lower, max(0, start - 60), start)
    return before is not None or COUNTRYSIDE_AFTER.match(lower, end) is not None
