"""Names that are certainly one: of three parts or more, also in the other script."""

from collections.abc import Iterable
from functools import lru_cache

from tasjil.link.names.letters import is_arabic
from tasjil.link.names.matching import Match, match
from tasjil.link.names.name import Part
from tasjil.link.names.parse import parse
from tasjil.link.names.same import same_name

SURE = 3
"""Parts of a name. With fewer, two people of one village often share it."""

ENOUGH_SOUNDS = 6
"""Consonants. With fewer, different short names leave the same ones."""


def scripts(names: Iterable[str]) -> frozenset[bool]:
    """Tell the scripts of some names: True for Arabic, False for any other.

    Example:
        >>> scripts(["Ilan Dor", "إيلان دور"]) == {True, False}
        True
    """
    return frozenset(map(is_arabic, names))


def parts(name: str) -> tuple[str, ...]:
    """Divide a name into the names it is made of; ties such as "bin" go.

    Example:
        >>> parts("Ilan bin Abd al-Rahman Dor")
        ('ilan', 'abdrahman', 'dor')
    """
    return tuple(part.folded for part in parse(name).parts)


@lru_cache(maxsize=20_000)
def sure_key(name: str) -> str | None:
    """Give what two spellings of one full name share; None where it is not enough.

    The consonants of each part, and its vowels where it is a well-known name: Hasan is
    not Husain. Three parts that agree are certain only together with an act, a time
    and a place that fit.

    Example:
        >>> sure_key("Salim Mahmud Darwish") == sure_key("سليم محمود درويش")
        True
        >>> sure_key("Hassan Salim Darwish") == sure_key("Hussein Salim Darwish")
        False
        >>> sure_key("Salim Darwish") is None
        True
    """
    found = parse(name)
    own = found.parts
    if len(own) < SURE or found.given is None or any(part.initial for part in own):
        return None
    if sum(len(part.sounds[0]) for part in own) < ENOUGH_SOUNDS:
        return None
    return " ".join(map(_sure_sound, own))


def _sure_sound(part: Part) -> str:
    known = same_name(part.folded)
    if known is None or len(known) > 1:
        return part.sounds[0]
    consonants, vowels = known[0]
    return f"{consonants}{vowels:x}"


def told_apart(one: str, other: str) -> bool:
    """Tell that two names of as many parts differ in one of them.

    Example:
        >>> told_apart("سالم محمود درويش", "سليم محمود درويش")
        True
        >>> told_apart("Salim Mahmud Darwish", "سليم محمود درويش")
        False
    """
    first, second = parse(one).parts, parse(other).parts
    if len(first) != len(second):
        return False
    pairs = zip(first, second, strict=True)
    return any(match(a, b).how is Match.DIFFERENT for a, b in pairs)
