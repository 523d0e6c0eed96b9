"""Where a text may name a place: words with capitals, longest known name first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from tasjil.model.places import PlaceLevel
from tasjil.read.lowered import is_all_caps, lowered
from tasjil.read.name_words import SURNAMES, TITLES, given_names
from tasjil.read.places.cues import (
    AFTER_NAME,
    KIND_AFTER,
    KIND_BEFORE,
    KINDS,
    LEVELS,
)
from tasjil.read.places.folding import ARTICLES, folded, without_article
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

_TOKEN = re.compile(r"[^\W_]+(?:['’‘ʿʾ`´](?![sS]\b)[^\W_]+)*")
_GAP = re.compile(r"[ \t]*\n?[ \t]*|[-‐‑–]|\. ?")
_OF_NAMES = frozenset(("de", "del", "dos", "da"))
_DATELINE = re.compile(r"\s*[,(—–-]")
LONGEST = 5
"""The most words a name of the list may have."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A known name in the text.

    Attributes:
        kind: The word beside it that says what it is ("province"), if any.
        plural: The kind stands in the plural and holds for a whole list.
        cued: A preposition, a kind or the head of a dateline speaks for a place.
        longer: Where a longer name ends that the known one is only a part of.
        end: Where the name ends; `kind_end` where a kind after it ends.
    """

    start: int
    end: int
    key: str
    kind: PlaceLevel | None = None
    plural: bool = False
    kind_end: int | None = None
    cued: bool = False
    longer: int | None = None


class Sentence:
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
        """True where a token may belong to a name: a capital, or Arabic script."""
        if not 0 <= index < len(self.tokens):
            return False
        first = self.text[self.tokens[index][0]]
        return first.isupper() or "ء" <= first <= "ي"

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


class Names(Protocol):
    """What a list of places answers about its names; keys are folded."""

    def has(self, key: str) -> bool:
        """True where a place bears the name."""
        ...

    def begins(self, word: str) -> bool:
        """True where a name of the list begins with the word."""
        ...

    def has_small(self, key: str) -> bool:
        """True where the case itself writes the name in small letters: "the coast"."""
        ...

    def begins_small(self, word: str) -> bool:
        """True where such a name begins with the word."""
        ...

    def needs_cue(self, key: str) -> bool:
        """True where the name is an English word too."""
        ...


def spots(sentence: Sentence, names: Names) -> Iterator[Spot]:
    """Known names, longest first, without those that only look like places."""
    index, count, done = 0, len(sentence.tokens), 0
    while index < count:
        length, key = _longest(sentence, index, names)
        free = sentence.tokens[index][0] >= done
        if length and free and _is_place(sentence, index, length, key, names):
            spot = _with_kind(sentence, index, length, key)
            done = spot.longer or spot.kind_end or spot.end
            yield spot
        index += length or 1


def _longest(sentence: Sentence, index: int, names: Names) -> tuple[int, str]:
    """How many tokens from here make a known name, and its folded key."""
    if not _may_begin(sentence, index, names):
        return 0, ""
    word = sentence.word(index)
    bare = word in ARTICLES or "ء" <= word[0] <= "ي"
    reach = 1
    while reach < LONGEST and sentence.joined(index + reach - 1):
        reach += 1
    start = sentence.tokens[index][0]
    first_small = not sentence.capital(index) and word not in ARTICLES
    for length in range(reach, 0, -1):
        last = index + length - 1
        key = folded(sentence.text[start : sentence.tokens[last][1]])
        if first_small or (length > 1 and not sentence.capital(last)):
            if names.has_small(key):
                return length, key
            continue
        if names.has(key):
            return length, key
        without = without_article(key) if bare else None
        if without and names.has(without):
            return length, without
    return 0, ""


def _may_begin(sentence: Sentence, index: int, names: Names) -> bool:
    """True where a name of the list can begin: quick, for most words cannot."""
    word = sentence.word(index)
    if names.begins_small(word):
        return True
    article = word in ARTICLES and not sentence.shouts
    if not sentence.capital(index + 1 if article else index):
        return False
    if sentence.shouts and word in FUNCTION_WORDS:
        return False
    plain = word.isascii() and word.isalpha() and not article
    return not plain or names.begins(word)


def _is_place(
    sentence: Sentence,
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
    cued = _cued(sentence, index, after)
    if _looks_like_name(sentence, before, after, key):
        return False
    arabic = "ء" <= key[0] <= "ي"  # a script without capitals
    if not (cued or arabic) and _in_longer_name(sentence, before, after):
        return False
    if key in OFTEN_A_WORD or key in given_names() or key in SURNAMES:
        return cued
    if length == 1 and names.needs_cue(key):
        return cued or not (sentence.shouts or sentence.opens(index))
    return not _is_label(sentence, index, after)


def _cued(sentence: Sentence, index: int, after: int) -> bool:
    """True where a preposition, a kind or the head of a dateline speaks for a place."""
    if _preposition(sentence, index) or _kind_of(sentence, index) is not None:
        return True
    if sentence.word(after) in AFTER_NAME and sentence.touches(after - 1):
        return True
    return (
        index == 0
        and _DATELINE.match(sentence.text, sentence.tokens[after - 1][1]) is not None
    )


def _is_label(sentence: Sentence, index: int, after: int) -> bool:
    """True for a speaker in square brackets, as wire copy has it: "[SORIA]"."""
    start, end = sentence.tokens[index][0], sentence.tokens[after - 1][1]
    return (
        sentence.text[start - 1 : start] == "[" and sentence.text[end : end + 1] == "]"
    )


def _in_longer_name(sentence: Sentence, before: int, after: int) -> bool:
    """True where a capitalised neighbour makes the name a part of a longer one."""
    if sentence.touches(before) and sentence.capital(before):
        word = sentence.word(before)
        if sentence.shouts:
            return word not in FUNCTION_WORDS | NEVER | DIRECTIONS
        apart = word in DIRECTIONS or word in nationalities() or sentence.opens(before)
        if not apart:
            return True
    return _goes_on(sentence, after)


def _goes_on(sentence: Sentence, after: int) -> bool:
    """True where the name is only a part: "San Tolmin" of "San Tolmin de Varesh"."""
    if not sentence.touches(after - 1):
        return False
    word = sentence.word(after)
    if word in _OF_NAMES:
        return sentence.capital(after + 1) and sentence.word(after + 1) != "la"
    if sentence.shouts or not sentence.capital(after) or "ء" <= word[0] <= "ي":
        return False
    return not (word in AFTER_NAME or word in TIME_WORDS or word in DIRECTIONS)


def _end_of_name(sentence: Sentence, after: int) -> int:
    """Where the longer name ends that goes on with this word."""
    while sentence.touches(after - 1) and (
        sentence.word(after) in _OF_NAMES | ARTICLES
        or (sentence.capital(after) and not sentence.shouts)
    ):
        after += 1
    if sentence.shouts and sentence.word(after - 1) in _OF_NAMES | ARTICLES:
        after += 1
    return sentence.tokens[min(after, len(sentence.tokens)) - 1][1]


def _kind_of(sentence: Sentence, index: int) -> re.Match[str] | None:
    start = sentence.tokens[index][0]
    return KIND_BEFORE.search(sentence.lower, max(0, start - 40), start)


def _preposition(sentence: Sentence, index: int) -> bool:
    before = index - 1
    while sentence.word(before) in ("the", "al", "el", "greater", "central"):
        before -= 1
    return sentence.word(before) in PREPOSITIONS


def _looks_like_name(sentence: Sentence, before: int, after: int, key: str) -> bool:
    """True beside a given name, a title, or a word that makes an organisation."""
    people = given_names()
    if sentence.touches(after - 1) and sentence.capital(after):
        word = sentence.word(after)
        if word in NOT_AFTER:
            return True
        if not sentence.shouts and word not in AFTER_NAME and word not in TIME_WORDS:
            follows = word in people or key in people or key in OFTEN_A_WORD
            return follows and word not in nationalities()
    if sentence.touches(before) and sentence.capital(before):
        word = sentence.word(before)
        is_title = word in TITLES and not sentence.shouts
        return word in people or is_title
    return False


def _with_kind(sentence: Sentence, index: int, length: int, key: str) -> Spot:
    """The spot, with the word beside it that tells what kind of place it is."""
    start, end = sentence.tokens[index][0], sentence.tokens[index + length - 1][1]
    cued = _cued(sentence, index, index + length)
    after = KIND_AFTER.match(sentence.text, end)
    if after and after["kind"].lower() in AFTER_NAME:
        word = after["kind"].lower()
        return Spot(
            start, end, key, LEVELS[word], word.endswith("s"), after.end(), cued
        )
    before = _kind_of(sentence, index)
    if before:
        word = before["kind"]
        return Spot(start, end, key, LEVELS[word], word.endswith("s"), cued=cued)
    if _goes_on(sentence, index + length):
        longer = _end_of_name(sentence, index + length)
        return Spot(start, end, key, cued=cued, longer=longer)
    return Spot(start, end, key, cued=cued)
