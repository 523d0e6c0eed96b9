"""Conditions in SQL: parts that sound alike, spans that lie apart, places in places."""

from functools import cache

SOUNDS = (1, 2, 3)

ALIKE = 0.9
"""Jaro-Winkler similarity of two sounds above which one may be a slip of the other."""


def untold(*columns: str) -> str:
    """Say that one of two records does not tell.

    Example:
        >>> untold("sex")
        'sex_l is null or sex_r is null'
    """
    return " or ".join(f"{each}_l is null or {each}_r is null" for each in columns)


@cache
def agree(one: str, other: str) -> str:
    """Say that a part of the left record is spelled or sounds like one of the right."""
    sounds = (f"{one}_{a}_l = {other}_{b}_r" for a in SOUNDS for b in SOUNDS)
    return f"({one}_l = {other}_r or {' or '.join(sounds)})"


def either(one: str, other: str) -> str:
    """Say that a part of either record sounds like another part of the other."""
    return f"({agree(one, other)} or {agree(other, one)})"


def near(part: str) -> str:
    """Say that a part is the same but for a slip or a letter mistaken."""
    return (
        f"({part}_loose_l = {part}_loose_r or "
        f"jaro_winkler_similarity({part}_1_l, {part}_1_r) >= {ALIKE})"
    )


def apart(span: str) -> str:
    """Give how far two spans lie apart; 0 where they meet."""
    low, high = f"{span}_low", f"{span}_high"
    return f"greatest({low}_l - {high}_r, {low}_r - {high}_l, 0)"


def width(span: str) -> str:
    """Give how wide two spans are together."""
    low, high = f"{span}_low", f"{span}_high"
    return f"({high}_l - {low}_l + {high}_r - {low}_r)"


SWAPPED = (
    f"(({agree('family', 'given')} and "
    f"({agree('given', 'father')} or {agree('given', 'family')})) or "
    f"({agree('given', 'family')} and "
    f"({agree('father', 'given')} or {agree('family', 'given')})))"
)
"""The family stands first on one of the two."""

OF_ONE_FATHER = f"({agree('father', 'father')} and {agree('family', 'family')})"
"""Father and family agree."""

A_FOREFATHER = f"({either('family', 'grandfather')} or {either('family', 'father')})"
"""The family is missing on one, and a forefather stands in its place."""

INSIDE = " or ".join(
    f"place_1_{one} = place_{n}_{other}"
    for one, other in (("l", "r"), ("r", "l"))
    for n in (2, 3)
)
"""One tells a place, the other a finer one inside it."""

ONE_AREA = " or ".join(f"place_{a}_l = place_{b}_r" for a in (2, 3) for b in (2, 3))
"""Two places inside a third."""
