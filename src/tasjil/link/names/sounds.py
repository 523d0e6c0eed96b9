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

MOST_OPEN = 3
"""Letters of one word that are read in more than one way."""

SHORT, LONG_A, LONG_I, LONG_U = 1, 2, 4, 8
ANY = SHORT | LONG_A | LONG_I | LONG_U
BITS = 4
MOST_SLOTS = 15

VOWELS_ONLY = "a"
"""What stands for the consonants of a name that has none: Aya."""

Sound = tuple[str, int]
"""Consonants, and the vowels around them: four bits for each slot, the first lowest."""

Choice = tuple[str, ...]
"""Readings of one letter, the likeliest first, in codes and small vowels."""

_LONG = {"a": LONG_A, "e": LONG_A | LONG_I, "i": LONG_I, "o": LONG_U, "u": LONG_U}
_LONG |= {"w": LONG_U, "y": LONG_I, "á": LONG_A}
_SET = {
    **{"": SHORT, "a": SHORT | LONG_A, "e": SHORT | LONG_A | LONG_I},
    **{"i": SHORT | LONG_I, "o": SHORT | LONG_U, "u": SHORT | LONG_U},
    **{"aa": SHORT | LONG_A, "ou": SHORT | LONG_U, "y": SHORT | LONG_I},
    **{"ee": LONG_I, "ii": LONG_I, "oo": LONG_U, "uu": SHORT | LONG_U},
    **{"w": LONG_U, "ae": SHORT | LONG_A | LONG_I, "oe": SHORT | LONG_U | LONG_A},
    **{"ea": SHORT | LONG_A | LONG_I},
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
    **{"0": ANY, "9": SHORT | LONG_A | LONG_I, "á": LONG_A},
}
"""Vowels of Arabic letters, written as digits: 1 alif, 2 waw, 3 ya, 4 ayn ..."""

_RUN = re.compile("([aeiouwyá0-9]*)([^aeiouwyá0-9]?)")


def readings(choices: Sequence[Choice]) -> list[str]:
    """Read every letter in every way, the likeliest words first, and only so many.

    Example:
        >>> readings([("T", "D"), ("a",), ("r",)])
        ['Tar', 'Dar']
    """
    open_ = [at for at, choice in enumerate(choices) if len(choice) > 1]
    picked = [choice[0] for choice in choices]
    found = ["".join(picked)]
    if not open_:
        return found
    ways = product(*[range(len(choices[at])) for at in open_[:MOST_OPEN]])
    for way in sorted(ways, key=sum)[1:MOST_READINGS]:
        for at, chosen in zip(open_, way, strict=False):
            picked[at] = choices[at][chosen]
        found.append("".join(picked))
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
    return consonants or VOWELS_ONLY, vowels


@lru_cache(maxsize=20_000)
def _allowed(run: str, first: bool, last: bool) -> int:
    """Give the vowels that a run of them between two consonants can stand for."""
    if not run:
        return SHORT
    if first:
        # At the beginning every script writes that there is one; only ayn is left out.
        return ANY if last or run == "4" else ANY - SHORT
    if _MARK.search(run):
        # Ayn and hamza are heard only where no vowel stands beside them.
        heard = run.translate(_UNHEARD) or run
        return _sum(_EITHER[letter] for letter in (heard[-1] if last else heard))
    if last:
        return _last(run)
    known = _SET.get(run)
    if known is not None:
        return known
    told = run.translate(_TOLD) if _GLIDE.search(run) else run
    return _sum(_LONG[letter] for letter in told)


_MARK = re.compile("[0-9]")
_EITHER = _LONG | _ARABIC
"""A misread letter puts marks of Arabic vowels beside Latin ones."""

_UNHEARD = str.maketrans("", "", "47")
_GLIDE = re.compile("[eiyw]")
_TOLD = str.maketrans({"a": None, "e": "i"})
"""In Husain the i tells; the a beside it can be short."""


def _sum(bits: Iterable[int]) -> int:
    """A vowel that is certainly long leaves no room for none."""
    told = list(bits)
    whole = reduce(or_, told)
    return whole if all(each & SHORT for each in told) else whole & ~SHORT


def _last(run: str) -> int:
    """What ends a word is written in every script, but for French e."""
    return LONG_A | LONG_I | SHORT if run[-1] == "e" and run != "ee" else _END[run[-1]]


_END = {"a": LONG_A, "á": LONG_A, "i": LONG_I, "y": LONG_I, "e": LONG_I}
_END |= {"o": LONG_U, "u": LONG_U, "w": LONG_U}


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


def strained(one: int, other: int, length: int) -> float:
    """Say how far two words agree only by vowels that writers seldom swap.

    A and i, or a and u, are seldom written for one another; e stands for both a and i,
    but for no long i, and where a word closes seldom for a.

    Args:
        one: Vowels of the one.
        other: Vowels of the other, of the same consonants.
        length: How many consonants; what ends a word counts twice.

    Example:
        >>> strained(sound("kamil")[1], sound("kamal")[1], 3)
        1.5
        >>> strained(sound("simon")[1], sound("simone")[1], 3)
        2.0
        >>> strained(sound("salem")[1], sound("salim")[1], 3)
        0.0
    """
    count = 0.0
    for slot in range(length + 1):
        first, second = one >> BITS * slot & 15, other >> BITS * slot & 15
        if first == second:
            continue
        if not first & second:
            count += CLASH
        elif slot == length:
            count += CLASH if first & second == SHORT else 0.0
        elif slot:
            count += _STRAINS.get(first | second << BITS, 0.0)
            if slot == length - 1 and {first, second} == {_A, _E}:
                count += CLOSING
    return count


_A, _E, _I, _U = (_SET[each] for each in "aeiu")
CLASH = 2.0
CLOSING = 0.5
"""Kamel is Kamil oftener than Kamal."""

_STRAINS = {
    one | other << BITS: strain
    for first, second, strain in (
        (_A, _I, 1.5),
        (_A, _U, 2.0),
        (_I, _U, 1.0),
        (_E, _U, 1.5),
        (_E, LONG_I, 1.0),
        (SHORT, _I, 0.5),
        (SHORT, _U, 0.75),
    )
    for one, other in ((first, second), (second, first))
}
"""Vowels of two spellings, and how seldom they are written for one another."""


def merged(read: Iterable[str | Sound]) -> tuple[Sound, ...]:
    """Give each sound once, with every vowel that one of its readings has.

    Example:
        >>> merged(["Tar", "Dar"]) == (sound("Tar"), sound("Dar"))
        True
    """
    found: dict[str, int] = {}
    for each in read:
        consonants, vowels = sound(each) if isinstance(each, str) else each
        found[consonants] = found.get(consonants, 0) | vowels
    return tuple(found.items())


def joined(sounds: Iterable[Sequence[Sound]]) -> tuple[Sound, ...]:
    """Put the sounds of the words of one part together: Abd and Rahman."""
    whole: Sequence[Sound] = [("", 0)]
    for own in sounds:
        pairs = product(whole, own)
        whole = [_chained(one, other) for one, other in islice(pairs, MOST_READINGS)]
    return merged(whole)


def _chained(one: Sound, other: Sound) -> Sound:
    """Between two words any vowel can stand."""
    if not one[0]:
        return other
    shift = BITS * len(one[0])
    vowels = one[1] | (other[1] << shift) | (ANY << shift)
    return one[0] + other[0], vowels & _ROOM


_ROOM = (1 << (BITS * MOST_SLOTS)) - 1
