"""What a word sounds like, whoever wrote it and in whatever letters.

A word is read as its consonants, and between them as sets of the vowels that can stand
there. Arabic writes long vowels only, Latin guesses at all of them: the two agree where
every set has a vowel in common. A letter with several readings gives several forms.

The codes of the consonants: T th in "three", D th in "this", x kh, G gh, S sh and ch,
j for every soft or hard g, h for both of Arabic, k for q, f for v; W and Y only where
they begin a word.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import islice, product
from operator import or_

MOST_READINGS = 6
"""Forms of a word that are kept, the likeliest first."""

SHORT, LONG_A, LONG_I, LONG_U = 1, 2, 4, 8
ANY = SHORT | LONG_A | LONG_I | LONG_U
BITS = 4
MOST_SLOTS = 15

Sound = tuple[str, int]
"""Consonants, and the vowels around them: four bits for each slot, the first lowest."""

Choice = tuple[str, ...]
"""Readings of one letter, the likeliest first, in codes and small vowels."""

_LONG = {"a": LONG_A, "e": LONG_A | LONG_I, "i": LONG_I, "o": LONG_U, "u": LONG_U}
_LONG |= {"w": LONG_U, "y": LONG_I, "á": LONG_A | SHORT}
_SET = {
    **{"": SHORT, "a": SHORT | LONG_A, "e": SHORT | LONG_A | LONG_I},
    **{"i": SHORT | LONG_I, "o": SHORT | LONG_U, "u": SHORT | LONG_U},
    **{"aa": SHORT | LONG_A, "ou": SHORT | LONG_U, "y": SHORT | LONG_I},
    **{"ee": LONG_I, "ii": LONG_I, "oo": LONG_U, "uu": SHORT | LONG_U},
    **{"w": LONG_U, "ae": SHORT | LONG_A | LONG_I, "oe": SHORT | LONG_U | LONG_A},
    **{"ue": SHORT | LONG_U | LONG_I},
}
"""What a run of Latin vowels can be, where that is not the sum of its letters."""

_ARABIC = {
    **{
        "1": LONG_A,
        "2": LONG_U,
        "3": LONG_I,
        "8": LONG_A | LONG_I,
        "4": SHORT | LONG_A,
    },
    **{"5": SHORT | LONG_I, "6": SHORT | LONG_U, "7": SHORT | LONG_A},
    **{"9": SHORT | LONG_A | LONG_I, "á": SHORT | LONG_A},
}
"""Vowels of Arabic letters, written as digits: 1 alif, 2 waw, 3 ya, 4 ayn ..."""

_RUN = re.compile("([aeiouwyá1-9]*)([^aeiouwyá1-9]?)")


def readings(choices: Sequence[Choice]) -> list[str]:
    """Read every letter in every way, the likeliest words first, and only so many.

    Example:
        >>> readings([("T", "D"), ("a",), ("r",)])
        ['Tar', 'Dar']
    """
    open_ = [at for at, choice in enumerate(choices) if len(choice) > 1]
    if not open_:
        return ["".join(choice[0] for choice in choices)]
    ways = product(*(range(min(len(choices[at]), 4)) for at in open_[:4]))
    found = []
    for way in islice(sorted(ways, key=sum), MOST_READINGS):
        picked = dict(zip(open_, way, strict=False))
        found.append(
            "".join(choice[picked.get(at, 0)] for at, choice in enumerate(choices))
        )
    return found


def sound(read: str) -> Sound:
    """Give the consonants of a word in codes, and the vowels its spelling allows.

    Example:
        >>> sound("hasan")[0], sound("husayn")[0]
        ('hsn', 'hsn')
        >>> agree(sound("hasan"), sound("husayn"))
        False
    """
    consonants, vowels, slot = "", 0, 0
    for run, consonant in _RUN.findall(read):
        if not run and consonant and consonants[-1:] == consonant:
            continue
        if slot < MOST_SLOTS:
            vowels |= _allowed(run, slot == 0, not consonant) << (BITS * slot)
        slot += 1
        if not consonant:
            break
        consonants += consonant
    return consonants or _vowel_word(read), vowels


@lru_cache(maxsize=20_000)
def _allowed(run: str, first: bool, last: bool) -> int:
    """Give the vowels that a run of them between two consonants can stand for."""
    if not run:
        return SHORT
    if first:
        # At the beginning every script writes that there is one; only ayn is left out.
        return ANY if last or run == "4" else ANY - SHORT
    if run[0].isdigit():
        return _sum(_ARABIC[letter] for letter in run)
    if last:
        return _last(run)
    known = _SET.get(run)
    if known is not None:
        return known
    glides = [letter for letter in run if letter in "wy"]
    return _sum(_LONG[letter] for letter in glides or run)


def _sum(bits: Iterable[int]) -> int:
    """A long vowel hides the short ones beside it."""
    whole = reduce(or_, bits)
    return whole & ~SHORT or whole


def _last(run: str) -> int:
    """A vowel that ends a word is written in every script, but for French e."""
    allowed = reduce(or_, (_LONG[letter] for letter in run))
    return allowed | SHORT if run == "e" else allowed


def _vowel_word(read: str) -> str:
    """A word of vowels only has its glides for consonants: Aya, Awa."""
    glides = read.translate(_GLIDES)
    return "".join(letter for letter in glides if letter in "WY") or read[:1]


_GLIDES = str.maketrans("wy23", "WYWY")


def agree(one: Sound, other: Sound) -> bool:
    """Tell whether consonants are the same and every vowel can be.

    Example:
        >>> agree(sound("salim"), sound("salem"))
        True
    """
    return one[0] == other[0] and not clashes(one[1], other[1])


def clashes(one: int, other: int) -> int:
    """Count the slots in which two words can have no vowel in common."""
    both, count = one & other, 0
    either = one | other
    while either:
        if either & 15 and not both & 15:
            count += 1
        either >>= BITS
        both >>= BITS
    return count


def joined(sounds: Iterable[Sequence[Sound]]) -> tuple[Sound, ...]:
    """Put the sounds of the words of one part together: Abd and Rahman."""
    whole: list[Sound] = [("", 0)]
    for own in sounds:
        whole = list(
            islice(
                (_chained(one, other) for one, other in product(whole, own)),
                MOST_READINGS,
            )
        )
    return tuple(dict.fromkeys(whole))


def _chained(one: Sound, other: Sound) -> Sound:
    """The slot between two words allows what either does."""
    if not one[0]:
        return other
    shift = BITS * len(one[0])
    between = (ANY if shift else 0) << shift
    return one[0] + other[0], (one[1] | (other[1] << shift) | between) & _ROOM


_ROOM = (1 << (BITS * MOST_SLOTS)) - 1
