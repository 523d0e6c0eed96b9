"""Which words of a text in capitals are names: by word lists and neighbours."""

from collections.abc import Sequence
from functools import cache

from tasjil.read.english.text.lexicon import people, words
from tasjil.read.english.text.parser import everyday_noun, everyday_verb, everyday_word
from tasjil.read.english.text.person_nouns import is_person_noun, things
from tasjil.read.name_words import OPENS_A_PLACE, SURNAMES, TITLES, given_names
from tasjil.read.places.nationalities import nationalities

_ENOUGH = 2
"""After so many words of a name, a noun that is nothing else ends the name."""


def name_words(found: Sequence[tuple[str, bool]]) -> list[bool]:
    """Say of each word whether it is a name, or a part of one.

    Args:
        found: Each word in lower case, and whether only a space parts it from the one
            before.

    Example:
        >>> name_words([("senator", False), ("elena", True), ("diana", True)])
        [False, True, True]
    """
    names = [not is_common(word) for word, _ in found]
    _take_given_names(found, names)
    for i, (word, joined) in enumerate(found):
        if joined and i and names[i - 1] and not names[i]:
            names[i] = (
                word in SURNAMES
                or _ends_a_name(found, names, i)
                or _stands_inside(found, names, i)
            )
    return names


@cache
def is_common(word: str) -> bool:
    """True for words of everyday English, False for what must be a name."""
    bare = word.removesuffix("'s")
    if bare in words("names", "proper") or bare in nationalities():
        return False
    return everyday_word(bare)


def _take_given_names(found: Sequence[tuple[str, bool]], names: list[bool]) -> None:
    """Mark given names that a dictionary has too, where a name stands beside them."""
    for i, (word, joined) in enumerate(found):
        if names[i] or word not in given_names() or everyday_verb(word):
            continue
        after = i + 1 < len(found) and found[i + 1][1] and i + 1
        names[i] = bool(
            (joined and i and names[i - 1])
            or (after and (names[after] or _is_listed(found[after][0])))
        )


def _is_listed(word: str) -> bool:
    """True for a word of the lists of given names and family names."""
    bare = word.removesuffix("'s")
    return bare in SURNAMES or (bare in given_names() and not everyday_verb(bare))


def _ends_a_name(
    found: Sequence[tuple[str, bool]], names: Sequence[bool], i: int
) -> bool:
    """True for a noun such as "ossa" behind a given name and another name."""
    first = i
    while first and found[first][1] and names[first - 1]:
        first -= 1
    run = [word for word, _ in found[first:i]]
    word = found[i][0].removesuffix("'s")
    if run[0] in OPENS_A_PLACE or not _has_given_name(run):
        return False
    if len(run) < _ENOUGH:
        of_a_faith = run[0] in words("communities", "communities")
        return _ends_the_phrase(found, i) and not of_a_faith and _is_odd_noun(word)
    return everyday_noun(word) and not _is_spoken_of(word)


def _ends_the_phrase(found: Sequence[tuple[str, bool]], i: int) -> bool:
    """True where a comma or the like stands behind the word."""
    return i + 1 == len(found) or not found[i + 1][1]


def _is_odd_noun(word: str) -> bool:
    """True for a noun that is nothing else, in either number, and is no person."""
    one = word.removesuffix("s")
    return (everyday_noun(word) or everyday_noun(one)) and not _is_spoken_of(word)


def _stands_inside(
    found: Sequence[tuple[str, bool]], names: Sequence[bool], i: int
) -> bool:
    """True for a noun with a name on either side: "Tomas Ray Dravich"."""
    word = found[i][0]
    if i + 1 == len(found) or not (found[i + 1][1] and names[i + 1]):
        return False
    listed_noun = everyday_noun(word, only=False) and word not in TITLES
    return listed_noun and not _is_spoken_of(word)


def _has_given_name(run: Sequence[str]) -> bool:
    """True where one word of the run is a given name."""
    return any(word in given_names() for word in run)


@cache
def _is_spoken_of(word: str) -> bool:
    """True for nouns that stand behind a name and are none: "cartel", "today"."""
    kinds = ("perpetrators_bodies", "perpetrators_events", "scene_areas")
    listed = any(word in words("grammar", kind) for kind in kinds)
    times = word in words("grammar", "capitals_times")
    return (
        listed or times or word in people() or is_person_noun(word) or word in things()
    )
