"""How one part of a name matches another: spelling, sound, a slip, an initial, not."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from tasjil.link.names.commonness import is_other_known_name
from tasjil.link.names.joined import divided
from tasjil.link.names.kinds import KINDS, Kind
from tasjil.link.names.letters import is_arabic
from tasjil.link.names.name import Part
from tasjil.link.names.parts import heard_word, part_of
from tasjil.link.names.same import same_name
from tasjil.link.names.slips import A_SLIP, FAR, arabic_slips, sound_slips
from tasjil.link.names.sounds import BITS, SHORT, Sound, clashes, strained
from tasjil.model.defined import Defined

PAIRS = 200_000
"""Pairs of parts that are remembered."""


LIKELY = 2
"""Readings in which slips are looked for."""


class Match(Defined):
    """How a part of one name agrees with a part of another."""

    SPELLING = "spelling", "The same letters, in one script."
    SOUND = "sound", "The same sounds, in two scripts or two romanisations."
    NEAR = "near", "What a slip of a hand, an ear or a scanner makes of the other."
    INITIAL = "initial", "The first letter only."
    KUNYA = "kunya", "The same kunya or nickname."
    DIFFERENT = "different", "Another name."


@dataclass(frozen=True, slots=True)
class Matched:
    """How two parts match, and how near they are.

    Attributes:
        how: The level.
        slips: For each letter, where they are near; where they sound the same, how
            many vowels are written otherwise.
    """

    how: Match
    slips: float = 0.0


_SAME_SPELLING = Matched(Match.SPELLING)
_INITIAL = Matched(Match.INITIAL)
_DIFFERENT = Matched(Match.DIFFERENT, 1.0)


def match(one: Part, other: Part) -> Matched:
    """Tell how two parts match.

    Example:
        >>> from tasjil.link.names.parse import parse
        >>> [one], [other] = parse("Gamal").parts, parse("جمال").parts
        >>> match(one, other).how
        <Match.SOUND: 'sound'>
    """
    first, second = one.text, other.text
    return _match(first, second) if first <= second else _match(second, first)


@lru_cache(maxsize=PAIRS)
def _match(first: str, second: str) -> Matched:
    one, other = part_of(tuple(first.split())), part_of(tuple(second.split()))
    both = (is_arabic(first), is_arabic(second))
    if both[0] == both[1] and one.folded == other.folded:
        return _INITIAL if one.initial else _SAME_SPELLING
    if one.initial or other.initial:
        return _INITIAL if _same_beginning(one, other, both) else _DIFFERENT
    if all(both):
        if _respelled(one, other):
            return Matched(Match.SOUND)
        slips = arabic_slips(one.folded, other.folded)
    else:
        slips = _sound_slips(one, other)
        if slips == 0:
            return Matched(Match.SOUND, _strain(one, other, both))
    if _shortened(one, other):
        return Matched(Match.NEAR, A_SLIP / 2)
    if slips > A_SLIP or is_other_known_name(one, other):
        return _DIFFERENT
    return Matched(Match.NEAR, slips)


def _respelled(one: Part, other: Part) -> bool:
    """Only seats of hamza differ, or how a last long vowel is written."""
    begin = one.folded[:2] == other.folded[:2]
    if not begin or _bare(one) != _bare(other) or one.sounds != other.sounds:
        return False
    ends = BITS * len(one.sounds[0])
    first, second = one.vowels[0], other.vowels[0]
    inside = (1 << ends) - 1
    return first & inside == second & inside and not clashes(first, second)


def _bare(part: Part) -> str:
    return part.folded.translate(_VOWELS)


_VOWELS = str.maketrans("", "", "اويه")


def _shortened(one: Part, other: Part) -> bool:
    """Husam is short for Husam al-Din."""
    for longer, shorter in ((one, other), (other, one)):
        words = longer.text.split()
        pieces = words if len(words) > 1 else divided(words[0])
        if len(pieces) > 1 and pieces[-1].lower() in _OF_FAITH:
            first = part_of((pieces[0],))
            if match(first, shorter).how in (Match.SPELLING, Match.SOUND):
                return True
    return False


_OF_FAITH = frozenset(word for word, kind in KINDS.items() if kind is Kind.ENDING)


def _sound_slips(one: Part, other: Part) -> float:
    """Give the fewest slips between two readings; vowels count where sounds agree."""
    fewest = FAR
    if not set(one.sounds).isdisjoint(other.sounds):
        fewest = min(
            _vowel_slips(sound, vowels, heard)
            for sound, vowels in one.heard
            for known, heard in other.heard
            if sound == known
        )
    if fewest == 0:
        return 0.0
    likely = product(one.sounds[:LIKELY], other.sounds[:LIKELY])
    return min([fewest, *(sound_slips(*each) for each in likely if each[0] != each[1])])


def _vowel_slips(sound: str, vowels: int, heard: int) -> float:
    """What ends a name tells a man's from a woman's: there a vowel counts twice."""
    ends = BITS * len(sound)
    return (clashes(vowels, heard) + clashes(vowels >> ends, heard >> ends)) / len(
        sound
    )


def _strain(one: Part, other: Part, arabic: tuple[bool, bool]) -> float:
    """Say how far two spellings agree only by vowels that are seldom swapped."""
    if any(arabic) or _known_as_one(one, other):
        return 0.0
    ways = [
        strained(vowels, heard, len(sound))
        for sound, vowels in _spelled(one)
        for known, heard in _spelled(other)
        if sound == known
    ]
    begin = _begin_otherwise(one.folded, other.folded)
    return min(ways, default=0.0) + begin


def _known_as_one(one: Part, other: Part) -> bool:
    """Tell whether a table has two spellings for one name, whatever their vowels."""
    first, second = same_name(one.folded), same_name(other.folded)
    return first is not None and second is not None and bool({*first} & {*second})


def _spelled(part: Part) -> tuple[Sound, ...]:
    """Give what a part sounds like by its letters alone."""
    return part.heard if " " in part.text else heard_word(part.text.strip(".'"))[1]


def _begin_otherwise(one: str, other: str) -> float:
    """Say how far words in Latin letters begin with vowels of another colour."""
    first, second = _COLOURS.get(one[:1]), _COLOURS.get(other[:1])
    if first is None or second is None or not first.isdisjoint(second):
        return 0.0
    return 2.0 if {one[0], other[0]} & {*"ou"} and {one[0], other[0]} & {"a"} else 1.0


_COLOURS = {"a": {"a", "e"}, "e": {"a", "e", "i"}, "i": {"i", "e"}}
_COLOURS |= {"o": {"u"}, "u": {"u"}, "y": {"i"}}


def _same_beginning(one: Part, other: Part, arabic: tuple[bool, bool]) -> bool:
    if arabic[0] == arabic[1]:
        return one.folded[:1] == other.folded[:1]
    first, second = _beginning(one), _beginning(other)
    return bool(first & second)


def _beginning(part: Part) -> set[str]:
    """A vowel is all that is known of the beginning with one."""
    return {
        sound[0] if vowels & 15 & SHORT and sound != "a" else "a"
        for sound, vowels in part.heard
    }
