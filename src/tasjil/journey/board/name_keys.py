"""Under which keys a part of a name is found, in whatever script it is typed.

A part is found by its sounds, which agree across scripts; by their coarse form, where
letters are mistaken for each other; and, where it is long enough, with one consonant
too many, too few or other.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from tasjil.link.names.commonness import is_other_known_name
from tasjil.link.names.letters import is_arabic
from tasjil.link.names.matching import Match, match
from tasjil.link.names.name import Part
from tasjil.link.names.parse import every_part, parse
from tasjil.link.names.parts import part_of
from tasjil.link.names.sounds import BITS, SHORT, VOWELS_ONLY

LONG, WRITTEN = 4, 5
"""Consonants, and letters, that a part needs for one of them to be let off."""

LEAST = 3
"""Consonants without which nothing would be left to look it up by."""

LONGEST = 60
"""Letters of a part; what is longer is no part of anybody's name."""

LIKELY = 2
"""Readings in which a letter is let off."""

WORDS = 100_000

LEVELS = {
    **{Match.SPELLING: 0, Match.SOUND: 1, Match.KUNYA: 1, Match.NEAR: 2},
    **{Match.INITIAL: 3},
}
ONE_OFF = WORST = 3
SURE = 1
"""Up to which level a part is certainly the one that was meant."""


def words_in(name: str) -> tuple[str, ...]:
    """Give the parts of a name as they are looked up: given, chain, family, kunya.

    Example:
        >>> words_in("Dr. Salim bin Abd al-Rahman Darwish")
        ('salim', 'abd al rahman', 'darwish')
    """
    found = (part.text.casefold().strip() for part in every_part(parse(name)))
    return tuple(dict.fromkeys(word for word in found if 0 < len(word) <= LONGEST))


@lru_cache(maxsize=WORDS)
def part(word: str) -> Part:
    """Hear a word again that `words_in` gave."""
    return part_of(tuple(word.split()))


def kept_keys(word: str) -> tuple[str, ...]:
    """Give the keys under which a part of a name is kept.

    Example:
        >>> shared = set(kept_keys("darwish")) & set(asked_keys("درويش"))
        >>> bool(shared)
        True
    """
    own = part(word)
    begin = [f"b{each}" for each in _beginnings(own)]
    if own.initial:
        return tuple(f"i{each}" for each in _beginnings(own))
    return tuple(dict.fromkeys((*begin, *_heard(own))))


def asked_keys(word: str) -> tuple[str, ...]:
    """Give the keys under which what was typed is looked up."""
    own = part(word)
    if own.initial:
        return tuple(f"{kind}{each}" for kind in "bi" for each in _beginnings(own))
    initials = (f"i{each}" for each in _beginnings(own))
    return tuple(dict.fromkeys((*_heard(own), *initials)))


def _heard(own: Part) -> Iterator[str]:
    for sound in own.sounds:
        yield f"s{sound}"
    yield f"l{own.loose}"
    for sound in own.sounds[:LIKELY] if len(own.folded) >= WRITTEN else ():
        if len(sound) >= LEAST:
            yield f"d{sound}"
            for at in range(len(sound)):
                yield f"d{sound[:at]}{sound[at + 1 :]}"


def _beginnings(own: Part) -> tuple[str, ...]:
    """Give the consonants it can begin with; a vowel is all that is known of others."""
    heard = (
        sound[0] if vowels & ANY_SLOT & SHORT and sound != VOWELS_ONLY else VOWELS_ONLY
        for sound, vowels in own.heard
    )
    return tuple(dict.fromkeys(heard))


ANY_SLOT = (1 << BITS) - 1


@lru_cache(maxsize=WORDS)
def level(asked: str, kept: str) -> int | None:
    """Say how well a kept word is what was asked for, 0 the best; None where not.

    Example:
        >>> level("salim", "سليم"), level("salim", "hasan")
        (1, None)
        >>> level("darwish", "darwith") is None
        False
    """
    one, other = part(asked), part(kept)
    if not _worth_a_look(one, other):
        return None
    how = match(one, other).how
    if how is not Match.DIFFERENT:
        return LEVELS[how]
    return ONE_OFF if _one_off(one, other) else None


def _worth_a_look(one: Part, other: Part) -> bool:
    """Refuse quickly what is found under one key and is further off than a letter."""
    if one.initial or other.initial or one.loose == other.loose:
        return True
    if not set(one.sounds).isdisjoint(other.sounds):
        return True
    pairs = product(one.sounds[:LIKELY], other.sounds[:LIKELY])
    return any(_one_letter(*pair, LEAST) for pair in pairs)


def _one_off(one: Part, other: Part) -> bool:
    """Tell whether a letter is other, too many or too few in a part that is long."""
    if one.initial or other.initial or is_other_known_name(one, other):
        return False
    written = (one.folded, other.folded)
    if is_arabic(one.text) == is_arabic(other.text) and _one_letter(*written, WRITTEN):
        return True
    pairs = product(one.sounds[:LIKELY], other.sounds[:LIKELY])
    return any(_one_letter(*pair, LONG) for pair in pairs)


def _one_letter(one: str, other: str, least: int) -> bool:
    """Tell whether one of the two has a letter other, more or less than the other.

    Example:
        >>> _one_letter("drwS", "drwT", 4), _one_letter("slm", "slmn", 4)
        (True, False)
    """
    if min(len(one), len(other)) < least or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    rest = (one[at + 1 :], other[at + 1 :], one[at:], other[at:])
    return rest[0] == rest[1] or rest[0] == rest[3] or rest[2] == rest[1]
